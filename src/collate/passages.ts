import { align, heaviestRun } from "./align.js"
import { extended, joined } from "./borders.js"
import { type Hit, likenesses } from "./likenesses.js"
import type { Rarity } from "./rarity.js"
import type { TextBlock, Token, Witness } from "./witness.js"

/** Tokens of one block, `from` and `to` counted in the block's tokens; `to` is after the last. */
export interface Stretch {
  readonly block: TextBlock
  readonly from: number
  readonly to: number
}

/** What belongs together in two witnesses; one side is missing where only one has it. */
export interface Pairing {
  readonly a: Stretch | undefined
  readonly b: Stretch | undefined
  /** Whether it stands elsewhere in the order of the whole. */
  readonly isMoved: boolean
}

export const tokensIn = (stretch: Stretch | undefined): readonly Token[] =>
  stretch ? stretch.block.tokens.slice(stretch.from, stretch.to) : []

/** Pairs the blocks of two witnesses, whole or in stretches. Every token of both lies in exactly one pairing. */
export function pairingsOf(a: Witness, b: Witness, rarity: Rarity): readonly Pairing[] {
  const equal = equalBlocks(a, b, rarity)
  const found = [...equal, ...likenesses(a, b, rarity, equal)]
  const hits = extended(a, b, joined([...found, ...byPlace(a, b, found)]), rarity)
  const inA = [...hits].sort((one, other) => one.blockA - other.blockA || one.a0 - other.a0)
  const inB = [...hits].sort((one, other) => one.blockB - other.blockB || one.b0 - other.b0)
  const placeInB = new Map(inB.map((hit, index) => [hit, index]))
  const staying = heaviestRun(
    inA.map((hit) => ({ place: placeInB.get(hit) ?? 0, weight: hit.a1 - hit.a0 + hit.b1 - hit.b0 })),
  )
  const pairings = inA.flatMap((hit, index): Pairing[] => {
    const [blockA, blockB] = [a.blocks[hit.blockA], b.blocks[hit.blockB]]
    if (!blockA || !blockB) return []
    const stretchA = { block: blockA, from: hit.a0, to: hit.a1 }
    const stretchB = { block: blockB, from: hit.b0, to: hit.b1 }
    return [{ a: stretchA, b: stretchB, isMoved: !staying.has(index) }]
  })
  const [touchedA, touchedB] = [
    new Set(hits.map((hit) => hit.blockA)),
    new Set(hits.map((hit) => hit.blockB)),
  ]
  const alone = ({ blocks }: Witness, touched: ReadonlySet<number>) =>
    blocks
      .filter((block) => !touched.has(block.index))
      .map((block): Stretch => ({ block, from: 0, to: block.tokens.length }))
  return inOrder([
    ...pairings,
    ...alone(a, touchedA).map((stretch) => ({ a: stretch, b: undefined, isMoved: false })),
    ...alone(b, touchedB).map((stretch) => ({ a: undefined, b: stretch, isMoved: false })),
  ])
}

/** In the order of `a`; what only `b` has comes after what it follows in `b`. */
export function inOrder<Paired extends Pairing>(pairings: readonly Paired[]): readonly Paired[] {
  const placed = (one: Stretch | undefined, other: Stretch | undefined) =>
    (one?.block.index ?? 0) - (other?.block.index ?? 0) || (one?.from ?? 0) - (other?.from ?? 0)
  const following = new Map<Paired | undefined, Paired[]>()
  let last: Paired | undefined
  for (const each of pairings.filter(({ b }) => b).sort((one, other) => placed(one.b, other.b))) {
    const list = following.get(last) ?? []
    if (each.a) last = each
    else following.set(last, [...list, each])
  }
  const inA = pairings.filter(({ a }) => a).sort((one, other) => placed(one.a, other.a))
  return [
    ...(following.get(undefined) ?? []),
    ...inA.flatMap((each) => [each, ...(following.get(each) ?? [])]),
  ]
}

/** Blocks with the very same words, as far as both witnesses have them in one order; so what is repeated stays in order. */
function equalBlocks(a: Witness, b: Witness, rarity: Rarity): readonly Hit[] {
  const spoken = ({ blocks }: Witness) => blocks.filter((block) => block.tokens.length > 0)
  const keyOf = ({ tokens }: TextBlock) => {
    const own = tokens.filter((token) => token.kind !== "label")
    return (own.length > 0 ? own : tokens).map((token) => token.key).join("\n")
  }
  const [blocksA, blocksB] = [spoken(a), spoken(b)]
  const weight = (index: number) =>
    (blocksA[index]?.tokens ?? []).reduce((sum, token) => sum + rarity(token), 0.01)
  return align(blocksA.map(keyOf), blocksB.map(keyOf), { weight }).flatMap(([indexA, indexB]) =>
    whole(blocksA[indexA], blocksB[indexB]),
  )
}

const whole = (a: TextBlock | undefined, b: TextBlock | undefined): readonly Hit[] =>
  a && b ? [{ blockA: a.index, a0: 0, a1: a.tokens.length, blockB: b.index, b0: 0, b1: b.tokens.length }] : []

/** Kinds of blocks that a letter or a poem has at a certain place, so that the place alone makes them a pair. */
const placed = new Set("salute signed dateline head closer trailer opener byline l cell speaker".split(" "))

/** Blocks that share no words but stand at the same place between neighbours that do. */
function byPlace(a: Witness, b: Witness, hits: readonly Hit[]): readonly Hit[] {
  const [takenA, takenB] = [new Map<number, number>(), new Map<number, number>()]
  for (const { blockA, blockB } of hits) {
    takenA.set(blockA, blockB)
    takenB.set(blockB, blockA)
  }
  const made: Hit[] = []
  for (const block of a.blocks) {
    if (takenA.has(block.index) || !placed.has(block.name) || block.tokens.length === 0) continue
    const before = block.index === 0 ? -1 : takenA.get(block.index - 1)
    const after = block.index === a.blocks.length - 1 ? b.blocks.length : takenA.get(block.index + 1)
    const other = [before === undefined ? -1 : before + 1, after === undefined ? -1 : after - 1]
      .map((index) => b.blocks[index])
      .find((each) => each?.name === block.name && !takenB.has(each.index) && each.tokens.length > 0)
    if (!other) continue
    takenA.set(block.index, other.index)
    takenB.set(other.index, block.index)
    made.push(...whole(block, other))
  }
  return made
}
