/** A stretch of letters and figures, or one sign of a script that is written without blanks. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/**
 * The words of a text, without what a later edition is likely to have otherwise: capitals, accents, signs,
 * long s. Where there is not one word, all that is no blank.
 */
export function wordsOf(text: string): readonly string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
  const words = folded.match(word) ?? folded.replace(/\s+/gu, " ").trim()
  return typeof words === "string" ? (words === "" ? [] : [words]) : words
}

/** How often each shingle stands in a text, and how many there are in all. */
export interface Shingles {
  readonly counts: ReadonlyMap<number, number>
  readonly size: number
  /** How many words the text has. */
  readonly words: number
  /** How often each single word stands in it; made when it is asked for. */
  readonly ofWords: () => ReadonlyMap<number, number>
}

/** Gives each shingle a number, the same for all texts that are compared. */
export interface ShingleNumbers {
  readonly of: (text: string) => Shingles
}

/**
 * Every two neighbouring words are a shingle, and so is the first word and the last: unlike single words, two
 * texts that have nothing to do with each other share next to none of them.
 */
export function openShingles(): ShingleNumbers {
  const numbers = new Map<string, number>()
  const known = new Map<string, Shingles>()
  const numberOf = (word: string) => {
    const found = numbers.get(word)
    if (found !== undefined) return found
    numbers.set(word, numbers.size + 1)
    return numbers.size
  }
  const make = (text: string): Shingles => {
    const words = wordsOf(text)
    const counts = new Map<number, number>()
    let last = 0
    for (let at = 0; at <= words.length && words.length > 0; at++) {
      const word = words[at]
      const next = word === undefined ? 0 : numberOf(word)
      // Two words as one number of 31 bits, both spread over all of them: neighbouring numbers must not fall together.
      const shingle = (Math.imul(last, 0x9e3779b1) + Math.imul(next, 0x85ebca6b)) >>> 1
      counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
      last = next
    }
    let single: ReadonlyMap<number, number> | undefined
    const ofWords = () => {
      single ??= counted(words.map(numberOf))
      return single
    }
    return { counts, size: words.length === 0 ? 0 : words.length + 1, words: words.length, ofWords }
  }
  return {
    of: (text) => {
      const found = known.get(text)
      if (found) return found
      const made = make(text)
      known.set(text, made)
      return made
    },
  }
}

function counted(all: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** How many shingles two texts share. */
export const shared = (a: Shingles, b: Shingles): number => inBoth(a.counts, b.counts)

function inBoth(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [each, count] of few) sum += Math.min(count, many.get(each) ?? 0)
  return sum
}

/**
 * How alike two texts are by their single words, from 0 to 1: of two pieces of a passage, in one of which every third
 * word was corrected, this says which has more of it.
 */
export function likenessOfWords(a: Shingles, b: Shingles): number {
  return a.words + b.words === 0 ? 0 : (2 * inBoth(a.ofWords(), b.ofWords())) / (a.words + b.words)
}

/** How alike two texts are: the part of all their shingles that they share, from 0 to 1. */
export function likeness(a: Shingles, b: Shingles): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size)
}

/** How much of a text stands in another, from 0 to 1. */
export function containment(part: Shingles, whole: Shingles): number {
  return part.size === 0 ? 0 : shared(part, whole) / part.size
}

/** Under this likeness a passage is another passage. */
export const likenessFloor = 0.3

/** How alike two short texts are, letter by letter: for a corrected name or figure, which as a word is another. */
export function likenessOfLetters(a: string, b: string): number {
  const pairsOf = (text: string) => {
    const letters = [...` ${wordsOf(text).join(" ")} `]
    const counts = new Map<string, number>()
    for (let at = 1; at < letters.length; at++) {
      const pair = `${letters[at - 1]}${letters[at]}`
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    return { counts, size: letters.length - 1 }
  }
  const [one, other] = [pairsOf(a), pairsOf(b)]
  let sum = 0
  for (const [pair, count] of one.counts) sum += Math.min(count, other.counts.get(pair) ?? 0)
  return (2 * sum) / Math.max(1, one.size + other.size)
}

/** So many words are compared letter by letter, at most. */
const fewWords = 6
const lettersFloor = 0.5

/** Whether a short text is another one corrected. */
export function canStandByLetters(published: string, block: string): boolean {
  if (published === block) return true
  const few = [published, block].every((each) => wordsOf(each).length <= fewWords)
  return few && likenessOfLetters(published, block) >= lettersFloor
}

/**
 * Whether a block can stand for what was published under an id: it is like it, or holds half of it at least. What is
 * asked of the words as they were first published, so that an id does not wander by many small changes.
 */
export function canStand(published: string, block: string, shinglesOf: (text: string) => Shingles): boolean {
  const [one, other] = [shinglesOf(published), shinglesOf(block)]
  return (
    likeness(one, other) >= likenessFloor ||
    containment(one, other) >= 0.5 ||
    canStandByLetters(published, block)
  )
}
