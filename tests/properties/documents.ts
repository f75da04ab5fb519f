import fc from "fast-check"
import { depthLimit } from "../../src/read/mark-stack.js"
import { profileNamed } from "../encoding.js"

/**
 * A stretch of transcription and the characters of it that stand on the page. Both are made together,
 * so that the second is known without asking the reader. What counts as mark-up, and is therefore
 * typed but not expected, is exactly this:
 *
 * - the opening and the closing sign of a mark, and `~>` inside `{~~…~~}`;
 * - the backslash before an ASCII punctuation character, and before a line end;
 * - two or more blanks at the end of a line that the paragraph goes on after;
 * - the number signs and blanks before a heading;
 * - a line of hyphens or underscores that draws a rule, with its blanks.
 *
 * Everything else, blank lines and line ends included, stands on the page.
 */
export interface Typed {
  readonly typed: string
  readonly expected: string
}

const plain = (text: string): Typed => ({ typed: text, expected: text })
const joined = (parts: readonly Typed[], by = ""): Typed => ({
  typed: parts.map((each) => each.typed).join(by),
  expected: parts.map((each) => each.expected).join(by),
})

/** Begins each line: nothing that could be a label, a heading or a rule. */
const firstWord = fc.constantFrom(
  "Dear",
  "we",
  "Ötz",
  "e\u0301tude",
  "日本",
  "пиши",
  "👩‍👩‍👧",
  "x",
  "1962",
  "“so”",
)
const word = fc.oneof(
  firstWord,
  fc.constantFrom(
    "&",
    "<",
    ">",
    "]]>",
    "&amp;",
    "<B.>",
    "-",
    "--",
    "~",
    "(a)",
    "2.",
    "A.B.",
    "’",
    "\u00a0",
    "a\tb",
    "#",
  ),
  fc.constantFrom("*", "~", "\\", "<", "{", "_", "#", "`", "!", ".", "-").map((sign) => ({ sign })),
)
const asTyped = (each: string | { readonly sign: string }): Typed =>
  typeof each === "string" ? plain(each) : { typed: `\\${each.sign}`, expected: each.sign }
const blank = fc.constantFrom(" ", "  ", "\t", " \t ").map(plain)
const lineEnd = fc.constantFrom("\n", "\r\n", "\r")

const signs = profileNamed("stet").notations.flatMap(({ sign }) => {
  if (sign.kind === "tag" && sign.name !== "gap")
    return [{ open: `<${sign.name}>`, close: `</${sign.name}>` }]
  // Halves and places at words have documents of their own.
  if (sign.kind !== "pair" || sign.at !== "anywhere" || sign.open === "[[") return []
  return [{ open: sign.open, close: sign.close }]
})
const substitution = signs.find((each) => each.open === "{~~")

/** Words with marks among them; a mark begins and ends with a word, and never stands in itself. */
const inline = (depth: number, used: readonly string[]): fc.Arbitrary<Typed> => {
  const words = fc.tuple(firstWord, blank, word).map(([a, gap, b]) => joined([plain(a), gap, asTyped(b)]))
  if (depth === 0) return words
  const mark = fc.constantFrom(...signs.filter((each) => !used.includes(each.open))).chain((each) =>
    inline(depth - 1, [...used, each.open]).chain((inner) => {
      const marked = {
        typed: `${each.open}x${inner.typed} y${each.close}`,
        expected: `x${inner.expected} y`,
      }
      if (each !== substitution) return fc.constant(marked)
      return inline(0, used).map((added) => ({
        typed: `{~~x${inner.typed} y~>${added.typed}z~~}`,
        expected: `x${inner.expected} y${added.expected}z`,
      }))
    }),
  )
  const piece = fc.oneof({ weight: 2, arbitrary: words }, { weight: 3, arbitrary: mark })
  return fc
    .array(fc.tuple(fc.oneof(blank, fc.constant(plain("a"))), piece), { minLength: 1, maxLength: 4 })
    .map((pieces) => joined([plain("so"), ...pieces.flat()]))
}

const paragraph = fc
  .tuple(
    inline(3, []),
    fc.array(fc.tuple(fc.constantFrom("", "\\", "  ", "    "), lineEnd, firstWord, inline(1, [])), {
      maxLength: 2,
    }),
  )
  .map(([first, lines]) =>
    joined([
      first,
      ...lines.map(([sign, end, start, rest]) => ({
        typed: `.${sign}${end}${start} ${rest.typed}`,
        expected: `.${end}${start} ${rest.expected}`,
      })),
    ]),
  )
const heading = fc
  .tuple(fc.constantFrom("# ", "##  ", "   ###\t"), inline(1, []))
  .map(([sign, text]) => ({ typed: sign + text.typed, expected: text.expected }))
const point = fc
  .tuple(fc.constantFrom("1. ", "1)\t", " (12)  ", "(a) "), inline(2, []))
  .map(([label, text]) => joined([plain(label), text]))
const separator = fc.constantFrom(
  { typed: "---", expected: "" },
  { typed: "_ _ _", expected: "" },
  { typed: "\\* \\* \\*", expected: "* * *" },
  { typed: "\\*\\*\\*\\*", expected: "****" },
  { typed: "\t\\*\t\\*  \\* ", expected: "\t*\t*  * " },
)
const letterPart = fc
  .constantFrom("Dear Ben,", "3 May 1911", "Yours truly,", "(s) Ada Quill", "P.S. More soon.")
  .map(plain)
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: point },
  heading,
  separator,
  letterPart,
)
const gap = fc
  .tuple(
    lineEnd,
    fc.array(fc.tuple(fc.constantFrom("", " ", "\t", "   "), lineEnd), { minLength: 1, maxLength: 3 }),
  )
  .map(([end, lines]) => end + lines.map(([blanks, each]) => blanks + each).join(""))

/** A transcription of known words and marks. */
export const knownDocument: fc.Arbitrary<Typed> = fc
  .tuple(fc.array(fc.tuple(block, gap), { maxLength: 6 }), block, fc.constantFrom("", "\n", "\r\n", "\n\n\n"))
  .map(([blocks, last, end]) =>
    joined([...blocks.flatMap(([each, after]) => [each, plain(after)]), last, plain(end)]),
  )

/** Whatever somebody might type: signs of the language, line ends, blanks and other characters mixed at will. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...signs.flatMap((each) => [each.open, each.close])) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "~>",
          "\\",
          "*",
          "~",
          "#",
          "# ",
          "1. ",
          "(b) ",
          "---",
          "\\*",
          "<",
          "{",
          "}",
          "-",
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom("\n", "\r\n", "\r", "\n\n", " ", "  ", "\t", "\u00a0", "\u2028", "\u0085"),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom("Dear Ben,", "Yours,", "(s) Ada", "3 May 1911", "a", "b.", "P.S. c"),
      },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""))

/** A mark opened more often than marks may nest. */
export const tooDeep = fc
  .integer({ min: depthLimit - 1, max: 2 * depthLimit })
  .map((times) => "<sup>x".repeat(times))
