import type { SourceSpan } from "../model/source-span.js"
import { type Cell, cellsOf, hasRightToLeft, widthOf } from "./cells.js"

/** As many columns as a terminal has where nobody made it wider. */
const columns = 80
/** How many units of a line are looked at on either side of a place: enough to fill the columns with letters. */
const reach = 120

/**
 * The line of a place with a marker under what is meant; of a place of several lines, the first and the
 * last. A line that is too long is cut round the marker, with “…” where something is missing. Nothing
 * where there is nothing to be seen. No line is wider than 80 columns.
 */
export function excerpt(span: SourceSpan, text: string, indent = "  "): readonly string[] {
  const { start, end } = span
  const gutter = Math.max(String(start.line).length, String(end.line).length)
  const margin = (label: string) => `${indent}${label.padStart(gutter)} | `
  const room = columns - margin("").length
  const show = (line: number, from: number, to: number, lineStart: number): readonly string[] => {
    const [shown, marker] = window(text, lineStart, from, to, room)
    if (shown.trim() === "") return []
    return [`${margin(String(line))}${shown}`, `${margin("")}${marker}`]
  }
  const firstStart = start.offset - (start.column - 1)
  const firstEnd = endOfLine(text, start.offset)
  const first = show(
    start.line,
    start.offset,
    start.line === end.line ? end.offset : Math.max(firstEnd, start.offset + 1),
    firstStart,
  )
  // A place that ends with a line's end says no more by showing the beginning of the next.
  if (end.line === start.line || end.column === 1) return first
  const lastStart = end.offset - (end.column - 1)
  const indentOfLast = /^[ \t]*/.exec(text.slice(lastStart, Math.min(end.offset, lastStart + reach)))
  const last = show(end.line, lastStart + (indentOfLast?.[0].length ?? 0), end.offset, lastStart)
  const between = end.line - start.line > 1 ? [`${indent}${"…".padStart(gutter)} |`] : []
  return [...first, ...between, ...last]
}

function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset, offset + reach).search(/[\r\n]/)
  return found < 0 ? Math.min(text.length, offset + reach) : offset + found
}

/** What is shown of a line, and the marker under it; `from` and `to` are offsets in `text`. */
function window(
  text: string,
  lineStart: number,
  from: number,
  to: number,
  room: number,
): readonly [string, string] {
  // A paragraph may be one very long line with many problems in it: no more of it is looked at than may be shown.
  let begin = Math.max(lineStart, from - reach)
  // Not in the middle of a character, nor between a letter and its accents.
  while (begin > Math.max(lineStart, from - 2 * reach) && /[\udc00-\udfff]|\p{M}/u.test(text.charAt(begin)))
    begin--
  const stop = endOfLine(text, from)
  const cells = cellsOf(text.slice(begin, stop), begin)
  const marked = cells.findIndex((cell) => cell.to > from)
  const at = marked < 0 ? cells.length : marked
  const whole = begin === lineStart && /^(?:[\r\n]|$)/.test(text.charAt(stop))
  const [first, last] = whole && widthOf(cells) < room ? [0, cells.length] : fitted(cells, at, room)
  const shown = cells.slice(first, last)
  const lead = first > 0 || begin > lineStart ? "…" : ""
  const rest = last < cells.length || !/^(?:[\r\n]|$)/.test(text.charAt(stop)) ? "…" : ""
  const meant = cells.slice(at, last).filter((cell) => cell.from < to)
  const line = `${lead}${shown.map((cell) => cell.shown).join("")}${rest}`
  // Terminals show such a line from right to left or don't, so that nothing can be put under a place of it.
  if (hasRightToLeft(line)) return [line, `here: ${quoted(meant, cells[at])}`]
  const blanks = lead.length + widthOf(cells.slice(first, at))
  return [line, `${" ".repeat(blanks)}${"^".repeat(Math.max(1, widthOf(meant)))}`]
}

function quoted(meant: readonly Cell[], next: Cell | undefined): string {
  if (meant.length > 0) return `“${meant.map((cell) => cell.shown).join("")}”`
  return next ? `before “${next.shown}”` : "at the end of the line"
}

/** From which cell to which there is room, with as much as possible after the marker, but not without what stands before it. */
function fitted(cells: readonly Cell[], at: number, room: number): readonly [number, number] {
  // One column for each “…”.
  let left = room - 2
  let first = at
  let last = at
  const takeBefore = (limit: number) => {
    for (let taken = 0; first > 0; first--) {
      taken += cells[first - 1]?.width ?? 0
      if (taken > limit) return
      left -= cells[first - 1]?.width ?? 0
    }
  }
  takeBefore(Math.floor(room / 2))
  for (; last < cells.length && (cells[last]?.width ?? 0) <= left; last++) left -= cells[last]?.width ?? 0
  takeBefore(left)
  return [first, last]
}
