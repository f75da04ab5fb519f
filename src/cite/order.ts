import {
  lastSeen,
  type PublishedDocument,
  type PublishedName,
  type PublishedPassage,
} from "../model/ledger.js"

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * By the documents in which they stand or stood at last; there in the order that they have, which is that of the
 * text, and what has gone at the end.
 */
export function passagesInOrder(passages: readonly PublishedPassage[]): readonly PublishedPassage[] {
  return passages
    .map((passage) => ({ passage, document: lastSeen(passage).document, gone: passage.gone !== undefined }))
    .sort(
      (a, b) =>
        compare(a.document, b.document) ||
        Number(a.gone) - Number(b.gone) ||
        (a.gone ? compare(a.passage.id, b.passage.id) : 0),
    )
    .map((each) => each.passage)
}

export const documentsInOrder = (documents: readonly PublishedDocument[]): readonly PublishedDocument[] =>
  [...documents].sort((a, b) => compare(a.name, b.name))

/** By documents; there what stands in the order of the text, and then what has gone. */
export const namesInOrder = (named: readonly PublishedName[]): readonly PublishedName[] =>
  [...named].sort(
    (a, b) =>
      compare(a.document, b.document) ||
      Number(a.gone !== undefined) - Number(b.gone !== undefined) ||
      (a.gone ? compare(a.id, b.id) : 0),
  )
