import type { View } from "../model/page.js"
import type { StylesheetParameters } from "./page-parameters.js"
import type { XmlDocument } from "./saxon.js"
import type { Stylesheet } from "./stylesheet.js"

/** A page, empty where the view has nothing to show; and the generated ids of the elements on it that no template knows. */
export interface ViewRun {
  readonly html: string
  readonly unknown: ReadonlySet<string>
}

/**
 * Runs one view over a parsed document.
 *
 * @throws Error when the stylesheet cannot go on with the document; the caller says so.
 */
export function runView(
  view: View,
  source: XmlDocument,
  parameters: StylesheetParameters,
  stylesheet: Stylesheet,
): ViewRun {
  const unknown = new Set<string>()
  const result = stylesheet.saxon.transform(
    {
      stylesheetInternal: stylesheet.internal,
      sourceNode: source,
      initialMode: `Q{urn:x-stet:view}${view}`,
      stylesheetParams: parameters,
      destination: "serialized",
      ...outputOf(view),
      deliverMessage: (content) => unknown.add(messageText(content)),
    },
    "sync",
  )
  return { html: result.principalResult ?? "", unknown }
}

/** All views are HTML, but for plain texts and what an e-book holds. */
function outputOf(view: View): { readonly outputProperties?: Readonly<Record<string, string | boolean>> } {
  if (view.endsWith("-text")) return { outputProperties: { method: "text" } }
  if (view === "contents") return { outputProperties: { method: "xml", "omit-xml-declaration": true } }
  return {}
}

/** The stylesheet has one message, whose text is the generated id of the element it does not know. */
export function messageText(content: unknown): string {
  if (typeof content === "object" && content !== null && "textContent" in content) {
    return String(content.textContent)
  }
  return String(content)
}
