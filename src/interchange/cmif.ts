import { createHash } from "node:crypto"
import {
  type Act,
  type Agent,
  addressIn,
  type BibliographicRecord,
  type Dating,
  dateOfSending,
  type EditionRecord,
} from "../model/bibliographic-record.js"
import { metadataLicences } from "../model/edition.js"
import { serialise } from "../xml/serialise.js"
import { element, indented, text } from "../xml/tree.js"

/** Where the index of letters stands. */
export const cmifPath = "cmif.xml"

/**
 * The index of an edition's letters in the Correspondence Metadata Interchange Format 1.1, for correspSearch and others.
 *
 * It holds letters that were sent, and no others: a draft was not, and what the TEI does not say to have been sent is
 * not claimed to be. The format asks for the address of the file, its date, and one of two licences; where edition.yaml
 * does not say them, or no letter was sent, there is none.
 */
export function cmifOf(records: readonly BibliographicRecord[], edition: EditionRecord): string | undefined {
  const licence = licenceOfIndex(edition)
  const address = addressIn(edition, cmifPath)
  const letters = records.filter(isSentLetter)
  if (licence === undefined || address === undefined || edition.date === undefined || letters.length === 0)
    return undefined
  const source = editionId(address)
  const said = (name: string, words: string, attributes = {}) => element(name, attributes, [text(words)])
  const root = element("TEI", { xmlns: "http://www.tei-c.org/ns/1.0" }, [
    element("teiHeader", {}, [
      element("fileDesc", {}, [
        element("titleStmt", {}, [
          said("title", edition.title),
          ...edition.editors.map(({ name, email }) =>
            element("editor", {}, [
              text(email ? `${name} ` : name),
              email ? said("email", email) : undefined,
            ]),
          ),
        ]),
        element("publicationStmt", {}, [
          said("publisher", edition.publisher),
          said("idno", address, { type: "url" }),
          element("date", { when: `${edition.date}T00:00:00Z` }),
          element("availability", {}, [
            said(
              "licence",
              `This file is licensed under the terms of the Creative Commons licence ${licence.name}.`,
              { target: licence.url },
            ),
          ]),
        ]),
        element("sourceDesc", {}, [
          element("bibl", { type: "online", "xml:id": source }, [
            text(`${statementOf(edition)} `),
            said("ref", edition.url ?? "", { target: edition.url }),
          ]),
        ]),
      ]),
      element(
        "profileDesc",
        {},
        letters.map((letter) =>
          element("correspDesc", { key: letter.name, ref: letter.address, source: `#${source}` }, [
            action("sent", { ...letter.sent, date: dateOfSending(letter) }),
            action("received", letter.received),
          ]),
        ),
      ),
    ]),
    element("text", {}, [element("body", {}, [element("p")])]),
  ])
  return serialise(indented(root)).text
}

/** The format has no letter without somebody who sent it and somebody to whom it went. */
function action(type: "sent" | "received", { agents, places, date }: Act) {
  const [place] = places
  return element("correspAction", { type }, [
    ...(agents.length > 0 ? agents.map(named) : [element("persName", {}, [text("Unknown")])]),
    place && element("placeName", { ref: authorityOf(place) }, [text(place.name)]),
    dated(date),
  ])
}

const named = (agent: Agent) =>
  element(agent.kind === "organisation" ? "orgName" : "persName", { ref: authorityOf(agent) }, [
    text(agent.name),
  ])

/** The one of several addresses that indexes of letters know best. */
function authorityOf({ kind, identifiers }: Agent): string | undefined {
  const known =
    kind === "place"
      ? [/geonames\.org/]
      : [/d-nb\.info\/gnd/, /viaf\.org/, /id\.loc\.gov/, /bnf\.fr/, /wikidata\.org/]
  for (const authority of known) {
    const address = identifiers.find((each) => authority.test(each))
    if (address !== undefined) return address
  }
  return identifiers[0]
}

/** No date rather than an empty one. */
function dated(date: Dating) {
  const attributes = Object.fromEntries(
    Object.entries(date)
      .filter(([, limit]) => limit !== "")
      .sort(),
  )
  return Object.keys(attributes).length === 0 ? undefined : element("date", attributes)
}

/** Whether an index of letters has it. */
export const isSentLetter = ({ genre, sent }: BibliographicRecord): boolean =>
  genre === "letter" && sent.happened

/** The licence that edition.yaml gives to what it says of letters, or the edition's own, if it is one of the two. */
export function licenceOfIndex({ licence, metadataLicence }: EditionRecord) {
  const bare = (url: string) =>
    url.replace(/^https?:\/\//, "").replace(/(?:\/(?:deed|legalcode)[^/]*)?\/?$/, "")
  for (const [name, url] of Object.entries(metadataLicences))
    if (metadataLicence === undefined ? bare(licence.url) === bare(url) : metadataLicence === name)
      return { name, url }
  return undefined
}

/** “Ada Quill: Letters. Version 1.0.0. Harbour Press, London 2026.” */
function statementOf({ editors, title, version, publisher, place, date }: EditionRecord): string {
  const year = date?.slice(0, 4)
  const imprint = [publisher, [place, year].filter(Boolean).join(" ")].filter(Boolean).join(", ")
  return `${editors.map(({ name }) => name).join(", ")}: ${title}. Version ${version}. ${imprint}.`
}

/** A UUID (RFC 9562, version 5) of the index's address, the same in every version; an XML id begins with a letter. */
function editionId(address: string): string {
  // The namespace for addresses that the RFC gives.
  const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex")
  const bytes = createHash("sha1").update(namespace).update(address).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  bytes[0] = 0xa0 | ((bytes[0] ?? 0) & 0x5f)
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
