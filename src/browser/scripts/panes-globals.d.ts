/** A page that can stand in a pane: its path from the site's folder, and whose it is. */
interface ListedPage {
  readonly path: string
  readonly href: string
  readonly document: string
  readonly name: string
}

/** What was read from assets/panes/, by path. */
declare var stetPanesData: Record<string, unknown> | undefined

/** panes-list.ts */
declare var stetPanesList: {
  /** By path. */
  readonly pages: ReadonlyMap<string, ListedPage>
  readonly documents: ReadonlyMap<string, { readonly title: string; readonly language: string }>
  /** The first document that is compared with another, if there is one. */
  readonly firstCompared: string | undefined
  /** Resolves when all this is known, whether or not it could be read. */
  readonly ready: Promise<void>
  pagesOf(document: string): readonly ListedPage[]
  /** The first document with which one is compared. */
  comparedWith(document: string): string | undefined
  /** For two documents that are compared, the paragraph of the second for each of the first; nothing until it is there. */
  paragraphsOf(one: string, other: string): ReadonlyMap<string, string> | undefined
}
