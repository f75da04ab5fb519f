import fc from "fast-check"
import { expect, test } from "vitest"
import { decodeUtf8 } from "../../src/read/source-text.js"
import { codesOf, encodeBodyText, sourceTextIn } from "../encoding.js"
import { anyText, knownDocument, tooDeep } from "./documents.js"

// Every character of the transcription that is no mark-up stands in the TEI, in the same order, and
// no other does. An XML parser reads the TEI back; what counts as mark-up is written in documents.ts.

test("of a document whose words and marks are known, the TEI holds exactly the words", () => {
  fc.assert(
    fc.property(knownDocument, ({ typed, expected }) => {
      const { tei, diagnostics } = encodeBodyText(typed)
      expect(diagnostics.filter((each) => each.severity !== "info")).toEqual([])
      expect(sourceTextIn(tei ?? "")).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

test("of any text, the TEI holds what the reader did not take for mark-up", () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 30, arbitrary: anyText }, tooDeep), (typed) => {
      const bytes = new TextEncoder().encode(typed)
      // A character that XML cannot hold is an error, and no TEI is written.
      fc.pre(!codesOf(decodeUtf8(bytes, "letter.md")).includes("character-forbidden"))
      const { tei, unmarked, diagnostics } = encodeBodyText(typed)
      expect(codesOf({ diagnostics })).not.toContain("text-not-conserved")
      expect(sourceTextIn(tei ?? "")).toBe(unmarked)
    }),
    { numRuns: 600 },
  )
})

test("of any text without signs of the language, the TEI holds all", () => {
  const signless = fc.string({ unit: fc.constantFrom(..."abcÄ ß1.,;:!&>'\"\u00a0\t\n\r→👍\u0301()") })
  fc.assert(
    fc.property(signless, (typed) => {
      // Two blanks before a line end are the one sign that is left.
      const expected = typed.replace(/ {2,}(?=[\r\n])/g, " ")
      expect(sourceTextIn(encodeBodyText(expected).tei ?? "")).toBe(expected)
    }),
    { numRuns: 500 },
  )
})
