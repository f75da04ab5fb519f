import { type Diagnostic, diagnose, inFileOrder } from "../diagnostics/diagnostic.js"
import { betweenBlocks } from "../model/phenomena.js"
import type { SourceText } from "../model/source-text.js"
import type { Block, MarkupRange } from "../model/transcription.js"
import { type BlockContext, type BlockList, openBlockList } from "./block-context.js"
import { containerDirectives, isContainer } from "./block-directives.js"
import { type BlockSigns, blockSignsOf } from "./block-signs.js"
import { readContainer } from "./container.js"
import { readInline } from "./inline.js"
import { readLeaf } from "./leaf.js"
import type { OnUse } from "./mark-stack.js"
import type { Signs } from "./notation.js"
import { linesOf, type SourceLine } from "./source-lines.js"
import { readTable } from "./table.js"

export interface BlockReading {
  readonly blocks: readonly Block[]
  readonly markup: readonly MarkupRange[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a body's blocks: paragraphs parted by blank lines, headings `#`, numbered points with the label
 * as printed, separators, tables, directives and containers. Blank lines are kept as they are.
 */
export function readBlocks(
  source: SourceText,
  from: number,
  signs: Signs,
  onUse: OnUse = () => {},
): BlockReading {
  const markup: MarkupRange[] = []
  const diagnostics: Diagnostic[] = []
  const blockSigns = blockSignsOf(signs)
  const lines = linesOf(source.text, from)
  const { closings, unopened } = matchContainers(lines, blockSigns)
  let numbers = 0
  const contextInside = (inside: readonly string[]): BlockContext => ({
    ...{ source, signs, blockSigns, lines, markup, diagnostics, inside, closings },
    nextNumber: () => ++numbers,
    readLines: (first, end, within) => readLines(contextInside(within), first, end),
    textAt: (start, end) => ({
      kind: "text",
      text: source.text.slice(start, end),
      span: source.spanAt(start, end),
    }),
    inline: (start, end) => {
      const reading = readInline(source, start, end, signs, onUse)
      for (const range of reading.markup) markup.push(range)
      for (const problem of reading.diagnostics) diagnostics.push(problem)
      return reading.children
    },
  })
  for (const index of unopened) {
    const line = lines[index] as SourceLine
    diagnostics.push(diagnose("container-unopened", {}, source.spanAt(line.start, line.end)))
  }
  const blocks = readLines(contextInside([]), 0, lines.length)
  inFileOrder(diagnostics)
  return { blocks, markup, diagnostics }
}

/** Which line closes which: `:::` closes what was opened last. */
function matchContainers(
  lines: readonly SourceLine[],
  signs: BlockSigns,
): { readonly closings: ReadonlyMap<number, number>; readonly unopened: readonly number[] } {
  const closings = new Map<number, number>()
  const unopened: number[] = []
  const open: number[] = []
  lines.forEach((line, index) => {
    if (signs.opener(line) || signs.openerWithWords(line)) open.push(index)
    else if (signs.closer(line)) {
      const opener = open.pop()
      if (opener === undefined) unopened.push(index)
      else closings.set(opener, index)
    }
  })
  return { closings, unopened }
}

function readLines(context: BlockContext, first: number, end: number): readonly Block[] {
  const { source, lines, blockSigns, diagnostics } = context
  const list = openBlockList(source)
  for (let index = first; index < end; ) {
    const line = lines[index] as SourceLine
    if (blockSigns.isBlank(line)) {
      list.blank(line.start, line.next)
      index++
      continue
    }
    const opener = blockSigns.opener(line)
    if (opener && isContainer(opener[1] ?? "")) {
      index = readContainer(context, list, index, opener)
      continue
    }
    if (opener) {
      const names = containerDirectives.join(", ")
      const values = { name: `:::${opener[1]}`, suggestion: `Containers are ${names}.` }
      diagnostics.push(diagnose("directive-unknown", values, source.spanAt(line.start, line.end)))
    }
    const worded = blockSigns.openerWithWords(line)
    if (worded && isContainer(worded[1] ?? ""))
      diagnostics.push(
        diagnose("container-worded", { name: worded[1] ?? "" }, source.spanAt(line.start, line.end)),
      )
    if (blockSigns.row(line)) {
      index = readTable(context, list, index, end)
      continue
    }
    index = readBlock(context, list, index, end)
  }
  return list.blocks
}

function readBlock(context: BlockContext, list: BlockList, first: number, end: number): number {
  const { source, lines, blockSigns, markup } = context
  const line = lines[first] as SourceLine
  // Most lines begin nothing but a paragraph, and are not asked for each sign again.
  const opens = blockSigns.opensBlock(line)
  const separator = opens ? readSeparator(context, line) : undefined
  if (separator) {
    list.put(separator)
    list.blank(line.end, line.next)
    return first + 1
  }
  const heading = opens ? blockSigns.heading(line) : null
  let last = first
  // A heading is one line; what follows it is a paragraph of its own.
  while (
    !heading &&
    last + 1 < end &&
    !blockSigns.isBlank(lines[last + 1] as SourceLine) &&
    !blockSigns.opensBlock(lines[last + 1] as SourceLine)
  )
    last++
  const { end: lineEnd, next } = lines[last] as SourceLine
  let trimmed = lineEnd
  while (trimmed > line.start && (source.text[trimmed - 1] === " " || source.text[trimmed - 1] === "\t"))
    trimmed--
  const point = opens ? blockSigns.point(line) : null
  const note = opens ? blockSigns.note(line) : null
  const leaf = opens ? blockSigns.leaf(line) : null
  if (heading) {
    const start = line.start + heading[0].length
    markup.push({ start: line.start, end: start })
    const level = heading[1]?.length ?? 1
    const children = context.inline(start, trimmed)
    list.put({ kind: "letterhead", level, children, span: source.spanAt(line.start, trimmed) })
  } else if (leaf) {
    readLeaf(context, list, line.start, trimmed, leaf)
  } else if (note) {
    const start = line.start + note[0].length
    markup.push({ start: line.start, end: start })
    const children = context.inline(start, trimmed)
    list.put({ kind: "note-block", label: note[1] ?? "", children, span: source.spanAt(line.start, trimmed) })
  } else if (point) {
    const labelStart = line.start + (point[1] ?? "").length
    const labelEnd = labelStart + (point[2] ?? "").length
    const start = line.start + point[0].length
    list.blank(line.start, labelStart)
    list.put({
      kind: "point",
      label: context.textAt(labelStart, labelEnd),
      gap: context.textAt(labelEnd, start),
      falseStart: false,
      children: context.inline(start, trimmed),
      span: source.spanAt(labelStart, trimmed),
    })
  } else putParagraph(list, context, line.start, trimmed)
  list.blank(trimmed, next)
  return last + 1
}

function readSeparator({ source, blockSigns, markup }: BlockContext, line: SourceLine): Block | undefined {
  const named = blockSigns.named(line)
  const asterisks = blockSigns.asterisks(line)
  if (!named && !asterisks && !blockSigns.rule(line)) return undefined
  const span = source.spanAt(line.start, line.end)
  if (named && named.means !== "separator" && named.means !== "text") {
    markup.push({ start: line.start, end: line.end })
    const mark = {
      kind: "mark",
      name: named.means,
      attributes: named.attributes,
      children: [],
      span,
    } as const
    return { kind: "block-mark", mark, span }
  }
  if (asterisks) {
    for (let at = line.start; at < line.end; at++)
      if (source.text[at] === "\\") markup.push({ start: at, end: at + 1 })
    return { kind: "separator", rend: "asterisks", printed: line.text.replace(/\\/g, ""), span }
  }
  markup.push({ start: line.start, end: line.end })
  return { kind: "separator", rend: "rule", printed: "", span }
}

/** A paragraph of nothing but milestones is none: they stand between the blocks. */
function putParagraph(list: BlockList, context: BlockContext, start: number, end: number): void {
  const children = context.inline(start, end)
  const alone = children.every((child) =>
    child.kind === "mark" ? betweenBlocks.has(child.name) : child.kind === "text" && child.text.trim() === "",
  )
  if (!alone) {
    list.put({ kind: "paragraph", role: "body", children, span: context.source.spanAt(start, end) })
    return
  }
  for (const child of children) {
    if (child.kind === "mark") list.put({ kind: "block-mark", mark: child, span: child.span })
    else list.blank(child.span.start.offset, child.span.end.offset)
  }
}
