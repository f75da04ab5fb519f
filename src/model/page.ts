/** What the pages of a site say of the edition as a whole. */
export interface EditionParameters {
  readonly title: string
  readonly editors: readonly string[]
  readonly version: string
  /** The day of this version's release, ISO 8601. */
  readonly date?: string | undefined
  /** Name of the licence of the edition; its address in `licenceUrl`. */
  readonly licence: string
  readonly licenceUrl?: string | undefined
  /** Where the site will stand; the cite box gives full addresses when it is known. */
  readonly baseUrl?: string | undefined
}

/** A document before or after the one shown. */
export interface Neighbour {
  readonly name: string
  readonly title: string
}

/** Everything on a page that its TEI does not say. */
export interface PageParameters {
  readonly edition: EditionParameters
  /** Names of all documents, in the edition's order: what links may lead to. */
  readonly documentNames: readonly string[]
  /** The document shown; left out for the index. */
  readonly document?: { readonly name: string; readonly previous?: Neighbour; readonly next?: Neighbour }
  /** File names in assets/, in the order in which they apply. */
  readonly styles: readonly string[]
}

/** The views that every document has, in the order of its navigation. */
export const documentViews = ["reading", "diplomatic", "genetic"] as const

/** A way in which a document is shown, or all of them: the edition's table of documents, and the names in them. */
export type View = (typeof documentViews)[number] | "index" | "names"
