import MiniSearch from "minisearch"
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
  readonly name: string
  readonly facts: Facts
  readonly passages: readonly Passage[]
}

/** Reads a TEI document for the search; one that cannot be read has no words. */
export function searchedDocument(name: string, tei: string): SearchedDocument {
  const root = readTree(tei)
  if (root !== undefined) return { name, facts: factsOf(root), passages: passagesOf(root) }
  const facts = { title: name, date: "", when: "", from: [], to: [], places: [], kind: "" }
  return { name, facts: { ...facts, languages: [], language: "en", names: [] }, passages: [] }
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
    names: documents.map(({ name }) => name),
    dates: documents.map(({ facts }) => facts.when),
    facets: {
      people: facet(documents, ({ from, to }) => [...from, ...to]),
      places: facet(documents, ({ places }) => places),
      kinds: facet(documents, ({ kind }) => (kind === "" ? [] : [kind])),
      languages: facet(documents, ({ languages }) => languages),
    } satisfies Record<FacetName, unknown>,
    firsts: shards.map(([first]) => first?.[0] ?? ""),
    averages: averageFieldLength,
    lengths: documents.map((_, id) => fieldLength[id] ?? []),
  }
  return [
    dataFile("documents", catalogue),
    ...shards.map((shard, number) => dataFile(`terms/${number}`, shard)),
    ...documents.map((document) => dataFile(`text/${document.name}`, textOf(document))),
  ]
}

type IndexedDocument = { readonly id: number } & Readonly<Record<Field, string>>

/** What MiniSearch is given: for each field the terms, folded, with blanks between them. */
function indexed({ facts, passages }: SearchedDocument, id: number): IndexedDocument {
  const inFields = passageFields.map((field) => [
    field,
    passages.flatMap((passage) => termsOf(passage, field)).join(" "),
  ])
  const said = (values: readonly string[]) =>
    values.flatMap((value) => wordsIn(value).flatMap(({ terms }) => terms)).join(" ")
  const names = said([...new Set([...facts.from, ...facts.to, ...facts.places, ...facts.names])])
  const empty = Object.fromEntries(fields.map((field) => [field, ""])) as Record<Field, string>
  return { ...empty, ...Object.fromEntries(inFields), names, title: said([facts.title]), id }
}

function facet(documents: readonly SearchedDocument[], valuesOf: (facts: Facts) => readonly string[]) {
  const numbers = new Map<string, number>()
  const of = documents.map(({ facts }) =>
    [...new Set(valuesOf(facts))].map((value) => {
      const number = numbers.get(value) ?? numbers.size
      numbers.set(value, number)
      return number
    }),
  )
  return { values: [...numbers.keys()], of }
}

function textOf({ facts, passages }: SearchedDocument): SearchedText {
  const { title, date, from, to, language, names } = facts
  return {
    title,
    date,
    from: from.join(", "),
    to: to.join(", "),
    language,
    names: [...new Set([...facts.places, ...names])],
    passages: passages.map(written),
  }
}

const dataFile = (name: string, data: unknown): SiteFile => ({
  path: `search/${name}.js`,
  content: `(globalThis.stetSearchData??={})[${JSON.stringify(name)}]=${JSON.stringify(data)}\n`,
})
