import { bestLikeness, type Strip } from "./local.js"
import type { Rarity } from "./rarity.js"
import type { Witness } from "./witness.js"

/** A stretch of one block in each witness that holds the same text, more or less; ends are after the last token. */
export interface Hit {
  readonly blockA: number
  readonly a0: number
  readonly a1: number
  readonly blockB: number
  readonly b0: number
  readonly b1: number
}

/** So many tokens are compared with so many at once; a longer block is compared in parts. */
const unitLength = 400
/** A word that stands more often than this says nothing of where it belongs. */
const oftenest = 64
/** Each part is compared with so many others, those that share the rarest words. */
const candidateLimit = 8
/** What two stretches must have in common: about so many words that are found nowhere else. */
const enough = 2.5

/** A part of a block, of no more than `unitLength` tokens. */
interface Unit {
  readonly block: number
  readonly start: number
  readonly strip: Strip
  /** How much all its tokens weigh. */
  readonly weight: number
}

/** Two units that may have a text in common. */
interface Pair {
  readonly a: Unit
  readonly b: Unit
  readonly score: number
  readonly at: Pick<Hit, "a0" | "a1" | "b0" | "b1">
}

/**
 * Finds the stretches that two witnesses have in common, wherever they stand, and be it that one has a
 * paragraph where the other has two. The best is taken first; what it covers is no longer free for others.
 * `known` are blocks that are paired already.
 */
export function likenesses(a: Witness, b: Witness, rarity: Rarity, known: readonly Hit[]): readonly Hit[] {
  const numbers = new Map<string, number>()
  const takenA = new Set(known.map((hit) => hit.blockA))
  const takenB = new Set(known.map((hit) => hit.blockB))
  const [unitsA, unitsB] = [unitsOf(a, rarity, numbers, takenA), unitsOf(b, rarity, numbers, takenB)]
  const length = Math.max(a.blocks.length, b.blocks.length, 1)
  const distance = (pair: Pair) =>
    Math.abs(pair.a.block / Math.max(1, a.blocks.length) - pair.b.block / Math.max(1, b.blocks.length)) /
    length
  const before = (one: Pair, other: Pair) =>
    one.score - other.score ||
    distance(other) - distance(one) ||
    other.a.block - one.a.block ||
    other.b.block - one.b.block
  const open = candidates(unitsA, unitsB).flatMap((pair) => compared(pair.a, pair.b) ?? [])
  open.sort(before)
  const hits: Hit[] = []
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const { a: one, b: other, at } = pair
    if (isFree(one.strip, at.a0, at.a1) && isFree(other.strip, at.b0, at.b1)) {
      one.strip.taken.fill(1, at.a0, at.a1)
      other.strip.taken.fill(1, at.b0, at.b1)
      hits.push({
        blockA: one.block,
        a0: one.start + at.a0,
        a1: one.start + at.a1,
        blockB: other.block,
        b0: other.start + at.b0,
        b1: other.start + at.b1,
      })
    }
    // What is left of the two may have more in common.
    const again = compared(one, other)
    if (again) insert(open, again, before)
  }
  return hits
}

function unitsOf(
  witness: Witness,
  rarity: Rarity,
  numbers: Map<string, number>,
  taken: ReadonlySet<number>,
): readonly Unit[] {
  return witness.blocks.flatMap(({ index: block, tokens }) => {
    if (taken.has(block)) return []
    const units: Unit[] = []
    for (let start = 0; start < tokens.length; start += unitLength) {
      const part = tokens.slice(start, start + unitLength)
      const keys = Int32Array.from(part, ({ key }) => {
        const number = numbers.get(key) ?? numbers.size
        numbers.set(key, number)
        return number
      })
      const weights = Float64Array.from(part, rarity)
      const strip = { keys, weights, taken: new Uint8Array(part.length) }
      units.push({ block, start, strip, weight: weights.reduce((sum, weight) => sum + weight, 0) })
    }
    return units
  })
}

/** For each unit those of the other witness with which it shares most, weighed by rarity. */
function candidates(unitsA: readonly Unit[], unitsB: readonly Unit[]): readonly { a: Unit; b: Unit }[] {
  const places = new Map<number, number[]>()
  const wordsOf = ({ strip }: Unit) =>
    new Map([...strip.keys].map((key, at) => [key, strip.weights[at] ?? 0]))
  unitsB.forEach((unit, index) => {
    for (const [key, weight] of wordsOf(unit)) {
      if (weight <= 0.05) continue
      const list = places.get(key) ?? []
      list.push(index)
      places.set(key, list)
    }
  })
  const shared = unitsA.map((unit) => {
    const sums = new Map<number, number>()
    for (const [key, weight] of wordsOf(unit)) {
      const list = places.get(key) ?? []
      if (list.length <= oftenest) for (const index of list) sums.set(index, (sums.get(index) ?? 0) + weight)
    }
    return sums
  })
  const chosen = new Map<string, { a: Unit; b: Unit }>()
  const choose = (indexA: number, indexB: number) => {
    const [a, b] = [unitsA[indexA], unitsB[indexB]]
    if (a && b) chosen.set(`${indexA} ${indexB}`, { a, b })
  }
  const mirrored: Map<number, number>[] = unitsB.map(() => new Map())
  shared.forEach((sums, indexA) => {
    for (const indexB of most(sums, indexA)) choose(indexA, indexB)
    for (const [indexB, sum] of sums) mirrored[indexB]?.set(indexA, sum)
  })
  mirrored.forEach((sums, indexB) => {
    for (const indexA of most(sums, indexB)) choose(indexA, indexB)
  })
  return [...chosen.values()]
}

/** The heaviest; of equals those that stand at nearly the same place. */
function most(sums: ReadonlyMap<number, number>, place: number): readonly number[] {
  return [...sums]
    .sort(([one, x], [other, y]) => y - x || Math.abs(one - place) - Math.abs(other - place) || one - other)
    .slice(0, candidateLimit)
    .map(([index]) => index)
}

/** What two units have in common, if it is enough: much in itself, or most of the shorter of them. */
function compared(a: Unit, b: Unit): Pair | undefined {
  const likeness = bestLikeness(a.strip, b.strip)
  const least = Math.min(
    enough,
    0.4 * Math.max(a.weight, b.weight),
    Math.max(1.2, 0.6 * Math.min(a.weight, b.weight)),
  )
  if (likeness.score < Math.max(least, 0.1)) return undefined
  return { a, b, score: likeness.score, at: likeness }
}

const isFree = ({ taken }: Strip, from: number, to: number) => !taken.subarray(from, to).includes(1)

/** Puts one where it belongs among those that are sorted. */
function insert<T>(sorted: T[], item: T, compare: (one: T, other: T) => number): void {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const found = sorted[middle]
    if (found !== undefined && compare(found, item) < 0) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, item)
}
