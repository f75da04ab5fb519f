import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import type { EditionView } from "../model/page.js"
import { corpusOf } from "./corpus.js"
import { documentFiles } from "./document-pages.js"
import { openPublishing } from "./publishing.js"
import { searchedDocument, searchFiles } from "./search/search-files.js"
import type { PublishInput, SiteDocument, SiteFile } from "./site.js"

export type { PublishInput, SiteDocument, SiteFile } from "./site.js"
export { surveyOf } from "./survey.js"

/**
 * The files of an edition's site: the pages of the whole edition, the views and the TEI of every document,
 * the schema, the styles and scripts.
 *
 * The same input gives the same files in the same order. A document that cannot be rendered is
 * reported and left out; whether a site with errors is written is for the caller to decide.
 */
export async function publishSite(input: PublishInput): Promise<Outcome<readonly SiteFile[]>> {
  const { edition, documents, styles, scripts } = input
  const publishing = openPublishing(input)
  const namesPage = publishing.page("names", corpusOf(edition, documents), {
    editionPages: ["index", "names", "search"],
  })
  const editionPages: readonly EditionView[] = [
    "index",
    ...(namesPage === "" ? [] : (["names"] as const)),
    "search",
  ]

  const files: SiteFile[] = []
  const shown: SiteDocument[] = []
  for (const [position, document] of documents.entries()) {
    await input.beforeDocument?.()
    const ofDocument = documentFiles(publishing, position, editionPages)
    for (const each of ofDocument) files.push(each)
    if (ofDocument.length > 0) shown.push(document)
  }
  const ofAll = { editionPages, documentNames: shown.map((each) => each.name) }
  const index = publishing.page("index", corpusOf(edition, shown), ofAll)
  return {
    value: [
      { path: "index.html", content: index },
      ...(namesPage === "" ? [] : [{ path: "names.html", content: namesPage }]),
      { path: "search.html", content: publishing.page("search", corpusOf(edition, []), ofAll) },
      ...files,
      ...searchFiles(shown.map(({ name, tei }) => searchedDocument(name, tei))),
      ...(input.schemas ?? []),
      ...[...styles, ...scripts].map(({ name, content }) => ({ path: `assets/${name}`, content })),
    ],
    diagnostics: withoutRepetition(publishing.diagnostics),
  }
}

/** The views of a document see the same problems; each is told once. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) =>
    [code, message, span?.file, span?.start.offset].join(" ")
  return [...new Map(diagnostics.map((each) => [keyOf(each), each])).values()]
}
