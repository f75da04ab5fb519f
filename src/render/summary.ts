import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { PageParameters } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { stylesheetParameters } from "./page-parameters.js"
import { reasonOf } from "./render-view.js"
import { parseTei, type Stylesheet } from "./stylesheet.js"

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
  const failed = (diagnostic: Diagnostic) => ({ value: undefined, diagnostics: [diagnostic] })
  const source = parseTei(tei, stylesheet)
  if ("problem" in source) return failed(diagnose("tei-not-well-formed", { problem: source.problem }))
  try {
    const { principalResult } = stylesheet.saxon.transform(
      {
        stylesheetInternal: stylesheet.internal,
        sourceNode: source,
        initialMode: "Q{urn:x-stet:view}summary",
        stylesheetParams: stylesheetParameters(parameters),
        destination: "raw",
        deliverMessage: () => {},
      },
      "sync",
    )
    return { value: { ...(principalResult as DocumentSummary), name }, diagnostics: [] }
  } catch (error) {
    return failed(diagnose("page-failed", { name, problem: reasonOf(error) }))
  }
}
