import { createRequire } from "node:module"

/** A parsed XML document, as SaxonJS holds it. */
export interface XmlDocument {
  readonly nodeType: number
}

/** A node of such a document; only text nodes have `data` and the same as `nodeValue`, and they may be set. */
export interface XmlNode {
  readonly nodeType: number
  readonly parentNode: XmlNode | null
  data?: string
  nodeValue?: string
}

/** The part of SaxonJS that rendering needs; the package brings no types. */
export interface Saxon {
  transform(
    options: TransformOptions & { readonly destination: "serialized" },
    execution: "sync",
  ): { readonly principalResult: string | null }
  /** A result that is a map becomes an object, a sequence or an array within it a list. */
  transform(
    options: TransformOptions & { readonly destination: "raw" },
    execution: "sync",
  ): { readonly principalResult: unknown }
  getPlatform(): { parseXmlFromString(text: string): XmlDocument }
  readonly XPath: {
    evaluate(expression: string, context: XmlDocument | XmlNode, options: object): unknown
  }
}

export interface TransformOptions {
  readonly stylesheetInternal: object
  readonly sourceNode: XmlDocument
  readonly initialMode: string
  readonly stylesheetParams: Readonly<Record<string, string | readonly string[] | object | boolean>>
  readonly deliverMessage: (content: unknown, errorCode: unknown) => void
}

/**
 * SaxonJS takes a quarter of a second to load, so it is loaded when the first stylesheet is opened.
 * Required, not imported: of its two megabytes an import would first look for names to export.
 */
export function loadSaxon(): Saxon {
  return createRequire(import.meta.url)("saxon-js") as Saxon
}
