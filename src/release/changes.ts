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
  | {
      /** It stood in another document, or stands in another one now. */
      readonly kind: "come" | "left"
      readonly id: string
      readonly beginning: string
      readonly document: string
    }

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
  /** What it was called, where it is the same text under another name. */
  readonly from?: string
  readonly header: readonly HeaderChange[]
  readonly passages: readonly PassageChange[]
}

/**
 * What changed between two releases, document by document, those that stayed as they were left out. Every character
 * of the texts is compared, and all that the headers say but number and day of the release. A document of which most
 * passages are in a new one is that one, and a passage that went into another document is told in both.
 */
export function changesBetween(
  before: readonly ReleasedDocument[],
  after: readonly ReleasedDocument[],
): readonly DocumentChange[] {
  const [then, now] = [textsOf(before, after), textsOf(after, before)]
  const [homesThen, homesNow] = [homesOf(then), homesOf(now)]
  const earlier = new Map(before.map(({ name }) => [name, name]))
  const names = new Set(after.map(({ name }) => name))
  const renamed = renamedAmong(then, now, names, homesThen)
  const nothing = { header: [], passages: [] }
  return [
    ...after.flatMap(({ name }): readonly DocumentChange[] => {
      const from = earlier.get(name) ?? renamed.get(name)
      if (from === undefined) return [{ name, kind: "new", ...nothing }]
      if (!now.has(name)) return []
      const elsewhere: Elsewhere = {
        cameFrom: (id) => otherThan(from, homesThen.get(id)),
        wentTo: (id) => otherThan(name, homesNow.get(id)),
        wasOf: (id) => then.get(homesThen.get(id) ?? "")?.passages.get(id),
      }
      const told = { name, kind: "changed", ...compared(then.get(from), now.get(name), elsewhere) } as const
      const change = from === name ? told : { ...told, from }
      return change.header.length + change.passages.length > 0 || from !== name ? [change] : []
    }),
    ...before
      .filter(({ name }) => !names.has(name) && ![...renamed.values()].includes(name))
      .map(({ name }) => ({ name, kind: "gone", ...nothing }) as const),
  ]
}

/** A document that is not the same in the other release. */
interface Text {
  readonly header: ReadonlyMap<string, string>
  readonly passages: ReadonlyMap<string, ReleasedPassage>
}

/** Where passages are that are not in both versions of a document. */
interface Elsewhere {
  readonly cameFrom: (id: string) => string | undefined
  readonly wentTo: (id: string) => string | undefined
  readonly wasOf: (id: string) => ReleasedPassage | undefined
}

const otherThan = (name: string, home: string | undefined) => (home === name ? undefined : home)

/** Nothing for what is no XML. */
function textsOf(
  documents: readonly ReleasedDocument[],
  others: readonly ReleasedDocument[],
): ReadonlyMap<string, Text | undefined> {
  const same = new Map(others.map(({ name, tei }) => [name, tei]))
  return new Map(
    documents
      .filter(({ name, tei }) => same.get(name) !== tei)
      .map(({ name, tei }) => {
        const root = readTree(tei)
        return [name, root && { header: headerIn(root), passages: keyed(passagesIn(root)) }]
      }),
  )
}

/** The document of each id that one document alone has. */
function homesOf(texts: ReadonlyMap<string, Text | undefined>): ReadonlyMap<string, string> {
  const homes = new Map<string, string>()
  const shared = new Set<string>()
  for (const [name, text] of texts)
    for (const id of text?.passages.keys() ?? []) {
      if (homes.has(id) || id.startsWith("#")) shared.add(id)
      homes.set(id, name)
    }
  for (const id of shared) homes.delete(id)
  return homes
}

/** New documents that have most passages of one that is no more, by the new name. */
function renamedAmong(
  then: ReadonlyMap<string, Text | undefined>,
  now: ReadonlyMap<string, Text | undefined>,
  names: ReadonlySet<string>,
  homesThen: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const taken = new Set<string>()
  for (const [name, text] of now) {
    if (then.has(name)) continue
    const counts = new Map<string, number>()
    for (const id of text?.passages.keys() ?? []) {
      const home = homesThen.get(id)
      if (home !== undefined && !names.has(home) && !taken.has(home))
        counts.set(home, (counts.get(home) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    const whole = [...(then.get(most?.[0] ?? "")?.passages.keys() ?? [])].filter((id) => homesThen.has(id))
    if (!most || 2 * most[1] < whole.length) continue
    found.set(name, most[0])
    taken.add(most[0])
  }
  return found
}

function compared(
  was: Text | undefined,
  now: Text | undefined,
  elsewhere: Elsewhere,
): Pick<DocumentChange, "header" | "passages"> {
  if (!was || !now) return { header: [{ field: "", was: "", now: "" }], passages: [] }
  return {
    header: headerChanges(was.header, now.header),
    passages: passageChanges(was.passages, now.passages, elsewhere),
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
  old: ReadonlyMap<string, ReleasedPassage>,
  fresh: ReadonlyMap<string, ReleasedPassage>,
  { cameFrom, wentTo, wasOf }: Elsewhere,
): readonly PassageChange[] {
  const moved = movedIn([...old.keys()], [...fresh.keys()])
  const changes: PassageChange[] = []
  for (const [key, passage] of fresh) {
    const { id } = passage
    const from = old.has(key) ? undefined : cameFrom(key)
    const before = old.get(key) ?? (from === undefined ? undefined : wasOf(key))
    const beginning = beginningOf(passage.words)
    if (before === undefined) {
      if (!isFrame(passage)) changes.push({ kind: "new", id, beginning })
      continue
    }
    if (from !== undefined) changes.push({ kind: "come", id, beginning, document: from })
    else if (moved.has(key)) changes.push({ kind: "moved", id, beginning })
    if (before.words !== passage.words)
      changes.push({
        kind: "reworded",
        id,
        beginning: beginningOf(before.words),
        changes: wordChanges(before.words, passage.words),
      })
    else if (ownEncoding(before) !== ownEncoding(passage))
      changes.push({ kind: "marked", id, beginning, ...differing(before.elements, passage.elements) })
  }
  for (const [key, passage] of old) {
    if (fresh.has(key) || isFrame(passage)) continue
    const { id } = passage
    const [beginning, document] = [beginningOf(passage.words), wentTo(key)]
    changes.push(
      document === undefined ? { kind: "gone", id, beginning } : { kind: "left", id, beginning, document },
    )
  }
  return changes
}

/** The place of a passage within another: what stands there is told of itself. */
const places = /<[\w.:-]+\/>/g
const ownEncoding = ({ encoding }: ReleasedPassage) => encoding.replace(places, "")
/** What has no words of its own and only holds passages, as a division does. */
const isFrame = ({ words, encoding }: ReleasedPassage) => words === "" && encoding.search(places) >= 0

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
