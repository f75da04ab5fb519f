import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { PageParameters, View } from "../model/page.js"
import { censusOf } from "./census.js"
import { stylesheetParameters } from "./page-parameters.js"
import { runView } from "./run-view.js"
import type { XmlDocument } from "./saxon.js"
import { parseTei, type Stylesheet } from "./stylesheet.js"
import { counted } from "./unhandled.js"

/**
 * Renders one page: the HTML of a TEI document in a view, or of a teiCorpus in a view of the whole edition.
 *
 * TEI that is not well-formed gives an empty page and the diagnostic tei-not-well-formed; what the
 * stylesheet cannot go on with, an empty page and page-failed; an element that no template knows is
 * shown plainly and reported as element-unhandled, once for each name.
 */
export function renderView(
  view: View,
  tei: string,
  parameters: PageParameters,
  stylesheet: Stylesheet,
): Outcome<string> {
  const source = parseTei(tei, stylesheet)
  if ("problem" in source) return failed(diagnose("tei-not-well-formed", { problem: source.problem }))
  try {
    const { html, unknown } = runView(view, source, stylesheetParameters(parameters), stylesheet)
    return { value: html, diagnostics: problemsOf(unknown, source, stylesheet) }
  } catch (error) {
    return failed(
      diagnose("page-failed", { name: parameters.document?.name ?? "The index", problem: reasonOf(error) }),
    )
  }
}

/** The elements that no template knows, by the ids that the stylesheet generated for them. */
export function problemsOf(
  unknown: ReadonlySet<string>,
  source: XmlDocument,
  stylesheet: Stylesheet,
): readonly Diagnostic[] {
  return counted(censusOf(source, stylesheet.saxon)(unknown), "plainly").map(({ name, count }) =>
    diagnose("element-unhandled", {
      name,
      count,
      often: count === 1 ? "once" : `${count} times`,
      fate: "shown plainly",
    }),
  )
}

const failed = (diagnostic: Diagnostic): Outcome<string> => ({ value: "", diagnostics: [diagnostic] })

/** What stopped the stylesheet, as a clause without a full stop; too deep a nesting has no words of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "its elements are nested too deeply"
  const said = error instanceof Error ? error.message : String(error)
  return said.replace(/\s+/g, " ").replace(/[\s.]+$/, "")
}
