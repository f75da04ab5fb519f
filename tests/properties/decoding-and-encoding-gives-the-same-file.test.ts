import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodeAgain, encodeAgain, encodeFile, profileNamed, type Rules } from "../encoding.js"
import { examplesOf, resultOf } from "../examples/example.js"
import { documentOf, profiles } from "./whole-documents.js"

// A whole file, read, encoded, decoded and encoded again, is the same TEI, header and all; and what is
// decoded then is the same transcription. In every profile that comes with stet, and for each example.

const conventions: Rules["conventions"][] = [{}, { substitution: "marked" }, { substitution: "neighbouring" }]

test.each(profiles)(
  "in the profile %s",
  (profile) => {
    fc.assert(
      fc.property(documentOf(profile), fc.constantFrom(...conventions), (typed, stated) => {
        const rules: Rules = { profile, ...(stated ? { conventions: stated } : {}) }
        const { tei, diagnostics } = encodeFile(new TextEncoder().encode(typed), rules)
        fc.pre(tei !== undefined && diagnostics.every((each) => each.severity !== "error"))
        const decoded = decodeAgain(tei ?? "", rules)
        // Without a backslash there are characters that no sign keeps; then nothing is written.
        if (decoded === undefined && !profileNamed(profile).escapes) return
        const again = encodeAgain(tei ?? "", rules)
        expect(again).toBe(tei)
        expect(decodeAgain(again ?? "", rules)?.text).toBe(decoded?.text)
      }),
      { numRuns: 250, maxSkipsPerRun: 200 },
    )
  },
  60_000,
)

const folder = fileURLToPath(new URL("../examples/", import.meta.url))
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"))

describe.each(pages)("for the examples of %s", (page) => {
  const examples = examplesOf(readFileSync(folder + page, "utf8")).map((each) => [each.line, each] as const)

  test.each(examples)("line %i", (_, example) => {
    const { whole, tei } = resultOf(example)
    if (whole.tei === undefined || tei === undefined) return
    const again = encodeAgain(whole.tei, example.rules)
    expect(again).toBe(whole.tei)
    const decoded = decodeAgain(whole.tei, example.rules)
    expect(decodeAgain(again ?? "", example.rules)?.text).toBe(decoded?.text)
  })
})
