import type { Passage } from "./collation.js"
import type { Stretch } from "./passages.js"
import type { Deletion, TextBlock, Token } from "./witness.js"

/** Words that one witness strikes out and the other has, where it differs from what the first means. */
export interface StruckElsewhere {
  readonly struckIn: "a" | "b"
  readonly block: TextBlock
  readonly deletion: Deletion
  /** Where the other has them. */
  readonly standsIn: Stretch
}

/** Finds for each deletion of a witness whether the other has its words. */
export function struckElsewhere(passages: readonly Passage[]): readonly StruckElsewhere[] {
  return (["a", "b"] as const).flatMap((side) => {
    const other = side === "a" ? "b" : "a"
    const blocks = [...new Set(passages.flatMap((passage) => passage[side]?.block ?? []))].sort(
      (x, y) => x.index - y.index,
    )
    const deletions = blocks.flatMap((block) => block.deletions.map((deletion) => ({ block, deletion })))
    if (deletions.length === 0) return []
    const places = placesOf(passages, other)
    return deletions.flatMap(({ block, deletion }) => {
      const standsIn = find(deletion.tokens, places)
      return standsIn ? [{ struckIn: side, block, deletion, standsIn }] : []
    })
  })
}

/** A word of a witness where it differs from the other. */
interface Place {
  readonly stretch: Stretch
  readonly tokens: readonly Token[]
  readonly at: number
}

function placesOf(passages: readonly Passage[], side: "a" | "b"): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const passage of passages) {
    const stretch = passage[side]
    if (!stretch) continue
    let from = stretch.from
    for (const part of passage.parts) {
      const tokens = part[side]
      if (part.kind === "words" || part.kind === "absent") {
        const words = tokens.flatMap((token, index) => (token.kind === "word" ? [{ token, index }] : []))
        const own = words.map((each) => each.token)
        words.forEach(({ token, index }, at) => {
          const list = places.get(token.key) ?? []
          const place = { block: stretch.block, from: from + index, to: from + tokens.length }
          list.push({ stretch: place, tokens: own, at })
          places.set(token.key, list)
        })
      }
      from += tokens.length
    }
  }
  return places
}

function find(struck: readonly Token[], places: ReadonlyMap<string, readonly Place[]>): Stretch | undefined {
  const words = struck.filter((token) => token.kind === "word")
  const [first] = words
  if (!first) return undefined
  const found = (places.get(first.key) ?? []).find(({ tokens, at }) =>
    words.every((word, index) => tokens[at + index]?.key === word.key),
  )
  if (!found) return undefined
  const last = found.tokens[found.at + words.length - 1]
  const { block, from } = found.stretch
  const to = last ? block.tokens.indexOf(last) + 1 : from
  return { block, from, to }
}
