import type { Diagnostic } from "./diagnostic.js"

const markerLimit = 60

/**
 * Prints a diagnostic as an editor reads it: place, severity, message and code, then the line with a
 * marker under what is meant, then what to do. `textOfFile` gives a file's text where it is at hand.
 */
export function printDiagnostic(
  diagnostic: Diagnostic,
  textOfFile: (file: string) => string | undefined,
): string {
  const { span, severity, message, code, hint } = diagnostic
  const place = span ? `${span.file}:${span.start.line}:${span.start.column}: ` : ""
  const lines = [`${place}${severity}: ${message} [${code}]`]
  if (span) lines.push(...excerpt(span, textOfFile(span.file)))
  for (const each of diagnostic.related)
    lines.push(`  ${each.span.file}:${each.span.start.line}:${each.span.start.column}: ${each.message}`)
  if (hint) lines.push(`  → ${hint}`)
  return lines.join("\n")
}

function excerpt(span: NonNullable<Diagnostic["span"]>, text: string | undefined): readonly string[] {
  if (text === undefined) return []
  // A paragraph may be one very long line: what stands round the place is shown, and no more is looked at,
  // since there may be many problems in it.
  const column = span.start.column - 1
  const from = Math.max(0, column - 40)
  const start = span.start.offset - column + from
  const line = text.slice(start, start + 101).split(/[\r\n]/, 1)[0] ?? ""
  if (line.trim() === "") return []
  const shown = line.slice(0, 100)
  const lead = from > 0 ? "…" : ""
  const rest = line.length > 100 ? "…" : ""
  const end = span.end.line === span.start.line ? span.end.column - 1 : from + shown.length
  const width = Math.max(1, Math.min(end - column, shown.length - (column - from), markerLimit))
  const gutter = String(span.start.line)
  const blanks = shown.slice(0, column - from).replace(/[^\t]/g, " ")
  return [
    `  ${gutter} | ${lead}${visible(shown)}${rest}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(lead.length)}${blanks}${"^".repeat(width)}`,
  ]
}

// Direction and control characters would garble the terminal that is to show them.
const visible = (line: string) =>
  line.replace(/(?!\t)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd")

/** “3 errors, 1 warning”. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"], word: string) => {
    const number = diagnostics.filter((each) => each.severity === severity).length
    return `${number} ${word}${number === 1 ? "" : "s"}`
  }
  return `${count("error", "error")}, ${count("warning", "warning")}`
}
