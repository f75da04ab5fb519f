import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { PageParameters, View } from "../model/page.js"
import { stylesheetParameters } from "./page-parameters.js"
import { parseTei, type Stylesheet } from "./stylesheet.js"

/**
 * Renders one page: the HTML of a TEI document in a view, or of a teiCorpus in the view "index".
 *
 * TEI that is not well-formed gives an empty page and the diagnostic tei-not-well-formed;
 * an element that no template knows is shown plainly and reported as element-unhandled.
 */
export function renderView(
  view: View,
  tei: string,
  parameters: PageParameters,
  stylesheet: Stylesheet,
): Outcome<string> {
  const source = parseTei(tei, stylesheet)
  if ("problem" in source) {
    return { value: "", diagnostics: [diagnose("tei-not-well-formed", { problem: source.problem })] }
  }
  const unhandled = new Set<string>()
  const result = stylesheet.saxon.transform(
    {
      stylesheetInternal: stylesheet.internal,
      sourceNode: source,
      initialMode: `Q{urn:x-stet:view}${view}`,
      stylesheetParams: stylesheetParameters(parameters),
      destination: "serialized",
      deliverMessage: (content) => unhandled.add(messageText(content)),
    },
    "sync",
  )
  const diagnostics: Diagnostic[] = [...unhandled].map((name) => diagnose("element-unhandled", { name }))
  return { value: result.principalResult, diagnostics }
}

/** The stylesheet has one message, whose text is the name of the element it does not know. */
function messageText(content: unknown): string {
  if (typeof content === "object" && content !== null && "textContent" in content) {
    return String(content.textContent)
  }
  return String(content)
}
