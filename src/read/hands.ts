import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Block, Inline, Line, Lines, Paragraph, Row, Table } from "../model/transcription.js"

/**
 * A change of hand typed by itself belongs at the beginning of what that hand wrote: TEI has none between
 * blocks. One that nothing follows is reported and left out.
 */
export function handsAtBeginnings(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const moved: Block[] = []
  let waiting: Paragraph[] = []
  const idle: Paragraph[] = []
  for (const block of blocks) {
    if (isHand(block)) {
      // Of two hands with nothing between, the first wrote nothing.
      idle.push(...waiting)
      waiting = [block]
      continue
    }
    const begun =
      waiting.length === 0
        ? undefined
        : beginning(
            block,
            waiting.flatMap((each) => each.children),
          )
    moved.push(begun ?? block)
    if (begun) waiting = []
  }
  idle.push(...waiting)
  // Where nothing else was written they stay, so that what was typed is not lost.
  if (idle.length > 0 && moved.every((block) => block.kind === "blank")) return { blocks, diagnostics: [] }
  return { blocks: moved, diagnostics: idle.map((each) => diagnose("hand-idle", {}, each.span)) }
}

const isHand = (block: Block): block is Paragraph =>
  block.kind === "paragraph" &&
  block.children.length > 0 &&
  block.children.every((child) => child.kind === "mark" && child.name === "hand")

/** The same block with these marks at the beginning of its words; undefined where it has none. */
function beginning(block: Block, marks: readonly Inline[]): Block | undefined {
  switch (block.kind) {
    case "paragraph":
    case "letterhead":
    case "point":
      return { ...block, children: [...marks, ...block.children] }
    case "section":
      return block.heading.length === 0 ? undefined : { ...block, heading: [...marks, ...block.heading] }
    case "table":
      return { ...block, rows: inFirstRow(block, marks) }
    case "verse":
    case "address":
      return { ...block, lines: inFirstLine(block, marks) }
    case "quote":
    case "postscript": {
      const inside = [...block.blocks]
      const index = inside.findIndex((each) => beginning(each, marks) !== undefined)
      const first = inside[index]
      const begun = first && beginning(first, marks)
      return begun && { ...block, blocks: inside.map((each, at) => (at === index ? begun : each)) }
    }
    default:
      return undefined
  }
}

function inFirstRow({ rows }: Table, marks: readonly Inline[]): Table["rows"] {
  const index = rows.findIndex((each) => each.kind === "row")
  return rows.map((row, at) => {
    if (at !== index || row.kind !== "row") return row
    const [first = [], ...cells] = row.cells
    return { ...row, cells: [[...marks, ...first], ...cells] } satisfies Row
  })
}

function inFirstLine({ lines }: Lines, marks: readonly Inline[]): Lines["lines"] {
  const index = lines.findIndex((each) => each.kind === "line")
  return lines.map((line, at) =>
    at === index && line.kind === "line"
      ? ({ ...line, children: [...marks, ...line.children] } satisfies Line)
      : line,
  )
}
