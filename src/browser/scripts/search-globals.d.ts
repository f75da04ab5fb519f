/** What the scripts of the search page have from other files of the site, and from one another. */
declare const MiniSearch: typeof import("minisearch").default
/** src/search/, compiled to a classic script. */
declare const stetSearch: typeof import("../../search/index.js")

type SearchClause = ReturnType<typeof stetSearch.readQuery>[number]
type SearchField = (typeof stetSearch.fields)[number]
type SearchFacetName = (typeof stetSearch.facetNames)[number]
type SearchCatalogue = Parameters<typeof stetSearch.indexOf>[0]
type SearchShard = Parameters<typeof stetSearch.indexOf>[1][number]
type SearchedText = import("../../search/index.js").SearchedText

/** What was read from search/, by path. */
declare var stetSearchData: Record<string, unknown> | undefined

/** search-index.ts */
declare var stetSearchIndex: {
  catalogue(): Promise<SearchCatalogue>
  text(name: string): Promise<SearchedText>
  /** Documents that have all that is asked for, by their numbers, the best first. */
  find(clauses: readonly SearchClause[], searched: readonly SearchField[]): Promise<readonly number[]>
  /** Words of the index that begin so, the most frequent first. */
  suggest(beginning: string, searched: readonly SearchField[]): Promise<readonly string[]>
}

/** search-results.ts */
declare var stetSearchResults: {
  show(
    list: Element,
    found: readonly { readonly name: string; readonly text: SearchedText }[],
    clauses: readonly SearchClause[],
    searched: readonly SearchField[],
    say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  ): void
  /** Whether a document has every phrase that is asked for. */
  hasPhrases(text: SearchedText, clauses: readonly SearchClause[], searched: readonly SearchField[]): boolean
}

/** search-facets.ts; `changed` is called when the reader has chosen otherwise. */
declare var stetSearchFacets: (
  say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  changed: () => void,
) => {
  narrowed(found: readonly number[], catalogue: SearchCatalogue): readonly number[]
  isNarrowing(): boolean
  show(found: readonly number[], catalogue: SearchCatalogue): void
  readFrom(address: URLSearchParams): void
  writeTo(address: URLSearchParams): void
}
