import { lettersApart } from "../model/nearest.js"
import { align, type Match } from "./align.js"
import { isSentenceEnd } from "./borders.js"
import { inAnotherOrder } from "./order.js"
import type { Rarity } from "./rarity.js"
import { countWords, type Token } from "./witness.js"

/**
 * How two witnesses differ at a place: in words; in spelling or form (nearly the same word); in capitals; in
 * punctuation; in the printed number of a point; in the order of the words; or one has nothing there. Where a gap stands for words,
 * nothing can be said.
 */
export type DifferenceKind =
  | "words"
  | "spelling"
  | "capitals"
  | "punctuation"
  | "numbering"
  | "order"
  | "absent"
  | "gap"

/** A run of tokens in which both witnesses agree, or differ in one way. A side may be empty. */
export interface Part {
  readonly kind: "agreement" | DifferenceKind
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  /** The same for the two parts of what stands in another order, each of which has one side only. */
  readonly pair?: number
}

/** Compares two stretches; the parts together hold every token of both, in order. */
export function compareTokens(a: readonly Token[], b: readonly Token[], rarity: Rarity): readonly Part[] {
  const parts: Part[] = []
  const say = (kind: Part["kind"], one: readonly Token[], other: readonly Token[]) => {
    const last = parts.at(-1)
    if (last?.kind === "agreement" && kind === "agreement")
      parts[parts.length - 1] = { kind, a: [...last.a, ...one], b: [...last.b, ...other] }
    else parts.push({ kind, a: one, b: other })
  }
  let [atA, atB] = [numbers(a), numbers(b)]
  if (atA + atB > 0) {
    const [one, other] = [a.slice(0, atA), b.slice(0, atB)]
    say(textOf(one) === textOf(other) ? "agreement" : "numbering", one, other)
  }
  const apart = (toA: number, toB: number) => {
    const isWithin = parts.length > 0 && !isSentenceEnd(a[atA - 1]) && a[atA - 1]?.kind !== "label"
    for (const part of apartIn(a.slice(atA, toA), b.slice(atB, toB), isWithin)) parts.push(part)
  }
  for (const run of runsOf(matchesOf(a, b, atA, atB, rarity), a, b, rarity)) {
    const [first] = run
    if (!first) continue
    apart(first[0], first[1])
    const agreed: [Token[], Token[]] = [[], []]
    const flush = () => {
      if (agreed[0].length > 0) say("agreement", agreed[0].splice(0), agreed[1].splice(0))
    }
    for (const [indexA, indexB] of run) {
      const [one, other] = [a[indexA], b[indexB]]
      if (!one || !other) continue
      const kind = kindOfMatch(one, other)
      if (kind !== "agreement") flush()
      if (kind === "agreement") {
        agreed[0].push(one)
        agreed[1].push(other)
      } else say(kind, [one], [other])
      atA = indexA + 1
      atB = indexB + 1
    }
    flush()
  }
  apart(a.length, b.length)
  return inAnotherOrder(parts, rarity)
}

const textOf = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(" ")
const numbers = (tokens: readonly Token[]) => (tokens[0]?.kind === "label" ? 1 : 0)

function matchesOf(
  a: readonly Token[],
  b: readonly Token[],
  fromA: number,
  fromB: number,
  rarity: Rarity,
): readonly Match[] {
  const known = new Map<string, boolean>()
  const isNear = (one: string, other: string) => {
    if (Math.abs(one.length - other.length) > 3 || Math.min(one.length, other.length) < 4) return false
    const pair = `${one}\n${other}`
    const before = known.get(pair)
    if (before !== undefined) return before
    const near = areNear(one, other)
    known.set(pair, near)
    return near
  }
  const [ownA, ownB] = [a.slice(fromA), b.slice(fromB)]
  const weight = (index: number) => {
    const token = ownA[index]
    return token ? rarity(token) : 0
  }
  const keys = (tokens: readonly Token[]) => tokens.map((token) => token.key)
  return align(keys(ownA), keys(ownB), { weight, isNear }).map(([i, j]) => [i + fromA, j + fromB] as const)
}

/**
 * Runs of matches without anything between. A run that says little amid much that differs is a chance (“of”
 * between two rewritten phrases) and is left to the difference, as an editor would quote it.
 */
function runsOf(
  matches: readonly Match[],
  a: readonly Token[],
  b: readonly Token[],
  rarity: Rarity,
): readonly (readonly Match[])[] {
  const runs: Match[][] = []
  for (const match of matches) {
    const last = runs.at(-1)?.at(-1)
    if (last && last[0] + 1 === match[0] && last[1] + 1 === match[1]) runs.at(-1)?.push(match)
    else runs.push([match])
  }
  /** The words of the longer side between two matches. */
  const between = (from: Match, to: Match) =>
    Math.max(countWords(a.slice(from[0] + 1, to[0])), countWords(b.slice(from[1] + 1, to[1])))
  const kept: Match[][] = []
  runs.forEach((run, index) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return
    const before: Match = kept.at(-1)?.at(-1) ?? [-1, -1]
    const after: Match = runs[index + 1]?.[0] ?? [a.length, b.length]
    const weight = run.reduce((sum, [at]) => sum + (a[at] ? rarity(a[at]) : 0), 0)
    const left = Math.min(
      countWords(a.slice(before[0] + 1, first[0])),
      countWords(b.slice(before[1] + 1, first[1])),
    )
    const right = Math.min(
      countWords(a.slice(last[0] + 1, after[0])),
      countWords(b.slice(last[1] + 1, after[1])),
    )
    const words = run.filter(([at]) => a[at]?.kind === "word").length
    const isChance = weight < 0.8 && words <= 2 && Math.min(left, right) >= 2 * Math.max(1, words)
    // Words that are only nearly the same must stand in a text that is the same.
    const isNear = run.every(([one, other]) => a[one]?.key !== b[other]?.key)
    if (isChance || (isNear && between(before, first) + between(last, after) > 3)) return
    kept.push(run)
  })
  return kept
}

function kindOfMatch(a: Token, b: Token): Part["kind"] {
  const [one, other] = [a.text.normalize("NFC"), b.text.normalize("NFC")]
  if (one === other) return "agreement"
  if (a.kind !== "word") return "punctuation"
  const plain = (text: string) => text.replace(/[’ʼ]/g, "'").replace(/\u00ad/g, "")
  if (plain(one) === plain(other))
    return one.includes("\u00ad") || other.includes("\u00ad") ? "agreement" : "punctuation"
  return plain(one).toLowerCase() === plain(other).toLowerCase() ? "capitals" : "spelling"
}

/**
 * What differs between two agreements. Where one side goes on past the end of its sentence and the other
 * doesn't, only the sentence in which both are is set against the other's; the rest is the first one's alone.
 * The stops with which a side ends are punctuation.
 */
function apartIn(a: readonly Token[], b: readonly Token[], isWithin: boolean): readonly Part[] {
  if (a.length + b.length === 0) return []
  const whole: Part = { kind: differenceOf(a, b), a, b }
  if (whole.kind !== "words") return [whole]
  const [endA, endB] = [a.findIndex(isSentenceEnd), b.findIndex(isSentenceEnd)]
  const goesOn = (tokens: readonly Token[], end: number) => end > 0 && countWords(tokens.slice(end)) > 0
  if (isWithin && ((endA < 0 && goesOn(b, endB)) || (endB < 0 && goesOn(a, endA))))
    return splitAt(a, b, endA < 0 ? a.length : endA, endB < 0 ? b.length : endB)
  const [lastA, lastB] = [a, b].map((side) => side.findLastIndex((token) => !isStop(token)) + 1)
  if (lastA === undefined || lastB === undefined || (lastA === a.length && lastB === b.length)) return [whole]
  return splitAt(a, b, lastA, lastB)
}

const isStop = (token: Token) => token.kind === "sign" && /^[.,;:!?…·;。，；：、！？।]+$/u.test(token.text)

const splitAt = (a: readonly Token[], b: readonly Token[], atA: number, atB: number): readonly Part[] =>
  [[a.slice(0, atA), b.slice(0, atB)] as const, [a.slice(atA), b.slice(atB)] as const].map(
    ([one, other]) => ({ kind: differenceOf(one, other), a: one, b: other }),
  )

function differenceOf(a: readonly Token[], b: readonly Token[]): DifferenceKind {
  const isOnly = (tokens: readonly Token[], kind: Token["kind"]) =>
    tokens.every((token) => token.kind === kind)
  if (isOnly(a, "sign") && isOnly(b, "sign")) return "punctuation"
  if ([a, b].some((side) => side.some((token) => token.kind === "gap"))) return "gap"
  if (isOnly(a, "label") && isOnly(b, "label")) return "numbering"
  return countWords(a) === 0 || countWords(b) === 0 ? "absent" : "words"
}

/** Whether two words are one word spelled or inflected otherwise: no more than a fifth of the letters, and one at least, apart. */
function areNear(a: string, b: string): boolean {
  if (/\p{N}/u.test(a + b)) return false
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 5))
  return lettersApart(a, b, limit + 1) <= limit
}
