import type { StyledCitation } from "./citation.js"
import type { DocumentRow, Listing } from "./listing.js"

export const interfaceLanguages = ["en", "de"] as const
/** A language in which the pages speak of the text: there is a catalogue of words for each, src/interface/. */
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** The words of the pages in one language, by what they say; `{name}` is a place to be filled. */
export type Words = Readonly<Record<string, string>>

/** What the pages of a site say of the edition as a whole. */
export interface EditionParameters {
  readonly title: string
  readonly editors: readonly string[]
  readonly version: string
  /** The language of the edition's own words, BCP 47. */
  readonly language?: string | undefined
  /** The day of this version's release, ISO 8601. */
  readonly date?: string | undefined
  /** Name of the licence of the edition; its address in `licenceUrl`. */
  readonly licence: string
  readonly licenceUrl?: string | undefined
  /** Where the site will stand; the cite box gives full addresses when it is known. */
  readonly baseUrl?: string | undefined
  /** The language of the pages' own words. */
  readonly interface: InterfaceLanguage
  readonly words: Words
}

/** A document before or after the one shown. */
export interface Neighbour {
  readonly name: string
  readonly title: string
}

/** Where the edition's registers have an entry: the page, from the site's root; and how many documents name it. */
export interface EntryPlace {
  readonly page: string
  readonly count: number
}

/** How a document stands to the others. */
export interface DocumentContext {
  /** The letters between the same two, by date. */
  readonly correspondence?: {
    readonly between: readonly [string, string]
    /** Its place among them, counted from 1, and how many there are. */
    readonly position: number
    readonly count: number
    readonly previous?: DocumentRow
    readonly next?: DocumentRow
  }
  /** The documents that refer to it. */
  readonly mentionedIn: readonly DocumentRow[]
  /** Where the edition's registers have the entries of its register, by the entry's id. */
  readonly entries: Readonly<Record<string, EntryPlace>>
}

/** A page on which the document shown is compared with another. */
export interface ComparedWith {
  /** The other's title. */
  readonly title: string
  /** The page's address, from the document's own folder. */
  readonly file: string
}

/** A block in which words stand that stood elsewhere before: its document, its id, and how it begins. */
export interface PassagePlace {
  readonly document: string
  readonly title: string
  readonly id: string
  readonly words: string
}

/** A passage that was published on a page and stands there no more; see cite/formerly.ts. */
export interface FormerPassage {
  readonly id: string
  /** How it began. */
  readonly words: string
  /**
   * What became of it: it was taken out, or taken out though the same words stand elsewhere too; joined with another
   * passage; written anew; or it stands as it is in another document.
   */
  readonly fate: "deleted" | "repeated" | "joined" | "rewritten" | "moved"
  /** The version of the edition in which it had gone; empty for what only moved. */
  readonly release: string
  readonly places: readonly PassagePlace[]
}

/** What stands at the address of a page that an edition has no more. */
export interface WithdrawnPage {
  /** Of the document whose page it was; empty for a page of the whole edition. */
  readonly title: string
  /** The version of the edition in which it had gone; empty if that is not known. */
  readonly release: string
  /** The documents that have most of its text now. */
  readonly heirs: readonly Neighbour[]
  readonly formerly: readonly FormerPassage[]
  /** The way to the site's root. */
  readonly root: string
}

/** An image that the site has, which a page may show. */
export interface SiteImage {
  /** Its address as it stands in the TEI. */
  readonly url: string
  /** Its path from the site's root, with slashes. */
  readonly path: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Everything on a page that its TEI does not say. */
export interface PageParameters {
  readonly edition: EditionParameters
  /** Names of the documents that links may lead to. */
  readonly documentNames: readonly string[]
  /** The document shown; left out for pages of the whole edition. */
  readonly document?: {
    readonly name: string
    readonly previous?: Neighbour
    readonly next?: Neighbour
    readonly context?: DocumentContext
    readonly comparedWith?: readonly ComparedWith[]
    /** Whether the site has files that describe it for libraries and reference managers. */
    readonly hasRecords?: boolean
    /** How it is cited, style by style. */
    readonly citations?: readonly StyledCitation[]
    /** The images that the site has of it. */
    readonly images?: readonly SiteImage[]
    /** What stood in it and stands there no more. */
    readonly formerly?: readonly FormerPassage[]
  }
  /** What a page of the whole edition lists. */
  readonly listing?: Listing
  /** What the page stands in the place of. */
  readonly withdrawn?: WithdrawnPage
  /** The document's TEI file, character by character. */
  readonly source?: string | undefined
  /** The pages of the whole edition that there are, in the order of the navigation. */
  readonly editionPages: readonly EditionView[]
  /** The file with the whole edition, from the site's folder; left out where there is none. */
  readonly archive?: string | undefined
  /** The e-book and the feed of changes, from the site's folder; left out where there is none. */
  readonly book?: string | undefined
  readonly feed?: string | undefined
  /** File names in assets/, in the order in which they apply. */
  readonly styles: readonly string[]
  readonly scripts: ScriptsOfViews
}

/** The pages of a document and its plain texts, by the names of their files in the document's folder. */
export type DocumentPages = Readonly<Record<string, string>>

/** The scripts of a view's page: file names in assets/, in the order in which the browser runs them. */
export type ScriptsOfViews = { readonly [view in View]?: readonly string[] }

/** The views that every document has, in the order of its navigation. */
export const documentViews = ["reading", "diplomatic", "genetic", "parallel", "source"] as const
/** Those, and the facsimile of a document that has images. */
export type DocumentView = (typeof documentViews)[number] | "facsimile"

/** The views of a document that there are as plain text too; the text's name is NAME.reading.txt and so on. */
export type TextView = "reading" | "diplomatic"

/** The pages of the whole edition, in the order of the navigation: its documents, by what they have in common, the names in them, the witnesses, any two pages beside each other, and the search. */
export const editionViews = [
  "index",
  "dates",
  "correspondents",
  "places",
  "kinds",
  "names",
  "witnesses",
  "panes",
  "statement",
  "search",
] as const
export type EditionView = (typeof editionViews)[number]

/** The first pages of the edition's e-book; no page of the site. */
export type BookView = "contents"

/** Pages of a preview alone: in the place of an edition that is not built yet, and of a page that it does not have. */
export type PreviewView = "waiting" | "missing"

/** The views that are pages. */
export const pageViews = [
  ...documentViews,
  "facsimile",
  "stages",
  "comparison",
  ...editionViews,
  "withdrawn",
  "waiting",
  "missing",
] as const satisfies readonly View[]

/** A way in which a document is shown, by itself or stage by stage, or two of them beside each other, or all of them. */
export type View =
  | DocumentView
  | "stages"
  | `${TextView}-text`
  | "comparison"
  | EditionView
  | "withdrawn"
  | PreviewView
  | BookView
