import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Renderer, SiteDocument } from "./site.js"

/**
 * What the views do not render of a document, one diagnostic for each name of an element, at the first
 * of them: element-unhandled, with how many there are and whether their text is shown all the same.
 */
export function surveyOf(document: SiteDocument, renderer: Renderer): readonly Diagnostic[] {
  return renderer.unhandledIn(document.tei).map(({ name, namespace, count, firstOrdinal, shown }) =>
    diagnose(
      "element-unhandled",
      {
        name: namespace === undefined ? name : `${name} (of the namespace ${namespace})`,
        count,
        often: count === 1 ? "once" : `${count} times`,
        fate: shown === "plainly" ? "shown plainly" : "not shown",
      },
      document.placeOf?.(firstOrdinal),
    ),
  )
}
