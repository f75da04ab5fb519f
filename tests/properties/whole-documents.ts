import fc from "fast-check"
import { isPhenomenon, type PhenomenonName, phenomena } from "../../src/model/phenomena.js"
import type { Notation } from "../../src/model/profile.js"
import { profileFiles, profileNamed } from "../encoding.js"

const front = `---
title: "Ada Quill: to Ben"
kind: letter
sender: Ada Quill
recipient: Ben Folio
hands:
  - { id: a, name: Ada Quill, medium: black ink, role: text }
  - { id: b, name: Ben Folio, medium: pencil, role: revisions }
stages:
  - { id: ink, description: The first, when: 1962-10 }
  - { id: pencil, description: "The second: hasty" }
status: sent
licence: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/
---
`

const words = fc.constantFrom(
  ...[
    "word",
    "Dear",
    "a",
    "the boat",
    "M",
    "26",
    "so.",
    "tomor-",
    "été",
    "x y",
    "[sic]",
    "a:b",
    "C:\\x",
    "(a)",
  ],
  ...[
    "*",
    "a * b",
    "~",
    "<b",
    "{",
    "}",
    "1.",
    "#",
    "|",
    "--",
    "“so”",
    "?",
    "note:",
    ":",
    "[",
    "]",
    "^",
    "_",
    "e\u0301",
  ],
)

/** One value that fits an attribute. */
function valueFor(name: PhenomenonName, key: string): fc.Arbitrary<string> | undefined {
  const rule = phenomena[name].attributes[key]
  if (!rule || key === "join" || key === "group") return undefined
  if (typeof rule.value === "object") return fc.constantFrom(...Object.keys(rule.value))
  switch (rule.value) {
    case "count":
      return fc.constantFrom("1", "3")
    case "token":
      return fc.constantFrom("wavy", "cross-strokes")
    case "text":
      return fc.constantFrom("so", "two words", 'a "b" \\ c', "[x]", "a|b = {c}")
    case "date":
      return fc.constantFrom("1962", "1962-10", "1962-10-27")
    case "language":
      return fc.constantFrom("de", "he-Latn")
    case "hand":
      return fc.constantFrom("a", "b")
    case "stage":
      return fc.constantFrom("ink", "pencil")
    case "entity":
      return fc.constantFrom("ada", "Ada Q.")
    default:
      return undefined
  }
}

const quoted = (value: string) =>
  /^\w[\w-]*$/.test(value) ? value : `"${value.replace(/["\\[\]|]/g, "\\$&")}"`

const attributesFor = (name: PhenomenonName): fc.Arbitrary<string> => {
  const rules = phenomena[name].attributes
  const each = Object.keys(rules).flatMap((key) => {
    const value = valueFor(name, key)
    if (!value) return []
    const typed = value.map((one) => ` ${key}=${quoted(one)}`)
    return [rules[key]?.required ? typed : fc.oneof({ weight: 3, arbitrary: fc.constant("") }, typed)]
  })
  return fc.tuple(...each).map((list) => list.join("").trim())
}

const directives = (Object.keys(phenomena) as PhenomenonName[]).filter(
  (name) => !/-from$|^to$|^transposition$|^metamark$|^restoration$|^name$/.test(name),
)

function inlineOf(profile: string, depth: number): fc.Arbitrary<string> {
  const { notations, directives: hasDirectives, lineEnds } = profileNamed(profile)
  const inner = depth === 0 ? words : fc.oneof(words, inlineOf(profile, depth - 1))
  const bySign = (notation: Notation): fc.Arbitrary<string> => {
    const { sign, means } = notation
    switch (sign.kind) {
      case "pair":
        return sign.separator === undefined
          ? inner.map((text) => `${sign.open}${text}${sign.close}${sign.tail === undefined ? "" : "la "}`)
          : fc
              .tuple(
                words.filter((each) => each !== "|"),
                words,
              )
              .map(([a, b]) => `${sign.open}${a}${sign.separator}${b}${sign.close}`)
      case "tag": {
        const where = Object.entries(sign.where).map(([key, value]) => ` ${key}="${value}"`)
        const open = `<${sign.name}${where.join("")}`
        if (isPhenomenon(means) && phenomena[means].content === "empty") return fc.constant(`${open}/>`)
        return inner.map((text) => `${open}>${text}</${sign.name}>`)
      }
      case "pattern":
        return fc.constant(
          sign.template
            .replace(/\{(?:quantity|extent|n)\}/, "3")
            .replace("{unit}", "words")
            .replace("{new}", "a")
            .replace(/\{\w+\}/, "word"),
        )
      case "combining":
        return fc.constant(`a${sign.mark}b${sign.mark}`)
      case "line":
        return fc.constant("so")
      default:
        return sign satisfies never
    }
  }
  const signs = notations.map(bySign)
  const directive = fc.constantFrom(...directives).chain((name) =>
    fc.tuple(inner, attributesFor(name)).map(([text, attributes]) => {
      const content = phenomena[name].content === "inline" ? `[${text}]` : ""
      return attributes === "" && content !== "" ? `:${name}${content}` : `:${name}${content}{${attributes}}`
    }),
  )
  const said = fc.constantFrom("", "", "", "{hand=a}", "{stage=ink}", "{#place}", "{cert=low}")
  const marks = hasDirectives
    ? [
        ...signs.map((sign) => fc.tuple(sign, said).map((both) => both.join(""))),
        directive,
        directive,
        directive,
      ]
    : signs
  const lineEnd = fc.constantFrom(...(lineEnds === "break" ? ["\n"] : ["\n", "\\\n", "  \n"]))
  const piece = fc.oneof(
    { weight: 3, arbitrary: words },
    { weight: 3, arbitrary: fc.oneof(...marks) },
    { weight: 1, arbitrary: lineEnd },
  )
  return fc
    .array(fc.tuple(piece, fc.constantFrom("", " ", " ")), { minLength: 1, maxLength: 5 })
    .map((all) => all.flat().join(""))
}

const letterParts = fc.constantFrom(
  ...[
    "Dear Ben,",
    "3 May 1911",
    "Whitby, 3 May 1911",
    "Yours truly,",
    "(s) Ada Quill",
    "P.S. More soon.",
    "---",
    "\\* \\* \\*",
  ],
  ...[
    "# Heading",
    "1. a point",
    "1. a point and more",
    "::salute[Hello]",
    "::paragraph[Dear Ben,]",
    "::dateline[May]",
  ],
  ...[
    "::session{hand=a}",
    "::enclosure[List]",
    "::envelope",
    "::page{n=2}",
    "<pb/>",
    ":page{n=2} :column{n=1}",
    ":gap{quantity=3 unit=lines}",
  ],
  ...[
    "| a | b |\n|---|---|\n| c | d |",
    "| a |\n|---|",
    ":::verse\na\nb\n\nc\n:::",
    ":::address\nA\nB\n:::",
    ":::quote\nso\n\nit is\n:::",
  ],
  ...[":::deletion\nso\n\nit is\n:::", ":::damage{agent=fire}\nso\n:::", "See[^1]\n\n[^1]: the note"],
)

const postscript = "\n\nWe go.\n\nYours truly,\n\nAda Quill\n\n:::postscript\nso\n\nit is\n:::\n"

/** A file with front matter whose body is typed in a profile: its signs, directives, blocks, and characters that are none. */
export const documentOf = (profile: string) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(inlineOf(profile, 2), letterParts),
        fc.constantFrom("\n\n", "\n", "\n\n\n", "\r\n\r\n"),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .chain((blocks) => fc.constantFrom("", "", postscript).map((end) => front + blocks.flat().join("") + end))

/** The profiles that come with stet. */
export const profiles = profileFiles.map(({ file }) => file.replace(/^.*\/|\.yaml$/g, ""))
