import { type Field, isFormulaic, type Side } from "./field.js"
import { grouped } from "./grouped.js"

/** Which document of the last edition lives on in which of this one. */
export interface Relations {
  /** Pairs of documents, the surest first. */
  readonly pairs: readonly { readonly from: string; readonly to: string }[]
  readonly has: (from: string, to: string) => boolean
}

/** So much of the shorter of two documents is found in the other, at least. */
const enough = 0.2
/** Words that stand in more documents say nothing of where one of them went. */
const oftenest = 4

type Weights = Map<string, Map<string, number>>

/**
 * Says it from the passages that are found so far and from words that are the same in both editions. A document that
 * is renamed takes its name's place; two that exchanged their names are not taken for themselves. Documents of one
 * name belong together where nothing speaks against it.
 */
export function relationsIn(field: Field): Relations {
  const [had, has] = [sizes(field.sought), sizes(field.blocks)]
  const went: Weights = new Map()
  const came: Weights = new Map()
  const weigh = (from: string, to: string, weight: number) => {
    add(went, from, to, weight)
    add(came, to, from, weight)
  }
  for (const block of field.blocks) {
    const passage = field.passageOf(block)
    if (passage && !block.whole) weigh(passage.document, block.document, weightOf(block))
  }
  const waiting = byText(field.openBlocks())
  for (const [text, passages] of byText([...field.openPassages(false), ...field.openPassages(true)])) {
    const blocks = waiting.get(text) ?? []
    if (passages.length > oftenest || blocks.length > oftenest) continue
    for (const passage of passages)
      for (const block of blocks)
        weigh(passage.document, block.document, weightOf(block) / (passages.length * blocks.length))
  }
  const isSure = (from: string, to: string, weight: number) =>
    weight >= enough * Math.min(had.get(from) ?? 0, has.get(to) ?? 0)
  const heirs = mostOf(went, isSure)
  const origins = mostOf(came, (to, from, weight) => isSure(from, to, weight))
  const pairs = new Map<string, { readonly from: string; readonly to: string; readonly weight: number }>()
  const put = (from: string, to: string) => {
    pairs.set(`${from} ${to}`, { from, to, weight: went.get(from)?.get(to) ?? 0 })
  }
  for (const [from, to] of heirs) put(from, to)
  for (const [to, from] of origins) put(from, to)
  for (const name of has.keys())
    if (had.has(name) && (heirs.get(name) ?? name) === name && (origins.get(name) ?? name) === name)
      put(name, name)
  return {
    pairs: [...pairs.values()].sort((a, b) => b.weight - a.weight || (a.from < b.from ? -1 : 1)),
    has: (from, to) => pairs.has(`${from} ${to}`),
  }
}

/** What stands in every letter says little. */
const weightOf = (side: Side) => side.text.length * (isFormulaic(side) ? 0.25 : 1)

function sizes(sides: readonly Side[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const side of sides)
    found.set(side.document, (found.get(side.document) ?? 0) + (side.whole ? 0 : weightOf(side)))
  return found
}

const byText = (sides: readonly Side[]) =>
  grouped(
    sides.filter((side) => !side.whole && side.text !== ""),
    (side) => side.text,
  )

function add(weights: Weights, from: string, to: string, weight: number): void {
  const row = weights.get(from) ?? new Map<string, number>()
  row.set(to, (row.get(to) ?? 0) + weight)
  weights.set(from, row)
}

/** For each document the one with which it has most in common, if that is enough. */
function mostOf(
  weights: Weights,
  isSure: (one: string, other: string, weight: number) => boolean,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [one, row] of weights) {
    let best: readonly [string, number] = ["", -1]
    for (const each of row) if (each[1] > best[1]) best = each
    if (isSure(one, ...best)) found.set(one, best[0])
  }
  return found
}
