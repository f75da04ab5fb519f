import type { SourceSpan } from "../model/source-span.js"
import {
  type Block,
  type Deletion,
  type Inline,
  type Paragraph,
  type Point,
  textOf,
} from "../model/transcription.js"
import { text } from "../xml/tree.js"
import type { Identifiers } from "./ids.js"
import { encodeInline, type RevisionContext } from "./inline.js"
import { type TeiElement, type TeiNode, tei } from "./tei.js"

export interface BodyContext extends RevisionContext {
  readonly divType: string
  readonly divId: string
  readonly ids: Identifiers
}

const openingRoles = new Set<Block["kind"] | Paragraph["role"]>(["dateline", "salute", "blank"])
const closingRoles = new Set<Block["kind"] | Paragraph["role"]>(["closing", "signed", "blank"])
const pointRoles = new Set<Block["kind"] | Paragraph["role"]>(["point", "blank"])

const functionOf = (block: Block) => (block.kind === "paragraph" ? block.role : block.kind)

/** Encodes a document's blocks as one `div`; the blank lines between them stay where they are. */
export function encodeBody(blocks: readonly Block[], context: BodyContext): TeiElement {
  const children: TeiNode[] = []
  let prose = false
  for (let index = 0; index < blocks.length; ) {
    const block = inItsPlace(blocks[index] as Block, prose)
    const role = functionOf(block)
    if (role === "dateline" || role === "salute") {
      const end = runEnd(blocks, index, openingRoles, (each) => functionOf(each) === "salute")
      if (end > index) {
        children.push(group("opener", blocks.slice(index, end), context))
        index = end
        continue
      }
    }
    if (role === "closing" || role === "signed") {
      const end = runEnd(blocks, index, closingRoles, (each) => each.kind !== "blank")
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
    children.push(encodeBlock(block, context, prose))
    if (role === "body") prose = true
    index++
  }
  return tei("div", { type: context.divType, "xml:id": context.divId }, children)
}

const beforeProse = new Set<Paragraph["role"]>(["release-head", "head", "dateline", "salute"])
const afterProse = new Set<Paragraph["role"]>(["closing", "signed", "postscript"])

/** TEI has heads and openers only before a letter's prose and closers only after it; elsewhere they are paragraphs. */
function inItsPlace(block: Block, prose: boolean): Block {
  if (block.kind !== "paragraph") return block
  const misplaced = prose ? beforeProse.has(block.role) : afterProse.has(block.role)
  return misplaced ? { ...block, role: "body" } : block
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

function group(name: "opener" | "closer", blocks: readonly Block[], context: BodyContext): TeiElement {
  const children = blocks.map((block) => encodeBlock(block, context, false))
  const words = blocks.map((block) => (block.kind === "paragraph" ? textOf(block.children) : " ")).join("")
  return tei(name, { "xml:id": context.ids.idOf(name, words) }, children, spanOf(blocks))
}

function encodeBlock(block: Block, context: BodyContext, prose: boolean): TeiNode {
  switch (block.kind) {
    case "blank":
      return text(block.text)
    case "separator":
      return tei(
        "milestone",
        {
          unit: "section",
          rend: block.rend,
          n: block.printed === "" ? undefined : block.printed,
          "xml:id": context.ids.idOf("milestone", block.printed),
        },
        [],
        block.span,
      )
    case "letterhead":
      return prose
        ? identified("ab", { type: "heading" }, block.children, context, block.span)
        : identified("fw", { type: "letterhead" }, block.children, context, block.span)
    case "point":
      return encodePoints([block], context)
    case "paragraph":
      return encodeParagraph(block, context)
    default:
      return block satisfies never
  }
}

function encodeParagraph(paragraph: Paragraph, context: BodyContext): TeiElement {
  const { children, span } = paragraph
  switch (paragraph.role) {
    case "body":
      return identified("p", {}, children, context, span)
    case "head":
      return identified("head", {}, children, context, span)
    case "release-head":
      return identified("head", { type: "release" }, children, context, span)
    case "dateline":
      return encodeDateline(paragraph, context)
    case "salute":
    case "closing":
      return identified("salute", {}, children, context, span)
    case "signed":
      return identified("signed", {}, children, context, span)
    case "postscript":
      return tei("postscript", {}, [identified("p", {}, children, context, span)], span)
    default:
      return paragraph.role satisfies never
  }
}

/** A dateline whose date is one run of characters gets it as `date`, and the place before it as `placeName`. */
function encodeDateline(paragraph: Paragraph, context: BodyContext): TeiElement {
  const { children, date, span } = paragraph
  const [only] = children
  if (!date || children.length !== 1 || only?.kind !== "text")
    return identified("dateline", {}, children, context, span)
  const before = only.text.slice(0, date.start)
  const place = /^(?!(?:On|This|The|Am|Den|Le|Vom)\b)(\p{Lu}[\p{L} .'-]*?)([,.]?\s*)$/u.exec(before)
  const lead = place ? [tei("placeName", {}, [text(place[1] ?? "")]), text(place[2] ?? "")] : [text(before)]
  return tei(
    "dateline",
    { "xml:id": context.ids.idOf("dateline", only.text) },
    [
      ...lead.filter((node) => node.kind === "element" || node.text !== ""),
      tei("date", { when: date.when }, [text(only.text.slice(date.start, date.end))], span),
      ...(date.end < only.text.length ? [text(only.text.slice(date.end))] : []),
    ],
    span,
  )
}

function encodePoints(blocks: readonly Block[], context: BodyContext): TeiElement {
  const id = context.ids.idOf(
    "list",
    blocks.map((block) => (block.kind === "point" ? textOf(block.children) : "")).join(" "),
  )
  const children = blocks.flatMap((block) =>
    block.kind === "point" ? encodePoint(block, context) : [encodeBlock(block, context, true)],
  )
  return tei("list", { rend: "numbered", "xml:id": id }, children, spanOf(blocks))
}

/** A point that was broken off keeps its label; both stand as one instant deletion that no stroke shows. */
function encodePoint(point: Point, context: BodyContext): readonly TeiNode[] {
  const broken = (children: readonly Inline[], span: SourceSpan): readonly Inline[] => {
    const deletion: Deletion = { kind: "deletion", rend: "unmarked", instant: true, children, span }
    return point.falseStart ? [deletion] : children
  }
  const label = tei(
    "label",
    {},
    encodeInline(broken([point.label], point.label.span), context),
    point.label.span,
  )
  const item = identified("item", {}, broken(point.children, point.span), context, point.span)
  return [label, text(point.gap.text), item]
}

function identified(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Inline[],
  context: BodyContext,
  span: SourceSpan,
): TeiElement {
  const id = context.ids.idOf(name, textOf(children))
  return tei(name, { ...attributes, "xml:id": id }, encodeInline(children, context), span)
}

function spanOf(blocks: readonly Block[]): SourceSpan | undefined {
  const first = blocks[0]
  const last = blocks.at(-1)
  return first && last ? { ...first.span, end: last.span.end } : undefined
}
