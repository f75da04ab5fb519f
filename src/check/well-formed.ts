import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { SourcePoint, SourceSpan } from "../model/source-span.js"
import type { TeiFile } from "./check-tei.js"

/** An element's start tag as it stands in the file. */
export interface PlacedElement {
  readonly name: string
  readonly span: SourceSpan
}

/** What keeps a text from being XML; line and column count from 1, columns in UTF-16 units. */
export interface XmlFault {
  readonly message: string
  readonly line: number
  readonly column: number
}

/**
 * Every element of a file in document order, or what keeps the file from being XML. A DOCTYPE is refused
 * before anything behind it is read: it could declare entities that grow without bound or name other files.
 * `faultOf` is the parser that decides what is well-formed.
 */
export function wellFormed(
  tei: TeiFile,
  faultOf: (text: string) => XmlFault | undefined,
): Outcome<readonly PlacedElement[]> {
  const starts = lineStarts(tei.text)
  const span = (from: number, to: number): SourceSpan => ({
    file: tei.name,
    start: pointOf(starts, from),
    end: pointOf(starts, to),
  })
  const doctype = doctypeIn(tei.text)
  if (doctype >= 0) {
    const refused = diagnose("doctype-refused", {}, span(doctype, doctype + "<!DOCTYPE".length))
    return { value: [], diagnostics: [refused] }
  }
  const fault = faultOf(tei.text)
  if (fault) {
    const at = offsetOf(tei.text, starts, fault)
    const problem = fault.message.trim().replace(/\.$/, "")
    return { value: [], diagnostics: [diagnose("tei-not-well-formed", { problem }, span(at, at + 1))] }
  }
  const elements = Array.from(startTags(tei.text), ({ name, from, to }) => ({ name, span: span(from, to) }))
  return { value: elements, diagnostics: [] }
}

// In a well-formed text without a DOCTYPE, “<” begins one of these and nothing else.
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>/g

function* startTags(text: string) {
  for (const { index, 0: tag, 1: name } of text.matchAll(markup))
    if (name !== undefined) yield { name, from: index, to: index + tag.length }
}

/** Where a document type declaration begins: only comments, instructions and blanks may stand before it. */
function doctypeIn(text: string): number {
  const before = /^\ufeff?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0].length ?? 0
  return text.startsWith("<!DOCTYPE", before) ? before : -1
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length)
  return starts
}

const offsetOf = (text: string, starts: readonly number[], fault: XmlFault): number =>
  Math.min((starts[fault.line - 1] ?? text.length) + fault.column - 1, Math.max(0, text.length - 1))

function pointOf(starts: readonly number[], offset: number): SourcePoint {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
}
