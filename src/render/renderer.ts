import type { Outcome } from "../diagnostics/diagnostic.js"
import type { PageParameters, View } from "../model/page.js"
import { renderView } from "./render-view.js"
import type { Stylesheet } from "./stylesheet.js"
import { titleOf } from "./title.js"
import { type Unhandled, unhandledIn } from "./unhandled.js"

/** What publishing asks of rendering, without knowing the stylesheet. */
export interface Renderer {
  renderView(view: View, tei: string, parameters: PageParameters): Outcome<string>
  titleOf(tei: string): string | undefined
  /** What the views do not render, element by element. */
  unhandledIn(tei: string): readonly Unhandled[]
}

/** Rendering with an opened stylesheet. */
export function rendererOf(stylesheet: Stylesheet): Renderer {
  return {
    renderView: (view, tei, parameters) => renderView(view, tei, parameters, stylesheet),
    titleOf: (tei) => titleOf(tei, stylesheet),
    unhandledIn: (tei) => unhandledIn(tei, stylesheet),
  }
}
