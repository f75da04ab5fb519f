import fc from "fast-check"
import { expect, test } from "vitest"
import { readEdition } from "../../src/read/edition.js"
import { proposeEdition } from "../../src/read/proposal.js"
import { readRaw } from "../../src/read/raw.js"
import { decodeUtf8 } from "../../src/read/source-text.js"
import { readDocument } from "../../src/read/transcription.js"
import { profileFiles, profileNamed, settingsWith } from "../encoding.js"
import { anyText } from "./documents.js"

const encoder = new TextEncoder()
const front = "---\ntitle: A\nkind: letter\nsender: B\nrecipient: C\nlicence: D\n---\n"
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  anyText.map((text) => encoder.encode(text)),
  anyText.map((text) => encoder.encode(front + text)),
  anyText.map((text) => encoder.encode(`---\n${text}\n---\n`)),
  fc
    .tuple(anyText, fc.uint8Array({ maxLength: 4 }))
    .map(([text, tail]) => Buffer.concat([encoder.encode(text), tail])),
)

test("whatever the bytes of a file, it is read, and every problem has its place in the file", () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const source = decodeUtf8(given, "letter.md")
      const document = readDocument(source.value, "letter", settingsWith())
      const raw = readRaw(source.value, "A file", profileNamed("stet"))
      const proposal = proposeEdition(source.value, "a", "A file", profileNamed("stet"))
      const { length } = source.value.text
      for (const { span } of [source, document, raw, proposal].flatMap((each) => each.diagnostics)) {
        expect(span?.start.offset).toBeGreaterThanOrEqual(0)
        expect(span?.end.offset).toBeGreaterThanOrEqual(span?.start.offset ?? 0)
        expect(span?.end.offset).toBeLessThanOrEqual(length)
      }
    }),
    { numRuns: 1000 },
  )
})

test("whatever stands in edition.yaml, it is read", () => {
  fc.assert(
    fc.property(bytes, bytes, (settings, letter) => {
      readEdition(
        { file: "edition.yaml", bytes: settings },
        [{ file: "sources/letter.md", bytes: letter }],
        [],
        [...profileFiles, { file: "sources/profiles/house.yaml", bytes: letter }],
      )
    }),
    { numRuns: 300 },
  )
})
