import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import type { DocumentSummary } from "../model/summary.js"
import { archiveOf } from "./archive.js"
import { besideStyle } from "./beside.js"
import { bookFiles, type ChapterOf } from "./book.js"
import { comparisonFiles } from "./comparison-pages.js"
import { surroundingsOf } from "./contexts.js"
import { documentFiles } from "./document-pages.js"
import { editionFiles } from "./edition-pages.js"
import { identified } from "./identified.js"
import { planPages } from "./page-plan.js"
import { panesFile } from "./panes-page.js"
import { openPublishing } from "./publishing.js"
import { searchedDocument, searchFiles } from "./search/search-files.js"
import type { PublishInput, SiteDocument, SiteFile } from "./site.js"
import { withdrawnFiles } from "./withdrawn-pages.js"
import { wordsStyle } from "./words-style.js"

export type { PublishInput, SiteDocument, SiteFile } from "./site.js"
export { surveyOf } from "./survey.js"

/**
 * The files of an edition's site: the pages of the whole edition, the views and the TEI of every document,
 * the schema, all of it in one ZIP, the styles and scripts.
 *
 * The same input gives the same files in the same order. A document that cannot be rendered is
 * reported and left out; whether a site with errors is written is for the caller to decide.
 */
export async function publishSite(input: PublishInput): Promise<Outcome<readonly SiteFile[]>> {
  const { edition, documents, scripts } = input
  const styles = [wordsStyle(edition.words, edition.title), ...input.styles]
  const publishing = openPublishing({ ...input, styles })
  const others = [...(input.comparisons?.length ? (["witnesses"] as const) : []), "panes" as const]
  // All pages but a document's own are made of summaries, so that the edition is never in memory as a whole.
  const summaries = identified(documents.flatMap((each) => publishing.summary(each) ?? []))
  const plan = planPages(summaries, others, edition.textualStatement)
  const surroundings = surroundingsOf(summaries, plan.placeOf)
  const titleOf = titlesOf(summaries)

  const files: SiteFile[] = []
  const shown: (ChapterOf & { readonly document: SiteDocument; readonly files: readonly SiteFile[] })[] = []
  const summaryOf = new Map(summaries.map((each) => [each.name, each]))
  for (const document of documents) {
    const [around, summary] = [surroundings.get(document.name), summaryOf.get(document.name)]
    if (around === undefined || summary === undefined) continue
    const { files: ofDocument, chapter } = documentFiles(
      publishing,
      document,
      summary,
      around,
      plan.views,
      titleOf,
    )
    for (const each of ofDocument) files.push(each)
    if (ofDocument.length > 0) shown.push({ document, summary, chapter, files: ofDocument })
  }
  const isWhole = shown.length === summaries.length
  const ofAll = editionFiles(
    publishing,
    isWhole
      ? plan
      : planPages(
          shown.map(({ summary }) => summary),
          others,
          edition.textualStatement,
        ),
  )
  const schemas = input.schemas ?? []
  const comparisons = comparisonFiles(publishing, plan.views, titleOf)
  const panes = panesFile(publishing, plan.views, shown)
  const archive = archiveOf(input, [...files, ...schemas])
  const book = bookFiles(publishing, shown)
  const described = input.interchange?.editionFiles(
    shown.map(({ summary }) => summary),
    [...ofAll, ...files, ...schemas, archive, ...book],
  )
  return {
    value: [
      ...ofAll,
      ...files,
      ...withdrawnFiles(publishing, plan.views, [...ofAll, ...files, ...panes, ...comparisons]),
      ...(described ?? []),
      ...searchFiles(
        shown.map(({ document, summary }) => searchedDocument(summary, document.tei, input.edition.words)),
      ),
      ...panes,
      ...comparisons,
      ...schemas,
      archive,
      ...book,
      ...[...styles, besideStyle(files), ...scripts].map(({ name, content }) => ({
        path: `assets/${name}`,
        content,
      })),
    ],
    diagnostics: [
      ...withoutRepetition(publishing.diagnostics),
      ...(input.interchange?.leftOut(
        shown.map(({ summary }) => summary),
        shown.some(({ document }) => (document.images ?? []).length > 0),
      ) ?? []),
    ],
  }
}

/** The title of a document by its name. */
function titlesOf(summaries: readonly DocumentSummary[]): (name: string) => string {
  const titles = new Map(summaries.map(({ name, title }) => [name, title]))
  return (name) => titles.get(name) || name
}

/** The views of a document see the same problems; each is told once. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) =>
    [code, message, span?.file, span?.start.offset].join(" ")
  return [...new Map(diagnostics.map((each) => [keyOf(each), each])).values()]
}
