import fc from "fast-check"
import { expect, test } from "vitest"
import { decodeUtf8 } from "../../src/read/source-text.js"
import { codesOf, encodeAgain, encodeBodyText } from "../encoding.js"
import { anyText, knownDocument } from "./documents.js"

// stet decode writes a transcription in normal form: other signs perhaps, but the same TEI. The law
// is asked where stet would have written a TEI file at all: of text that was read without an error.

test("for a document of known words and marks", () => {
  fc.assert(
    fc.property(knownDocument, ({ typed }) => {
      const { tei } = encodeBodyText(typed)
      expect(encodeAgain(tei ?? "")).toBe(tei)
    }),
    { numRuns: 500 },
  )
})

test("for any text that is read without an error", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      fc.pre(
        !codesOf(decodeUtf8(new TextEncoder().encode(typed), "letter.md")).includes("character-forbidden"),
      )
      const { tei, diagnostics } = encodeBodyText(typed)
      fc.pre(diagnostics.every((each) => each.severity !== "error"))
      expect(encodeAgain(tei ?? "")).toBe(tei)
    }),
    { numRuns: 400, maxSkipsPerRun: 50 },
  )
})
