import { diagnose } from "../diagnostics/diagnostic.js"
import type { Blank, Inline, Row } from "../model/transcription.js"
import { type BlockContext, type BlockList, openBlockList } from "./block-context.js"
import type { SourceLine } from "./source-lines.js"

const delimiter = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/

/**
 * Reads the rows of a table; gives the number of the line after it. Bars, and the blanks beside them, are
 * mark-up, as is a line of hyphens, which makes the row above it a heading.
 */
export function readTable(context: BlockContext, list: BlockList, first: number, end: number): number {
  const { source, lines, blockSigns, markup, diagnostics } = context
  const between = openBlockList(context.source)
  const rows: (Row | Blank)[] = []
  const settle = () => {
    for (const block of between.blocks.splice(0)) if (block.kind === "blank") rows.push(block)
  }
  let expected: number | undefined
  let index = first
  for (; index < end && blockSigns.row(lines[index] as SourceLine); index++) {
    const line = lines[index] as SourceLine
    const isDelimiter = delimiter.test(line.text)
    if (isDelimiter && index === first + 1) {
      const heading = rows[0]
      if (heading && heading.kind === "row") rows[0] = { ...heading, heading: true }
      markup.push({ start: line.start, end: line.end })
    } else {
      settle()
      const row = readRow(context, line)
      rows.push(row)
      expected ??= row.cells.length
      if (row.cells.length !== expected)
        diagnostics.push(diagnose("row-uneven", { cells: row.cells.length, expected }, row.span))
    }
    between.blank(line.end, line.next)
  }
  const after = lines[index]
  if (after && index < end && /^ {0,3}\|/.test(after.text))
    diagnostics.push(diagnose("row-unclosed", {}, source.spanAt(after.start, after.end)))
  const start = lines[first] as SourceLine
  const last = lines[index - 1] as SourceLine
  list.put({ kind: "table", rows, span: source.spanAt(start.start, last.end) })
  // As it is, not by its place: a line of hyphens may lie in the midst of it.
  for (const block of between.blocks) list.put(block)
  return index
}

function readRow(context: BlockContext, line: SourceLine): Row {
  const { source, markup } = context
  const { text } = source
  const cells: (readonly Inline[])[] = []
  let start = text.indexOf("|", line.start) + 1
  let before = line.start
  for (let at = start; at < line.end; at++) {
    if (text[at] === "\\") at++
    else if (text.startsWith("[[", at)) {
      // The bar in [[name|words]] parts no cells.
      const close = text.indexOf("]]", at)
      if (close > 0 && close < line.end) at = close + 1
    } else if (text[at] === "|") {
      let from = start
      let to = at
      while (from < to && (text[from] === " " || text[from] === "\t")) from++
      while (to > from && (text[to - 1] === " " || text[to - 1] === "\t")) to--
      markup.push({ start: before, end: from })
      cells.push(context.inline(from, to))
      before = to
      start = at + 1
    }
  }
  markup.push({ start: before, end: line.end })
  return { kind: "row", heading: false, cells, span: source.spanAt(line.start, line.end) }
}
