import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { bibliographicRecord, type EditionRecord } from "../model/bibliographic-record.js"
import type { StyledCitation } from "../model/citation.js"
import type { SiteImage } from "../model/page.js"
import type { SourceSpan } from "../model/source-span.js"
import type { DocumentSummary } from "../model/summary.js"
import { bibtexEntry } from "./bibtex.js"
import { cmifOf, cmifPath } from "./cmif.js"
import { cslItem } from "./csl.js"
import { dataciteOf, datacitePath } from "./datacite.js"
import { dtsFiles } from "./dts.js"
import { type Book, epubOf } from "./epub.js"
import { feedOf, feedPath } from "./feed.js"
import { type InterchangeFile, writeJson } from "./file.js"
import { manifestOf } from "./iiif.js"
import { leftOut } from "./left-out.js"
import { linksetOf } from "./linkset.js"
import { risRecord } from "./ris.js"
import { roCrateOf, roCratePath } from "./ro-crate.js"
import { schemaOrg } from "./schema-org.js"
import { sitemapFiles } from "./sitemap.js"
import { citationsOf } from "./styles/styled.js"

/** What hands an edition on: to libraries, indexes of letters, reference managers, search engines. */
export interface Interchange {
  readonly hasBook: boolean
  readonly feed: string | undefined
  /** How a document is cited, style by style. */
  citationsOf(summary: DocumentSummary): readonly StyledCitation[]
  bookOf(book: Book): InterchangeFile | undefined
  documentFiles(
    summary: DocumentSummary,
    pages: readonly InterchangeFile[],
    images: readonly SiteImage[],
  ): readonly InterchangeFile[]
  editionFiles(
    summaries: readonly DocumentSummary[],
    files: readonly InterchangeFile[],
  ): readonly InterchangeFile[]
  leftOut(summaries: readonly DocumentSummary[], hasImages: boolean): readonly Diagnostic[]
}

/**
 * The interchange of one edition. All of it is made of summaries; the same ones give the same bytes. `at` is where
 * edition.yaml stands, if there is one that could say more.
 */
export function interchangeOf(edition: EditionRecord, at?: SourceSpan): Interchange {
  const recordOf = (summary: DocumentSummary) => bibliographicRecord(summary, edition)
  return {
    hasBook: edition.date !== undefined,
    feed: edition.url === undefined || edition.date === undefined ? undefined : feedPath,
    citationsOf: (summary) => citationsOf(recordOf(summary)),
    bookOf: (book) => epubOf(book, edition),
    leftOut: (summaries, hasImages) =>
      at === undefined ? [] : leftOut(summaries.map(recordOf), edition, hasImages, at),
    documentFiles: (summary, pages, images) => {
      const record = recordOf(summary)
      const { name } = record
      const records = [
        { path: `${name}/${name}.jsonld`, content: writeJson(schemaOrg(record)) },
        { path: `${name}/${name}.csl.json`, content: writeJson([cslItem(record)]) },
        { path: `${name}/${name}.bib`, content: bibtexEntry(record) },
        { path: `${name}/${name}.ris`, content: risRecord(record) },
      ]
      const manifest = manifestOf(record, images)
      if (manifest !== undefined)
        records.push({ path: `${name}/manifest.json`, content: writeJson(manifest) })
      const items = pages.map(({ path }) => path).filter((path) => /\.(?:xml|txt)$/.test(path))
      const linkset = linksetOf(record, { records: records.map(({ path }) => path), items })
      return linkset === undefined
        ? records
        : [...records, { path: `${name}/linkset.json`, content: writeJson(linkset) }]
    },
    editionFiles: (summaries, files) => {
      const records = summaries.map(recordOf)
      const written = (path: string, content: string | undefined) =>
        content === undefined ? [] : [{ path, content }]
      const made = [
        { path: "bibliography.csl.json", content: writeJson(records.map(cslItem)) },
        ...written(cmifPath, cmifOf(records, edition)),
        ...written(datacitePath, dataciteOf(records, edition)),
        ...written(feedPath, feedOf(records, edition)),
        ...sitemapFiles(pagesOf(summaries, files), edition),
      ]
      const crate = roCrateOf(records, [...files, ...made], edition)
      return [...made, ...dtsFiles(records, edition), ...written(roCratePath, crate && writeJson(crate))]
    },
  }
}

/** The pages that a search engine should know: not the other views of a document, which have the same words. */
function pagesOf(
  summaries: readonly DocumentSummary[],
  files: readonly InterchangeFile[],
): readonly string[] {
  const names = new Set(summaries.map(({ name }) => name))
  return files
    .map(({ path }) => path)
    .filter((path) => path.endsWith(".html"))
    .filter((path) => !names.has(path.split("/")[0] ?? "") || path.endsWith("/index.html"))
}
