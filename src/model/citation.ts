/** The styles in which a document is cited; of Chicago's, the entry of a bibliography and the note. */
export const citationStyles = ["chicago-note", "chicago", "mla", "apa"] as const
export type CitationStyle = (typeof citationStyles)[number]

/** Words of a citation that look alike: as they stand, as a work's title, or an address on the web. */
export interface CitationRun {
  readonly kind: "plain" | "title" | "address"
  readonly words: string
}

/** A citation as plain data, of which a page makes HTML and the console text. */
export interface StyledCitation {
  readonly style: CitationStyle
  readonly runs: readonly CitationRun[]
}

export const wordsOfCitation = (runs: readonly CitationRun[]): string =>
  runs.map(({ words }) => words).join("")
