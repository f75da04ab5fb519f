import {
  addressIn,
  type BibliographicRecord,
  type EditionRecord,
  familyFirst,
  intervalOf,
} from "../model/bibliographic-record.js"
import { type InterchangeFile, saying, writeJson } from "./file.js"

const context = "https://dtsapi.org/context/v1.0.json"
const common = { "@context": context, dtsVersion: "1.0" }

/** The collections: the edition, and in it one that holds all its documents. A document's name does not begin so. */
const edition = "_edition"
const documents = "_documents"

/**
 * The edition by the Distributed Text Services 1.0 (level 0) as files, so that any host of files answers its calls.
 *
 * What a call asks for stands in the path of its address, by templates that the entry point gives; a call for what is
 * not there is then answered by the host's own 404. A document is cited as a whole: it has no citation tree, its
 * navigation is empty to whatever depth, and the document endpoint is its TEI file. How passages are cited is said
 * there, by its citeStructure; as files, the stretches of passages that a tree allows would be too many. None where
 * the edition does not know where it will stand, for all addresses are absolute.
 */
export function dtsFiles(
  records: readonly BibliographicRecord[],
  of: EditionRecord,
): readonly InterchangeFile[] {
  const root = addressIn(of, "")
  if (root === undefined) return []
  const templates = {
    collection: `${root}dts/collection{/id,nav}.json{?page}`,
    navigation: `${root}dts/navigation{/resource,tree,ref,start,end}.json{?down,page}`,
    document: `${root}tei{/resource,tree,ref,start,end}.xml{?mediaType}`,
  }
  const whole = {
    "@id": edition,
    "@type": "Collection",
    title: of.title,
    ...saying({ description: of.statement }),
    totalParents: 0,
    totalChildren: 1,
    collection: templates.collection,
  }
  const all = { ...whole, "@id": documents, totalParents: 1, totalChildren: records.length }
  const resources = records.map((record) => resourceOf(record, root))
  const file = (path: string, content: object) => ({ path: `dts/${path}.json`, content: writeJson(content) })
  const collection = (id: string, said: object, children: readonly object[], parents: readonly object[]) => [
    file(`collection/${id}`, { ...common, ...said, member: children }),
    file(`collection/${id}/children`, { ...common, ...said, member: children }),
    file(`collection/${id}/parents`, { ...common, ...said, member: parents }),
  ]
  return [
    file("index", { "@id": `${root}dts/index.json`, "@type": "EntryPoint", ...common, ...templates }),
    file("collection", { ...common, ...whole, member: [all] }),
    ...collection(edition, whole, [all], []),
    ...collection(documents, all, resources, [whole]),
    ...records.flatMap(({ name }, index) => {
      const resource = resources[index] ?? {}
      const navigation = {
        ...common,
        "@id": `${root}dts/navigation/${encodeURIComponent(name)}.json`,
        "@type": "Navigation",
        resource,
        member: [],
      }
      return [...collection(name, resource, [], [all]), file(`navigation/${name}`, navigation)]
    }),
  ]
}

/** A document, with templates in which its name stands already. */
function resourceOf(record: BibliographicRecord, root: string): object {
  const name = encodeURIComponent(record.name)
  const inWords = (words: string) => (words === "" ? [] : [{ lang: record.language, value: words }])
  return {
    "@id": record.name,
    "@type": "Resource",
    title: record.title,
    ...saying({ description: record.abstract }),
    totalParents: 1,
    totalChildren: 0,
    dublinCore: saying({
      title: inWords(record.title),
      creator: record.authors.map(familyFirst),
      language: [record.language],
      date: intervalOf(record.date),
      license: record.licence.url === "" ? [] : [record.licence.url],
    }),
    collection: `${root}dts/collection/${name}{/nav}.json{?page}`,
    navigation: `${root}dts/navigation/${name}{/tree,ref,start,end}.json{?down,page}`,
    document: `${root}tei/${name}{/tree,ref,start,end}.xml{?mediaType}`,
    download: `${root}tei/${name}.xml`,
    mediaTypes: ["application/tei+xml"],
    citationTrees: [],
  }
}
