import { readCitation } from "../cite/read-citation.js"
import { bibtexEntry } from "../interchange/bibtex.js"
import { cslItem } from "../interchange/csl.js"
import { writeJson } from "../interchange/file.js"
import { risRecord } from "../interchange/ris.js"
import { citationIn } from "../interchange/styles/styled.js"
import { bibliographicRecord, editionRecordOf } from "../model/bibliographic-record.js"
import { citationStyles, wordsOfCitation } from "../model/citation.js"
import { fragmentOf } from "../model/fragment.js"
import { emptyLedger } from "../model/ledger.js"
import type { CheckedEdition } from "./check.js"
import { citationInWords } from "./citation-in-words.js"
import { openRenderer, publishedEdition } from "./render.js"
import type { Resources } from "./resources.js"

/** The forms in which a document or a passage is cited: in words, in a style, as data. */
export const citationFormats = ["text", ...citationStyles, "bibtex", "ris", "csl-json"] as const
export type CitationFormat = (typeof citationFormats)[number]

/**
 * The citation of a document by its name, or of a passage by its id, or of either by its address; nothing for what is neither. A passage is cited as
 * its document with the passage's own address.
 */
export async function cite(
  wanted: string,
  { edition, documents, ledger }: CheckedEdition,
  resources: Resources,
  format: CitationFormat,
): Promise<string | undefined> {
  const named = readCitation(wanted, ledger ?? emptyLedger)
  const id = /[/#]/.test(wanted) ? (named.id ?? named.page ?? wanted) : wanted
  const attribute = new RegExp(`\\sxml:id\\s*=\\s*["']${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["']`)
  const document =
    documents.find(({ name }) => name === id) ?? documents.find(({ text }) => attribute.test(text))
  if (!document || id === "") return undefined
  const renderer = await openRenderer(resources)
  const published = await publishedEdition(edition.settings, resources)
  const summary = renderer.summaryOf(document.name, document.text, {
    edition: published,
    document: { name: document.name },
    ...{ documentNames: [document.name], editionPages: [], styles: [], scripts: {} },
  })
  if (summary.value === undefined) return undefined
  const ofDocument = bibliographicRecord(summary.value, editionRecordOf(edition.settings))
  if (format === "text")
    return `${citationInWords(ofDocument, published.words, id === document.name ? undefined : fragmentOf(id))}\n`
  const { address = `${document.name}/index.html` } = ofDocument
  const record =
    id === document.name
      ? { ...ofDocument, address }
      : { ...ofDocument, address: `${address}#${fragmentOf(id)}` }
  switch (format) {
    case "bibtex":
      return bibtexEntry(record)
    case "ris":
      return risRecord(record)
    case "csl-json":
      return writeJson([cslItem(record)])
    default:
      // A style has an address that anybody can open, or none; of a passage, the one that its page has.
      return `${wordsOfCitation(citationIn(format, id === document.name ? ofDocument : record))}\n`
  }
}
