import { type EditionSettings, licenceOf } from "./edition.js"
import type { DocumentSummary } from "./summary.js"

/** Somebody, an organisation or a place, and what authorities call them. */
export interface Agent {
  readonly name: string
  readonly kind: "person" | "organisation" | "place"
  /** The name's two parts where somebody has said which is which; empty otherwise. */
  readonly family: string
  readonly given: string
  /** Addresses at authorities, such as `https://d-nb.info/gnd/118540238`, in the register's order. */
  readonly identifiers: readonly string[]
}

/** Limits of a date, each a day, a month or a year of ISO 8601, or empty. */
export interface Dating {
  readonly when: string
  readonly notBefore: string
  readonly notAfter: string
  readonly from: string
  readonly to: string
}

/** What happened to a letter: who did it, where and when. TEI: `<correspAction>`. */
export interface Act {
  /** Whether the TEI says that it happened; all else is empty if it does not. */
  readonly happened: boolean
  readonly agents: readonly Agent[]
  readonly places: readonly Agent[]
  readonly date: Dating
}

export interface Licence {
  readonly name: string
  /** Empty where the licence has no address. */
  readonly url: string
}

/** What a document's TEI says of it for libraries; made by xslt/parts/record.xsl. Texts are empty where it says nothing. */
export interface DocumentRecord {
  /** As it is encoded: “letter”, “press-release”. */
  readonly kind: string
  /** What it is to a library. A draft is a manuscript, not a letter. */
  readonly genre: "letter" | "manuscript" | "document"
  readonly authors: readonly Agent[]
  readonly recipients: readonly Agent[]
  readonly editors: readonly Agent[]
  readonly transcribers: readonly Agent[]
  readonly date: Dating
  readonly sent: Act
  readonly received: Act
  /** Where the source is kept. */
  readonly kept: {
    readonly country: string
    readonly settlement: string
    readonly repository: string
    readonly collection: string
    readonly shelfmark: string
  }
  readonly licence: Licence
  readonly publisher: string
  /** Without `https://doi.org/`. */
  readonly doi: string
  /** When it was published, ISO 8601. */
  readonly published: string
  /** TEI: `<revisionDesc>`, in its order. */
  readonly changes: readonly { readonly when: string; readonly words: string }[]
}

const undated: Dating = { when: "", notBefore: "", notAfter: "", from: "", to: "" }
const nothingHappened: Act = { happened: false, agents: [], places: [], date: undated }

/** The record of a letter of which nothing is known. */
export const recordOfNothing: DocumentRecord = {
  kind: "",
  genre: "letter",
  ...{ authors: [], recipients: [], editors: [], transcribers: [] },
  date: undated,
  ...{ sent: nothingHappened, received: nothingHappened },
  kept: { country: "", settlement: "", repository: "", collection: "", shelfmark: "" },
  licence: { name: "", url: "" },
  ...{ publisher: "", doi: "", published: "", changes: [] },
}

/** What libraries are told of the edition as a whole. */
export interface EditionRecord
  extends Pick<
    EditionSettings,
    | "title"
    | "editors"
    | "publisher"
    | "place"
    | "version"
    | "date"
    | "language"
    | "metadataLicence"
    | "doi"
    | "statement"
  > {
  readonly licence: Licence
  /** Where the site will stand, without a slash at its end. */
  readonly url?: string | undefined
}

/** A document as one entry of a bibliography: all that is said of it, and the edition of which it is a part. */
export interface BibliographicRecord extends DocumentRecord {
  /** The document's name in its address; the entry's id. */
  readonly name: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The date in words, in the language of the pages. */
  readonly dateInWords: string
  readonly abstract: string
  /** The address to cite, where the edition knows where it will stand. */
  readonly address?: string | undefined
  readonly edition: EditionRecord
}

/** The edition as edition.yaml describes it. */
export function editionRecordOf(settings: EditionSettings): EditionRecord {
  const { name, url = "" } = licenceOf(settings.licence)
  return {
    title: settings.title,
    editors: settings.editors,
    publisher: settings.publisher,
    place: settings.place,
    version: settings.version,
    date: settings.date,
    language: settings.language,
    licence: { name, url },
    metadataLicence: settings.metadataLicence,
    url: settings.url?.replace(/\/+$/, ""),
    doi: settings.doi,
    statement: settings.statement,
  }
}

export function bibliographicRecord(summary: DocumentSummary, edition: EditionRecord): BibliographicRecord {
  const { name, title, language, date, abstract, record } = summary
  return {
    ...record,
    ...{ name, title, language, abstract, edition },
    dateInWords: date,
    address: addressIn(edition, `${name}/index.html`),
  }
}

/** The full address of a file of the site by its path; nothing where the edition does not know where it will stand. */
export const addressIn = ({ url }: EditionRecord, path: string): string | undefined =>
  url === undefined ? undefined : `${url}/${path.split("/").map(encoded).join("/")}`

/** All but letters, digits and “-._~”, as XPath's encode-for-uri does it. */
const encoded = (step: string) =>
  encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The first and the last day, month or year of a date; empty where it is open to that side. */
export function limitsOf({ when, notBefore, notAfter, from, to }: Dating): {
  readonly first: string
  readonly last: string
} {
  return { first: when || notBefore || from, last: when || notAfter || to }
}

/** The date of sending, or the letter's own where that is the only one. */
export function dateOfSending({ sent, date }: DocumentRecord): Dating {
  const { first, last } = limitsOf(sent.date)
  return first === "" && last === "" ? date : sent.date
}

/** ISO 8601: a date, or an interval of which one end may be open (`..`); empty where nothing is known. */
export function intervalOf(date: Dating): string {
  const { first, last } = limitsOf(date)
  if (first === last) return first
  return `${first || ".."}/${last || ".."}`
}

/** “Kennedy, John F.” where the parts of a name are known, else the name as it stands. */
export const familyFirst = ({ name, family, given }: Agent): string =>
  family === "" ? name : [family, given].filter(Boolean).join(", ")
