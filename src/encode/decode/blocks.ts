import { betweenBlocks, type PhenomenonName } from "../../model/phenomena.js"
import type { Profile } from "../../model/profile.js"
import { noteId, textId } from "../named-ids.js"
import type { TeiElement, TeiNode } from "../tei.js"
import {
  checkAttributes,
  type DecodeContext,
  type Known,
  refuse,
  typedAttributes,
  zoneOf,
} from "./attributes.js"
import { marksInLines, simpleDateline, spanEnds } from "./grouping.js"
import { decodeInline, phenomenonOf } from "./inline.js"
import { type ItemList, openItemList } from "./item-list.js"
import { delimiterOf, type Item } from "./items.js"
import type { Piece } from "./pieces.js"
import { decodeLines, decodeRows } from "./rows.js"
import { decodeSectionHead } from "./sections.js"
import { typedBraces } from "./text.js"
import { childrenOf, wordsIn } from "./xml.js"

/** What a paragraph does in the letter, by its element. */
function roleOf({ name, attributes }: TeiElement, parent: TeiElement): string | undefined {
  if (name === "p") return "body"
  if (name === "head") return attributes["type"] === "release" ? "release-head" : "head"
  if (name === "salute") return parent.name === "closer" ? "closing" : "salute"
  return name === "dateline" || name === "signed" ? name : undefined
}

const isHolder = ({ name }: TeiElement) => name === "opener" || name === "closer" || name === "list"

/** Where decoding stands. */
interface Decoding {
  readonly context: DecodeContext
  readonly list: ItemList
  /** The number by which the reader would call the next container that has no name. */
  readonly numbers: { next: number }
}

/** The items of a body, in order; what stet does not write is reported. */
export function decodeBlocks(
  body: TeiElement,
  context: DecodeContext,
  { lineEnds }: Profile,
): readonly Item[] {
  const list = openItemList(context)
  const decoding = { context, list, numbers: { next: 1 } }
  body.children.forEach((child, index) => {
    if (child.kind === "text") list.blank(child.text, body)
    else if (child.name !== "div") decodeBlock(child, "/body", body, decoding)
    else if (index > 0 || child.attributes["xml:id"] !== textId(context.name))
      walk(child, "/body", decodeSectionHead(child, "/body", index === 0, context, list), decoding)
    else walk(child, "/body", 0, decoding)
  })
  return marksInLines(list.items, lineEnds === "blank")
}

/** What stands in an element, from one of its children on. */
function walk(node: TeiElement, path: string, from: number, decoding: Decoding): void {
  const { context, list } = decoding
  const inside = `${path}/${node.name}`
  const { children } = node
  const ends = spanEnds(children)
  for (let index = from; index < children.length; index++) {
    const child = children[index] as TeiNode
    if (child.kind === "text") {
      list.blank(child.text, node)
      continue
    }
    if (ends.closing.has(child)) {
      list.block({ kind: "line", typed: ":::" }, inside, child)
      continue
    }
    if (ends.opening.has(child)) list.block({ kind: "line", typed: openSpan(child, decoding) }, inside, child)
    else if (child.name === "label" && node.name === "list") {
      const gap = children[index + 1]
      const item = children[index + 2]
      if (gap?.kind === "text" && item?.kind === "element" && item.name === "item") {
        decodePoint(child, gap.text, item, inside, decoding)
        index += 2
      } else refuse(context, "<label>", "stet writes it before a blank and an item", child.origin)
    } else if (child.name === "lg") index = decodeVerse(children, index, inside, decoding)
    else decodeBlock(child, inside, node, decoding)
  }
}

/** Stanzas that follow each other are one piece of verse; gives the index of the last. */
function decodeVerse(
  nodes: readonly TeiNode[],
  from: number,
  path: string,
  { context, list }: Decoding,
): number {
  const isVerse = (node: TeiNode | undefined): node is TeiElement =>
    node?.kind === "element" && node.name === "lg"
  const stanzas = [nodes[from] as TeiElement]
  const lines: (readonly Piece[] | string)[] = [...decodeLines(stanzas[0] as TeiElement, "l", context)]
  let last = from
  for (;;) {
    const between = nodes[last + 1]
    const next = nodes[last + 2]
    if (between?.kind !== "text" || between.text.trim() !== "" || !isVerse(next)) break
    stanzas.push(next)
    lines.push(between.text, ...decodeLines(next, "l", context))
    last += 2
  }
  for (const stanza of stanzas) checkAttributes(stanza, {}, context)
  list.sign(":::verse", "before-line-end")
  const [first, ...more] = stanzas
  list.block({ kind: "lines", lines }, path, first as TeiElement, ...more)
  list.sign(":::", "after-line-end")
  return last
}

/** The line that opens a container for what reaches to an anchor beside it. */
function openSpan(node: TeiElement, { context, numbers }: Decoding): string {
  const name = phenomenonOf(node) as PhenomenonName
  const container = name.replace("-from", "")
  const { to, ...values } = typedAttributes(node, name, context) as Record<string, string>
  const isCounted = to === `${container}-${numbers.next}`
  if (isCounted) numbers.next++
  const said = isCounted || to === undefined ? values : { id: to, ...values }
  return `:::${container}${typedBraces(said, { stated: false, directive: false, cell: false })}`
}

function decodePoint(
  label: TeiElement,
  gap: string,
  item: TeiElement,
  path: string,
  { context, list }: Decoding,
): void {
  checkAttributes(label, {}, context)
  checkAttributes(item, {}, context)
  const [struckLabel, struck] = [label, item].map((node) => {
    const [only, ...others] = node.children
    const isBroken =
      only?.kind === "element" &&
      only.name === "del" &&
      only.attributes["rend"] === "unmarked" &&
      others.length === 0
    return isBroken && only.attributes["instant"] === "true" ? only : undefined
  })
  const children = struckLabel && struck ? struck.children : item.children
  const pieces = decodeInline(children, context)
  list.block({ kind: "point", label: (wordsIn(label) ?? "") + gap, pieces }, path, label, item)
}

/** The zone of a block, which may have these other attributes. */
function zoned(node: TeiElement, known: Known, context: DecodeContext): { readonly zone?: string } {
  const zone = zoneOf(node, context)
  checkAttributes(node, zone === undefined ? known : { ...known, facs: node.attributes["facs"] }, context)
  return zone === undefined ? {} : { zone }
}

function decodeParagraph(
  role: string,
  node: TeiElement,
  path: string,
  known: Known,
  { context, list }: Decoding,
): void {
  const placed = zoned(node, known, context)
  const pieces = decodeInline(node.children, context)
  const simple = role === "dateline" ? simpleDateline(pieces) : undefined
  list.block({ kind: "paragraph", role, pieces, ...(simple ? { simple } : {}), ...placed }, path, node)
}

function decodeBlock(node: TeiElement, path: string, parent: TeiElement, decoding: Decoding): void {
  const { context, list } = decoding
  const { attributes } = node
  const { type } = attributes
  const role = roleOf(node, parent)
  if (role !== undefined) decodeParagraph(role, node, path, role === "release-head" ? { type } : {}, decoding)
  else if (isHolder(node)) {
    checkAttributes(node, { rend: "numbered" }, context)
    walk(node, path, 0, decoding)
  } else if (node.name === "div")
    walk(node, path, decodeSectionHead(node, path, false, context, list), decoding)
  else if (node.name === "quote" || node.name === "postscript") decodeContainer(node, path, decoding)
  else if (node.name === "table") decodeTable(node, path, decoding)
  else if (node.name === "milestone") {
    const { rend = "", n = "" } = attributes
    checkAttributes(node, { unit: "section", rend, n }, context)
    list.block({ kind: "separator", rend, printed: n }, path, node)
  } else if ((node.name === "fw" && type === "letterhead") || (node.name === "ab" && type === "heading")) {
    const placed = zoned(node, { type }, context)
    const pieces = decodeInline(node.children, context)
    list.block({ kind: "letterhead", printed: node.name === "fw", pieces, ...placed }, path, node)
  } else if (node.name === "address" || (node.name === "ab" && type === "address")) {
    checkAttributes(node, { type }, context)
    const [address] = node.name === "ab" ? childrenOf(node) : [node]
    list.sign(":::address")
    list.block({ kind: "lines", lines: decodeLines(address ?? node, "addrLine", context) }, path, node)
    list.sign(":::")
  } else if (node.name === "note" && attributes["xml:id"]?.startsWith(noteId(context.name, ""))) {
    const label = attributes["n"] ?? ""
    checkAttributes(node, { type: "editorial", n: label, "xml:id": noteId(context.name, label) }, context)
    list.block({ kind: "note", label, pieces: decodeInline(node.children, context) }, path, node)
  } else decodeMilestone(node, path, parent, decoding)
}

/** A page break and the like, which stand between blocks as well as in lines. */
function decodeMilestone(
  node: TeiElement,
  path: string,
  parent: TeiElement,
  { context, list }: Decoding,
): void {
  const name = phenomenonOf(node)
  const isStamp = name === "stamp" && (parent.name === "opener" || parent.name === "closer")
  if (name === undefined || (!betweenBlocks.has(name) && !isStamp)) {
    refuse(context, `<${node.name}>`, `stet writes no such element in <${parent.name}>`, node.origin)
    return
  }
  const [piece] = decodeInline([node], context)
  if (piece?.kind === "mark") list.block({ kind: "mark", mark: piece }, path, node)
}

/** A postscript of one paragraph is typed as such. */
function decodeContainer(node: TeiElement, path: string, decoding: Decoding): void {
  const { context, list } = decoding
  checkAttributes(node, {}, context)
  const [only, ...others] = node.children
  if (node.name === "postscript" && only?.kind === "element" && only.name === "p" && others.length === 0) {
    decodeParagraph("postscript", only, `${path}/postscript`, {}, decoding)
    return
  }
  list.sign(`:::${node.name}`)
  walk(node, path, 0, decoding)
  list.sign(":::")
}

function decodeTable(node: TeiElement, path: string, { context, list }: Decoding): void {
  const rows = decodeRows(node, context)
  list.block({ kind: "table", rows }, path, node)
  if (rows.length === 1 && rows[0]?.heading) list.sign(delimiterOf(rows[0]), "after-line-end")
}
