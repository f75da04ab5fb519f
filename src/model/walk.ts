import { revisions } from "./phenomena.js"
import type { Block, Inline } from "./transcription.js"

const nothing: readonly Inline[] = []

/** What stands inside a piece of inline content: its children, or the parts that the page shows. */
export function contentOf(child: Inline): readonly Inline[] {
  switch (child.kind) {
    case "text":
    case "line-break":
    case "note-reference":
      return nothing
    case "substitution":
      return child.parts
    case "emendation":
      return child.sic
    default:
      return child.children
  }
}

/** The runs of inline content that a block holds itself, not those of blocks inside it. */
export function runsOf(block: Block): readonly (readonly Inline[])[] {
  const runs: (readonly Inline[])[] = []
  eachRun(block, (run) => runs.push(run))
  return runs
}

/** The same, one after another: stages go through all blocks many times, and need no list of each one's. */
function eachRun(block: Block, visit: (run: readonly Inline[]) => void): void {
  switch (block.kind) {
    case "blank":
    case "separator":
    case "quote":
    case "postscript":
      return
    case "table":
      for (const row of block.rows) {
        if (row.kind === "row") for (const cell of row.cells) visit(cell)
      }
      return
    case "verse":
    case "address":
      for (const line of block.lines) if (line.kind === "line") visit(line.children)
      return
    case "section":
      visit(block.heading)
      return
    case "block-mark":
      visit([block.mark])
      return
    case "point":
      visit([block.label])
      visit(block.children)
      return
    default:
      visit(block.children)
  }
}

/** All blocks, those inside others after the one that holds them. */
export function allBlocks(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = []
  for (const block of blocks) {
    all.push(block)
    if (block.kind === "quote" || block.kind === "postscript")
      for (const inner of allBlocks(block.blocks)) all.push(inner)
  }
  return all
}

/** Whether a block is nothing but stamps, which are neither prose nor any other part of a letter. */
export const isStamp = (block: Block): boolean =>
  block.kind === "paragraph" &&
  block.role === "body" &&
  block.children.length > 0 &&
  block.children.every((child) => child.kind === "mark" && child.name === "stamp")

/** The same block with its runs of inline content made over; blocks inside it too. */
export function mapRuns(block: Block, make: (run: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.kind) {
    case "blank":
    case "separator":
    case "block-mark":
      return block
    case "quote":
    case "postscript":
      return { ...block, blocks: block.blocks.map((each) => mapRuns(each, make)) }
    case "table": {
      const rows = block.rows.map((row) =>
        row.kind === "row" ? { ...row, cells: row.cells.map(make) } : row,
      )
      return { ...block, rows }
    }
    case "verse":
    case "address": {
      const lines = block.lines.map((each) =>
        each.kind === "line" ? { ...each, children: make(each.children) } : each,
      )
      return { ...block, lines }
    }
    case "section":
      return { ...block, heading: make(block.heading) }
    default: {
      const children = make(block.children)
      return children === block.children ? block : { ...block, children }
    }
  }
}

/** Visits every piece of inline content, the editor's corrections too, outer before inner, in the order of the source. */
export function visitInline(blocks: readonly Block[], visit: (child: Inline, block: Block) => void): void {
  // Marks nest no deeper than the reader allows, so that recursion is safe.
  let current: Block | undefined
  const visitRun = (run: readonly Inline[]): void => {
    for (const child of run) {
      visit(child, current as Block)
      const inner = contentOf(child)
      if (inner.length > 0) visitRun(inner)
      if (child.kind === "emendation") visitRun(child.corr)
    }
  }
  for (const block of blocks) {
    current = block
    eachRun(block, visitRun)
    if (block.kind === "quote" || block.kind === "postscript") visitInline(block.blocks, visit)
  }
}

/** The characters that inline content puts on the page, mark-up left out. */
export function textOf(children: readonly Inline[]): string {
  let text = ""
  for (const child of children) text += child.kind === "text" ? child.text : textOf(contentOf(child))
  return text
}

/** What a document's text went through after it was first written. */
export interface Revisions {
  /** Whether any word was struck, added or begun anew. */
  readonly any: boolean
  /** Whether some revision belongs to no stage that the editor named. */
  readonly unassigned: boolean
}

/** Whether a document was revised, and whether in stages that the front matter names. */
export function revisionsIn(blocks: readonly Block[]): Revisions {
  let any = blocks.some((block) => block.kind === "point" && block.falseStart)
  let unassigned = false
  const visit = (child: Inline, staged: boolean): void => {
    const isRevision =
      child.kind === "mark"
        ? revisions.has(child.name) || child.name === "transposition"
        : child.kind === "deletion" || child.kind === "addition" || child.kind === "substitution"
    const own = staged || ("attributes" in child && child.attributes["stage"] !== undefined)
    any ||= isRevision
    // What was given up in the act of writing is no later stage.
    unassigned ||= isRevision && !own && !(child.kind === "deletion" && child.instant)
    const inherits = child.kind === "substitution" && own
    for (const inner of contentOf(child)) visit(inner, inherits)
  }
  const visitRun = (run: readonly Inline[]): void => {
    for (const child of run) visit(child, false)
  }
  for (const block of allBlocks(blocks)) eachRun(block, visitRun)
  return { any, unassigned }
}
