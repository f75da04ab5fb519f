import fc from "fast-check"
import { expect, test } from "vitest"
import { encodeDocument } from "../../src/encode/encode-document.js"
import { openSourceText } from "../../src/model/source-text.js"
import type { MarkupRange } from "../../src/model/transcription.js"
import { readDocument } from "../../src/read/transcription.js"
import { settingsWith } from "../encoding.js"
import { knownDocument } from "./documents.js"

// Every text of the body stands in the source where the map says: the stretch, without the mark-up in
// it, is the text.

const head = "---\ntitle: A\nkind: letter\nsender: Ada\nrecipient: Ben\nlicence: unknown\n---\n"
const settings = settingsWith()

/** The characters from one offset to another that are no mark-up. */
function unmarked(text: string, markup: readonly MarkupRange[], start: number, end: number): string {
  let found = ""
  let at = start
  for (const range of markup) {
    if (range.end <= start || range.start >= end) continue
    found += text.slice(at, Math.max(at, range.start))
    at = Math.max(at, range.end)
  }
  return found + text.slice(at, Math.max(at, end))
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", "#xD": "\r" }

/** The text that begins at a place of an XML file. */
function textAt(xml: string, line: number, column: number): string {
  const start = xml.split("\n", line - 1).join("\n").length + (line === 1 ? -1 : 0) + column
  return xml
    .slice(start, xml.indexOf("<", start))
    .replace(/&([^;]+);/g, (_, name: string) => references[name] ?? "")
}

test("the text at a node's place is that of its stretch of the source", () => {
  let seen = 0
  fc.assert(
    fc.property(knownDocument, ({ typed }) => {
      const source = openSourceText("letter.md", head + typed)
      const { value: document } = readDocument(source, "letter", settings)
      if (!document) throw new Error("The front matter is read in every case.")
      const { text, textPlaces } = encodeDocument(
        document,
        { settings, documents: [document] },
        "0.0.0",
      ).value
      for (const { line, column, origin } of textPlaces) {
        const { start, end } = origin
        seen++
        expect(textAt(text, line, column)).toBe(
          unmarked(source.text, document.transcription.markup, start.offset, end.offset),
        )
      }
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(200)
})
