import { type Block, type Inline, type Paragraph, type Text, textOf } from "../model/transcription.js"
import { isDateline } from "./dates.js"
import type { SourceText } from "./source-text.js"
import { isClosingPhrase, isPostscript, isSalutation, isSignature, openingReach } from "./structure.js"

const lineEnd = /\r\n|\n|\r/
const lastShortLine = 60

/**
 * Parts a paragraph whose lines do different things in the letter, as where date and salutation, or
 * close and name, were typed on neighbouring lines. The line ends between become blanks between blocks;
 * a paragraph whose line end stands inside a mark is left as it is.
 */
export function partLines(blocks: readonly Block[], source: SourceText): readonly Block[] {
  const parts = new Map<number, readonly Block[]>()
  const part = (index: number, cuts: readonly number[]) => {
    const block = blocks[index]
    if (block?.kind === "paragraph" && cuts.length > 0) parts.set(index, cutAfter(block, cuts, source))
  }
  for (let index = 0; index < Math.min(blocks.length, openingReach); index++) {
    const lines = linesOf(blocks[index])
    const opening = openingLines(lines)
    if (opening > 0) part(index, range(0, Math.min(opening, lines.length - 1)))
    if (opening > 0 || lines.some(isSalutation)) break
  }
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] as Block
    if (block.kind === "blank" || block.kind === "separator") continue
    const lines = linesOf(block)
    const close = closeLine(lines)
    // A paragraph that was parted at its head already is a whole letter; it is not parted twice.
    if (close >= 0 && !parts.has(index)) part(index, range(Math.max(0, close - 1), lines.length - 1))
    const [only, more] = lines
    const goesOn = only !== undefined && (isPostscript(only) || (more === undefined && isSignature(only)))
    if (!goesOn) break
  }
  return blocks.flatMap((block, index) => parts.get(index) ?? [block])
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function linesOf(block: Block | undefined): readonly string[] {
  return block?.kind === "paragraph" ? textOf(block.children).split(lineEnd) : []
}

/** How many lines at the head of a paragraph open the letter: datelines, and then the salutation. */
function openingLines(lines: readonly string[]): number {
  const greeting = lines.findIndex((line) => !isDateline(line))
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
function cutAfter(paragraph: Paragraph, cuts: readonly number[], source: SourceText): readonly Block[] {
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
    const offsets = offsetsOf(child, source)
    const textAt = (a: number, b: number): Text => ({
      kind: "text",
      text: child.text.slice(a, b),
      span: source.spanAt(offsets(a), offsets(b)),
    })
    let at = 0
    for (const end of child.text.matchAll(new RegExp(lineEnd, "g"))) {
      if (cuts.includes(line)) {
        if (end.index > at) children.push(textAt(at, end.index))
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

const escaped = /\\[!-/:-@[-`{-~]/y

/** Where each character of a text stands in the source: the backslash of an escape is no part of the text. */
function offsetsOf(text: Text, source: SourceText): (index: number) => number {
  const { start, end } = text.span
  if (text.text.length === end.offset - start.offset) return (index) => start.offset + index
  const offsets: number[] = []
  for (let at = start.offset; at < end.offset; at++) {
    escaped.lastIndex = at
    offsets.push(at)
    if (escaped.test(source.text)) at++
  }
  return (index) => offsets[index] ?? end.offset
}
