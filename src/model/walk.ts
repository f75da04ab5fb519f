import type { PhenomenonName } from "./phenomena.js"
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
  switch (block.kind) {
    case "blank":
    case "separator":
    case "quote":
    case "postscript":
      return []
    case "table":
      return block.rows.flatMap((row) => (row.kind === "row" ? row.cells : []))
    case "verse":
    case "address":
      return block.lines.flatMap((line) => (line.kind === "line" ? [line.children] : []))
    case "section":
      return [block.heading]
    case "block-mark":
      return [[block.mark]]
    case "point":
      return [[block.label], block.children]
    default:
      return [block.children]
  }
}

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
    default:
      return { ...block, children: make(block.children) }
  }
}

/** Visits every piece of inline content, outer before inner, in the order of the source. */
export function visitInline(blocks: readonly Block[], visit: (child: Inline, block: Block) => void): void {
  // Marks nest no deeper than the reader allows, so that recursion is safe.
  const visitRun = (run: readonly Inline[], block: Block): void => {
    for (const child of run) {
      visit(child, block)
      const inner = contentOf(child)
      if (inner.length > 0) visitRun(inner, block)
    }
  }
  for (const block of blocks) {
    for (const run of runsOf(block)) visitRun(run, block)
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
        ? revisions.has(child.name)
        : child.kind === "deletion" || child.kind === "addition" || child.kind === "substitution"
    const own = staged || ("attributes" in child && child.attributes["stage"] !== undefined)
    any ||= isRevision
    // What was given up in the act of writing is no later stage.
    unassigned ||= isRevision && !own && !(child.kind === "deletion" && child.instant)
    const inherits = child.kind === "substitution" && own
    for (const inner of contentOf(child)) visit(inner, inherits)
  }
  const visitBlocks = (inside: readonly Block[]): void => {
    for (const block of inside) {
      for (const run of runsOf(block)) for (const child of run) visit(child, false)
      if (block.kind === "quote" || block.kind === "postscript") visitBlocks(block.blocks)
    }
  }
  visitBlocks(blocks)
  return { any, unassigned }
}

const revisions = new Set<PhenomenonName>([
  "restoration",
  "retracing",
  "transposition",
  "deletion-from",
  "addition-from",
])
