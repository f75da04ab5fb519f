import type { DocumentSummary } from "../model/summary.js"
import { editionHeader } from "./edition-header.js"
import { rowOf } from "./groups.js"
import { fileNames } from "./planned-page.js"
import type { Publishing } from "./publishing.js"
import type { PublishInput, SiteFile } from "./site.js"

/** A document that has been rendered, and its chapter of the e-book, if there is to be one. */
export interface ChapterOf {
  readonly summary: DocumentSummary
  readonly chapter: string | undefined
}

/** Where the e-book stands, beside the ZIP of the whole edition. None without interchange. */
export const bookPath = ({ interchange, bookStyle }: PublishInput): string | undefined =>
  interchange?.hasBook && bookStyle !== undefined ? "downloads/edition.epub" : undefined

/** The e-book of the whole edition, its documents in the edition's order. */
export function bookFiles(publishing: Publishing, documents: readonly ChapterOf[]): readonly SiteFile[] {
  const { edition, interchange, bookStyle } = publishing.input
  const path = bookPath(publishing.input)
  if (path === undefined || interchange === undefined || bookStyle === undefined) return []
  const written = documents.flatMap(({ summary, chapter }) =>
    chapter === undefined ? [] : [{ summary, chapter }],
  )
  const fileOf = fileNames(written.map(({ summary }) => `document-${summary.name}`))
  const fileOfDocument = ({ name }: DocumentSummary) => fileOf(`document-${name}`)
  const rows = written.map(({ summary }) => ({ ...rowOf(summary), name: fileOfDocument(summary) }))
  const group = { id: "", label: "", count: rows.length, counts: {}, documents: rows, href: "" }
  const contents = publishing.page("contents", editionHeader(edition), {
    documentNames: [],
    listing: { root: "", total: rows.length, groups: [group], single: false, parts: [] },
  })
  const chapters = written.map(({ summary, chapter }) => ({
    file: fileOfDocument(summary),
    content: chapter,
  }))
  const book = interchange.bookOf({ path, contents, style: bookStyle, chapters })
  return book === undefined ? [] : [book]
}
