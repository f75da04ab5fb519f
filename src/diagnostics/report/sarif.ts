import type { SourceSpan } from "../../model/source-span.js"
import { type Code, catalogue } from "../catalogue.js"
import type { Diagnostic } from "../diagnostic.js"
import { openFingerprints } from "./fingerprint.js"
import type { Found } from "./formats.js"

const levels = { error: "error", warning: "warning", info: "note" } as const

/** The problems as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code scanning and editors. */
export function reportSarif({ diagnostics, textOfFile, checked, version, pathOf }: Found): string {
  const codes = [...new Set(diagnostics.map((each) => each.code))].sort()
  const fingerprint = openFingerprints(textOfFile)
  const placeOf = (span: SourceSpan) => ({
    artifactLocation: artifact(pathOf(span.file)),
    region: region(span),
  })
  // GitHub takes no result without a place: what has none is put to the first file, the edition's settings.
  const [first] = checked
  const locationsOf = ({ span }: Diagnostic) => {
    if (span) return [{ physicalLocation: placeOf(span) }]
    return first === undefined ? [] : [{ physicalLocation: { artifactLocation: artifact(pathOf(first)) } }]
  }
  const result = (each: Diagnostic) => ({
    ruleId: each.code,
    ruleIndex: codes.indexOf(each.code),
    level: levels[each.severity],
    message: message(each.hint ? `${each.message} ${each.hint}` : each.message),
    locations: locationsOf(each),
    ...(each.related.length > 0 && {
      relatedLocations: each.related.map((related, index) => ({
        id: index + 1,
        message: message(related.message),
        physicalLocation: placeOf(related.span),
      })),
    }),
    partialFingerprints: { "stetLine/v1": fingerprint(each) },
  })
  const run = {
    tool: { driver: { name: "stet", version, rules: codes.map(rule) } },
    invocations: [{ executionSuccessful: true }],
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    results: diagnostics.map(result),
  }
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function rule(code: Code) {
  const { wording, hint, severity } = catalogue[code]
  const general = (text: string) => message(text.replace(/\{\w+\}/g, "…"))
  return {
    id: code,
    shortDescription: general(wording),
    // An empty text is refused by some readers.
    ...(hint && { help: general(hint) }),
    defaultConfiguration: { level: levels[severity] },
  }
}

/** Braces hold places to be filled (section 3.11.5), brackets links (3.11.6), where they aren't escaped. */
const message = (text: string) => ({
  text: text
    .replace(/[{}]/g, (brace) => brace + brace)
    .replace(/(?:\\|\[)(?=[^[\]]*\]\()/g, (sign) => `\\${sign}`),
})

const artifact = (path: string) => {
  // An absolute path is below no root; a file with a colon in its name is no address of a scheme “letter:”.
  if (path.startsWith("/")) return { uri: `file://${encodePath(path)}` }
  return { uri: encodePath(path), uriBaseId: "%SRCROOT%" }
}

const encodePath = (path: string) =>
  path
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/")

const region = ({ start, end }: SourceSpan) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})
