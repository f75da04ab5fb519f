import type { BibliographicRecord, EditionRecord } from "../model/bibliographic-record.js"
import { type InterchangeFile, saying } from "./file.js"
import { mediaTypeOf } from "./linkset.js"

/** Where the description of the site as a research object stands. */
export const roCratePath = "ro-crate-metadata.json"

/** What a crate lists: the data, not the pages that show them. */
const isData = (path: string) =>
  /^(?:tei|schema|downloads)\/|^(?:cmif|datacite)\.xml$|^bibliography\./.test(path)

/**
 * The site as an RO-Crate (1.3): the edition, who made it, its licence, and its data, each file with its type. A
 * crate has a day of publication; without one in edition.yaml there is none.
 */
export function roCrateOf(
  records: readonly BibliographicRecord[],
  files: readonly InterchangeFile[],
  edition: EditionRecord,
): object | undefined {
  if (edition.date === undefined) return undefined
  const titles = new Map(records.map(({ name, title }) => [`tei/${name}.xml`, title]))
  const licences = new Map(records.map(({ name, licence }) => [`tei/${name}.xml`, licence.url]))
  const parts = files
    .map(({ path }) => path)
    .filter(isData)
    .sort()
    .map((path) => {
      const licence = licences.get(path) ?? ""
      return saying({
        "@id": encodeURI(path).replace(/[?#]/g, encodeURIComponent),
        "@type": "File",
        name: titles.get(path) ?? path.replace(/^.*\//, ""),
        encodingFormat: mediaTypeOf(path),
        license: licence === "" || licence === edition.licence.url ? undefined : { "@id": licence },
      })
    })
  const people = edition.editors.map(({ name, orcid }, index) => ({
    "@id": orcid ?? `#editor-${index + 1}`,
    "@type": "Person",
    name,
  }))
  const licence = {
    "@id": edition.licence.url || "#licence",
    "@type": "CreativeWork",
    name: edition.licence.name,
  }
  const others = [
    ...new Set([...licences.values()].filter((url) => url !== "" && url !== edition.licence.url)),
  ].sort()
  const publisher = { "@id": "#publisher", "@type": "Organization", name: edition.publisher }
  const reference = (of: { readonly "@id": string }) => ({ "@id": of["@id"] })
  return {
    "@context": "https://w3id.org/ro/crate/1.3/context",
    "@graph": [
      {
        "@id": roCratePath,
        "@type": "CreativeWork",
        about: { "@id": "./" },
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.3" },
      },
      saying({
        "@id": "./",
        "@type": "Dataset",
        name: edition.title,
        description: edition.statement ?? edition.title,
        datePublished: edition.date,
        version: edition.version,
        inLanguage: edition.language,
        identifier: edition.doi === undefined ? undefined : `https://doi.org/${edition.doi}`,
        url: edition.url && `${edition.url}/index.html`,
        license: reference(licence),
        author: people.map(reference),
        publisher: reference(publisher),
        hasPart: parts.map((each) => ({ "@id": each["@id"] })),
      }),
      ...parts,
      ...people,
      publisher,
      licence,
      ...others.map((url) => ({ "@id": url, "@type": "CreativeWork", name: nameOf(records, url) })),
    ],
  }
}

/** What the first document that stands under a licence calls it. */
const nameOf = (records: readonly BibliographicRecord[], url: string) =>
  records.find(({ licence }) => licence.url === url)?.licence.name || url
