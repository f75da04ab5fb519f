import { type BibliographicRecord, type EditionRecord, limitsOf } from "../model/bibliographic-record.js"
import { serialise } from "../xml/serialise.js"
import { element, indented, text } from "../xml/tree.js"

/** Where the record for the registration of the edition's DOI stands. */
export const datacitePath = "datacite.xml"

const namespace = "http://datacite.org/schema/kernel-4"
const spdx = "https://spdx.org/licenses/"

/**
 * The edition as DataCite's schema 4.7 describes what gets a DOI: the editors are its creators, the letters its dates of
 * coverage. None without a DOI, or without the year of publication, which the schema asks for.
 */
export function dataciteOf(
  records: readonly BibliographicRecord[],
  edition: EditionRecord,
): string | undefined {
  const { doi, date, licence } = edition
  if (doi === undefined || date === undefined) return undefined
  const said = (name: string, words: string, attributes = {}) => element(name, attributes, [text(words)])
  const inLanguage = { "xml:lang": edition.language }
  const coverage = coverageOf(records)
  const root = element("resource", { xmlns: namespace }, [
    said("identifier", doi, { identifierType: "DOI" }),
    element(
      "creators",
      {},
      edition.editors.map(({ name, orcid }) =>
        element("creator", {}, [
          said("creatorName", name),
          orcid === undefined
            ? undefined
            : said("nameIdentifier", orcid, {
                nameIdentifierScheme: "ORCID",
                schemeURI: "https://orcid.org",
              }),
        ]),
      ),
    ),
    element("titles", {}, [said("title", edition.title, inLanguage)]),
    said("publisher", edition.publisher),
    said("publicationYear", date.slice(0, 4)),
    said("resourceType", "Digital scholarly edition", { resourceTypeGeneral: "Collection" }),
    element("dates", {}, [
      said("date", date, { dateType: "Issued" }),
      coverage === "" ? undefined : said("date", coverage, { dateType: "Coverage" }),
    ]),
    said("language", edition.language),
    edition.url === undefined
      ? undefined
      : element("alternateIdentifiers", {}, [
          said("alternateIdentifier", `${edition.url}/index.html`, { alternateIdentifierType: "URL" }),
        ]),
    element("formats", {}, [said("format", "text/html"), said("format", "application/tei+xml")]),
    said("version", edition.version),
    element("rightsList", {}, [said("rights", licence.name, { ...inLanguage, ...rightsOf(licence.url) })]),
    edition.statement === undefined
      ? undefined
      : element("descriptions", {}, [
          said("description", edition.statement, { ...inLanguage, descriptionType: "Abstract" }),
        ]),
  ])
  return serialise(indented(root)).text
}

/** The days between which all dated documents lie: “1894-10-01/1962-10-27”. */
function coverageOf(records: readonly BibliographicRecord[]): string {
  const limits = records
    .map(({ date }) => limitsOf(date))
    .filter(({ first, last }) => first !== "" && last !== "")
  // A sign before a year puts it before all others, and of two such the larger number first.
  const inTime = (one: string, other: string) => {
    const [a, b] = [Number.parseInt(one, 10), Number.parseInt(other, 10)]
    return a === b ? (one < other ? -1 : 1) : a - b
  }
  const [first] = limits.map((each) => each.first).sort(inTime)
  const last = limits
    .map((each) => each.last)
    .sort(inTime)
    .at(-1)
  if (first === undefined || last === undefined) return ""
  return first === last ? first : `${first}/${last}`
}

/** The licence's address, and what SPDX calls it, where that can be told from the address. */
function rightsOf(url: string): Readonly<Record<string, string>> {
  if (url === "") return {}
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/.exec(url) ?? []
  const zero = /creativecommons\.org\/publicdomain\/zero\/1\.0/.test(url)
  const rightsIdentifier =
    kind !== undefined ? `CC-${kind.toUpperCase()}-${version}` : zero ? "CC0-1.0" : undefined
  const named =
    rightsIdentifier === undefined
      ? {}
      : { rightsIdentifier, rightsIdentifierScheme: "SPDX", schemeURI: spdx }
  return { rightsURI: url, ...named }
}
