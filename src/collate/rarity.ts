import type { Token, Witness } from "./witness.js"

/** How much it says that a token stands in both witnesses, from 0 to 1. */
export type Rarity = (token: Token) => number

/**
 * The rarer a word is in both witnesses together, the more it says: 1 for a word that each has once, and so much
 * less each time that it stands there twice as often. Signs say next to nothing, printed numbers and gaps nothing.
 */
export function rarityIn(a: Witness, b: Witness): Rarity {
  const counts = new Map<string, number>()
  for (const { blocks } of [a, b])
    for (const { tokens } of blocks)
      for (const { kind, key } of tokens) if (kind === "word") counts.set(key, (counts.get(key) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [key, count] of counts) weights.set(key, 1 / (1 + Math.log2(Math.max(1, count / 2))))
  return ({ kind, key }) => (kind === "word" ? (weights.get(key) ?? 1) : kind === "sign" ? 0.05 : 0)
}
