import type { Hit } from "./likenesses.js"
import type { Rarity } from "./rarity.js"
import type { Token, Witness } from "./witness.js"

/** Joins stretches that follow one another in one block of each witness, with what stands between. */
export function joined(hits: readonly Hit[]): readonly Hit[] {
  const inB = [...hits].sort((one, other) => one.blockB - other.blockB || one.b0 - other.b0)
  const placeInB = new Map(inB.map((hit, index) => [hit, index]))
  const inA = [...hits].sort((one, other) => one.blockA - other.blockA || one.a0 - other.a0)
  const made: Hit[] = []
  let place = -2
  for (const hit of inA) {
    const last = made.at(-1)
    const next = placeInB.get(hit) ?? -2
    if (last && last.blockA === hit.blockA && last.blockB === hit.blockB && next === place + 1)
      made[made.length - 1] = { ...last, a1: hit.a1, b1: hit.b1 }
    else made.push(hit)
    place = next
  }
  return made
}

/** One side of a hit: a stretch among the others of its own witness; `to` is after the last token. */
interface Neighbour {
  readonly block: number
  readonly from: number
  readonly to: number
}

/**
 * Gives the tokens of a block that lie between two stretches to one of them, so that none is left: up to the
 * last end of a sentence (or clause) to the one before, the rest to the one whose counterpart has more of these words
 * beside it. What lies before the first or after the last goes to that.
 */
export function extended(a: Witness, b: Witness, hits: readonly Hit[], rarity: Rarity): readonly Hit[] {
  const inA = hits.map((hit): Neighbour => ({ block: hit.blockA, from: hit.a0, to: hit.a1 }))
  const inB = hits.map((hit): Neighbour => ({ block: hit.blockB, from: hit.b0, to: hit.b1 }))
  const [looseA, looseB] = [looseBeside(a, inA), looseBeside(b, inB)]
  const [wideA, wideB] = [widened(a, inA, looseB, rarity), widened(b, inB, looseA, rarity)]
  return hits.map((hit, index) => {
    const [one, other] = [wideA[index], wideB[index]]
    return one && other ? { ...hit, a0: one.from, a1: one.to, b0: other.from, b1: other.to } : hit
  })
}

/** What lies loose before and after each stretch in its block. */
interface Loose {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
}

const sortedPlaces = (stretches: readonly Neighbour[]) =>
  stretches
    .map((stretch, index) => ({ stretch, index }))
    .sort((x, y) => x.stretch.block - y.stretch.block || x.stretch.from - y.stretch.from)

function looseBeside(witness: Witness, stretches: readonly Neighbour[]): readonly Loose[] {
  const loose: Loose[] = []
  const sorted = sortedPlaces(stretches)
  sorted.forEach(({ stretch, index }, place) => {
    const tokens = witness.blocks[stretch.block]?.tokens ?? []
    const [last, next] = [sorted[place - 1]?.stretch, sorted[place + 1]?.stretch]
    loose[index] = {
      before: tokens.slice(last?.block === stretch.block ? last.to : 0, stretch.from),
      after: tokens.slice(stretch.to, next?.block === stretch.block ? next.from : tokens.length),
    }
  })
  return loose
}

function widened(
  witness: Witness,
  stretches: readonly Neighbour[],
  others: readonly Loose[],
  rarity: Rarity,
): readonly Neighbour[] {
  const wide = [...stretches]
  const sorted = sortedPlaces(stretches)
  sorted.forEach(({ stretch, index }, place) => {
    const tokens = witness.blocks[stretch.block]?.tokens ?? []
    const last = sorted[place - 1]
    const isFirst = last?.stretch.block !== stretch.block
    const isLast = sorted[place + 1]?.stretch.block !== stretch.block
    let from = 0
    if (!isFirst && last) {
      const counterparts = { before: others[last.index]?.after ?? [], after: others[index]?.before ?? [] }
      from = last.stretch.to + borderIn(tokens.slice(last.stretch.to, stretch.from), counterparts, rarity)
      const wider = wide[last.index]
      if (wider) wide[last.index] = { ...wider, to: from }
    }
    wide[index] = { ...stretch, from, to: isLast ? tokens.length : stretch.to }
  })
  return wide
}

export const isSentenceEnd = (token: Token | undefined): boolean =>
  token?.kind === "sign" && /^(?:[.!?…。！？।]+)$/u.test(token.text)

const isClauseEnd = (token: Token) => token.kind === "sign" && /^[;:；：·]$/u.test(token.text)

/** How many of the loose tokens go to the stretch before them. */
function borderIn(
  loose: readonly Token[],
  counterparts: { readonly before: readonly Token[]; readonly after: readonly Token[] },
  rarity: Rarity,
): number {
  const sentence = loose.findLastIndex(isSentenceEnd)
  const rest = (sentence < 0 ? loose.findLastIndex(isClauseEnd) : sentence) + 1
  const own = loose.slice(rest)
  const toNext = shared(own, counterparts.after, rarity)
  const toLast = shared(own, counterparts.before, rarity)
  if (toNext === toLast) return rest > 0 ? rest : loose.length
  return toNext > toLast ? rest : loose.length
}

function shared(own: readonly Token[], others: readonly Token[], rarity: Rarity): number {
  const keys = new Set(others.filter((token) => token.kind === "word").map((token) => token.key))
  return own.reduce((sum, token) => (keys.has(token.key) ? sum + rarity(token) : sum), 0)
}
