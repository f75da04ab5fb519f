import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { SourceText } from "../model/source-text.js"
import type { Block, Inline, MarkupRange, Text } from "../model/transcription.js"
import { type AttributeList, readAttributeList } from "./attributes.js"
import type { BlockSigns } from "./block-signs.js"
import type { Signs } from "./notation.js"
import type { SourceLine } from "./source-lines.js"

/** What the readers of single kinds of block share: the source, its signs, and where findings go. */
export interface BlockContext {
  readonly source: SourceText
  readonly signs: Signs
  readonly blockSigns: BlockSigns
  readonly lines: readonly SourceLine[]
  readonly markup: MarkupRange[]
  readonly diagnostics: Diagnostic[]
  /** The containers open here, from the outermost on. */
  readonly inside: readonly string[]
  /** Closing lines of containers by the numbers of their opening lines. */
  readonly closings: ReadonlyMap<number, number>
  /** Reads the blocks of the lines from one number to another, end excluded, inside these containers. */
  readLines(first: number, end: number, inside: readonly string[]): readonly Block[]
  /** A number that no other unnamed place of the document has. */
  nextNumber(): number
  inline(start: number, end: number): readonly Inline[]
  textAt(start: number, end: number): Text
}

/** Blocks as they are put one after another; blanks that meet become one. */
export interface BlockList {
  readonly blocks: Block[]
  put(block: Block): void
  blank(start: number, end: number): void
}

/** An empty list of blocks. */
export function openBlockList(source: SourceText): BlockList {
  const blocks: Block[] = []
  const put = (block: Block) => {
    const last = blocks.at(-1)
    if (block.kind !== "blank" || last?.kind !== "blank") blocks.push(block)
    else {
      const span = { ...last.span, end: block.span.end }
      blocks[blocks.length - 1] = { kind: "blank", text: last.text + block.text, span }
    }
  }
  return {
    blocks,
    put,
    blank: (start, end) => {
      if (start !== end)
        put({ kind: "blank", text: source.text.slice(start, end), span: source.spanAt(start, end) })
    },
  }
}

/** The attributes in braces at the end of a directive's line; mark-up as a whole. */
export function readBraces(
  context: BlockContext,
  at: number,
  end: number,
  name: string,
): AttributeList | undefined {
  const { source, markup, diagnostics } = context
  const list = source.text[at] === "{" ? readAttributeList(source, at, end) : undefined
  if (list) markup.push({ start: at, end: list.end })
  else if (source.text[at] === "{" && at < end)
    diagnostics.push(diagnose("attributes-unreadable", { name }, source.spanAt(at, end)))
  return list
}
