import {
  asRead,
  asWritten,
  type Passage,
  type PassageField,
  type Piece,
  passageFields,
  sequencesOf,
} from "./passage.js"
import type { Clause } from "./query.js"

/** A word or phrase that was sought, found in a passage. */
export interface Hit {
  readonly field: PassageField
  readonly clause: number
  readonly pieces: readonly Piece[]
}

/** Where a passage has what the clauses ask for, in the fields that are searched. */
export function hitsIn(
  passage: Passage,
  clauses: readonly Clause[],
  searched: ReadonlySet<string>,
): readonly Hit[] {
  const hits: Hit[] = []
  for (const field of passageFields) {
    const asking = clauses.map(
      ({ field: own, isExcluded }) =>
        !isExcluded && (own === undefined ? searched.has(field) : own === field),
    )
    if (!asking.includes(true)) continue
    for (const words of sequencesOf(passage, field))
      words.forEach((_, start) => {
        clauses.forEach((clause, index) => {
          if (!asking[index]) return
          const found = words.slice(start, start + clause.terms.length)
          if (found.length < clause.terms.length || !found.some(({ counts }) => counts)) return
          if (found.every(({ terms }, at) => matches(terms, clause, at)))
            hits.push({ field, clause: index, pieces: found.flatMap(({ pieces }) => pieces) })
        })
      })
  }
  return hits
}

/** Whether a word goes under the term of a clause at this place. */
export function matches(terms: readonly string[], { terms: asked, isOpen }: Clause, at: number): boolean {
  const term = asked[at]
  if (term === undefined) return false
  return isOpen && at === asked.length - 1
    ? terms.some((each) => each.startsWith(term))
    : terms.includes(term)
}

/** Words shown round a hit; `ways` as in a stretch. */
export interface ContextPart {
  readonly text: string
  readonly ways: number
  readonly isHit: boolean
}

/** A passage round its first hit, with more hits if they are near. */
export interface Context {
  readonly parts: readonly ContextPart[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

const before = 80
const after = 200

/** What is shown of a passage: some words before its first hit, and some after it. */
export function contextOf({ stretches }: Passage, hits: readonly Hit[]): Context {
  const hidden = hits.some(({ field }) => field === "written") ? asRead : asWritten
  const parts: ContextPart[] = stretches.flatMap(({ text, ways }, index) =>
    ways & hidden
      ? []
      : cutAtHits(
          text,
          ways,
          hits.flatMap(({ pieces }) => pieces).filter((each) => each.stretch === index),
        ),
  )
  const lengthBefore = lengthOf(
    parts.slice(
      0,
      Math.max(
        0,
        parts.findIndex(({ isHit }) => isHit),
      ),
    ),
  )
  const total = lengthOf(parts)
  const whole = parts.map(({ text }) => text).join("")
  // Cut between words; a few more characters are shown rather than a stump.
  const wanted = Math.max(0, lengthBefore - before)
  const from = wanted < 20 ? 0 : whole.lastIndexOf(" ", wanted) + 1
  const blank = whole.indexOf(" ", lengthBefore + after)
  const to = blank < 0 || total - blank < 20 ? total : blank
  return { parts: between(parts, from, to), isCutBefore: from > 0, isCutAfter: to < total }
}

const lengthOf = (parts: readonly ContextPart[]) => parts.reduce((sum, { text }) => sum + text.length, 0)

function cutAtHits(text: string, ways: number, pieces: readonly Piece[]): readonly ContextPart[] {
  const parts: ContextPart[] = []
  let at = 0
  for (const { from, to } of [...pieces].sort((one, other) => one.from - other.from || other.to - one.to)) {
    if (to <= at) continue
    const start = Math.max(from, at)
    if (start > at) parts.push({ text: text.slice(at, start), ways, isHit: false })
    parts.push({ text: text.slice(start, to), ways, isHit: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), ways, isHit: false })
  return parts
}

function between(parts: readonly ContextPart[], from: number, to: number): readonly ContextPart[] {
  let at = 0
  return parts.flatMap((part) => {
    const start = at
    at += part.text.length
    const text = part.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === "" ? [] : [{ ...part, text }]
  })
}
