import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Block, Container, Paragraph } from "../model/transcription.js"
import { isStamp } from "../model/walk.js"

const beforeProse = new Set<Paragraph["role"]>(["release-head", "head", "dateline", "salute"])
const afterProse = new Set<Paragraph["role"]>(["closing", "signed", "postscript"])

/**
 * Whether a block is what a letter says, between its opening and its close; headings are where prose came
 * before. A stamp by itself stands in the opening or the close, wherever there was room.
 */
const isProse = (block: Block, before: boolean) =>
  (block.kind === "paragraph" && block.role === "body" && !isStamp(block)) ||
  (block.kind === "letterhead" && before && !block.stated) ||
  ["point", "table", "verse", "quote"].includes(block.kind)

export interface Placement {
  readonly blocks: readonly Block[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * TEI has heads and openers only before a letter's prose and closers only after it; elsewhere they become
 * paragraphs. Where the editor had said otherwise, that is reported.
 */
export function placeRoles(blocks: readonly Block[]): Placement {
  const diagnostics: Diagnostic[] = []
  const placed: Block[] = []
  let part: Block[] = []
  const settle = () => {
    const settled = placePart(part)
    for (const each of settled.diagnostics) diagnostics.push(each)
    for (const each of settled.blocks) placed.push(each)
    part = []
  }
  for (const block of blocks) {
    if (block.kind === "section") {
      settle()
      placed.push(block)
    } else part.push(block)
  }
  settle()
  return { blocks: placed, diagnostics }
}

function placePart(part: readonly Block[]): Placement {
  const diagnostics: Diagnostic[] = []
  const outOfPlace = (block: Block, role: string) => {
    if (block.kind === "postscript" || (block.kind === "paragraph" && block.stated))
      diagnostics.push(diagnose("role-out-of-place", { role }, block.span))
  }
  const own = part.map((block) => {
    if (block.kind !== "quote" && block.kind !== "postscript") return block
    const inside = block.kind === "quote" ? withoutRoles(block.blocks, outOfPlace) : placePart(block.blocks)
    for (const each of inside.diagnostics) diagnostics.push(each)
    return { ...block, blocks: inside.blocks }
  })
  const { first, last } = proseOf(own)
  const early = own.findIndex((block, index) => block.kind === "postscript" && (last < 0 || index < last))
  if (early >= 0) {
    // What a container out of its place held stands by itself, and counts as prose.
    const container = own[early] as Container
    outOfPlace(container, "postscript")
    const rest = placePart([...own.slice(0, early), ...bodies(container.blocks), ...own.slice(early + 1)])
    return { blocks: rest.blocks, diagnostics: [...diagnostics, ...rest.diagnostics] }
  }
  let closed = false
  const blocks = own.map((block, index): Block => {
    if (block.kind !== "paragraph" || block.role === "body") return block
    const { role } = block
    const misplaced =
      (beforeProse.has(role) && index > first && !(role === "dateline" && closed)) ||
      (afterProse.has(role) && (last < 0 || index < last))
    closed ||= !misplaced && (role === "closing" || role === "signed")
    if (misplaced) outOfPlace(block, role)
    return misplaced ? { ...block, role: "body" } : block
  })
  return { blocks, diagnostics }
}

/** The numbers of the first block of prose and of the last. */
function proseOf(blocks: readonly Block[]): { readonly first: number; readonly last: number } {
  let first = blocks.length
  let last = -1
  blocks.forEach((block, index) => {
    if (!isProse(block, first < index)) return
    first = Math.min(first, index)
    last = index
  })
  return { first, last }
}

/** In a quotation there are paragraphs only. */
function withoutRoles(blocks: readonly Block[], outOfPlace: (block: Block, role: string) => void): Placement {
  for (const block of blocks) {
    if (block.kind === "paragraph" && block.role !== "body") outOfPlace(block, block.role)
    if (block.kind === "postscript") outOfPlace(block, "postscript")
  }
  return { blocks: bodies(blocks), diagnostics: [] }
}

const bodies = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind === "postscript") return bodies(block.blocks)
    return block.kind === "paragraph" ? [{ ...block, role: "body" }] : [block]
  })
