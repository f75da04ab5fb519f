import type { Code } from "../../diagnostics/catalogue.js"

/** The files of an edition by their paths in its folder. */
export type Files = ReadonlyMap<string, Uint8Array>

/** An edition in which nothing is wrong, in memory. */
export interface ValidEdition {
  readonly name: string
  readonly files: Files
  /** The RELAX NG schema, by its path in the folder, that its TEI files are held to; undefined where it has none. */
  readonly grammar: string | undefined
}

/** What an editor should be told of a fault, fixed by what the fault means and before anything was run. */
export interface Expectation {
  readonly code: Code
  readonly file: string
  /** Where an editor would look to mend it, in the faulted file; counts from 1. */
  readonly line: number
  /** A second line that is as right, for the kinds that the list `allowances` names with their reasons. */
  readonly orLine: number | undefined
}

/** One thing wrong in an edition that was valid. */
export interface Fault {
  readonly kind: string
  readonly edition: ValidEdition
  /** The path of the file in which the fault is. */
  readonly file: string
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly expected: Expectation
}

/** A place where a kind of fault can be made. */
export interface Place {
  readonly file: string
  /** The whole file with the fault in it. */
  readonly after: string | Uint8Array
  /** Where an editor would look, in UTF-16 units of `after`, or in bytes where that is bytes. */
  readonly at: number
  readonly orAt?: number
  /** Where the fault shows in another file than the one that was changed. */
  readonly shownIn?: { readonly file: string; readonly line: number }
}

/** A kind of fault: its name in the table, what should be said of it, and the places where it can be made. */
export interface FaultKind {
  readonly name: string
  readonly code: Code
  readonly places: (edition: ValidEdition) => readonly Place[]
}

const utf8 = new TextEncoder()
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)
export const bytesOf = (text: string): Uint8Array => utf8.encode(text)

/** The number of the line in which an offset lies. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++
  return line
}

/** Chance that comes out the same in every run: numbers from 0 to less than 1, by a seed in words (mulberry32). */
export function seeded(words: string): () => number {
  let state = 0x811c9dc5
  for (const character of words) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** So many faults of a kind, at places picked by chance and spread over the files. */
export function faultsOf(
  kind: FaultKind,
  editions: readonly ValidEdition[],
  count: number,
): readonly Fault[] {
  const chance = seeded(kind.name)
  const byFile = editions.flatMap((edition) => {
    const places = kind.places(edition)
    const files = [...new Set(places.map((place) => place.file))]
    return files.map((file) => ({
      edition,
      places: shuffled(
        places.filter((place) => place.file === file),
        chance,
      ),
    }))
  })
  const decks = shuffled(byFile, chance)
  const picked: Fault[] = []
  for (let round = 0; picked.length < count; round++) {
    const left = decks.filter(({ places }) => round < places.length)
    if (left.length === 0) break
    for (const { edition, places } of left) {
      const place = places[round]
      if (place !== undefined && picked.length < count) picked.push(faultAt(kind, edition, place))
    }
  }
  return picked
}

function faultAt(kind: FaultKind, edition: ValidEdition, place: Place): Fault {
  const { file, after, at, orAt, shownIn } = place
  const line = (offset: number) =>
    typeof after === "string" ? lineOf(after, offset) : lineOf(textOf(after.subarray(0, offset)), offset)
  return {
    kind: kind.name,
    edition,
    file,
    before: edition.files.get(file) ?? bytesOf(""),
    after: typeof after === "string" ? bytesOf(after) : after,
    expected: {
      code: kind.code,
      file: shownIn?.file ?? file,
      line: shownIn?.line ?? line(at),
      orLine: orAt === undefined ? undefined : line(orAt),
    },
  }
}

function shuffled<Item>(items: readonly Item[], chance: () => number): readonly Item[] {
  const left = [...items]
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const [a, b] = [left[last], left[other]]
    if (a !== undefined && b !== undefined) [left[last], left[other]] = [b, a]
  }
  return left
}

/** The files of an edition whose paths match, as texts. */
export function textsOf(edition: ValidEdition, paths: RegExp): readonly { file: string; text: string }[] {
  return [...edition.files]
    .filter(([file]) => paths.test(file))
    .map(([file, bytes]) => ({ file, text: textOf(bytes) }))
}

/** A change of a text: what stands from one offset to another becomes something else. */
export const replaced = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to)

/**
 * Places made by a pattern: each match of it is given to `fault`, which says what it becomes, or nothing. `at` is
 * where an editor would look, counted from the match's beginning; where it is left out, at the beginning.
 */
export function matching(
  paths: RegExp,
  pattern: RegExp,
  fault: (match: RegExpExecArray, text: string) => { readonly put: string; readonly at?: number } | undefined,
): FaultKind["places"] {
  return (edition) =>
    textsOf(edition, paths).flatMap(({ file, text }) =>
      Array.from(text.matchAll(pattern), (match): readonly Place[] => {
        const made = fault(match, text)
        if (made === undefined) return []
        const { index } = match
        return [
          {
            file,
            after: replaced(text, index, index + match[0].length, made.put),
            at: index + (made.at ?? 0),
          },
        ]
      }).flat(),
    )
}
