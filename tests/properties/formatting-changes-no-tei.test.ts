import fc from "fast-check"
import { expect, test } from "vitest"
import { formatFile } from "../../src/pipeline.js"
import { encodeFile, profileNamed, type Rules, settingsWith } from "../encoding.js"
import { documentOf, profiles } from "./whole-documents.js"

// A transcription in normal form gives the same TEI to the byte, keeps its front matter, and stays as it
// is when it is put in normal form again. In every profile that comes with stet.

const bytes = (text: string) => new TextEncoder().encode(text)
const frontOf = (text: string) => text.slice(0, text.indexOf("\n---\n", 4) + 5)

test.each(profiles)(
  "in the profile %s",
  (profile) => {
    const rules: Rules = { profile }
    const format = (text: string) =>
      formatFile({ file: "letter.md", bytes: bytes(text) }, settingsWith(rules), [])
    fc.assert(
      fc.property(documentOf(profile), (typed) => {
        const { tei, diagnostics } = encodeFile(bytes(typed), rules)
        const formatted = format(typed)
        const failed = tei === undefined || diagnostics.some((each) => each.severity === "error")
        // Without a backslash there are characters that no sign keeps; then the file is left as it is.
        const mayRefuse = !profileNamed(profile).escapes
        if (formatted.value !== undefined || !mayRefuse) expect(formatted.value === undefined).toBe(failed)
        if (formatted.value === undefined) return
        expect(encodeFile(bytes(formatted.value), rules).tei).toBe(tei)
        expect(frontOf(formatted.value)).toBe(frontOf(typed))
        expect(format(formatted.value).value).toBe(formatted.value)
      }),
      { numRuns: 100 },
    )
  },
  60_000,
)
