import type { Outcome } from "../diagnostics/diagnostic.js"
import type { DocumentPages, PageParameters } from "../model/page.js"
import { runWhole } from "./run-whole.js"
import type { Stylesheet } from "./stylesheet.js"

/**
 * Renders all pages of a TEI document and its plain texts, by the names of their files in the document's folder.
 *
 * None, and the diagnostic tei-not-well-formed or page-failed, where one of them cannot be made; an element that
 * no template knows is shown plainly and reported as element-unhandled, once for each name.
 */
export function renderDocument(
  tei: string,
  parameters: PageParameters,
  stylesheet: Stylesheet,
): Outcome<DocumentPages> {
  const name = parameters.document?.name ?? "A document"
  const { value, diagnostics, unhandled } = runWhole("document", name, tei, parameters, stylesheet)
  return value === undefined
    ? { value: {}, diagnostics }
    : { value: value as DocumentPages, diagnostics: unhandled() }
}
