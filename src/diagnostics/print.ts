import type { SourceSpan } from "../model/source-span.js"
import { visible } from "./cells.js"
import type { Diagnostic } from "./diagnostic.js"
import { excerpt } from "./excerpt.js"

/** More places than these that belong to a problem say nothing that an editor would read. */
const mostRelated = 8

/**
 * Prints a diagnostic as an editor reads it: place, severity, message and code, then the line with a
 * marker under what is meant, then the places that belong to it with their lines, then what to do.
 * `textOfFile` gives a file's text where it is at hand; where it isn't, there are no lines.
 */
export function printDiagnostic(
  diagnostic: Diagnostic,
  textOfFile: (file: string) => string | undefined,
): string {
  const { span, severity, message, code, hint, related } = diagnostic
  const place = span ? `${placeOf(span)}: ` : ""
  const lines = [`${place}${severity}: ${visible(message)} [${code}]`]
  const show = (at: SourceSpan, indent: string) => {
    const text = textOfFile(at.file)
    if (text !== undefined) lines.push(...excerpt(at, text, indent))
  }
  // What is only told of a whole file is not about its first line.
  if (span && !(severity === "info" && span.end.offset === 0)) show(span, "  ")
  for (const each of related.slice(0, mostRelated)) {
    lines.push(`  ${placeOf(each.span)}: ${visible(each.message)}`)
    show(each.span, "    ")
  }
  const more = related.length - mostRelated
  if (more > 0) lines.push(`  … and ${more} more place${more === 1 ? "" : "s"}`)
  if (hint) lines.push(`  → ${visible(hint)}`)
  return lines.join("\n")
}

const placeOf = ({ file, start }: SourceSpan) => `${visible(file)}:${start.line}:${start.column}`

/** “3 errors, 1 warning”. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"], word: string) => {
    const number = diagnostics.filter((each) => each.severity === severity).length
    return `${number} ${word}${number === 1 ? "" : "s"}`
  }
  return `${count("error", "error")}, ${count("warning", "warning")}`
}
