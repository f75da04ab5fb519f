import { collate } from "../collate/collation.js"
import { collationData } from "../collate/collation-data.js"
import { collationTei } from "../collate/collation-tei.js"
import { readWitness } from "../collate/read-witness.js"
import { describeCollation, type Places } from "../collate/report.js"
import type { Witness } from "../collate/witness.js"
import { diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import type { EncodedDocument } from "../encode/encode-document.js"
import { openSourceText } from "../model/source-text.js"
import { encodeEdition } from "./encode.js"
import type { OpenedEdition } from "./open.js"

/** A document as a witness, with the places of its words in the file that an editor mends. */
export interface OpenedWitness {
  readonly witness: Witness
  readonly places: Places
}

/** A comparison, in each form that it may be wanted. */
export interface CollatedDocuments {
  readonly text: () => string
  readonly tei: () => string
  readonly data: () => Readonly<Record<string, unknown>>
}

/** One document of an edition as a witness; its TEI, which need not be valid, is pointed at as `NAME.xml` or by its own file. */
export function openWitness(
  { edition, brought, ledger }: OpenedEdition,
  name: string,
  version: string,
): Outcome<OpenedWitness | undefined> {
  if (edition.documents.some((each) => each.name === name)) {
    // All are encoded, for a passage may come from another document and have its id from there.
    const { value, diagnostics } = encodeEdition(edition, ledger, version)
    const encoded = value.documents.find((each) => each.name === name)
    if (!encoded || hasErrors(diagnostics)) return { value: undefined, diagnostics }
    const witness = readWitness(name, `${name}.xml`, encoded.text)
    return { value: { witness, places: inTranscription(encoded) }, diagnostics }
  }
  const tei = brought.find((each) => each.name === name || each.file === name)
  if (tei) {
    const { text, spanAt } = tei.expanded
    const at = (offset: number) => {
      const { file, start } = spanAt(offset, offset)
      return `${file === tei.file ? "" : `${file}:`}${start.line}:${start.column}`
    }
    return {
      value: { witness: readWitness(tei.name, tei.file, text), places: { file: tei.file, at } },
      diagnostics: [],
    }
  }
  const known = [...edition.documents, ...brought].map((each) => each.name)
  const values = { target: name, what: "document", known: known.length > 0 ? known.join(", ") : "none" }
  return { value: undefined, diagnostics: [diagnose("reference-unresolved", values)] }
}

/** Compares two documents. */
export function collateDocuments(a: OpenedWitness, b: OpenedWitness): CollatedDocuments {
  const collation = collate(a.witness, b.witness)
  return {
    text: () => describeCollation(collation, a.places, b.places),
    tei: () => collationTei(collation),
    data: () => collationData(collation, a.places, b.places),
  }
}

/** Places in the transcription, by the source map: the beginning of the text that holds the offset, and as far into it. */
function inTranscription(encoded: EncodedDocument): Places {
  const tei = openSourceText(`${encoded.name}.xml`, encoded.text)
  const nodes = [...encoded.textPlaces, ...encoded.places].sort(
    (x, y) => x.line - y.line || x.column - y.column,
  )
  const at = (offset: number) => {
    const { line, column } = tei.pointAt(offset)
    let [low, high] = [0, nodes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const node = nodes[middle]
      if (node && (node.line < line || (node.line === line && node.column <= column))) low = middle + 1
      else high = middle
    }
    const node = nodes[low - 1]
    if (!node) return `${line}:${column}`
    const { start, end } = node.origin
    const further = node.line === line && !("name" in node) ? column - node.column : 0
    const isOnLine = start.line === end.line && start.column + further <= end.column
    return `${start.line}:${start.column + (isOnLine ? further : 0)}`
  }
  return { file: encoded.source, at }
}
