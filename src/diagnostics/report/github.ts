import type { Diagnostic } from "../diagnostic.js"
import type { Found } from "./formats.js"

const commands = { error: "error", warning: "warning", info: "notice" } as const

/**
 * Annotations of GitHub Actions, a workflow command each. GitHub shows ten of each kind in a step:
 * errors come first, and the files in their order.
 */
export function reportGithub({ diagnostics, pathOf }: Found): string {
  const kinds = ["error", "warning", "info"] as const
  return kinds
    .flatMap((kind) => diagnostics.filter((each) => each.severity === kind))
    .map((each) => `${annotation(each, pathOf)}\n`)
    .join("")
}

function annotation({ severity, code, message, hint, span, related }: Diagnostic, pathOf: Found["pathOf"]) {
  const { start, end } = span ?? {}
  const properties = Object.entries({
    ...(span && { file: pathOf(span.file) }),
    ...(start && end && { line: start.line, endLine: end.line }),
    // Columns of two lines don't make a place to GitHub.
    ...(start && end && start.line === end.line && { col: start.column, endColumn: end.column }),
    title: code,
  })
  const places = related.map((each) => `${pathOf(each.span.file)}:${each.span.start.line}: ${each.message}`)
  const told = [message, ...places, ...(hint ? [hint] : [])].join("\n")
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${written.join(",")}::${escapeData(told)}`
}

const escapeData = (text: string) =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")

const escapeProperty = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C")
