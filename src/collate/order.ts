import type { Part } from "./compare.js"
import type { Rarity } from "./rarity.js"
import { countWords, type Token } from "./witness.js"

/** So many words may lie between the two places of what stands in another order. */
const farthest = 12
/** How much the words must say: about what one says that is found twice in each witness. */
const enough = 0.5

/**
 * Words that each witness has in the same passage, but at another place, as one difference: both parts, of which
 * each has one side only, get the same `pair`. Only what is evident: the same words, once on each side, not
 * far apart, and no words that stand everywhere.
 */
export function inAnotherOrder(parts: readonly Part[], rarity: Rarity): readonly Part[] {
  const places = new Map<string, { readonly a: number[]; readonly b: number[] }>()
  parts.forEach((part, index) => {
    if (part.kind !== "absent" || (part.a.length > 0 && part.b.length > 0)) return
    const [side, tokens] = part.a.length > 0 ? (["a", part.a] as const) : (["b", part.b] as const)
    const found = places.get(keyOf(tokens)) ?? { a: [], b: [] }
    found[side].push(index)
    places.set(keyOf(tokens), found)
  })
  const made = [...parts]
  for (const { a, b } of places.values()) {
    const [inA, inB] = [a[0], b[0]]
    if (inA === undefined || inB === undefined || a.length + b.length > 2) continue
    const [one, other] = [parts[inA], parts[inB]]
    if (!one || !other || one.a.reduce((sum, token) => sum + rarity(token), 0) < enough) continue
    const between = parts.slice(Math.min(inA, inB) + 1, Math.max(inA, inB))
    if (between.reduce((sum, part) => sum + Math.max(countWords(part.a), countWords(part.b)), 0) > farthest)
      continue
    made[inA] = { ...one, kind: "order", pair: inA }
    made[inB] = { ...other, kind: "order", pair: inA }
  }
  return made
}

const keyOf = (tokens: readonly Token[]) =>
  tokens.flatMap((token) => (token.kind === "sign" ? [] : [token.key])).join(" ")

/** A difference as it is told: what each side has, and the index among the passage's tokens at which it has it. */
export interface Told extends Part {
  readonly atA: number
  readonly atB: number
  /** The index of the part with which it is told. */
  readonly index: number
}

/** What differs in a passage; words in another order are told once, with the place of each side. */
export function toldDifferences(parts: readonly Part[]): readonly Told[] {
  const told: Told[] = []
  const halves = new Map<number, number>()
  let [atA, atB] = [0, 0]
  parts.forEach((part, index) => {
    const here: Told = { ...part, atA, atB, index }
    atA += part.a.length
    atB += part.b.length
    if (part.kind === "agreement") return
    const known = part.pair === undefined ? undefined : halves.get(part.pair)
    const first = known === undefined ? undefined : told[known]
    if (known !== undefined && first)
      told[known] =
        first.a.length > 0 ? { ...first, b: here.b, atB: here.atB } : { ...first, a: here.a, atA: here.atA }
    else {
      if (part.pair !== undefined) halves.set(part.pair, told.length)
      told.push(here)
    }
  })
  return told
}
