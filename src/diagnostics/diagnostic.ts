import type { SourceSpan } from "../model/source-span.js"
import { type Code, catalogue, type Severity } from "./catalogue.js"

/** Something an editor should know about a source: where, what is wrong, what to do. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly span?: SourceSpan
  readonly related: readonly { readonly message: string; readonly span: SourceSpan }[]
  readonly hint?: string
}

/** What a stage gives back: always a value, and what it noticed on the way. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the diagnostic of a code; `{name}` in the catalogue's wording and hint is
 * replaced by `values.name`.
 */
export function diagnose(
  code: Code,
  values: Readonly<Record<string, string | number>> = {},
  span?: SourceSpan,
  related: Diagnostic["related"] = [],
): Diagnostic {
  const entry = catalogue[code]
  // Most hints have no place to be filled, and there may be thousands of diagnostics.
  const fill = (text: string) =>
    !text.includes("{")
      ? text
      : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return {
    code,
    severity: entry.severity,
    message: fill(entry.wording),
    related,
    hint: fill(entry.hint),
    ...(span === undefined ? {} : { span }),
  }
}

/** Whether any of them forbids publishing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error")
}

/** Each problem once: what is said a second time of the same place is left out. */
export function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const kept = new Map<string, Diagnostic>()
  for (const each of diagnostics) {
    const key = `${each.span?.file ?? ""} ${each.span?.start.offset ?? ""} ${each.code} ${each.message}`
    if (!kept.has(key)) kept.set(key, each)
  }
  return [...kept.values()]
}

/** Sorts in the order of the file, in place; what has no place comes first. */
export function inFileOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort((a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0))
}
