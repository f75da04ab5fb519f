import { expect, test } from "vitest"
import { diagnose } from "../../../src/diagnostics/diagnostic.js"
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

test("tabs before it move the marker as well", () => {
  const [, line, marker] = printed("a\tb\t~~c")
  expect([line, marker]).toEqual(["  1 | a\tb\t~~c", "    |  \t \t^^"])
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
