import type { SourceText } from "../model/source-text.js"
import type { Block, Inline, MarkupRange, Paragraph, Text } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import { isDateline } from "./dates.js"
import { isClosingPhrase, isPostscript, isSalutation, isSignature, openingReach } from "./structure.js"

const lineEnd = /\r\n|\n|\r/
const lastShortLine = 60

/**
 * Parts a paragraph whose lines do different things in the letter, as where date and salutation, or
 * close and name, were typed on neighbouring lines. The line ends between become blanks between blocks;
 * `markup` is in the order of the file; a paragraph whose line end stands inside a mark is left as it is.
 */
export function partLines(
  blocks: readonly Block[],
  source: SourceText,
  markup: readonly MarkupRange[],
): readonly Block[] {
  const parts = new Map<number, readonly Block[]>()
  const part = (index: number, cuts: readonly number[]) => {
    const block = blocks[index]
    if (block?.kind === "paragraph" && cuts.length > 0)
      parts.set(index, cutAfter(block, new Set(cuts), source, markup))
  }
  for (let index = 0; index < Math.min(blocks.length, openingReach); index++) {
    const lines = linesOf(blocks[index])
    const opening = openingLines(lines)
    if (opening > 0) part(index, range(0, Math.min(opening, lines.length - 1)))
    if (opening > 0 || lines.some(isSalutation)) break
  }
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] as Block
    if (block.kind === "blank" || block.kind === "separator" || block.kind === "note-block") continue
    const lines = linesOf(block)
    const close = closeLine(lines)
    // A paragraph that was parted at its head already is a whole letter; it is not parted twice.
    if (close >= 0 && !parts.has(index)) part(index, range(Math.max(0, close - 1), lines.length - 1))
    const [only, more] = lines
    const goesOn = only !== undefined && (isPostscript(only) || (more === undefined && isSignature(only)))
    if (!goesOn) break
  }
  return parts.size === 0 ? blocks : blocks.flatMap((block, index) => parts.get(index) ?? [block])
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function linesOf(block: Block | undefined): readonly string[] {
  return block?.kind === "paragraph" && !block.stated ? textOf(block.children).split(lineEnd) : []
}

/** How many lines at the head of a paragraph open the letter: datelines, and then the salutation. */
function openingLines(lines: readonly string[]): number {
  const greeting = lines.slice(0, openingReach).findIndex((line) => !isDateline(line))
  const line = lines[greeting] ?? ""
  if (greeting < 0 || !isSalutation(line)) return 0
  // “Dear me, what a storm” begins a sentence; a salutation with more below it ends in a sign of its own.
  return greeting === lines.length - 1 || /[,:!]\s*$/.test(line) ? greeting + 1 : 0
}

/** The line of the complimentary close, if short lines at most, three of them, follow it; otherwise -1. */
function closeLine(lines: readonly string[]): number {
  const close = lines.findIndex((line, index) => isClosingPhrase(line) && (index === 0 || /,\s*$/.test(line)))
  const after = lines.slice(close + 1)
  const fits =
    close >= 0 &&
    after.length > 0 &&
    after.length <= 3 &&
    after.every((line) => line.length <= lastShortLine && !/[?!]\s*$/.test(line))
  return fits ? close : -1
}

/** Cuts a paragraph after the lines of these numbers, from 0. */
function cutAfter(
  paragraph: Paragraph,
  cuts: ReadonlySet<number>,
  source: SourceText,
  markup: readonly MarkupRange[],
): readonly Block[] {
  const blocks: Block[] = []
  let children: Inline[] = []
  let start = paragraph.span.start.offset
  let line = 0
  const finish = (end: number) => {
    blocks.push({ ...paragraph, children, span: source.spanAt(start, end) })
    children = []
  }
  for (const child of paragraph.children) {
    if (child.kind !== "text") {
      line += textOf([child]).split(lineEnd).length - 1
      children.push(child)
      continue
    }
    const offsets = offsetsOf(child, markup)
    const textAt = (a: number, b: number): Text => ({
      kind: "text",
      text: child.text.slice(a, b),
      span: source.spanAt(offsets(a), offsets(b)),
    })
    let at = 0
    for (const end of child.text.matchAll(new RegExp(lineEnd, "g"))) {
      if (cuts.has(line)) {
        if (end.index > at) children.push(textAt(at, end.index))
        // Where a block ends its line ends; that needs no break inside it.
        if (children.at(-1)?.kind === "line-break") children.pop()
        finish(offsets(end.index))
        at = end.index + end[0].length
        blocks.push({ ...textAt(end.index, at), kind: "blank" })
        start = offsets(at)
      }
      line++
    }
    if (at < child.text.length) children.push(textAt(at, child.text.length))
  }
  finish(paragraph.span.end.offset)
  return blocks.some((block) => block.kind === "paragraph" && textOf(block.children).trim() === "")
    ? [paragraph]
    : blocks
}

/** Where each character of a text stands in the source: what is mark-up there is no part of the text. */
function offsetsOf(text: Text, markup: readonly MarkupRange[]): (index: number) => number {
  const { start, end } = text.span
  if (text.text.length === end.offset - start.offset) return (index) => start.offset + index
  const offsets: number[] = []
  let at = start.offset
  for (const range of markup.slice(firstFrom(markup, at))) {
    while (at < Math.min(range.start, end.offset)) offsets.push(at++)
    if (at >= end.offset) break
    for (let read = 0; read < (range.reads?.length ?? 0); read++) offsets.push(at)
    at = range.end
  }
  while (at < end.offset) offsets.push(at++)
  return (index) => offsets[index] ?? end.offset
}

/** The number of the first range that does not lie before an offset. */
function firstFrom(markup: readonly MarkupRange[], offset: number): number {
  let low = 0
  let high = markup.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((markup[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
