import { diffArrays } from "diff"
import { readTree } from "../xml/read-tree.js"
import { headerIn, passagesIn, type ReleasedPassage } from "./passages.js"
import { type WordChange, wordChanges } from "./word-changes.js"

/** A document as it was or is released. */
export interface ReleasedDocument {
  readonly name: string
  readonly tei: string
}

/** What became of a passage between two releases. */
export type PassageChange =
  | {
      readonly kind: "reworded"
      readonly id: string
      readonly beginning: string
      readonly changes: readonly WordChange[]
    }
  | {
      readonly kind: "marked"
      readonly id: string
      readonly beginning: string
      readonly gone: readonly string[]
      readonly come: readonly string[]
    }
  | { readonly kind: "new" | "gone" | "moved"; readonly id: string; readonly beginning: string }

/** What a description said and says; the way to it in the header is `field`. */
export interface HeaderChange {
  readonly field: string
  readonly was: string
  readonly now: string
}

/** What became of a document. One that cannot be read is told as changed in all. */
export interface DocumentChange {
  readonly name: string
  readonly kind: "new" | "gone" | "changed"
  readonly header: readonly HeaderChange[]
  readonly passages: readonly PassageChange[]
}

/**
 * What changed between two releases, document by document, those that stayed as they were left out. Every character
 * of the texts is compared, and all that the headers say but number and day of the release.
 */
export function changesBetween(
  before: readonly ReleasedDocument[],
  after: readonly ReleasedDocument[],
): readonly DocumentChange[] {
  const old = new Map(before.map(({ name, tei }) => [name, tei]))
  const names = new Set(after.map(({ name }) => name))
  const nothing = { header: [], passages: [] }
  return [
    ...after.flatMap(({ name, tei }): readonly DocumentChange[] => {
      const was = old.get(name)
      if (was === undefined) return [{ name, kind: "new", ...nothing }]
      if (was === tei) return []
      const change = { name, kind: "changed", ...compared(was, tei) } as const
      return change.header.length + change.passages.length > 0 ? [change] : []
    }),
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({ name, kind: "gone", ...nothing }) as const),
  ]
}

function compared(was: string, now: string): Pick<DocumentChange, "header" | "passages"> {
  const [a, b] = [readTree(was), readTree(now)]
  if (!a || !b) return { header: [{ field: "", was: "", now: "" }], passages: [] }
  return {
    header: headerChanges(headerIn(a), headerIn(b)),
    passages: passageChanges(passagesIn(a), passagesIn(b)),
  }
}

function headerChanges(
  was: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly HeaderChange[] {
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((field) => {
    const [one, other] = [was.get(field) ?? "", now.get(field) ?? ""]
    return one === other ? [] : [{ field, was: one, now: other }]
  })
}

function passageChanges(
  was: readonly ReleasedPassage[],
  now: readonly ReleasedPassage[],
): readonly PassageChange[] {
  const [old, fresh] = [keyed(was), keyed(now)]
  const moved = movedIn([...old.keys()], [...fresh.keys()])
  const changes: PassageChange[] = []
  for (const [key, passage] of fresh) {
    const { id } = passage
    const before = old.get(key)
    const beginning = beginningOf(passage.words)
    if (before === undefined) {
      changes.push({ kind: "new", id, beginning })
      continue
    }
    if (moved.has(key)) changes.push({ kind: "moved", id, beginning })
    if (before.words !== passage.words)
      changes.push({
        kind: "reworded",
        id,
        beginning: beginningOf(before.words),
        changes: wordChanges(before.words, passage.words),
      })
    else if (before.encoding !== passage.encoding)
      changes.push({ kind: "marked", id, beginning, ...differing(before.elements, passage.elements) })
  }
  for (const [key, { id, words }] of old)
    if (!fresh.has(key)) changes.push({ kind: "gone", id, beginning: beginningOf(words) })
  return changes
}

/** By id; what has none, by its number among those. */
function keyed(passages: readonly ReleasedPassage[]): ReadonlyMap<string, ReleasedPassage> {
  let number = 0
  return new Map(passages.map((each) => [each.id === "" ? `#${number++}` : each.id, each]))
}

/** The passages that no longer stand in the order of the others. */
function movedIn(was: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const [old, fresh] = [new Set(was), new Set(now)]
  const parts = diffArrays(
    was.filter((id) => fresh.has(id)),
    now.filter((id) => old.has(id)),
  )
  return new Set(parts.filter(({ added }) => added).flatMap(({ value }) => value))
}

function differing(was: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>) {
  const more = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...one].filter(([name, count]) => count > (other.get(name) ?? 0)).map(([name]) => name)
  return { gone: more(was, now), come: more(now, was) }
}

const beginningOf = (words: string) => {
  const first = words.split(" ").slice(0, 6).join(" ")
  return first.length < words.length ? `${first} …` : first
}
