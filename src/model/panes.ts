/** The stage of writing that a page shows: its file, its name, the language of the name. */
export type PanesStage = readonly [file: string, name: string, language: string]

/** A document: its title and language, the numbers of the files that it does not have, its stages. */
export type PanesDocument = readonly [
  name: string,
  title: string,
  language: string,
  lacks?: readonly number[],
  stages?: readonly PanesStage[],
]

/** What two panes can show in an edition of many documents: assets/panes/documents.js. */
export interface PanesData {
  /** Those that a document may have, in the order of the views. */
  readonly files: readonly string[]
  readonly documents: readonly PanesDocument[]
  /** Two documents that are compared; the paragraphs that belong together stand in assets/panes/A/B.js, by turns. */
  readonly pairs: readonly (readonly [a: string, b: string])[]
}
