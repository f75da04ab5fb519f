import { addressIn, type BibliographicRecord } from "../model/bibliographic-record.js"
import { saying } from "./file.js"
import { schemaTypes } from "./schema-org.js"

/** The types of the files that a document or the edition has, by the endings of their names. */
const mediaTypes = [
  [".jsonld", "application/ld+json"],
  [".csl.json", "application/vnd.citationstyles.csl+json"],
  ["linkset.json", "application/linkset+json"],
  ["manifest.json", 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'],
  [".bib", "application/x-bibtex"],
  [".ris", "application/x-research-info-systems"],
  [".txt", "text/plain"],
  [".html", "text/html"],
  [".xml", "application/tei+xml"],
  ["datacite.xml", "application/xml"],
  [".jpg", "image/jpeg"],
  [".jpeg", "image/jpeg"],
  [".png", "image/png"],
  [".webp", "image/webp"],
  [".odd", "application/xml"],
  [".rng", "application/xml"],
  [".epub", "application/epub+zip"],
  [".zip", "application/zip"],
  [".json", "application/json"],
] as const

export const mediaTypeOf = (path: string): string =>
  mediaTypes.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1] ?? "application/octet-stream"

/** What describes a document, and what holds its text: paths from the site's root. */
export interface LinkedFiles {
  readonly records: readonly string[]
  readonly items: readonly string[]
}

/**
 * The links of a document's page as one file (RFC 9264), those included that a page cannot say of other files: to
 * whom its records and its texts belong. Nothing where the edition does not know where it will stand.
 */
export function linksetOf(record: BibliographicRecord, { records, items }: LinkedFiles): object | undefined {
  const { address, edition } = record
  if (address === undefined) return undefined
  const target = (path: string) => ({ href: addressIn(edition, path), type: mediaTypeOf(path) })
  const page = { href: address, type: "text/html" }
  return {
    linkset: [
      saying({
        anchor: address,
        "cite-as": [{ href: record.doi === "" ? address : `https://doi.org/${record.doi}` }],
        type: [{ href: `https://schema.org/${schemaTypes[record.genre]}` }],
        author: authorsOf(record).map((href) => ({ href })),
        license: record.licence.url === "" ? [] : [{ href: record.licence.url }],
        describedby: records.map(target),
        item: items.map(target),
        collection: [target("index.html")],
      }),
      ...records.map((path) => ({ anchor: addressIn(edition, path), describes: [page] })),
      ...items.map((path) => ({ anchor: addressIn(edition, path), collection: [page] })),
    ],
  }
}

/** One address for each author that has any. */
const authorsOf = ({ authors }: BibliographicRecord): readonly string[] => [
  ...new Set(authors.flatMap(({ identifiers }) => identifiers.slice(0, 1))),
]
