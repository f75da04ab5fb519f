import type { SourcePoint, SourceSpan } from "./source-span.js"

/** A source file's characters, and the line and column of each. */
export interface SourceText {
  readonly file: string
  readonly text: string
  pointAt(offset: number): SourcePoint
  spanAt(start: number, end: number): SourceSpan
}

/** Line ends are LF, CRLF or a lone CR. */
export function openSourceText(file: string, text: string): SourceText {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  // Asked for in the order of the text, mostly: the line is the last one that was found, or the next.
  let line = 0
  const isOn = (index: number, offset: number) =>
    (starts[index] ?? Number.POSITIVE_INFINITY) <= offset &&
    offset < (starts[index + 1] ?? Number.POSITIVE_INFINITY)
  const pointAt = (offset: number): SourcePoint => {
    if (!isOn(line, offset)) line = isOn(line + 1, offset) ? line + 1 : lineAt(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
  // A text often begins where the last one ended, and fills its paragraph: one place is one object then.
  let last: SourceSpan = { file, start: pointAt(0), end: pointAt(0) }
  const spanAt = (start: number, end: number): SourceSpan => {
    const { start: from, end: to } = last
    if (from.offset === start && to.offset === end) return last
    const begin = start === from.offset ? from : start === to.offset ? to : pointAt(start)
    last = { file, start: begin, end: end === to.offset ? to : pointAt(end) }
    return last
  }
  return { file, text, pointAt, spanAt }
}

/** The index of the last line that begins at `offset` or before, found by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
