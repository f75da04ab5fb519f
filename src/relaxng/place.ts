/** A text that errors point into. */
export interface TextFile {
  readonly uri: string
  readonly text: string
}

/** Where something stands: an index into the file's text, in UTF-16 units. */
export interface Place {
  readonly file: TextFile
  readonly offset: number
}

/** A line and a column, both counted from 1, the column in UTF-16 units. */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** Counted only when an error is reported, since most places are never asked for. */
export function lineAndColumn(text: string, offset: number): LineAndColumn {
  let line = 1
  let start = 0
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index)
    const isEnd = code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)
    if (!isEnd) continue
    line++
    start = index + 1
  }
  return { line, column: Math.max(0, offset - start) + 1 }
}
