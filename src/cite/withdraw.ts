import { isWhole, lastSeen, type PublishedPassage, type Withdrawal } from "../model/ledger.js"
import { isFormulaic } from "./field.js"
import { openShingles, type Shingles, shared } from "./likeness.js"

/** A block holds a passage's words if it has so much of them. */
const enough = 0.3
/** “Your Anna” is not “Dear Anna”: so few words must all be there. */
const fewWords = 4
/** So many blocks are named, at most. */
const limit = 3

/**
 * Why passages went, and where their words are: in one block or, where a passage was taken apart, in several.
 * `present` are the passages of this edition, `before` the words that each had in the last one, by id.
 */
export function withdrawalsOf(
  lost: readonly PublishedPassage[],
  present: readonly PublishedPassage[],
  before: ReadonlyMap<string, string>,
  release: string,
): ReadonlyMap<string, Withdrawal> {
  if (lost.length === 0) return new Map()
  const { of: shinglesOf } = openShingles()
  const sought = lost.map((each) => ({ passage: each, shingles: shinglesOf(lastSeen(each).text) }))
  const holders = new Map<number, number[]>()
  for (const { shingles } of sought) for (const shingle of shingles.counts.keys()) holders.set(shingle, [])
  const blocks = present.map((each) => ({
    id: each.id,
    whole: isWhole(each.role),
    text: lastSeen(each).text,
  }))
  blocks.forEach(({ text }, index) => {
    for (const shingle of shinglesOf(text).counts.keys()) holders.get(shingle)?.push(index)
  })
  const withdrawals = sought.map(({ passage, shingles }): readonly [string, Withdrawal] => {
    const whole = isWhole(passage.role)
    const places = heldBy(shingles, holders)
      .flatMap((index) => blocks[index] ?? [])
      .filter((block) => block.whole === whole && block.id !== passage.id)
      .map((block) => ({ ...block, part: shared(shingles, shinglesOf(block.text)) / shingles.size }))
      .filter((block) => block.part >= (shingles.words < fewWords ? 1 : enough))
      .sort((a, b) => b.part - a.part || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
    const reason = reasonOf(shingles, places[0])
    // “Dear Sir” stands in every letter; that says nothing of where this one went.
    const isCommon = reason === "deleted" && isFormulaic(passage)
    return [passage.id, { release, reason, to: isCommon ? [] : places.map((each) => each.id) }]
  })
  return new Map(withdrawals)

  function reasonOf(
    shingles: Shingles,
    place: { readonly id: string; readonly part: number } | undefined,
  ): Withdrawal["reason"] {
    if (!place) return "deleted"
    const earlier = before.get(place.id)
    if (earlier === undefined) return "rewritten"
    // What stood there before has not come there from here; it is a copy, as a draft is of its letter.
    const had = shared(shingles, shinglesOf(earlier)) / shingles.size
    return place.part - had >= enough ? "joined" : "deleted"
  }
}

/** The blocks that share anything, those that share most first; of very many, some. */
function heldBy(shingles: Shingles, holders: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const sums = new Map<number, number>()
  for (const shingle of shingles.counts.keys()) {
    const places = holders.get(shingle) ?? []
    if (places.length <= 256) for (const index of places) sums.set(index, (sums.get(index) ?? 0) + 1)
  }
  return [...sums]
    .sort(([one, x], [other, y]) => y - x || one - other)
    .slice(0, 16)
    .map(([index]) => index)
}
