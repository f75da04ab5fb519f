import { betweenBlocks, type PhenomenonName } from "../../model/phenomena.js"
import type { Profile } from "../../model/profile.js"
import { openIdentifiers } from "../ids.js"
import { noteId } from "../names.js"
import type { TeiElement, TeiNode } from "../tei.js"
import {
  checkAttributes,
  type DecodeContext,
  type Known,
  refuse,
  typedAttributes,
  withoutPrefix,
} from "./attributes.js"
import { leavesOf } from "./canonical.js"
import { marksInLines, simpleDateline, spanEnds } from "./grouping.js"
import { decodeInline, phenomenonOf } from "./inline.js"
import { type BlockForm, delimiterOf, type Item } from "./items.js"
import { type Piece, plainText } from "./pieces.js"
import { decodeLines, decodeRows } from "./rows.js"
import { childrenOf, wordsIn } from "./xml.js"

const sectionNames: Readonly<Record<string, string>> = {
  writingSession: "session",
  enclosure: "enclosure",
  envelope: "envelope",
}

/** What a paragraph does in the letter, by its element. */
function roleOf({ name, attributes }: TeiElement, parent: TeiElement): string | undefined {
  if (name === "p") return "body"
  if (name === "head") return attributes["type"] === "release" ? "release-head" : "head"
  if (name === "salute") return parent.name === "closer" ? "closing" : "salute"
  return name === "dateline" || name === "signed" ? name : undefined
}

const isHolder = ({ name }: TeiElement) => name === "opener" || name === "closer" || name === "list"

/** The items of a body, in order; what stet does not write is reported. */
export function decodeBlocks(
  body: TeiElement,
  context: DecodeContext,
  { lineEnds }: Profile,
): readonly Item[] {
  const items: Item[] = []
  const numbers = { next: 1 }

  function block(form: BlockForm, node: TeiElement, path: string, ...more: readonly TeiElement[]): void {
    const leaves = [node, ...more].flatMap((each) => leavesOf(each, path))
    const expected = leaves.map((each) => each.whole)
    const inner = leaves.map((each) => each.inner).join("\n")
    const text = leaves.map((each) => each.text).join("")
    items.push({ kind: "block", form, expected, inner, text, element: node.name, span: node.origin })
  }

  const sign = (typed: string, at: (Item & { kind: "sign" })["at"] = "here") =>
    items.push({ kind: "sign", typed, at })

  function blank(text: string, node: TeiElement): void {
    if (text.trim() !== "")
      refuse(
        context,
        `the words “${text.trim().slice(0, 40)}” in <${node.name}>`,
        "stet writes words only inside blocks",
        node.origin,
      )
    if (text !== "") items.push({ kind: "blank", text })
  }

  const onlyAttributes = (node: TeiElement, known: Known = {}) => checkAttributes(node, known, context)

  function walk(node: TeiElement, path: string, from = 0): void {
    const inside = `${path}/${node.name}`
    const { children } = node
    const ends = spanEnds(children)
    for (let index = from; index < children.length; index++) {
      const child = children[index] as TeiNode
      if (child.kind === "text") {
        blank(child.text, node)
        continue
      }
      if (ends.closing.has(child)) {
        block({ kind: "line", typed: ":::" }, child, inside)
        continue
      }
      if (ends.opening.has(child)) block({ kind: "line", typed: openSpan(child) }, child, inside)
      else if (child.name === "label" && node.name === "list") {
        const gap = children[index + 1]
        const item = children[index + 2]
        if (gap?.kind === "text" && item?.kind === "element" && item.name === "item") {
          decodePoint(child, gap.text, item, inside)
          index += 2
        } else refuse(context, "<label>", "stet writes it before a blank and an item", child.origin)
      } else if (child.name === "lg") index = decodeVerse(children, index, inside)
      else decodeBlock(child, inside, node)
    }
  }

  /** Stanzas that follow each other are one piece of verse; gives the index of the last. */
  function decodeVerse(nodes: readonly TeiNode[], from: number, path: string): number {
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
    for (const stanza of stanzas) onlyAttributes(stanza)
    sign(":::verse", "before-line-end")
    const [first, ...more] = stanzas
    block({ kind: "lines", lines }, first as TeiElement, path, ...more)
    sign(":::", "after-line-end")
    return last
  }

  function openSpan(node: TeiElement): string {
    const name = phenomenonOf(node) as PhenomenonName
    const container = name.replace("-from", "")
    const { to, ...values } = typedAttributes(node, name, context) as Record<string, string>
    const isCounted = to === `${container}-${numbers.next}`
    if (isCounted) numbers.next++
    const said = [
      ...(isCounted ? [] : [`#${to}`]),
      ...Object.entries(values).map(([key, value]) => `${key}=${value}`),
    ]
    return `:::${container}${said.length === 0 ? "" : `{${said.join(" ")}}`}`
  }

  function decodePoint(label: TeiElement, gap: string, item: TeiElement, path: string): void {
    onlyAttributes(label)
    onlyAttributes(item)
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
    block({ kind: "point", label: (wordsIn(label) ?? "") + gap, pieces }, label, path, item)
  }

  function paragraph(role: string, node: TeiElement, path: string, known: Known = {}): void {
    onlyAttributes(node, known)
    const pieces = decodeInline(node.children, context)
    const simple = role === "dateline" ? simpleDateline(pieces) : undefined
    block({ kind: "paragraph", role, pieces, ...(simple ? { simple } : {}) }, node, path)
  }

  function decodeBlock(node: TeiElement, path: string, parent: TeiElement): void {
    const { attributes } = node
    const { type } = attributes
    const role = roleOf(node, parent)
    if (role !== undefined) paragraph(role, node, path, role === "release-head" ? { type } : {})
    else if (isHolder(node)) {
      onlyAttributes(node, { rend: "numbered" })
      walk(node, path)
    } else if (node.name === "div") decodeSection(node, path)
    else if (node.name === "quote" || node.name === "postscript") decodeContainer(node, path)
    else if (node.name === "table") decodeTable(node, path)
    else if (node.name === "milestone") {
      const { rend = "", n = "" } = attributes
      onlyAttributes(node, { unit: "section", rend, n })
      block({ kind: "separator", rend, printed: n }, node, path)
    } else if ((node.name === "fw" && type === "letterhead") || (node.name === "ab" && type === "heading")) {
      onlyAttributes(node, { type })
      const pieces = decodeInline(node.children, context)
      block({ kind: "letterhead", printed: node.name === "fw", pieces }, node, path)
    } else if (node.name === "address" || (node.name === "ab" && type === "address")) {
      onlyAttributes(node, { type })
      const [address] = node.name === "ab" ? childrenOf(node) : [node]
      sign(":::address")
      block({ kind: "lines", lines: decodeLines(address ?? node, "addrLine", context) }, node, path)
      sign(":::")
    } else if (node.name === "note" && attributes["xml:id"]?.startsWith(noteId(context.name, ""))) {
      const label = attributes["n"] ?? ""
      onlyAttributes(node, { type: "editorial", n: label, "xml:id": noteId(context.name, label) })
      block({ kind: "note", label, pieces: decodeInline(node.children, context) }, node, path)
    } else decodeMilestone(node, path, parent)
  }

  /** A page break and the like, which stand between blocks as well as in lines. */
  function decodeMilestone(node: TeiElement, path: string, parent: TeiElement): void {
    const name = phenomenonOf(node)
    const isStamp = name === "stamp" && (parent.name === "opener" || parent.name === "closer")
    if (name === undefined || (!betweenBlocks.has(name) && !isStamp)) {
      refuse(context, `<${node.name}>`, `stet writes no such element in <${parent.name}>`, node.origin)
      return
    }
    const [piece] = decodeInline([node], context)
    if (piece?.kind === "mark") block({ kind: "mark", mark: piece }, node, path)
  }

  /** A postscript of one paragraph is typed as such. */
  function decodeContainer(node: TeiElement, path: string): void {
    onlyAttributes(node)
    const [only, ...others] = node.children
    if (node.name === "postscript" && only?.kind === "element" && only.name === "p" && others.length === 0) {
      paragraph("postscript", only, `${path}/postscript`)
      return
    }
    sign(`:::${node.name}`)
    walk(node, path)
    sign(":::")
  }

  function decodeTable(node: TeiElement, path: string): void {
    const rows = decodeRows(node, context)
    block({ kind: "table", rows }, node, path)
    if (rows.length === 1 && rows[0]?.heading) sign(delimiterOf(rows[0]), "after-line-end")
  }

  function decodeSection(node: TeiElement, path: string, isFirst = false): void {
    const { type, hand, change } = node.attributes
    onlyAttributes(node, {
      type: type !== undefined && type in sectionNames ? type : undefined,
      hand,
      change,
    })
    const values: Record<string, string> = {}
    const ofHand = withoutPrefix(hand ?? "", `#${context.name}.hand-`)
    const ofStage = withoutPrefix(change ?? "", `#${context.name}.stage-`)
    if (ofHand !== undefined) values["hand"] = ofHand
    if (ofStage !== undefined) values["stage"] = ofStage
    // Blank lines before the first section of all stand in it, before its heading.
    const [first, second] = node.children
    const before = isFirst && first?.kind === "text" && second?.kind === "element" ? first.text : ""
    const head = before === "" ? first : second
    const isHead = head?.kind === "element" && head.name === "head" && head.attributes["type"] === undefined
    const headed = isHead ? decodeInline(head.children, context) : []
    const heading = isHead && (before === "" || isSaidBy(node, plainText(headed)))
    const lead = heading && before !== "" ? 1 : 0
    if (lead > 0) blank(before, node)
    const isLead = node.attributes["xml:id"]?.replace(/-\d+$/, "") === firstSitting
    if (!isLead) {
      const pieces = heading ? headed : []
      const form: BlockForm = { kind: "section", name: sectionNames[type ?? ""] ?? "", values, pieces }
      const expected = heading ? leavesOf(head, `${path}/${node.name}`).map((each) => each.whole) : []
      items.push({
        kind: "block",
        form,
        expected,
        inner: "",
        text: "",
        element: node.name,
        span: node.origin,
      })
    }
    walk(node, path, heading && !isLead ? lead + 1 : 0)
  }

  /** The id of a section is made from its heading. */
  const isSaidBy = ({ attributes }: TeiElement, words: string) =>
    attributes["xml:id"]?.replace(/-\d+$/, "") ===
    openIdentifiers(context.name).idOf("div", `${attributes["type"]} ${words}`)

  // The first sitting is told from others by its id alone, which is made from these words.
  const firstSitting = openIdentifiers(context.name).idOf("div", "first sitting")

  body.children.forEach((child, index) => {
    if (child.kind === "text") blank(child.text, body)
    else if (child.name !== "div") decodeBlock(child, "/body", body)
    else if (index > 0 || child.attributes["xml:id"] !== `${context.name}.text`)
      decodeSection(child, "/body", index === 0)
    else walk(child, "/body")
  })
  return marksInLines(items, lineEnds === "blank")
}
