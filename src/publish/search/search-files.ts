import MiniSearch from "minisearch"
import type { Words } from "../../model/page.js"
import type { DocumentSummary, Named } from "../../model/summary.js"
import {
  type FacetName,
  type SearchCatalogue,
  type SearchedText,
  searchSettings,
  written,
} from "../../search/catalogue.js"
import { wordsIn } from "../../search/fold.js"
import { type Field, fields, type Passage, passageFields, termsOf } from "../../search/passage.js"
import { partTerms, shortTerm } from "../../search/shards.js"
import { readTree } from "../../xml/read-tree.js"
import type { SiteFile } from "../site.js"
import { type Facts, factsOf } from "./facts.js"
import { passagesOf } from "./passages.js"

/** The most that one file of the index holds, in characters. */
export const shardLimit = 200_000

/** A document as it is searched. */
export interface SearchedDocument {
  readonly summary: DocumentSummary
  readonly facts: Facts
  readonly passages: readonly Passage[]
}

/** Reads a TEI document for the search; `words` are the pages' own. One that cannot be read has no words. */
export function searchedDocument(summary: DocumentSummary, tei: string, words: Words): SearchedDocument {
  const root = readTree(tei)
  if (root === undefined) return { summary, facts: { languages: [], names: [] }, passages: [] }
  return { summary, facts: factsOf(root, words), passages: passagesOf(root) }
}

/**
 * The files of the search: what it knows of all documents, the index in shards, and for each document the
 * passages that are shown. Scripts that assign to one global, since pages from a disk can fetch nothing else.
 */
export function searchFiles(documents: readonly SearchedDocument[]): readonly SiteFile[] {
  const index = new MiniSearch<IndexedDocument>({ ...searchSettings, idField: "id" })
  index.addAll(documents.map(indexed))
  const { index: terms, fieldLength, averageFieldLength } = index.toJSON()
  const shards = partTerms(
    terms.map(([term, byField]) => shortTerm([term, byField as Record<string, Record<string, number>>])),
    shardLimit,
  )
  const catalogue: SearchCatalogue = {
    names: documents.map(({ summary }) => summary.name),
    dates: documents.map(({ summary: { earliest, latest } }) => earliest || latest),
    facets: {
      people: facet(documents, ({ summary: { senders, recipients } }) =>
        calledBy([...senders, ...recipients]),
      ),
      places: facet(documents, ({ summary: { places } }) => calledBy(places)),
      kinds: facet(documents, ({ summary: { kind } }) => (kind === "" ? [] : [kind])),
      languages: facet(documents, ({ facts: { languages } }) => languages),
    } satisfies Record<FacetName, unknown>,
    firsts: shards.map(([first]) => first?.[0] ?? ""),
    averages: averageFieldLength,
    lengths: documents.map((_, id) => fieldLength[id] ?? []),
  }
  return [
    dataFile("documents", catalogue),
    ...shards.map((shard, number) => dataFile(`terms/${number}`, shard)),
    ...documents.map((document) => dataFile(`text/${document.summary.name}`, textOf(document))),
  ]
}

type IndexedDocument = { readonly id: number } & Readonly<Record<Field, string>>

/** What MiniSearch is given: for each field the terms, folded, with blanks between them. */
function indexed({ summary, facts, passages }: SearchedDocument, id: number): IndexedDocument {
  const inFields = passageFields.map((field) => [
    field,
    passages.flatMap((passage) => termsOf(passage, field)).join(" "),
  ])
  const said = (values: readonly string[]) =>
    values.flatMap((value) => wordsIn(value).flatMap(({ terms }) => terms)).join(" ")
  const { title, from, to, senders, recipients, places } = summary
  const called = [from, to, ...calledBy([...senders, ...recipients, ...places]), ...facts.names]
  const empty = Object.fromEntries(fields.map((field) => [field, ""])) as Record<Field, string>
  return {
    ...empty,
    ...Object.fromEntries(inFields),
    names: said([...new Set(called)]),
    title: said([title]),
    id,
  }
}

function facet(
  documents: readonly SearchedDocument[],
  valuesOf: (document: SearchedDocument) => readonly string[],
) {
  const numbers = new Map<string, number>()
  const of = documents.map((document) =>
    [...new Set(valuesOf(document))].map((value) => {
      const number = numbers.get(value) ?? numbers.size
      numbers.set(value, number)
      return number
    }),
  )
  return { values: [...numbers.keys()], of }
}

function textOf({ summary, facts, passages }: SearchedDocument): SearchedText {
  const { title, date, from, to, language, places } = summary
  const names = [...new Set([...calledBy(places), ...facts.names])]
  return { title, date, from, to, language, names, passages: passages.map(written) }
}

const calledBy = (named: readonly Named[]) => named.map(({ name }) => name)

const dataFile = (name: string, data: unknown): SiteFile => ({
  path: `search/${name}.js`,
  content: `(globalThis.stetSearchData??={})[${JSON.stringify(name)}]=${JSON.stringify(data)}\n`,
})
