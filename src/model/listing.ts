import type { SummaryEntry } from "./summary.js"
import type { StatementSlot } from "./textual-statement.js"

/** A line of a table of documents: what a summary says, in words. */
export interface DocumentRow {
  readonly name: string
  readonly title: string
  readonly language: string
  readonly date: string
  readonly limits: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly incipit: string
  readonly changes: number
  /** What it is about; empty where nobody has said it. */
  readonly abstract: string
}

/** Documents that have something in common: a year, a correspondent, a place, a kind. */
export interface DocumentGroup {
  /** The anchor on the page. */
  readonly id: string
  /** What they have in common; empty of the documents that say nothing of it. */
  readonly label: string
  readonly count: number
  /** How many for each role that the group's subject has in them: `sent`, `received`, `written`. */
  readonly counts: Readonly<Record<string, number>>
  /** Empty where they stand on a page of their own, at `href`. */
  readonly documents: readonly DocumentRow[]
  /** The page of their own, from the site's root; empty where there is none. */
  readonly href: string
}

/** A bar of the timeline: a year, a month or a day, ISO 8601, and how many documents of each fate it has. */
export interface Bar {
  readonly period: string
  readonly sent: number
  readonly received: number
  readonly draft: number
  readonly other: number
  /** The list of these documents, from the site's root. */
  readonly href: string
}

export interface Timeline {
  readonly unit: "year" | "month" | "day"
  /** One for each period, also for those that have no documents, in order of time. */
  readonly bars: readonly Bar[]
  /** Who wrote or received more than half of all; empty where nobody did. */
  readonly about: string
}

/** Where a document names an entry of the registers. */
export interface Mention extends Pick<SummaryEntry, "roles" | "passages"> {
  readonly document: DocumentRow
}

/** An entry of the edition's registers with every document that names it. */
export interface RegisterEntry {
  readonly id: string
  readonly list: string
  readonly name: string
  readonly tei: string
  /** How many documents name it. */
  readonly count: number
  readonly mentions: readonly Mention[]
  readonly href: string
}

/** Where a document's source is kept, and who answers for its text, in words; empty where nothing is said. */
export interface DocumentMaking {
  readonly name: string
  readonly title: string
  readonly language: string
  readonly kept: string
  readonly transcribed: string
  readonly proofRead: string
}

/** What two panes can show: the pages of each document, and the paragraphs of two witnesses that belong together. */
export interface PanesListing {
  readonly documents: readonly {
    readonly name: string
    readonly title: string
    readonly language: string
    /** File names in the document's folder; `stage` names the stage of writing whose page it is, in its language. */
    readonly pages: readonly { readonly file: string; readonly stage: string; readonly language: string }[]
  }[]
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    /** Ids, by turns of a and of b. */
    readonly blocks: readonly string[]
  }[]
  /** The file that has all this instead of the page, from the site's root; empty where the page has it. */
  readonly data: string
  /** The files that documents may have, for a page that has no documents. */
  readonly files: readonly string[]
}

/** What a page of the whole edition shows, in the order in which it shows it. */
export interface Listing {
  /** The way from this page to the site's root: empty, or “../”. */
  readonly root: string
  /** How many documents the edition has. */
  readonly total: number
  readonly groups: readonly DocumentGroup[]
  readonly timeline?: Timeline
  readonly entries?: readonly RegisterEntry[]
  /** The editor's textual statement: each question with its answer, which may be empty. */
  readonly statement?: readonly { readonly slot: StatementSlot; readonly answer: string }[]
  /** What is said of the making of each document's text; none where there are too many documents for a table. */
  readonly making?: readonly DocumentMaking[]
  readonly panes?: PanesListing
  /** Whether this is the page of a single group or entry, which is told from the page of all. */
  readonly single: boolean
  /** The parts of a group that is too large for one page, this one among them. */
  readonly parts: readonly { readonly href: string; readonly current: boolean }[]
}
