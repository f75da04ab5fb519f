import { agreement } from "./agreement.js"
import type { Collation } from "./collation.js"
import { toldDifferences } from "./order.js"
import type { Stretch } from "./passages.js"
import type { Places } from "./report.js"
import { type Token, wordingOf } from "./witness.js"

/** A collation as plain data, for programs; offsets count in the witnesses' TEI. */
export function collationData(
  collation: Collation,
  placesA: Places,
  placesB: Places,
): Readonly<Record<string, unknown>> {
  const wording = (tokens: readonly Token[], places: Places) => {
    const [first] = tokens
    const last = tokens.at(-1)
    if (!first || !last) return null
    return { text: wordingOf(tokens), place: places.at(first.from), from: first.from, to: last.to }
  }
  const stretch = (each: Stretch | undefined, places: Places) => {
    if (!each) return null
    const { block, from, to } = each
    const isWhole = from === 0 && to === block.tokens.length
    const head = { element: block.name, id: block.id ?? null, isWhole }
    return { ...head, ...wording(block.tokens.slice(from, to), places) }
  }
  const { rows, whole } = agreement(collation)
  const shares = ({ wordsInA, wordsInB, agreeing, share }: (typeof rows)[number]) => ({
    wordsInA,
    wordsInB,
    agreeing,
    share,
  })
  return {
    a: { name: collation.a.name, file: placesA.file },
    b: { name: collation.b.name, file: placesB.file },
    passages: collation.passages.map(({ a, b, isMoved, parts }) => ({
      a: stretch(a, placesA),
      b: stretch(b, placesB),
      isMoved,
      differences: toldDifferences(parts).map((part) => ({
        kind: part.kind,
        a: wording(part.a, placesA),
        b: wording(part.b, placesB),
      })),
    })),
    struck: collation.struck.map(({ struckIn, deletion, standsIn }) => {
      const [own, other] = struckIn === "a" ? [placesA, placesB] : [placesB, placesA]
      return { struckIn, struck: wording(deletion.tokens, own), standsIn: stretch(standsIn, other) }
    }),
    agreement: {
      rows: rows.map((row) => ({
        a: row.a?.id ?? null,
        b: row.b?.id ?? null,
        isMoved: row.isMoved,
        ...shares(row),
      })),
      whole: shares(whole),
    },
  }
}
