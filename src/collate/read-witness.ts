import { attributeOf, elementsOf, type PlacedElement, resolveReferences } from "../xml/elements.js"
import {
  type Effect,
  effectOf,
  isBlankBetween,
  isBlock,
  isBreak,
  isOfRestoredSubstitution,
} from "./finally-meant.js"
import { Characters, gapSign } from "./tokens.js"
import type { Deletion, TextBlock, Token, Witness } from "./witness.js"

/**
 * Reads a TEI document as a witness: the blocks of its first `<text>` (or `<sourceDoc>`, or `<surface>`) with their words as
 * finally meant, and apart from them what is struck out. `file` is how the document is pointed at; `text`
 * must be well-formed.
 */
export function readWitness(name: string, file: string, text: string): Witness {
  const elements = elementsOf(text)
  const root = ["text", "sourceDoc", "surface"]
    .map((local) => elements.find((each) => each.local === local))
    .find((each) => each !== undefined)
  if (root === undefined) return { name, file, text, blocks: [] }
  const below = elements.filter((each) => each.from >= root.from && each.end <= root.end)
  const reading = new Reading(text, below)
  reading.run(root)
  return { name, file, text, blocks: reading.blocks() }
}

/** A deletion as it is read. */
interface Struck {
  readonly at: number
  readonly characters: Characters
  readonly from: number
  to: number
}

/** A block as it is read: its characters, those of its printed number, and what is struck in it. */
interface OpenBlock {
  readonly element: PlacedElement
  readonly meant: Characters
  readonly struck: Struck[]
  label?: OpenBlock
}

/** How it stands inside an open element. */
interface State {
  readonly element: PlacedElement
  readonly block: OpenBlock
  readonly isLeftOut: boolean
  readonly isDeleted: boolean
  readonly isAdded: boolean
}

class Reading {
  readonly #text: string
  readonly #elements: readonly PlacedElement[]
  readonly #children = new Map<PlacedElement, string[]>()
  readonly #blocks: OpenBlock[] = []
  #label: OpenBlock | undefined
  /** Ids at which a deletion or an addition ends that runs over the borders of elements. */
  readonly #spans = { delSpan: new Set<string>(), addSpan: new Set<string>() }

  constructor(text: string, elements: readonly PlacedElement[]) {
    this.#text = text
    this.#elements = elements
    for (const { parent, local } of elements) {
      if (!parent || !isBlankBetween(parent.local)) continue
      const names = this.#children.get(parent) ?? []
      names.push(local)
      this.#children.set(parent, names)
    }
  }

  run(root: PlacedElement): void {
    const first: State = {
      element: root,
      block: this.#open(root),
      isLeftOut: false,
      isDeleted: false,
      isAdded: false,
    }
    const stack: State[] = [first]
    let at = root.to
    let next = 1
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const element = this.#elements[next]
      const isInside = element !== undefined && element.from < top.element.end
      const isEmpty = top.element.end === top.element.to
      const end = isInside ? element.from : isEmpty ? at : this.#text.lastIndexOf("</", top.element.end - 1)
      if (end > at) this.#characters(at, end, top)
      if (isInside) {
        stack.push(this.#enter(element, top))
        at = element.to
        next++
      } else {
        at = top.element.end
        stack.pop()
      }
    }
  }

  blocks(): readonly TextBlock[] {
    return this.#blocks
      .map((open) => ({ open, ...closed(open) }))
      .filter(({ tokens, deletions }) => tokens.length + deletions.length > 0)
      .map(({ open: { element }, tokens, runs, deletions }, index) => {
        const id = attributeOf(element, "xml:id")
        const fragment = id ?? `xpath(${pathOf(element)})`
        return {
          index,
          id,
          fragment,
          name: element.local,
          tokens,
          runs,
          deletions,
          from: element.from,
          to: element.to,
        }
      })
  }

  #open(element: PlacedElement): OpenBlock {
    const block: OpenBlock = { element, meant: new Characters(), struck: [] }
    // The number of a point is read with the point.
    if (element.local === "label" && element.parent?.local === "list") this.#label = block
    else {
      if (element.local === "item" && this.#label) block.label = this.#label
      if (element.local === "item") this.#label = undefined
      this.#blocks.push(block)
    }
    return block
  }

  #enter(element: PlacedElement, outer: State): State {
    const effect = effectOf(element, (element.parent && this.#children.get(element.parent)) ?? [])
    this.#followSpans(element)
    const state = {
      element,
      isLeftOut: outer.isLeftOut || effect === "left-out",
      isDeleted: (outer.isDeleted || effect === "deleted") && !isTakenBack(element, effect),
      isAdded: outer.isAdded || effect === "added",
      block: outer.block,
    }
    if (state.isLeftOut) return state
    if (isBlock(element.local) || effect === "note") return { ...state, block: this.#open(element) }
    if (effect === "gap") this.#put(gapSign, element.from, element.end, state)
    if (isBreak(element)) {
      if (attributeOf(element, "break") === "no") state.block.meant.dropHyphen()
      else this.#put(" ", element.from, element.to, state)
    }
    return state
  }

  #followSpans(element: PlacedElement): void {
    const id = attributeOf(element, "xml:id")
    for (const [name, open] of Object.entries(this.#spans)) {
      if (id !== undefined) open.delete(id)
      const to = element.local === name ? attributeOf(element, "spanTo") : undefined
      if (to?.startsWith("#")) open.add(to.slice(1))
    }
  }

  /** The characters between two tags; of comments, instructions and the frame of CDATA nothing is read. */
  #characters(from: number, to: number, state: State): void {
    if (state.isLeftOut) return
    const raw = this.#text.slice(from, to)
    if (isBlankBetween(state.element.local) && raw.trim() === "") return
    for (const { index, 0: piece } of raw.matchAll(pieces)) {
      const at = from + index
      if (piece.startsWith("<![CDATA["))
        for (let unit = 9; unit < piece.length - 3; unit++)
          this.#put(piece[unit] ?? "", at + unit, at + unit + 1, state)
      else if (piece.startsWith("&")) this.#put(resolveReferences(piece), at, at + piece.length, state)
      else if (!piece.startsWith("<")) this.#put(piece, at, at + piece.length, state)
    }
  }

  #put(text: string, from: number, to: number, { block, isDeleted, isAdded }: State): void {
    const added = isAdded || this.#spans.addSpan.size > 0
    if (!isDeleted && this.#spans.delSpan.size === 0) {
      // Where a deletion took the only blank with it, one is put back, so that no two words are glued together.
      const last = block.struck.at(-1)
      if (last?.at === block.meant.length && /^[\p{L}\p{N}]/u.test(text))
        if (last.characters.hasBlankAtBorder() && !block.meant.endsInBlank())
          block.meant.add(" ", from, from, added)
      block.meant.add(text, from, to, added)
      return
    }
    let struck = block.struck.at(-1)
    if (struck === undefined || struck.at !== block.meant.length) {
      struck = { at: block.meant.length, characters: new Characters(), from, to }
      block.struck.push(struck)
    }
    struck.characters.add(text, from, to, added)
    struck.to = to
  }
}

// One character a piece, so that each has its own place.
const pieces = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&[^;\s]+;|[\s\S]/gu

/** `<restore>` takes back the deletion around it or directly in it, be it one half of a substitution. */
const isTakenBack = (element: PlacedElement, effect: Effect) =>
  effect === "restored" ||
  (element.local === "del" && (element.parent?.local === "restore" || isOfRestoredSubstitution(element)))

function closed({ meant, struck, label }: OpenBlock): Pick<TextBlock, "tokens" | "runs" | "deletions"> {
  const number = label ? labelOf(label.meant.tokens()) : []
  const own = meant.tokens()
  const tokens =
    number.length > 0
      ? [...number, ...own.map((token, at) => (at === 0 ? { ...token, spaced: true } : token))]
      : own
  const starts = meant.starts()
  let before = 0
  const deletions = [...(label?.struck ?? []).map((each) => ({ ...each, at: 0 })), ...struck].map(
    ({ at, characters, from, to }): Deletion => {
      while ((starts[before] ?? at) < at) before++
      return {
        before: at === 0 ? 0 : number.length + before,
        tokens: characters.tokens(),
        runs: characters.runs(),
        from,
        to,
      }
    },
  )
  return { tokens, runs: meant.runs(), deletions: deletions.filter((each) => each.tokens.length > 0) }
}

/** A printed number is one token. */
function labelOf(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens
  const last = tokens.at(-1)
  if (!first || !last) return []
  const text = tokens.map((token) => token.text).join("")
  return [{ ...first, kind: "label", text, key: text, spaced: false, to: last.to }]
}

/** The way to an element by the places of elements among their siblings. */
function pathOf(element: PlacedElement): string {
  const steps: string[] = []
  for (let each: PlacedElement | undefined = element; each; each = each.parent)
    steps.push(`/*[${each.index}]`)
  return steps.reverse().join("")
}
