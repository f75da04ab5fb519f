import type { TeiElement, TeiNode } from "../tei.js"
import type { Item } from "./items.js"
import { type Piece, plainText } from "./pieces.js"

/** Marks without a blank line between them are typed together, as is one that does not fill its line. */
export function marksInLines(items: readonly Item[], acrossLines: boolean): readonly Item[] {
  const found: Item[] = []
  items.forEach((item, index) => {
    if (item.kind !== "block" || item.form.kind !== "mark") {
      found.push(item)
      return
    }
    const last = found.at(-1)
    const parting = acrossLines ? /[\r\n][^\S\r\n]*(?:\n|\r(?!\n))/ : /[\r\n]/
    const blank = last?.kind === "blank" && !parting.test(last.text) ? last : undefined
    const before = blank ? found.at(-2) : last
    const { mark } = item.form
    if (before?.kind === "block" && (before.form.kind === "mark" || before.form.kind === "marks")) {
      const earlier = before.form.kind === "mark" ? [before.form.mark] : before.form.pieces
      const between: readonly Piece[] = blank ? [{ kind: "text", text: blank.text }] : []
      found.splice(blank ? -2 : -1, 2, {
        ...before,
        form: { kind: "marks", pieces: [...earlier, ...between, mark] },
        expected: [...before.expected, ...item.expected],
      })
      return
    }
    const next = items[index + 1]
    const fills =
      (last?.kind !== "blank" || /[\r\n]$/.test(last.text)) &&
      (next?.kind !== "blank" || /^[\r\n]/.test(next.text))
    found.push(fills ? item : { ...item, form: { kind: "marks", pieces: [mark] } })
  })
  return found
}

/** A dateline without the marks for a place and a date that the reader finds by itself; undefined without such. */
export function simpleDateline(pieces: readonly Piece[]): readonly Piece[] | undefined {
  const isFound = (piece: Piece) => {
    if (piece.kind !== "mark" || piece.children.some((child) => child.kind !== "text")) return false
    const said = Object.keys(piece.values).join()
    return (piece.name === "place" && said === "") || (piece.name === "date" && said === "when")
  }
  if (!pieces.some(isFound)) return undefined
  const simple: Piece[] = []
  for (const piece of pieces) {
    const last = simple.at(-1)
    const plain: Piece = isFound(piece) ? { kind: "text", text: plainText([piece]) } : piece
    if (plain.kind === "text" && last?.kind === "text")
      simple[simple.length - 1] = { kind: "text", text: last.text + plain.text }
    else simple.push(plain)
  }
  return simple
}

/** Spans that a container can stand for: they end among their own siblings, and none crosses another. */
export function spanEnds(children: readonly TeiNode[]): {
  readonly opening: ReadonlySet<TeiNode>
  readonly closing: ReadonlySet<TeiNode>
} {
  const opening = new Set<TeiNode>()
  const closing = new Set<TeiNode>()
  const open: { readonly node: TeiElement; readonly target: string }[] = []
  children.forEach((node, index) => {
    if (node.kind === "text") return
    const next = children[index + 1]
    const endsLine = next?.kind === "text" && /^(?:\r|\n)/.test(next.text)
    const target = node.attributes["spanTo"]
    if (target !== undefined && endsLine) open.push({ node, target })
    if (node.name !== "anchor") return
    const before = children[index - 1]
    const last = open.at(-1)
    const beginsLine = before?.kind === "text" && /(?:\r|\n)$/.test(before.text)
    if (last?.target === `#${node.attributes["xml:id"]}` && beginsLine && (endsLine || next === undefined)) {
      open.pop()
      opening.add(last.node)
      closing.add(node)
    } else if (last) open.length = 0
  })
  return { opening, closing }
}
