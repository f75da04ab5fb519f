import { attributeOf, elementsOf, type PlacedElement } from "../xml/elements.js"
import { element, text, type XmlElement, type XmlNode } from "../xml/tree.js"
import type { Stretch } from "./passages.js"
import { gapSign } from "./tokens.js"
import type { Run, TextBlock, Witness } from "./witness.js"

/** A difference on one side: the tokens of the block from `from` to before `to`; nothing stands there if these are the same. */
export interface Mark {
  readonly n: number
  readonly kind: string
  readonly from: number
  readonly to: number
}

export const teiNamespace = "http://www.tei-c.org/ns/1.0"
/** With what the names of TEI's elements begin in what is cut out. */
const teiPrefix = "tei:"

/** Elements within a line that a comparison keeps; of all others it keeps the words. */
const kept = new Set(
  (
    "hi emph foreign term title mentioned soCalled q quote del add subst restore retrace unclear supplied surplus " +
    "damage sic orig abbr expan am stamp"
  ).split(" "),
)
const keptAttributes =
  "rend rendition style place type reason unit quantity extent cert instant cause agent xml:lang".split(" ")

/** What is cut out: its words with the witness's own mark-up, and the printed number of a point. */
export interface Cut {
  readonly label: readonly XmlNode[]
  readonly words: readonly XmlNode[]
}

/**
 * Cuts stretches out of a witness's TEI. Each character of the text as finally meant, and of what is struck in
 * it, is there once; a difference is marked by `<d n="…" kind="…">` round each of its pieces, the first of
 * which has `first="true"`, or is empty where nothing stands there.
 */
export function cutterOf(witness: Witness): (stretch: Stretch, marks: readonly Mark[]) => Cut {
  const elements = elementsOf(witness.text)
  const places = new Map(elements.map((each, index) => [each.from, index]))
  return (stretch, marks) => {
    const first = places.get(stretch.block.from) ?? elements.length
    const end = elements[first]?.end ?? 0
    const inner: PlacedElement[] = []
    for (let at = first + 1; (elements[at]?.from ?? end) < end; at++) {
      const each = elements[at]
      if (each) inner.push(each)
    }
    return { label: labelOf(stretch, marks), words: built(piecesOf(stretch, marks), inner) }
  }
}

/** The number of a point stands in an element of its own. */
function labelOf({ block, from, to }: Stretch, marks: readonly Mark[]): readonly XmlNode[] {
  const [label] = block.tokens
  if (label?.kind !== "label" || from > 0 || to === 0) return []
  const mark = marks.find((each) => each.from === 0 && each.to > 0)
  return [mark ? marked([text(label.text)], mark, true) : text(label.text)]
}

/** A piece of the text, or the place of a difference at which nothing stands. */
interface Piece {
  readonly run: Run
  readonly isStruck: boolean
  readonly mark?: Mark | undefined
  readonly isFirst?: boolean
}

function piecesOf(stretch: Stretch, marks: readonly Mark[]): readonly Piece[] {
  const { block, from, to } = stretch
  // What lies between two stretches goes with the second; so no blank is lost beside struck words.
  const before = from > 0 ? block.tokens[from - 1] : undefined
  const low = before && before.kind !== "label" ? before.to : 0
  const high = to < block.tokens.length ? (block.tokens[to - 1]?.to ?? low) : Number.POSITIVE_INFINITY
  // Words in another order have their number where they were first met with on either side.
  const borders = marks
    .flatMap((mark) => rangeOf(block, stretch, mark) ?? [])
    .sort((one, other) => one.from - other.from || one.to - other.to)
  const meant: Piece[] = []
  const begun = new Set<Mark>()
  let next = 0
  for (const run of within(block.runs, low, high)) {
    for (let rest: Run | undefined = run; rest; ) {
      while (next < borders.length && (borders[next]?.to ?? 0) <= rest.from) next++
      const border = borders[next]
      const isIn = border !== undefined && border.from < border.to && border.from <= rest.from
      const until = isIn ? border.to : (border?.from ?? high)
      const [head, tail]: readonly [Run, Run | undefined] = split(rest, until)
      meant.push({
        run: head,
        isStruck: false,
        ...(isIn ? { mark: border.mark, isFirst: !begun.has(border.mark) } : {}),
      })
      if (isIn) begun.add(border.mark)
      rest = tail
    }
  }
  const missing = borders.flatMap(({ mark, from: place, to: end }): Piece[] =>
    place === end
      ? [{ run: { text: "", from: place, to: place, isAdded: false }, isStruck: false, mark, isFirst: true }]
      : [],
  )
  const isHere = (before: number) =>
    (before >= from && before < to) || (before === to && to === block.tokens.length)
  const struck = block.deletions
    .filter(({ before }) => isHere(before))
    .flatMap(({ runs }) => runs.map((run): Piece => ({ run, isStruck: true })))
  const all = [...missing, ...meant, ...struck].sort(
    (one, other) => one.run.from - other.run.from || one.run.to - other.run.to,
  )
  return withBlanks(all)
}

/** Where a mark begins and ends in the TEI; nothing for that of the number of a point. */
function rangeOf({ tokens }: TextBlock, stretch: Stretch, mark: Mark) {
  const [first, last] = [tokens[mark.from], tokens[mark.to - 1]]
  if (mark.from < mark.to) {
    if (!first || !last || first.kind === "label") return undefined
    return { mark, from: first.from, to: last.to }
  }
  const before = mark.from > stretch.from ? tokens[mark.from - 1] : undefined
  const place =
    before && before.kind !== "label"
      ? before.to
      : (tokens[mark.from]?.from ?? tokens[stretch.from]?.from ?? 0)
  return { mark, from: place, to: place }
}

/** The runs between two places, the first and the last cut to them. */
function within(runs: readonly Run[], low: number, high: number): readonly Run[] {
  return runs.flatMap((run) => {
    if (run.to <= low || run.from >= high) return []
    const [, rest] = run.from < low ? split(run, low) : [undefined, run]
    return rest ? [split(rest, high)[0]] : []
  })
}

/** Parts a run at a place in the TEI; one that stands for an element or a reference is whole. */
function split(run: Run, at: number): readonly [Run, Run | undefined] {
  if (at <= run.from || at >= run.to || run.to - run.from !== run.text.length) return [run, undefined]
  const place = at - run.from
  return [
    { ...run, text: run.text.slice(0, place), to: at },
    { ...run, text: run.text.slice(place), from: at },
  ]
}

/** The blank before struck words goes with them where a stop follows: so the text reads on without them. */
function withBlanks(pieces: readonly Piece[]): readonly Piece[] {
  const made = [...pieces]
  // The place of a difference has no text.
  const spoken = made.flatMap(({ run }, at) => (run.text === "" ? [] : [at]))
  spoken.slice(1).forEach((at, place) => {
    const last = spoken[place] ?? 0
    const [before, here] = [made[last], made[at]]
    if (!before || before.isStruck || !here?.isStruck || !/\s$/.test(before.run.text)) return
    const after = spoken
      .slice(place + 1)
      .map((each) => made[each])
      .find((each) => each?.isStruck === false)
    if (after && !/^\s*[,.;:!?)\]]/.test(after.run.text)) return
    made[last] = { ...before, run: { ...before.run, text: before.run.text.replace(/\s+$/, "") } }
    made[at] = { ...here, run: { ...here.run, text: ` ${here.run.text}` } }
  })
  return made
}

interface Open {
  readonly source: PlacedElement
  readonly children: XmlNode[]
}

/** Puts the pieces into their elements again. */
function built(pieces: readonly Piece[], inner: readonly PlacedElement[]): readonly XmlNode[] {
  const top: XmlNode[] = []
  const around: PlacedElement[] = []
  const open: Open[] = []
  let next = 0
  for (const piece of pieces) {
    const { run, isStruck } = piece
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= run.from) around.pop()
    for (let each = inner[next]; each && each.from < run.from; each = inner[++next])
      if (each.end > run.from) around.push(each)
    // What is meant stands in no deletion, though it may have been restored from one.
    const wanted = around.filter(
      (each) => kept.has(each.local) && each.namespace === teiNamespace && (isStruck || each.local !== "del"),
    )
    let same = 0
    while (same < open.length && open[same]?.source === wanted[same]) same++
    open.length = same
    for (const source of wanted.slice(same)) {
      const children: XmlNode[] = []
      ;(open.at(-1)?.children ?? top).push(copied(source, children))
      open.push({ source, children })
    }
    const gap = run.text === gapSign ? inner.find((each) => each.from === run.from) : undefined
    const content = gap ? [copied(gap, [])] : run.text === "" ? [] : [text(run.text)]
    let nodes: readonly XmlNode[] = piece.mark
      ? [marked(content, piece.mark, piece.isFirst === true)]
      : content
    if (isStruck && !wanted.some((each) => each.local === "del"))
      nodes = [element(`${teiPrefix}del`, {}, nodes)]
    if (run.isAdded && !wanted.some((each) => each.local === "add"))
      nodes = [element(`${teiPrefix}add`, {}, nodes)]
    ;(open.at(-1)?.children ?? top).push(...nodes)
  }
  return top
}

function copied(source: PlacedElement, children: XmlNode[]): XmlElement {
  const attributes = Object.fromEntries(
    keptAttributes.flatMap((name) => {
      const value = attributeOf(source, name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return { kind: "element", name: teiPrefix + source.local, attributes, children }
}

const marked = (children: readonly XmlNode[], { n, kind }: Mark, isFirst: boolean): XmlElement =>
  element("d", { n: String(n), kind, first: isFirst ? "true" : undefined }, children)
