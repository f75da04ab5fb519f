import type { SourceSpan } from "../model/source-span.js"
import type { Block, Deletion, Inline, Paragraph, Point, Text } from "../model/transcription.js"
import { isStamp, runsOf, textOf } from "../model/walk.js"
import { text } from "../xml/tree.js"
import { type BodyContext, facsOf, identified } from "./identified.js"
import { encodeInline } from "./inline.js"
import { encodeAddress, encodeAddressLines, encodeTable, encodeVerse } from "./lines.js"
import { noteId } from "./named-ids.js"
import { type TeiElement, type TeiNode, tei } from "./tei.js"

type Function = Block["kind"] | Paragraph["role"] | "stamp"

const opens = new Set<Function>(["dateline", "salute", "address", "stamp"])
const openingRoles = new Set<Function>([...opens, "blank"])
const closes = new Set<Function>(["closing", "signed", "dateline", "address", "stamp"])
const closingRoles = new Set<Function>([...closes, "blank", "block-mark", "note-block"])
const pointRoles = new Set<Function>(["point", "blank"])

function functionOf(block: Block): Function {
  if (block.kind !== "paragraph") return block.kind
  return isStamp(block) ? "stamp" : block.role
}

/** Encodes blocks one after another; those that TEI groups, such as openers and lists, together. */
export function encodeBlocks(blocks: readonly Block[], context: BodyContext): readonly TeiNode[] {
  const children: TeiNode[] = []
  let prose = false
  let closed = false
  // Where a run of datelines ends that no salutation follows, so that it is not looked through again.
  let noOpenerBefore = 0
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index] as Block
    const role = functionOf(block)
    if (!prose && opens.has(role) && index >= noOpenerBefore) {
      const end = openerEnd(blocks, index)
      if (end > index) {
        children.push(group("opener", blocks.slice(index, end), context))
        index = end
        continue
      }
      noOpenerBefore = index
      while (noOpenerBefore < blocks.length && openingRoles.has(functionOf(blocks[noOpenerBefore] as Block)))
        noOpenerBefore++
    }
    // TEI has no block after a close; an address there belongs to it.
    if (role === "closing" || role === "signed" || (closed && (role === "address" || role === "stamp"))) {
      closed = true
      const end = runEnd(blocks, index, closingRoles, (each) => closes.has(functionOf(each)))
      children.push(group("closer", blocks.slice(index, end), context))
      index = end
      continue
    }
    if (role === "point") {
      const end = runEnd(blocks, index, pointRoles, (each) => each.kind === "point")
      children.push(encodePoints(blocks.slice(index, end), context))
      index = end
      prose = true
      continue
    }
    for (const node of encodeBlock(block, context, prose)) children.push(node)
    closed ||= role === "postscript"
    prose ||= ["body", "table", "verse", "address", "quote"].includes(role)
    index++
  }
  return children
}

/** The index after the last block of a run of these roles for which `ends` holds; `from` if there is none. */
function runEnd(
  blocks: readonly Block[],
  from: number,
  roles: ReadonlySet<string>,
  ends: (block: Block) => boolean,
): number {
  let end = from
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (!roles.has(functionOf(block))) break
    if (ends(block)) end = index + 1
  }
  return end
}

/** Where the opener that begins here ends: at the salutation, or at the date beside an address. */
function openerEnd(blocks: readonly Block[], from: number): number {
  const greeted = runEnd(blocks, from, openingRoles, (each) => functionOf(each) === "salute")
  if (greeted > from) return greeted
  const addressed = runEnd(blocks, from, openingRoles, (each) => each.kind === "address")
  const dated = runEnd(blocks, from, openingRoles, (each) => functionOf(each) === "dateline")
  return addressed > from && dated > from ? Math.max(addressed, dated) : from
}

function group(name: "opener" | "closer", blocks: readonly Block[], context: BodyContext): TeiElement {
  const children = blocks.flatMap((block) =>
    block.kind === "address"
      ? [encodeAddressLines(block, context)]
      : functionOf(block) === "stamp" && block.kind === "paragraph"
        ? encodeInline(block.children, context)
        : encodeBlock(block, context, false),
  )
  const words = blocks.map((block) => (block.kind === "paragraph" ? textOf(block.children) : " ")).join("")
  return tei(name, { "xml:id": context.ids.idOf(name, words) }, children, spanOf(blocks))
}

function encodeBlock(block: Block, context: BodyContext, prose: boolean): readonly TeiNode[] {
  switch (block.kind) {
    case "blank":
      return [text(block.text, block.span)]
    case "separator": {
      const n = block.printed === "" ? undefined : block.printed
      const id = context.ids.idOf("milestone", block.printed)
      return [tei("milestone", { unit: "section", rend: block.rend, n, "xml:id": id }, [], block.span)]
    }
    case "letterhead":
      return [
        prose && !block.stated
          ? identified(
              "ab",
              { type: "heading", ...facsOf(block.zone, context) },
              block.children,
              context,
              block.span,
            )
          : identified(
              "fw",
              { type: "letterhead", ...facsOf(block.zone, context) },
              block.children,
              context,
              block.span,
            ),
      ]
    case "point":
      return [encodePoints([block], context)]
    case "paragraph":
      return [encodeParagraph(block, context)]
    case "table":
      return [encodeTable(block, context)]
    case "verse":
      return encodeVerse(block, context)
    case "address":
      return [encodeAddress(block, context)]
    case "quote":
      return [
        tei(
          "quote",
          { "xml:id": idOfBlocks("quote", block.blocks, context) },
          inner(block.blocks, context),
          block.span,
        ),
      ]
    case "postscript":
      return [tei("postscript", {}, inner(block.blocks, context), block.span)]
    case "block-mark":
      return encodeInline([block.mark], context)
    case "note-block": {
      const id = noteId(context.name, block.label)
      const attributes = { type: "editorial", n: block.label, "xml:id": id }
      return [tei("note", attributes, encodeInline(block.children, context), block.span)]
    }
    case "section":
      return []
    default:
      return block satisfies never
  }
}

const inner = (blocks: readonly Block[], context: BodyContext) => encodeBlocks(blocks, context)
const idOfBlocks = (role: string, blocks: readonly Block[], context: BodyContext) =>
  context.ids.idOf(role, blocks.flatMap((block) => runsOf(block).map(textOf)).join(" "))

function encodeParagraph(paragraph: Paragraph, context: BodyContext): TeiElement {
  const { children, span } = paragraph
  const facs = facsOf(paragraph.zone, context)
  switch (paragraph.role) {
    case "body":
      return identified("p", facs, children, context, span)
    case "head":
      return identified("head", facs, children, context, span)
    case "release-head":
      return identified("head", { type: "release", ...facs }, children, context, span)
    case "dateline":
      return encodeDateline(paragraph, context)
    case "salute":
    case "closing":
      return identified("salute", facs, children, context, span)
    case "signed":
      return identified("signed", facs, children, context, span)
    case "postscript":
      return tei("postscript", {}, [identified("p", facs, children, context, span)], span)
    default:
      return paragraph.role satisfies never
  }
}

/** A dateline whose date is one run of characters gets it as `date`, and the place before it as `placeName`. */
function encodeDateline(paragraph: Paragraph, context: BodyContext): TeiElement {
  const { children, date, span } = paragraph
  // What stands before the words, such as another hand's sign, is no part of them.
  const marks = children.filter((child) => child.kind === "mark" && child.children.length === 0)
  const rest = children.slice(marks.length)
  const [only] = rest
  if (!date || rest.length !== 1 || only?.kind !== "text")
    return identified("dateline", facsOf(paragraph.zone, context), children, context, span)
  const before = only.text.slice(0, date.start)
  const place = /^(?!(?:On|This|The|Am|Den|Le|Vom)\b)(\p{Lu}[\p{L} .'-]*?)([,.]?\s*)$/u.exec(before)
  const placed = place?.[1]?.length ?? 0
  const part = (from: number, to: number) =>
    to > from ? [text(only.text.slice(from, to), spanWithin(only, from, to))] : []
  return tei(
    "dateline",
    { ...facsOf(paragraph.zone, context), "xml:id": context.ids.idOf("dateline", only.text) },
    [
      ...encodeInline(marks, context),
      ...(placed > 0 ? [tei("placeName", {}, part(0, placed), spanWithin(only, 0, placed))] : []),
      ...part(placed, date.start),
      tei("date", { when: date.when }, part(date.start, date.end), spanWithin(only, date.start, date.end)),
      ...part(date.end, only.text.length),
    ],
    span,
  )
}

/** Where a stretch of a text stands; of a text with escapes or line ends in it, where the whole stands. */
function spanWithin({ text: words, span }: Text, from: number, to: number): SourceSpan {
  const { start, end } = span
  if (start.line !== end.line || words.length !== end.offset - start.offset) return span
  const point = (index: number) => ({ ...start, column: start.column + index, offset: start.offset + index })
  return { ...span, start: point(from), end: point(to) }
}

function encodePoints(blocks: readonly Block[], context: BodyContext): TeiElement {
  const id = context.ids.idOf(
    "list",
    blocks.map((block) => (block.kind === "point" ? textOf(block.children) : "")).join(" "),
  )
  const children = blocks.flatMap((block) =>
    block.kind === "point" ? encodePoint(block, context) : encodeBlock(block, context, true),
  )
  return tei("list", { rend: "numbered", "xml:id": id }, children, spanOf(blocks))
}

/** A point that was broken off keeps its label; both stand as one instant deletion that no stroke shows. */
function encodePoint(point: Point, context: BodyContext): readonly TeiNode[] {
  const broken = (children: readonly Inline[], span: SourceSpan): readonly Inline[] => {
    const deletion: Deletion = {
      kind: "deletion",
      rend: "unmarked",
      instant: true,
      attributes: {},
      children,
      span,
    }
    return point.falseStart ? [deletion] : children
  }
  const label = tei(
    "label",
    {},
    encodeInline(broken([point.label], point.label.span), context),
    point.label.span,
  )
  const item = identified("item", {}, broken(point.children, point.span), context, point.span)
  return [label, text(point.gap.text, point.gap.span), item]
}

function spanOf(blocks: readonly Block[]): SourceSpan | undefined {
  const first = blocks[0]
  const last = blocks.at(-1)
  return first && last ? { ...first.span, end: last.span.end } : undefined
}
