import { createRequire } from "node:module"

/** The part of SaxonJS that rules need; the package brings no types. */
export interface Saxon {
  transform(options: TransformOptions, execution: "sync"): { readonly principalResult: string }
  readonly XPath: {
    evaluate(expression: string, context: null, options: { namespaceContext: object }): unknown
  }
}

interface TransformOptions {
  readonly stylesheetInternal: object
  readonly sourceText: string
  readonly initialMode: string
  readonly stylesheetParams?: Readonly<Record<string, string>>
  readonly destination: "serialized"
  readonly deliverMessage: () => void
}

/**
 * SaxonJS takes a third of a second to load, so it is loaded when the first rules are opened.
 * Required, not imported: of its two megabytes an import would first look for names to export.
 */
export function loadSaxon(): Saxon {
  return createRequire(import.meta.url)("saxon-js") as Saxon
}

/** Runs a compiled stylesheet on a text; what it says to the terminal is not heard. */
export function runStylesheet(
  saxon: Saxon,
  stylesheet: object,
  sourceText: string,
  initialMode: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const options: TransformOptions = {
    stylesheetInternal: stylesheet,
    sourceText,
    initialMode,
    stylesheetParams: parameters,
    destination: "serialized",
    deliverMessage: () => {},
  }
  return saxon.transform(options, "sync").principalResult
}
