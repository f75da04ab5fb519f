import { visible } from "../diagnostics/cells.js"
import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { excerpt } from "../diagnostics/excerpt.js"
import type { SourceSpan } from "../model/source-span.js"

/** A place in a file as an editor reads it: file, line and column, and the line with a marker under what is meant. */
export interface ShownPlace {
  readonly place: string
  readonly lines: readonly string[]
}

/** An error as a page of the preview shows it; all of it is text. */
export interface ShownProblem extends Partial<ShownPlace> {
  readonly code: string
  readonly message: string
  readonly hint?: string
  /** The path of the page on which the document is read, from the server's root. */
  readonly page?: string
  readonly related: readonly (ShownPlace & { readonly message: string })[]
}

/** What a page shows of all errors: as many as can be read, and how many there are. */
export interface ShownProblems {
  readonly count: number
  readonly first: readonly ShownProblem[]
}

/** Nobody mends more at one go; the rest is shown when these are mended. */
const mostProblems = 20
const mostRelated = 4

/** `pageOf` gives the page of the document that a file makes. */
export function shownProblems(
  diagnostics: readonly Diagnostic[],
  textOfFile: (file: string) => string | undefined,
  pageOf: (file: string) => string | undefined,
): ShownProblems {
  const errors = diagnostics.filter((each) => each.severity === "error")
  const placed = (span: SourceSpan): ShownPlace => {
    const text = textOfFile(span.file)
    return {
      place: `${visible(span.file)}:${span.start.line}:${span.start.column}`,
      lines: text === undefined ? [] : excerpt(span, text, ""),
    }
  }
  const first = errors.slice(0, mostProblems).map(({ code, message, hint, span, related }): ShownProblem => {
    const page = span && pageOf(span.file)
    return {
      code,
      message: visible(message),
      ...(hint === undefined ? {} : { hint: visible(hint) }),
      ...(span === undefined ? {} : placed(span)),
      ...(page === undefined ? {} : { page }),
      related: related
        .slice(0, mostRelated)
        .map((each) => ({ ...placed(each.span), message: visible(each.message) })),
    }
  })
  return { count: errors.length, first }
}
