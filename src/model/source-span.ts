/** A place in a source: line and column count from 1 (columns in UTF-16 units), offset from 0. */
export interface SourcePoint {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of one source file; `end` is the point after its last character. */
export interface SourceSpan {
  readonly file: string
  readonly start: SourcePoint
  readonly end: SourcePoint
}

/** The very beginning of a file: where a problem stands that has no place of its own. */
export function startOfFile(file: string): SourceSpan {
  const start = { line: 1, column: 1, offset: 0 }
  return { file, start, end: start }
}
