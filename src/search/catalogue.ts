import { type Field, fields, type Passage } from "./passage.js"
import { type FullTerm, fullTerm, type ShortTerm } from "./shards.js"

/** What the search knows of all documents, in columns, in the edition's order: search/documents.js. */
export interface SearchCatalogue {
  readonly names: readonly string[]
  /** ISO 8601, or as much of it as is known; empty where there is no date. */
  readonly dates: readonly string[]
  /** What documents may be chosen by. */
  readonly facets: Readonly<Record<FacetName, Facet>>
  /** The first term of each shard. */
  readonly firsts: readonly string[]
  readonly averages: readonly number[]
  /** How many terms a document has in each field. */
  readonly lengths: readonly (readonly (number | null)[])[]
}

export const facetNames = ["people", "places", "kinds", "languages"] as const
export type FacetName = (typeof facetNames)[number]

/** The values there are, and by document which of them it has. */
export interface Facet {
  readonly values: readonly string[]
  readonly of: readonly (readonly number[])[]
}

/** What the search shows of one document: search/text/NAME.js. */
export interface SearchedText {
  readonly title: string
  /** The date in the document's words. */
  readonly date: string
  /** Who wrote to whom. */
  readonly from: string
  readonly to: string
  readonly language: string
  /** Names by which the persons and places of the document are known, in the registers. */
  readonly names: readonly string[]
  /** Each: id, whether it is a note, and then text and ways in turns. */
  readonly passages: readonly (readonly (string | number)[])[]
}

export const written = ({ id, isNote, stretches }: Passage): readonly (string | number)[] => [
  id,
  isNote ? 1 : 0,
  ...stretches.flatMap(({ text, ways }) => [text, ways]),
]

export function passageOf([id, isNote, ...rest]: readonly (string | number)[]): Passage {
  const stretches = []
  for (let index = 0; index < rest.length; index += 2)
    stretches.push({ text: String(rest[index]), ways: Number(rest[index + 1]) })
  return { id: String(id), isNote: isNote === 1, stretches }
}

/** MiniSearch's settings, the same where the index is made and where it is read: what is given to it is folded already. */
export const searchSettings = {
  fields: [...fields] as Field[],
  tokenize: (terms: string) => (terms === "" ? [] : terms.split(" ")),
  processTerm: (term: string) => term,
}

/** MiniSearch's data of an index that has the terms of some shards only; documents are known by their numbers. */
export function indexOf(
  { names, averages, lengths }: SearchCatalogue,
  shards: readonly (readonly ShortTerm[])[],
) {
  const all = <T>(of: (index: number) => T): Record<string, T> =>
    Object.fromEntries(names.map((_, index) => [index, of(index)]))
  return {
    serializationVersion: 2,
    documentCount: names.length,
    nextId: names.length,
    documentIds: all((index) => index),
    fieldIds: Object.fromEntries(fields.map((field, index) => [field, index])),
    fieldLength: all((index) => lengths[index] ?? []) as Record<string, number[]>,
    averageFieldLength: [...averages],
    storedFields: {},
    dirtCount: 0,
    index: shards.flatMap((terms) => terms.map(fullTerm)) as FullTerm[],
  }
}
