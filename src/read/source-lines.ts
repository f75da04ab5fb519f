/** A line of a source; offsets are UTF-16 units in the file. */
export interface SourceLine {
  readonly start: number
  /** Before the line end. */
  readonly end: number
  /** After the line end. */
  readonly next: number
  readonly text: string
}

/** The lines from an offset to the end; line ends are LF, CRLF or a lone CR. */
export function linesOf(text: string, from: number): readonly SourceLine[] {
  const lines: SourceLine[] = []
  const ends = /\r\n|\n|\r/g
  ends.lastIndex = from
  let start = from
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    lines.push({ start, end: match.index, next: ends.lastIndex, text: text.slice(start, match.index) })
    start = ends.lastIndex
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length, text: text.slice(start) })
  return lines
}
