import { createRequire } from "node:module"

/** A parsed XML document, as SaxonJS holds it. */
export interface XmlDocument {
  readonly nodeType: number
}

/** The part of SaxonJS that rendering needs; the package brings no types. */
export interface Saxon {
  transform(options: TransformOptions, execution: "sync"): { readonly principalResult: string }
  getPlatform(): { parseXmlFromString(text: string): XmlDocument }
  readonly XPath: { evaluate(expression: string, context: XmlDocument, options: object): unknown }
}

export interface TransformOptions {
  readonly stylesheetInternal: object
  readonly sourceNode: XmlDocument
  readonly initialMode: string
  readonly stylesheetParams: Readonly<Record<string, string | readonly string[]>>
  readonly destination: "serialized"
  readonly deliverMessage: (content: unknown, errorCode: unknown) => void
}

/**
 * SaxonJS takes a quarter of a second to load, so it is loaded when the first stylesheet is opened.
 * Required, not imported: of its two megabytes an import would first look for names to export.
 */
export function loadSaxon(): Saxon {
  return createRequire(import.meta.url)("saxon-js") as Saxon
}
