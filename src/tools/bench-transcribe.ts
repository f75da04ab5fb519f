import { loadProfiles } from "../cli/edition-files.js"
import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { encodeDocument } from "../encode/encode-document.js"
import { openEdition } from "../pipeline.js"
import { decodeUtf8 } from "../read/source-text.js"
import { readDocument } from "../read/transcription.js"

/** What became of one transcription: its TEI file, empty where there is none, and what was found. */
export interface Transcribed {
  readonly tei: string
  readonly diagnostics: readonly Diagnostic[]
}

const settings = `title: Transcriptions to be timed
editors: [{ name: The stet authors }]
publisher: The stet project
version: "0.1.0"
licence: CC0 1.0
language: en
conventions: { substitution: neighbouring, falseStart: repeated-label }
`

/** The least that the front matter of a transcription says, and whatever else is to stand in it. */
export const frontMatter = (more = ""): string => `---
title: A transcription to be timed
kind: letter
sender: Ada Quill
recipient: Ben Folio
licence: CC0 1.0
${more}---
`

/**
 * Makes ready to go from the bytes of a transcription to its TEI: read, encoded, written and read back,
 * all in process. The edition's settings and profiles are read once, as for all documents of an edition.
 */
export async function openTranscriber(): Promise<(bytes: Uint8Array) => Transcribed> {
  const settingsFile = { file: "edition.yaml", bytes: new TextEncoder().encode(settings) }
  const opened = openEdition(settingsFile, [], [], await loadProfiles())
  const edition = opened.value
  if (!edition) throw new Error(`The settings are wrong: ${JSON.stringify(opened.diagnostics)}`)
  return (bytes) => {
    const source = decodeUtf8(bytes, "sources/letter.md")
    const { value: document, diagnostics } = readDocument(source.value, "letter", edition.settings)
    const found = [...source.diagnostics, ...diagnostics]
    if (!document) return { tei: "", diagnostics: found }
    const encoded = encodeDocument(document, { ...edition, documents: [document] }, "0.0.0")
    return { tei: encoded.value.text, diagnostics: [...found, ...encoded.diagnostics] }
  }
}
