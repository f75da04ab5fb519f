import { expect, test } from "vitest"
import { cellsOf, widthOf } from "../../../src/diagnostics/cells.js"
import { diagnose } from "../../../src/diagnostics/diagnostic.js"
import { excerpt } from "../../../src/diagnostics/excerpt.js"
import { printDiagnostic, summarise } from "../../../src/diagnostics/print.js"
import { openSourceText } from "../../../src/model/source-text.js"

/** What is printed of the first “~~” of a text. */
function printed(text: string): readonly string[] {
  const at = text.indexOf("~~")
  const span = openSourceText("a.md", text).spanAt(at, at + 2)
  return printDiagnostic(diagnose("mark-unclosed", { mark: "~~", closer: "~~" }, span), () => text).split(
    "\n",
  )
}

/** What of the printed line stands above the marker. */
const marked = ([, line = "", marker = ""]: readonly string[]) =>
  line.slice(marker.indexOf("^"), marker.lastIndexOf("^") + 1)

test("place, message, line, marker and what to do", () =>
  expect(printed("Dear\nBen, ~~so")).toEqual([
    "a.md:2:6: error: ~~ is opened here and not closed in this paragraph. [mark-unclosed]",
    "  2 | Ben, ~~so",
    "    |      ^^",
    "  → Close it with ~~ before the paragraph ends, or type \\~~ if the signs stand on the page.",
  ]))

test.each([10, 39, 40, 41, 99, 100, 5_000])(
  "in a line as long as %i before it, the marker stands under it",
  (before) => {
    const lines = printed(`${"word ".repeat(before / 5 + 1).slice(0, before)}~~${"x".repeat(5_000)}`)
    expect(marked(lines)).toBe("~~")
    expect(lines[1]?.length).toBeLessThan(120)
  },
)

test("tabs are four blanks, so that the marker stands under its place in every terminal", () => {
  const [, line, marker] = printed("a\tb\t~~c")
  expect([line, marker]).toEqual(["  1 | a    b    ~~c", "    |           ^^"])
})

test.each([
  ["Chinese signs, two columns each", "親愛的 ~~b", 7],
  ["an emoji of many parts", "👩‍👩‍👧 ~~b", 3],
  ["an accent of its own", "e\u0301te\u0301 ~~b", 4],
  ["a sign beyond the first plane", "𝄞 ~~b", 2],
])("the marker counts columns, not units: %s", (_, text, columns) =>
  expect(printed(text)[2]).toBe(`    | ${" ".repeat(columns)}^^`),
)

test.each([
  ["親", 400],
  ["e\u0301", 400],
  ["😀", 200],
  ["\t", 400],
  ["a", 100_000],
])("a long line of %j is cut round the marker and never wider than 80 columns", (sign, count) => {
  const [, line = "", marker = ""] = printed(`${sign.repeat(count)}~~${sign.repeat(count)}`)
  const cells = cellsOf(line, 0)
  expect(widthOf(cells)).toBeLessThanOrEqual(80)
  expect(widthOf(cells)).toBeGreaterThan(70)
  expect(line).toMatch(/^ {2}1 \| ….*….?$/)
  const before = cells.findIndex((cell) => cell.shown === "~")
  expect(marker.indexOf("^")).toBe(widthOf(cells.slice(0, before)))
})

test("a heap of accents is not printed whole", () => {
  const [, line = "", marker = ""] = printed(`${"\u0301".repeat(100_000)}~~`)
  expect(line.length).toBeLessThan(400)
  expect(marker.trim()).toMatch(/\^\^$/)
})

test("of a line from right to left what is meant is said, since nothing can be put under it", () =>
  expect(printed("שלום ~~רב").slice(1, 3)).toEqual(["  1 | שלום ~~רב", "    | here: “~~”"]))

test("a line end is shown as what comes after the line", () => {
  const text = "Dear Ben"
  const span = openSourceText("a.md", text).spanAt(8, 8)
  expect(excerpt(span, text)).toEqual(["  1 | Dear Ben", "    |         ^"])
})

test("of a place over several lines the first and the last are shown", () => {
  const text = "one ~~two\n\nthree\n  four~~ five\n"
  const spanAt = openSourceText("a.md", text).spanAt
  expect(excerpt(spanAt(4, text.indexOf(" five")), text)).toEqual([
    "  1 | one ~~two",
    "    |     ^^^^^",
    "  … |",
    "  4 |   four~~ five",
    "    |   ^^^^^^",
  ])
  expect(excerpt(spanAt(4, 10), text)).toEqual(["  1 | one ~~two", "    |     ^^^^^"])
})

test("places that belong to it are shown with their lines, and no more than eight", () => {
  const text = "one\ntwo\nthree\n"
  const spanAt = openSourceText("a.md", text).spanAt
  const related = [
    { message: "It begins here.", span: spanAt(4, 7) },
    ...Array.from({ length: 9 }, () => ({ message: "Again.", span: { ...spanAt(0, 3), file: "absent.md" } })),
  ]
  const problem = diagnose("mark-unclosed", { mark: "~~", closer: "~~" }, spanAt(8, 13), related)
  const lines = printDiagnostic(problem, (file) => (file === "a.md" ? text : undefined)).split("\n")
  expect(lines.slice(3, 7)).toEqual([
    "  a.md:2:1: It begins here.",
    "    2 | two",
    "      | ^^^",
    "  absent.md:1:1: Again.",
  ])
  expect(lines.at(-2)).toBe("  … and 2 more places")
})

test("of a file whose text is not at hand the place alone is printed", () => {
  const span = openSourceText("a.md", "~~").spanAt(0, 2)
  const problem = diagnose("mark-unclosed", { mark: "~~", closer: "~~" }, span)
  expect(printDiagnostic(problem, () => undefined).split("\n")).toHaveLength(2)
})

test("characters that would garble the terminal are shown as such", () =>
  expect(printed("\u202ea\u001b[31m ~~b")[1]).toBe("  1 | \ufffda\ufffd[31m ~~b"))

test("lines end as the source's do", () => expect(printed("a\rb\r\n~~c")[1]).toBe("  3 | ~~c"))

test("a problem without a place is its message and what to do", () =>
  expect(printDiagnostic(diagnose("edition-empty", { folder: "sources" }), () => undefined)).toBe(
    "error: There is no transcription in sources. [edition-empty]\n  → Put one there, or let “stet import FILE” propose some.",
  ))

test("one is one, two are more", () =>
  expect(summarise([diagnose("mark-empty"), diagnose("edition-empty"), diagnose("edition-empty")])).toBe(
    "2 errors, 1 warning",
  ))
