import { compareTokens, type DifferenceKind, type Part } from "./compare.js"
import { toldDifferences } from "./order.js"
import { inOrder, type Pairing, pairingsOf, tokensIn } from "./passages.js"
import { rarityIn } from "./rarity.js"
import { type StruckElsewhere, struckElsewhere } from "./struck.js"
import type { Token, Witness } from "./witness.js"

/**
 * A passage that both witnesses have, in one block of each, or that only one has. A block that is parted in
 * the other witness lies in several passages.
 */
export interface Passage extends Pairing {
  /** Its tokens, every one in exactly one part, in order. */
  readonly parts: readonly Part[]
}

/** How two witnesses agree and differ. Neither is the measure of the other. */
export interface Collation {
  readonly a: Witness
  readonly b: Witness
  /** In the order of `a`; what only `b` has comes after what it follows in `b`. */
  readonly passages: readonly Passage[]
  readonly struck: readonly StruckElsewhere[]
}

/** One difference, with the passage in which it lies. TEI: `<app>`. */
export interface Difference {
  readonly kind: DifferenceKind | "moved"
  readonly passage: Passage
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  /** The index in its block of the first token of each side, or of the token before which that side has nothing. */
  readonly atA: number
  readonly atB: number
}

/**
 * Collates two witnesses by the text that each finally means. What a witness strikes out or adds is its own
 * affair and no difference; `struck` tells where the other has what one strikes out.
 */
export function collate(a: Witness, b: Witness): Collation {
  // Where two ways are equally good the first is taken; so that it is the same whichever comes first, the texts decide.
  if (wordsOf(a) > wordsOf(b)) return mirrored(collated(b, a))
  return collated(a, b)
}

const wordsOf = ({ blocks }: Witness) =>
  blocks.map(({ tokens }) => tokens.map((token) => token.text).join(" ")).join("\n")

function collated(a: Witness, b: Witness): Collation {
  const rarity = rarityIn(a, b)
  const passages = pairingsOf(a, b, rarity).map(
    (pairing): Passage => ({
      ...pairing,
      parts: compareTokens(tokensIn(pairing.a), tokensIn(pairing.b), rarity),
    }),
  )
  return { a, b, passages, struck: struckElsewhere(passages) }
}

function mirrored({ a, b, passages, struck }: Collation): Collation {
  const turned = passages.map(
    (passage): Passage => ({
      a: passage.b,
      b: passage.a,
      isMoved: passage.isMoved,
      parts: passage.parts.map((part) => ({ ...part, a: part.b, b: part.a })),
    }),
  )
  return {
    a: b,
    b: a,
    passages: inOrder(turned),
    struck: struck
      .map((each) => ({ ...each, struckIn: each.struckIn === "a" ? ("b" as const) : ("a" as const) }))
      .sort((one, other) => (one.struckIn < other.struckIn ? -1 : one.struckIn > other.struckIn ? 1 : 0)),
  }
}

/** The differences, passage by passage; a passage that is moved is one, whatever differs in it. */
export function differencesOf({ passages }: Collation): readonly Difference[] {
  return passages.flatMap((passage) => {
    const [atA, atB] = [passage.a?.from ?? 0, passage.b?.from ?? 0]
    const found: Difference[] = passage.isMoved
      ? [{ kind: "moved", passage, a: tokensIn(passage.a), b: tokensIn(passage.b), atA, atB }]
      : []
    for (const { kind, a, b, ...at } of toldDifferences(passage.parts))
      if (kind !== "agreement") found.push({ kind, passage, a, b, atA: atA + at.atA, atB: atB + at.atB })
    return found
  })
}
