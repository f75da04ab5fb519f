import {
  type Agent,
  type BibliographicRecord,
  dateOfSending,
  intervalOf,
  limitsOf,
} from "../model/bibliographic-record.js"
import { saying } from "./file.js"

/**
 * A document in schema.org's words. There a letter is a Message, a draft a Manuscript; what it is based on is the
 * sheet that an archive keeps.
 */
export function schemaOrg(record: BibliographicRecord): object {
  const { edition, genre, sent, kept } = record
  const isLetter = genre === "letter"
  const { first, last } = limitsOf(record.date)
  return saying({
    "@context": "https://schema.org",
    "@id": record.address,
    "@type": schemaTypes[genre],
    name: record.title,
    identifier: record.doi === "" ? record.name : [record.name, `https://doi.org/${record.doi}`],
    url: record.address,
    inLanguage: record.language,
    abstract: record.abstract,
    author: record.authors.map(agent),
    ...(isLetter ? { sender: sent.agents.map(agent), recipient: record.recipients.map(agent) } : {}),
    ...(isLetter && sent.happened ? { dateSent: dateOfSending(record).when } : {}),
    dateCreated: first === last ? first : "",
    temporalCoverage: first === last ? "" : intervalOf(record.date),
    locationCreated: sent.places[0] && agent(sent.places[0]),
    editor:
      record.editors.length > 0
        ? record.editors.map(agent)
        : edition.editors.map(({ name, orcid }) => saying({ "@type": "Person", name, sameAs: orcid })),
    publisher: organisation(record.publisher || edition.publisher),
    datePublished: record.published || edition.date,
    version: edition.version,
    license: record.licence.url,
    isPartOf: saying({
      "@type": "Collection",
      "@id": edition.url && `${edition.url}/index.html`,
      name: edition.title,
    }),
    isBasedOn:
      kept.repository === ""
        ? undefined
        : saying({
            "@type": "ArchiveComponent",
            name: record.title,
            holdingArchive: saying({
              "@type": "ArchiveOrganization",
              name: kept.repository,
              address: [kept.settlement, kept.country].filter(Boolean).join(", "),
            }),
            itemLocation: [kept.collection, kept.shelfmark].filter(Boolean).join(", "),
          }),
  })
}

export const schemaTypes = { letter: "Message", manuscript: "Manuscript", document: "CreativeWork" } as const

const agentTypes = { person: "Person", organisation: "Organization", place: "Place" } as const

const agent = ({ name, kind, family, given, identifiers }: Agent) =>
  saying({ "@type": agentTypes[kind], name, familyName: family, givenName: given, sameAs: identifiers })

const organisation = (name: string) => (name === "" ? undefined : { "@type": "Organization", name })
