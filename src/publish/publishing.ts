import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import type { DocumentPages, EditionView, PageParameters, View } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { archivePath } from "./archive.js"
import { besideName } from "./beside.js"
import { bookPath } from "./book.js"
import { scriptsOfViews } from "./scripts.js"
import type { PublishInput, SiteDocument } from "./site.js"

/** What the makers of pages share: the edition, and a way to have a page rendered and its problems told. */
export interface Publishing {
  readonly input: PublishInput
  /** The HTML of a page; empty where it could not be rendered, or where there is nothing for it to show. */
  page(view: View, tei: string, of?: PageOf): string
  /** All pages of a document and its plain texts, by their files; none where one of them could not be rendered. */
  pages(tei: string, of: PageOf): DocumentPages
  /** What the pages of the whole edition need of a document; nothing, and its problems told, if there is none. */
  summary(document: SiteDocument): DocumentSummary | undefined
  /** What was found in rendering, so far. */
  readonly diagnostics: Diagnostic[]
}

/** What one page is given beside its TEI. */
export interface PageOf {
  readonly document?: PageParameters["document"]
  readonly listing?: PageParameters["listing"]
  readonly withdrawn?: PageParameters["withdrawn"]
  /** The characters of the document's TEI file, for the view that shows them. */
  readonly source?: string
  /** The documents that pointers on the page may lead to; all of them unless said. */
  readonly documentNames?: readonly string[]
  /** The pages of the whole edition that there are. */
  readonly editionPages?: readonly EditionView[]
}

/** Begins to publish: nothing is rendered yet. */
export function openPublishing(input: PublishInput): Publishing {
  const { edition, documents, styles, renderer } = input
  const diagnostics: Diagnostic[] = []
  const allNames = documents.map((each) => each.name)
  const scripts = scriptsOfViews(input.onEveryPage)
  const styleNames = styles.map((each) => each.name)
  const parametersOf = (of: PageOf): PageParameters => ({
    edition,
    documentNames: of.documentNames ?? allNames,
    editionPages: of.editionPages ?? ["index"],
    styles: [...styleNames, ...(of.document === undefined ? [] : [besideName])],
    archive: archivePath,
    book: bookPath(input),
    feed: input.interchange?.feed,
    scripts,
    ...(of.document === undefined ? {} : { document: of.document }),
    ...(of.listing === undefined ? {} : { listing: of.listing }),
    ...(of.withdrawn === undefined ? {} : { withdrawn: of.withdrawn }),
    ...(of.source === undefined ? {} : { source: of.source }),
  })
  function told<Value>(outcome: Outcome<Value>): Value {
    for (const each of outcome.diagnostics) diagnostics.push(each)
    return outcome.value
  }
  return {
    input,
    diagnostics,
    page(view, tei, of = {}) {
      const html = told(renderer.renderView(view, tei, parametersOf(of)))
      // A view that has nothing to show leaves a document type and no more.
      return /<html/.test(html) ? html : ""
    },
    pages: (tei, of) => told(renderer.renderDocument(tei, parametersOf(of))),
    summary: ({ name, tei }) =>
      told(
        renderer.summaryOf(name, tei, {
          edition,
          document: { name },
          ...{ documentNames: [name], editionPages: [], styles: [], scripts: {} },
        }),
      ),
  }
}
