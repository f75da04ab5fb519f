import type { DocumentRecord } from "./bibliographic-record.js"

/** Someone or something that documents name: an id that is the same in all of them, and a name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** Where a document names an entry of its register: the words, and the address of the passage from the site's root. */
export interface Passage {
  readonly href: string
  readonly words: string
  /** BCP 47. */
  readonly language: string
}

/** An entry of a document's register, and what the document has to do with it. */
export interface SummaryEntry extends Named {
  /** The heading of the list in which it stands: “Persons”. */
  readonly list: string
  /** The entry itself, TEI as text. */
  readonly tei: string
  /** What it was to a letter, in words: “sender”. */
  readonly roles: readonly string[]
  readonly passages: readonly Passage[]
}

/** Where a document was written, or where it went. */
export interface SummaryPlace extends Named {
  readonly role: "written" | "received"
}

/**
 * What the pages of the whole edition need to know of a document, so that they can be made without its text.
 * Texts are empty where the document says nothing.
 */
export interface DocumentSummary {
  readonly name: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The date in words. */
  readonly date: string
  /** The limits between which a date lies, in words, where the document gives limits. */
  readonly limits: string
  /** The first and the last day on which it can have been written: ISO 8601, of a day, a month or a year. */
  readonly earliest: string
  readonly latest: string
  readonly kind: string
  /** Sender and recipient as the document has them, in words. */
  readonly from: string
  readonly to: string
  readonly senders: readonly Named[]
  readonly recipients: readonly Named[]
  readonly places: readonly SummaryPlace[]
  /** What became of it: sent, only drafted, or something else. */
  readonly fate: "sent" | "draft" | "other"
  /** How many changes the writer made. */
  readonly changes: number
  /** How many words the text has as it stands. */
  readonly words: number
  /** The stages of writing of which there are pages: their files in the document's folder, and what they are called. */
  readonly stages: readonly {
    readonly file: string
    readonly name: string
    /** Of the name, BCP 47; empty where it is that of the pages' own words. */
    readonly language: string
  }[]
  readonly incipit: string
  /** Where the source is kept. */
  readonly kept: string
  /** Who transcribed it; who proof-read it, against what and when. */
  readonly transcribed: string
  readonly proofRead: string
  readonly abstract: string
  /** What a library asks of it, in no language of the pages. */
  readonly record: DocumentRecord
  readonly entries: readonly SummaryEntry[]
  /** The files that it points at, without folder and ending: what may be names of documents. */
  readonly targets: readonly string[]
  /** Those of them that it speaks of or is related to; not the letters before and after it. */
  readonly refersTo: readonly string[]
}
