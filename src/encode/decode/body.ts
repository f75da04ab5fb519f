import type { Entity } from "../../model/register.js"
import type { Block } from "../../model/transcription.js"
import { encodeBody } from "../body.js"
import { openContext } from "../encode-document.js"
import type { PageFacs } from "../facsimile.js"
import { type TeiElement, tei } from "../tei.js"
import { type DecodeContext, refuse } from "./attributes.js"
import { decodeBlocks } from "./blocks.js"
import { canonical, type Leaf, leavesOf } from "./canonical.js"
import type { Item } from "./items.js"
import { plainText } from "./pieces.js"
import { isStatable, type Manner, plainly, typeBlock } from "./typed-blocks.js"
import type { TypingRules } from "./typing.js"

/** A transcription's body as the reader takes it; the way back asks it whether what it typed is read as it is meant. */
export interface BodyReading {
  readonly blocks: readonly Block[]
  readonly entities: readonly Entity[]
  /** Where it finds mistakes, in UTF-16 units. */
  readonly mistakes: readonly number[]
}

export type ReadBody = (typed: string) => BodyReading

/** How the body stands in its document. */
export interface BodyAbout {
  readonly divType: string
  /** `#id` of the hand that revised. */
  readonly reviser: string | undefined
  /** What the pages of these blocks point at. */
  readonly pagesOf: (blocks: readonly Block[]) => PageFacs
}

type BlockItem = Extract<Item, { kind: "block" }>

interface Placed {
  readonly item: BlockItem
  readonly start: number
}

/** More rounds than any letter needs: each changes how some block is typed, and none is changed back. */
const mostRounds = 60

/**
 * Types a body so that reading and encoding it gives the same TEI again; undefined where that can't be
 * done, with the reason among the context's problems.
 *
 * Each block is first typed as plainly as can be. Then all are read back, and what was read otherwise than
 * it was meant is typed more carefully: with a directive where the wording gives it another part in the
 * letter, with more backslashes and other signs where a mark was taken for another.
 */
export function decodeBody(
  body: TeiElement,
  about: BodyAbout,
  rules: TypingRules,
  context: DecodeContext,
  read: ReadBody,
): string | undefined {
  const items = decodeBlocks(body, context, rules.profile)
  if (context.problems.length > 0) return undefined
  const manners = new Map<BlockItem, Manner>()
  const typed = new Map<BlockItem, string>()
  const typedBlock = (item: BlockItem) => {
    const known = typed.get(item)
    if (known !== undefined) return known
    const made = typeBlock(item.form, manners.get(item) ?? plainly, rules)
    typed.set(item, made)
    return made
  }
  const canBeStated = (item: BlockItem) =>
    isStatable(item.form, rules.profile) && manners.get(item)?.stated !== true
  for (let round = 0; round < mostRounds; round++) {
    const { text, places } = assemble(items, typedBlock)
    const reading = read(text)
    const encoded = tei("body", {}, encodeAgain(reading, about, context))
    const faults = misread(places, leavesOf(encoded), reading.mistakes)
    if (faults.length === 0) {
      if (canonical([encoded]) === canonical([body])) return text
      refuse(context, "the blanks and parts of <body>", problemIn(rules), body.origin)
      return undefined
    }
    for (const { item, leaves } of firstToMend(faults, canBeStated)) {
      const next = moreCareful(item, manners.get(item) ?? plainly, leaves, rules)
      typed.delete(item)
      if (next) manners.set(item, next)
      else refuse(context, `this <${item.element}>`, problemIn(rules), item.span)
    }
    if (context.problems.length > 0) return undefined
  }
  refuse(context, "<body>", problemIn(rules), body.origin)
  return undefined
}

const problemIn = ({ profile }: TypingRules) =>
  `however it is typed in the profile “${profile.title}”, it would be read as something else`

function encodeAgain(reading: BodyReading, about: BodyAbout, { name }: DecodeContext): readonly TeiElement[] {
  return encodeBody(reading.blocks, {
    ...openContext(name, reading.blocks, about.pagesOf(reading.blocks)),
    divType: about.divType,
    ...(about.reviser === undefined ? {} : { hand: about.reviser }),
    entities: new Map(reading.entities.map((each) => [each.id, each])),
  })
}

/** Puts all items one after another; `places` are the blocks with where each begins. */
function assemble(
  items: readonly Item[],
  typedBlock: (item: BlockItem) => string,
): { readonly text: string; readonly places: readonly Placed[] } {
  let text = ""
  const places: Placed[] = []
  let waiting: string | undefined
  // A block that stands in lines of its own begins where its container is opened.
  let container: number | undefined
  for (const item of items) {
    if (item.kind === "sign") {
      if (item.at === "here") {
        container = text.length
        text += item.typed
      } else if (item.at === "after-line-end") waiting = item.typed
      else {
        const [end = ""] = /(?:\r\n|\n|\r)?$/.exec(text) ?? []
        container = text.length - end.length
        text = text.slice(0, container) + item.typed + end
      }
    } else if (item.kind === "block") {
      // The blanks at the head of its line may be counted to it.
      places.push({ item, start: container ?? text.replace(/[ \t]+$/, "").length })
      container = undefined
      text += typedBlock(item)
    } else if (waiting === undefined) text += item.text
    else {
      const [, first = "", rest = ""] = /^(\r\n|\n|\r|)([\s\S]*)$/.exec(item.text) ?? []
      text += first + waiting + rest
      waiting = undefined
    }
  }
  return { text, places }
}

interface Fault {
  readonly item: BlockItem
  readonly leaves: readonly Leaf[]
}

/** The blocks that were not read as they are meant, with what was read in their place. */
function misread(
  places: readonly Placed[],
  leaves: readonly Leaf[],
  mistakes: readonly number[],
): readonly Fault[] {
  let next = 0
  const sorted = [...leaves].sort((a, b) => a.offset - b.offset)
  return places.flatMap(({ item, start }, index) => {
    const end = places[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const own: Leaf[] = []
    for (let leaf = sorted[next]; leaf && (leaf.offset < end || start === end); leaf = sorted[next]) {
      if (leaf.offset >= end) break
      own.push(leaf)
      next++
    }
    const isSame =
      own.length === item.expected.length && own.every((leaf, at) => leaf.whole === item.expected[at])
    const isMistaken = mistakes.some((offset) => start <= offset && offset < end)
    return isSame && !isMistaken ? [] : [{ item, leaves: own }]
  })
}

/** Whether a block was read with the right words in the wrong part of the letter. */
function isMisplaced({ item: { form, inner, text }, leaves }: Fault): boolean {
  const [first] = leaves
  // A dateline is read as plain words where it is no dateline.
  if (form.kind === "paragraph" && form.simple && leaves.length === 1)
    return first?.text === plainText(form.simple)
  // An address is wrapped otherwise between paragraphs than in an opener.
  if (form.kind === "lines" && leaves.length === 1) return first?.text === text
  return first !== undefined && leaves.map((leaf) => leaf.inner).join("\n") === inner
}

/**
 * What to type otherwise before all is read again. A part taken wrongly makes others wrong after it, so that
 * of those only the paragraphs of prose are mended at once, and the others one by one.
 */
function firstToMend(faults: readonly Fault[], canBeStated: (item: BlockItem) => boolean): readonly Fault[] {
  const others = faults.filter((fault) => !isMisplaced(fault))
  const misplaced = faults.filter(isMisplaced)
  const isProse = ({ form }: BlockItem) => form.kind === "paragraph" && form.role === "body"
  const prose = misplaced.filter(({ item }) => isProse(item) && canBeStated(item))
  if (prose.length > 0) return [...others, ...prose]
  if (others.length > 0) return others
  // What is said already may be right as soon as another is.
  return [misplaced.find(({ item }) => canBeStated(item)) ?? (misplaced[0] as Fault)]
}

/** The next manner of typing a block; undefined after the last. */
function moreCareful(
  item: BlockItem,
  manner: Manner,
  leaves: readonly Leaf[],
  { profile }: TypingRules,
): Manner | undefined {
  const { form } = item
  const { level, stated, marked } = manner
  const statable = isStatable(form, profile) && !stated
  const isSimple = form.kind === "paragraph" && form.simple !== undefined && !marked
  if (isSimple) return statable ? { ...manner, stated: true } : { ...manner, stated: false, marked: true }
  if (statable && (isMisplaced({ item, leaves }) || level === 3 || leaves.length === 0))
    return { ...manner, stated: true }
  return level < 3 ? { ...manner, level: (level + 1) as Manner["level"] } : undefined
}
