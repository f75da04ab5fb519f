import type { SourcePoint, SourceSpan } from "../../model/source-span.js"

/**
 * A place in a schema as one word, which goes with its rule through all that is made of it: line, column
 * and offset of the beginning and of the end, and the file's name, which may hold anything.
 */
export function markOf({ file, start, end }: SourceSpan): string {
  return [start.line, start.column, start.offset, end.line, end.column, end.offset, file].join(":")
}

/** The place that a mark stands for. */
export function spanOf(mark: string): SourceSpan | undefined {
  const parts = /^(\d+):(\d+):(\d+):(\d+):(\d+):(\d+):([\s\S]*)$/.exec(mark)
  if (parts === null) return undefined
  const point = (at: number): SourcePoint => ({
    line: Number(parts[at]),
    column: Number(parts[at + 1]),
    offset: Number(parts[at + 2]),
  })
  return { file: parts[7] ?? "", start: point(1), end: point(4) }
}
