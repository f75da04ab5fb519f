import type { Diagnostic } from "../diagnostics/diagnostic.js"
import type { Block, MarkupRange, Text } from "../model/transcription.js"
import { readInline } from "./inline.js"
import type { SourceText } from "./source-text.js"
import { isSignature } from "./structure.js"

export interface BlockReading {
  readonly blocks: readonly Block[]
  readonly markup: readonly MarkupRange[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Line {
  readonly start: number
  /** Before the line end. */
  readonly end: number
  /** After the line end. */
  readonly next: number
  readonly text: string
}

const headingSign = /^ {0,3}(#{1,6})[ \t]+(?=\S)/
const pointSign = /^( {0,3})(\(?\d{1,3}[.)]|\([a-z]\))([ \t]+)(?=\S)/
const ruleSign = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/
const asteriskSign = /^[ \t]*(?:\\\*[ \t]*){3,}$/

// “(s) John F. Kennedy” signs; it is no point labelled s.
const isPoint = (line: Line) => pointSign.test(line.text) && !isSignature(line.text)
const isBlank = (line: Line) => line.text.trim() === ""
const opensBlock = (line: Line) =>
  headingSign.test(line.text) || isPoint(line) || ruleSign.test(line.text) || asteriskSign.test(line.text)

/**
 * Reads a body's blocks: paragraphs parted by blank lines, headings `#`, numbered points with the
 * label as printed, and separators. Blank lines are kept as they are.
 */
export function readBlocks(source: SourceText, from: number): BlockReading {
  const lines = linesOf(source.text, from)
  const blocks: Block[] = []
  const markup: MarkupRange[] = []
  const diagnostics: Diagnostic[] = []
  const textAt = (start: number, end: number): Text => ({
    kind: "text",
    text: source.text.slice(start, end),
    span: source.spanAt(start, end),
  })
  const inline = (start: number, end: number) => {
    const reading = readInline(source, start, end)
    markup.push(...reading.markup)
    diagnostics.push(...reading.diagnostics)
    return reading.children
  }
  const blank = (start: number, end: number) => {
    const last = blocks.at(-1)
    if (start === end) return
    if (last?.kind === "blank") {
      blocks[blocks.length - 1] = {
        ...last,
        text: last.text + source.text.slice(start, end),
        span: { ...last.span, end: source.pointAt(end) },
      }
    } else blocks.push({ ...textAt(start, end), kind: "blank" })
  }

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (isBlank(line)) {
      blank(line.start, line.next)
      continue
    }
    if (asteriskSign.test(line.text)) {
      const printed = line.text.replace(/\\/g, "")
      for (let at = line.start; at < line.end; at++) {
        if (source.text[at] === "\\") markup.push({ start: at, end: at + 1 })
      }
      blocks.push({
        kind: "separator",
        rend: "asterisks",
        printed,
        span: source.spanAt(line.start, line.end),
      })
      blank(line.end, line.next)
      continue
    }
    if (ruleSign.test(line.text)) {
      markup.push({ start: line.start, end: line.end })
      blocks.push({ kind: "separator", rend: "rule", printed: "", span: source.spanAt(line.start, line.end) })
      blank(line.end, line.next)
      continue
    }
    let last = index
    while (
      last + 1 < lines.length &&
      !isBlank(lines[last + 1] as Line) &&
      !opensBlock(lines[last + 1] as Line)
    )
      last++
    const heading = headingSign.exec(line.text)
    // A heading is one line; what follows it is a paragraph of its own.
    if (heading) last = index
    const end = (lines[last] as Line).end
    const next = (lines[last] as Line).next
    const trimmedEnd = end - (/[ \t]*$/.exec(source.text.slice(line.start, end))?.[0].length ?? 0)
    if (heading) {
      const start = line.start + heading[0].length
      markup.push({ start: line.start, end: start })
      const level = heading[1]?.length ?? 1
      blocks.push({
        kind: "letterhead",
        level,
        children: inline(start, trimmedEnd),
        span: source.spanAt(line.start, trimmedEnd),
      })
    } else {
      const point = isPoint(line) ? pointSign.exec(line.text) : null
      if (point) {
        const labelStart = line.start + (point[1] ?? "").length
        const labelEnd = labelStart + (point[2] ?? "").length
        const start = line.start + point[0].length
        blank(line.start, labelStart)
        blocks.push({
          kind: "point",
          label: textAt(labelStart, labelEnd),
          gap: textAt(labelEnd, start),
          falseStart: false,
          children: inline(start, trimmedEnd),
          span: source.spanAt(labelStart, trimmedEnd),
        })
      } else {
        blocks.push({
          kind: "paragraph",
          role: "body",
          children: inline(line.start, trimmedEnd),
          span: source.spanAt(line.start, trimmedEnd),
        })
      }
    }
    blank(trimmedEnd, next)
    index = last
  }
  return { blocks, markup, diagnostics }
}

function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = []
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
