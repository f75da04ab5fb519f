import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { DocumentPages, PageParameters } from "../model/page.js"
import { stylesheetParameters } from "./page-parameters.js"
import { problemsOf, reasonOf } from "./render-view.js"
import { messageText } from "./run-view.js"
import { parseTei, type Stylesheet } from "./stylesheet.js"

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
  const source = parseTei(tei, stylesheet)
  if ("problem" in source)
    return { value: {}, diagnostics: [diagnose("tei-not-well-formed", { problem: source.problem })] }
  const unknown = new Set<string>()
  try {
    const { principalResult } = stylesheet.saxon.transform(
      {
        stylesheetInternal: stylesheet.internal,
        sourceNode: source,
        initialMode: "Q{urn:x-stet:view}document",
        stylesheetParams: stylesheetParameters(parameters),
        destination: "raw",
        deliverMessage: (content) => unknown.add(messageText(content)),
      },
      "sync",
    )
    return {
      value: principalResult as DocumentPages,
      diagnostics: problemsOf(unknown, source, stylesheet),
    }
  } catch (error) {
    const name = parameters.document?.name ?? "A document"
    return { value: {}, diagnostics: [diagnose("page-failed", { name, problem: reasonOf(error) })] }
  }
}
