import type { Outcome } from "../diagnostics/diagnostic.js"
import type { DocumentPages, PageParameters, View } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { renderDocument } from "./render-document.js"
import { renderView } from "./render-view.js"
import type { Stylesheet } from "./stylesheet.js"
import { summaryOf } from "./summary.js"
import { type Unhandled, unhandledIn } from "./unhandled.js"

/** What publishing asks of rendering, without knowing the stylesheet. */
export interface Renderer {
  renderView(view: View, tei: string, parameters: PageParameters): Outcome<string>
  /** All pages of a document; none where one of them cannot be made. */
  renderDocument(tei: string, parameters: PageParameters): Outcome<DocumentPages>
  /** What the pages of the whole edition need of a document; nothing where its TEI holds none. */
  summaryOf(name: string, tei: string, parameters: PageParameters): Outcome<DocumentSummary | undefined>
  /** What the views do not render, element by element. */
  unhandledIn(tei: string): readonly Unhandled[]
}

/** Rendering with an opened stylesheet. */
export function rendererOf(stylesheet: Stylesheet): Renderer {
  return {
    renderView: (view, tei, parameters) => renderView(view, tei, parameters, stylesheet),
    renderDocument: (tei, parameters) => renderDocument(tei, parameters, stylesheet),
    summaryOf: (name, tei, parameters) => summaryOf(name, tei, parameters, stylesheet),
    unhandledIn: (tei) => unhandledIn(tei, stylesheet),
  }
}
