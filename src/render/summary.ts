import type { Outcome } from "../diagnostics/diagnostic.js"
import type { PageParameters } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { runWhole } from "./run-whole.js"
import type { Stylesheet } from "./stylesheet.js"

/**
 * The summary of a document, as xslt/views/summary.xsl has it; nothing, and the diagnostic
 * tei-not-well-formed or page-failed, where there is no document in the TEI.
 */
export function summaryOf(
  name: string,
  tei: string,
  parameters: PageParameters,
  stylesheet: Stylesheet,
): Outcome<DocumentSummary | undefined> {
  const { value, diagnostics } = runWhole("summary", name, tei, parameters, stylesheet)
  return { value: value === undefined ? undefined : { ...(value as DocumentSummary), name }, diagnostics }
}
