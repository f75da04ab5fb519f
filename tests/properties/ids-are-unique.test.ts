import fc from "fast-check"
import { expect, test } from "vitest"
import { encodeDocument } from "../../src/encode/encode-document.js"
import type { Document } from "../../src/model/edition.js"
import { openSourceText } from "../../src/model/source-text.js"
import { readTranscription } from "../../src/read/transcription.js"
import { frontMatterOf, settingsWith } from "../encoding.js"
import { knownDocument } from "./documents.js"

const settings = settingsWith()
const handId = fc.constantFrom("clerk", "text", "first", "revised", "ed1", "wit", "wit-b")

test("no two elements of an edition have one id, though the documents say the same", () => {
  fc.assert(
    fc.property(knownDocument, knownDocument, fc.uniqueArray(handId), (one, other, hands) => {
      const bodies = { a: one.typed, b: `${other.typed}\n\n${one.typed}\n\n${one.typed}`, "a-b": one.typed }
      const names = Object.keys(bodies)
      const documents = Object.entries(bodies).map(([name, body]): Document => {
        const frontMatter = {
          ...frontMatterOf(),
          hands: hands.map((id) => ({ id, name: id })),
          witnesses: names
            .filter((each) => each !== name)
            .map((document) => ({ document, relation: "another" })),
        }
        const source = openSourceText(`${name}.md`, body)
        const transcription = readTranscription(source, 0, frontMatter, settings).value
        return {
          name,
          file: source.file,
          frontMatter,
          transcription,
          entities: [],
          correspondents: new Map(),
          images: [],
          fieldSpans: new Map(),
        }
      })
      const written = documents.map(
        (each) => encodeDocument(each, { settings, documents }, "0.0.0").value.text,
      )
      const ids = written.flatMap((tei) => Array.from(tei.matchAll(/xml:id="([^"]*)"/g), (match) => match[1]))
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
