import type { Diagnostic } from "../diagnostics/diagnostic.js"
import type { EditionView, PageParameters, View } from "../model/page.js"
import { scriptsOf } from "./scripts.js"
import type { PublishInput } from "./site.js"

/** What the makers of pages share: the edition, and a way to have a page rendered and its problems told. */
export interface Publishing {
  readonly input: PublishInput
  /** The HTML of a page; empty where it could not be rendered, or where there is nothing for it to show. */
  page(view: View, tei: string, of?: PageOf): string
  /** What was found in rendering, so far. */
  readonly diagnostics: Diagnostic[]
}

/** What one page is given beside its TEI. */
export interface PageOf {
  readonly document?: PageParameters["document"]
  /** The documents that the page may lead to; all of them unless said. */
  readonly documentNames?: readonly string[]
  /** The pages of the whole edition that there are. */
  readonly editionPages?: readonly EditionView[]
}

/** Begins to publish: nothing is rendered yet. */
export function openPublishing(input: PublishInput): Publishing {
  const { edition, documents, styles, renderer } = input
  const diagnostics: Diagnostic[] = []
  return {
    input,
    diagnostics,
    page(view, tei, of = {}) {
      const rendered = renderer.renderView(view, tei, {
        edition,
        documentNames: of.documentNames ?? documents.map((each) => each.name),
        editionPages: of.editionPages ?? ["index"],
        styles: styles.map((each) => each.name),
        scripts: scriptsOf(view, input.onEveryPage),
        ...(of.document === undefined ? {} : { document: of.document }),
      })
      for (const each of rendered.diagnostics) diagnostics.push(each)
      return rendered.value
    },
  }
}
