import type { Outcome } from "../diagnostics/diagnostic.js"
import type { EditionParameters, PageParameters, View } from "../model/page.js"

/** A file of the site: its path from the site's root, with slashes, and its text. */
export interface SiteFile {
  readonly path: string
  readonly content: string
}

/** A document of the edition: the name in its address, and its TEI. */
export interface SiteDocument {
  readonly name: string
  readonly tei: string
}

/** What publishing asks of rendering; render/renderer.ts answers it. */
export interface Renderer {
  renderView(view: View, tei: string, parameters: PageParameters): Outcome<string>
  titleOf(tei: string): string | undefined
}

export interface PublishedEdition extends EditionParameters {
  /** The language of the edition's own words, BCP 47. */
  readonly language?: string | undefined
  /** A paragraph for the index: what the edition is. */
  readonly statement?: string | undefined
}

export interface PublishInput {
  readonly edition: PublishedEdition
  /** In the edition's order. */
  readonly documents: readonly SiteDocument[]
  /** CSS files in the order in which they apply; `name` is the file's name in assets/. */
  readonly styles: readonly { readonly name: string; readonly content: string }[]
  /** The schema that the TEI files name, and what explains it. */
  readonly schemas?: readonly SiteFile[]
  readonly renderer: Renderer
}
