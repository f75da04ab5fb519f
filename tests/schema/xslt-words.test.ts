import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { SaxesParser } from "saxes"
import { expect, test } from "vitest"

const folder = fileURLToPath(new URL("../../xslt/", import.meta.url))
const stylesheets = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xsl"))
  .sort()

/** What may stand in a stylesheet though it has words, and why. */
const allowed: readonly (readonly [words: RegExp, reason: string])[] = [
  [/^TEI$/, "a name, the same in every language"],
  [/^default-src /, "the policy that a browser reads"],
  [/^width=device-width/, "what a browser reads of the window"],
  [/^(?:BibTeX|RIS|CSL-JSON)$/, "names of formats, the same in every language"],
  [/^light dark$/, "the colour schemes, for a browser"],
  [/^margin (?:left|right|top|bottom)$/, "places as TEI’s suggested values have them"],
  [
    /^(?:its outermost element is | of the namespace |, not TEI of the namespace )/,
    "a diagnostic: stet’s own are in English",
  ],
  [/^(?:entry labelled|note authorial|spanned damage)$/, "classes of elements, for the styles"],
  [/^(?:there are no words for | has a place | that nothing fills)/, "a fault of ours, which no reader sees"],
]

const isXsl = (name: string) => name.startsWith("xsl:")
/** Attributes of HTML that are read out or shown. */
const spoken = new Set([
  "aria-label",
  "aria-description",
  "title",
  "alt",
  "placeholder",
  "data-label",
  "content",
])
/** Attributes of XSLT that hold an expression; the others hold names, or names with expressions in braces. */
const expressions = new Set(["select", "test", "match", "use", "group-by", "group-starting-with", "value"])

/** The string literals of an expression, without those of its comments. */
function literalsOf(expression: string): readonly string[] {
  const found = expression.matchAll(/\(:[\s\S]*?:\)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"/g)
  return Array.from(found, ([, single, double]) => single ?? double ?? "")
}

/** What stands outside braces, and the expressions within. */
function partsOf(template: string): {
  readonly fixed: readonly string[]
  readonly within: readonly string[]
} {
  return {
    fixed: template.split(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/),
    within: Array.from(template.matchAll(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g), ([, inner = ""]) => inner),
  }
}

const isWord = (text: string) => /\p{L}{2,}/u.test(text)
/** In an expression one word may be a name or a value; two with a blank between them are a phrase. */
const isPhrase = (text: string) => /\p{L}{2,}[,;:.]? +\p{L}{2,}|^ \p{L}{2,}|\p{L}{2,} $/u.test(text)

/** The words that a stylesheet would write by itself, with their lines. */
function wordsIn(xslt: string): readonly string[] {
  const found: string[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  const tell = (words: string) => {
    if (!allowed.some(([pattern]) => pattern.test(words))) found.push(`${parser.line}: ${words}`)
  }
  const told = (words: string, counts: (text: string) => boolean) => {
    if (counts(words)) tell(words)
  }
  parser.on("opentag", ({ name, attributes }) => {
    open.push(name)
    for (const [attribute, value] of Object.entries(attributes)) {
      // The names of classes are for the styles.
      if (attribute.startsWith("xmlns") || attribute === "class") continue
      if (isXsl(name) && expressions.has(attribute)) {
        for (const literal of literalsOf(value)) told(literal, isPhrase)
        continue
      }
      const { fixed, within } = partsOf(value)
      if (spoken.has(attribute)) for (const each of fixed) told(each.trim(), isWord)
      for (const each of within.flatMap(literalsOf)) told(each, isPhrase)
    }
  })
  parser.on("closetag", () => open.pop())
  parser.on("text", (text) => {
    if (open.length > 1) told(text.trim(), isWord)
  })
  parser.write(xslt).close()
  return found
}

test.each(stylesheets)("%s says nothing of its own: its words are in src/interface", (name) => {
  expect(wordsIn(readFileSync(join(folder, name), "utf8"))).toEqual([])
})

test("words of its own are found in text, in what is read out, and in expressions", () => {
  const bad = `<xsl:transform xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <p>Reading</p>
    <p aria-label="Note {@n}"/>
    <xsl:value-of select="if (@a) then 'so it is' else 'margin'"/>
    <p title="{'to be' || @n}"/>
    <xsl:text> and </xsl:text>
    <xsl:value-of select="', also ' || @n (: and this is a remark :)"/>
    <a type="application/tei+xml">TEI</a>
  </xsl:transform>`
  expect(wordsIn(bad).map((each) => each.replace(/^\d+: /, ""))).toEqual([
    "Reading",
    "Note",
    "so it is",
    "to be",
    "and",
    ", also ",
  ])
})
