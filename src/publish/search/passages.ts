import { added, type Passage, type Stretch, struck } from "../../search/passage.js"
import type { XmlElement } from "../../xml/tree.js"
import { isBlock, isBreak, isWordless, isWriters, type Standing, standingIn } from "./effects.js"
import { below, elementsIn, localName } from "./tei.js"

/**
 * The passages of a document: its blocks and its notes, in order, with what is struck, added and corrected
 * in them. Whatever the house that encoded it: words that no block holds make passages of their own.
 */
export function passagesOf(root: XmlElement): readonly Passage[] {
  const walk = new Walk(root)
  walk.enter(root)
  return walk.passages
    .map(({ id, isNote, stretches }) => ({ id, isNote, stretches: settled(stretches) }))
    .filter(({ stretches }) => stretches.length > 0)
}

interface OpenPassage {
  readonly id: string
  readonly isNote: boolean
  readonly stretches: Stretch[]
}

class Walk {
  readonly passages: OpenPassage[] = []
  #passage: OpenPassage
  #standing: Standing = { ways: 0, isRestored: false }
  /** Ids at which a deletion or an addition ends that runs over the borders of elements. */
  readonly #spans = { delSpan: new Set<string>(), addSpan: new Set<string>() }
  readonly #order = new Map<string, number>()
  #place = 0

  constructor(root: XmlElement) {
    this.#passage = this.#open("", false)
    let place = 0
    for (const each of [root, ...below(root)]) {
      place++
      const id = each.attributes["xml:id"]
      if (id !== undefined && !this.#order.has(id)) this.#order.set(id, place)
    }
  }

  enter(element: XmlElement, parent?: XmlElement): void {
    this.#place++
    this.#followSpans(element)
    if (isWordless(element)) {
      this.#passOver(element)
      return
    }
    if (isBreak(element)) this.#break(element)
    const standing = this.#standing
    this.#standing = standingIn(element, standing, parent)
    this.#inItsPassage(element, () => this.#content(element))
    this.#standing = standing
  }

  #content(element: XmlElement): void {
    const isLayout = ["subst", "choice", "app"].includes(localName(element))
    const readings = localName(element) === "app" ? readingsOf(element) : []
    for (const child of element.children) {
      if (child.kind === "text") {
        if (!isLayout || child.text.trim() !== "") this.#put(child.text)
      } else if (readings.length > 0 && child !== readings[0] && readings.includes(child))
        this.#apart(child, true, () => this.enter(child, element))
      else this.enter(child, element)
    }
  }

  #inItsPassage(element: XmlElement, read: () => void): void {
    const name = localName(element)
    const id = element.attributes["xml:id"]
    if (name === "note" || name === "noteGrp") this.#apart(element, !isWriters(element), read)
    else if (name === "figDesc" || name === "desc") this.#apart(element, true, read)
    else if (isBlock(element)) {
      const outer = this.#passage
      this.#passage = this.#open(id ?? outer.id, outer.isNote)
      read()
      // What follows the block is parted from what stands before it.
      this.#passage = outer.stretches.length === 0 ? outer : this.#open(outer.id, outer.isNote)
    } else read()
  }

  /** Words that stand elsewhere on the page; a pointer to them leads to the block where their sign stands. */
  #apart(element: XmlElement, isNote: boolean, read: () => void): void {
    const outer = this.#passage
    const own = isNote ? undefined : element.attributes["xml:id"]
    this.#passage = this.#open(own ?? outer.id, isNote || outer.isNote)
    read()
    this.#passage = outer
  }

  #passOver(element: XmlElement): void {
    // Lost letters part what is left of a word, as they do on the page.
    if (localName(element) === "gap") this.#put("[…]")
    if (localName(element) === "space") this.#put(" ")
    for (const each of below(element)) {
      this.#place++
      this.#followSpans(each)
    }
    if (localName(element) === "standOff")
      for (const each of below(element))
        if (localName(each) === "note") this.#apart(each, true, () => this.#content(each))
  }

  #break(element: XmlElement): void {
    if (element.attributes["break"] !== "no") {
      this.#put(" ")
      return
    }
    const last = this.#passage.stretches.at(-1)
    if (!last) return
    // The hyphen of a word divided at a line's end becomes a soft one: the word is found whole.
    const joined = { ...last, text: `${last.text.replace(/[-\u2010\u00ac=\u2e17]?\s*$/, "")}\u00ad` }
    this.#passage.stretches.splice(-1, 1, joined)
  }

  #open(id: string, isNote: boolean): OpenPassage {
    const passage = { id, isNote, stretches: [] }
    this.passages.push(passage)
    return passage
  }

  #followSpans({ attributes, name }: XmlElement): void {
    const id = attributes["xml:id"]
    if (id !== undefined) for (const open of Object.values(this.#spans)) open.delete(id)
    const kind = name.slice(name.indexOf(":") + 1)
    if (kind !== "delSpan" && kind !== "addSpan") return
    const end = attributes["spanTo"]?.replace(/^#/, "") ?? ""
    if ((this.#order.get(end) ?? 0) > this.#place) this.#spans[kind].add(end)
  }

  #put(text: string): void {
    const { stretches } = this.#passage
    const isStruck = this.#spans.delSpan.size > 0 && !this.#standing.isRestored
    const ways = this.#standing.ways | (isStruck ? struck : 0) | (this.#spans.addSpan.size > 0 ? added : 0)
    const last = stretches.at(-1)
    if (last?.text.endsWith("\u00ad")) {
      const rest = text.replace(/^\s+/, "")
      if (rest !== "") stretches.push({ text: rest, ways })
      // Struck texts stay apart: a blank at the end of each tells that it parted words, as in xslt/parts/blanks.xsl.
    } else if (last?.ways === ways && (ways & struck) === 0)
      stretches.splice(-1, 1, { text: last.text + text, ways })
    else stretches.push({ text, ways })
  }
}

/** Of several readings of a place the first is the text. */
const readingsOf = (app: XmlElement): readonly XmlElement[] =>
  elementsIn(app).filter((each) => ["lem", "rdg", "rdgGrp"].includes(localName(each)))

/** Single blanks, and none at the ends: as a page shows it. */
function settled(stretches: readonly Stretch[]): readonly Stretch[] {
  const made: Stretch[] = []
  for (const { text, ways } of stretches) {
    const single = text.replace(/[ \t\r\n]+/g, " ")
    const isAfterBlank = made.at(-1)?.text.endsWith(" ") ?? true
    const own = isAfterBlank ? single.replace(/^ /, "") : single
    if (own !== "") made.push({ text: own, ways })
  }
  const last = made.at(-1)
  if (last) made.splice(-1, 1, { ...last, text: last.text.replace(/ +$/, "") })
  return made.filter(({ text }) => text !== "")
}
