import { keepIds } from "../cite/keep-ids.js"
import { inSurroundings } from "../cite/surroundings.js"
import type { Outcome } from "../diagnostics/diagnostic.js"
import { type EncodedDocument, encodeDocument } from "../encode/encode-document.js"
import type { Edition } from "../model/edition.js"
import type { Ledger } from "../model/ledger.js"
import type { BroughtTei } from "./brought.js"
import { titleIn } from "./named-places.js"

/** The transcriptions of an edition as TEI, and the ledger as it is once they are published. */
export interface EncodedEdition {
  readonly documents: readonly EncodedDocument[]
  /** Nothing where there was none: what is no edition of its own publishes no ids. */
  readonly ledger: Ledger | undefined
}

/**
 * Encodes the transcriptions of an edition. Blocks that were published keep their ids: each document is encoded as
 * if it were new, its blocks are sought in the ledger, and where one has an id of its own already the document is
 * encoded again with it. `brought` are the documents that come as TEI, whose ids are their own.
 */
export function encodeEdition(
  edition: Edition,
  ledger: Ledger | undefined,
  version: string,
  brought: readonly BroughtTei[] = [],
): Outcome<EncodedEdition> {
  const first = edition.documents.map((document) => encodeDocument(document, edition, version))
  const diagnostics = first.flatMap((outcome) => outcome.diagnostics)
  const encoded = first.map((outcome) => outcome.value)
  if (ledger === undefined) return { value: { documents: encoded, ledger }, diagnostics }
  const kept = keepIds(ledger, {
    release: edition.settings.version,
    documents: [
      ...edition.documents.map(({ name, frontMatter }) => ({ name, title: frontMatter.title })),
      ...brought.map(({ name, document }) => ({ name, title: titleIn(document) ?? name })),
    ],
    blocks: encoded.flatMap((each) => inSurroundings(each.name, each.blocks)),
  })
  let from = 0
  const documents = encoded.map((each, index) => {
    const ids = kept.ids.slice(from, from + each.blocks.length)
    from += each.blocks.length
    const document = edition.documents[index]
    if (!document || each.blocks.every(({ proposed }, at) => proposed === ids[at])) return each
    return encodeDocument(document, edition, version, ids).value
  })
  return { value: { documents, ledger: kept.ledger }, diagnostics }
}
