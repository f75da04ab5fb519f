import type { NamedPlace, NameLost, PublishedName } from "../model/ledger.js"
import { canStand, likeness, openShingles } from "./likeness.js"
import { nameKey, wordsNow } from "./names.js"

/** An id that was published for one thing and stands for another. */
export interface TakenName {
  readonly published: PublishedName
  readonly place: NamedPlace
  /** What has those words now, if anything does. */
  readonly heir: NamedPlace | undefined
}

/** Their words are told of somebody or something, and whoever learns more tells it otherwise: “a typist”, “Evelyn Lincoln”. */
export const describedRoles: ReadonlySet<string> = new Set([
  "handNote",
  "change",
  "witness",
  "person",
  "place",
  "org",
])

/** The named ids of a ledger with those of an edition. */
export interface KeptNames {
  readonly named: readonly PublishedName[]
  /** In the order of the places. */
  readonly taken: readonly TakenName[]
}

/** In documents with more names only the very same words are looked for. */
const manyNames = 500

/** So like must be what has no id of the same name, to be called the same thing under another. */
const alike = 0.6

/**
 * Looks for each published name in the edition. Names are nobody's to give but the editor's: where one stands for what
 * it was published for, that is written down; where it stands for something else, the ledger stays as it is and it is
 * told; where it is no more it has gone, with the place that has its words. `places` in the order of their documents.
 */
export function keepNames(
  known: readonly PublishedName[],
  places: readonly NamedPlace[],
  release: string,
): KeptNames {
  const { of: shinglesOf } = openShingles()
  const present = new Map(places.map((each) => [nameKey(each), each]))
  const knownKeys = new Map(known.map((each) => [nameKey(each), each]))
  const heirOf = openHeirs(places, shinglesOf)
  const taken: TakenName[] = []
  let described: ReadonlyMap<string, readonly NamedPlace[]> | undefined
  const stands = places.map((place): PublishedName => {
    const published = knownKeys.get(nameKey(place))
    if (published === undefined) return { ...place, release }
    if (isSame(published, place)) return standing(published, place)
    const heir = heirOf(published)
    const { gone: _, taken: before, ...known } = published
    taken.push({ published: known, place, heir })
    return { ...known, taken: before ?? lostIn(release, heir) }
  })
  const gone = known
    .filter((each) => !present.has(nameKey(each)))
    .map((each): PublishedName => {
      if (each.gone) return each
      const { taken: _, ...known } = each
      return { ...known, gone: lostIn(release, heirOf(each)) }
    })
  return { named: namesInOrder([...stands, ...gone]), taken }

  function isElsewhere({ document, id, text }: PublishedName): boolean {
    described ??= grouped(places, (each) => `${each.document} ${each.text}`)
    return text !== "" && (described.get(`${document} ${text}`) ?? []).some((each) => each.id !== id)
  }

  /** By its words; a note may be written anew where it stands. */
  function isSame(published: PublishedName, place: NamedPlace): boolean {
    if (published.text === place.text) return true
    // What is told of somebody may be told better; where another has what was told, the two were exchanged.
    if (describedRoles.has(published.role)) return !isElsewhere(published)
    const { role, before, after } = published
    if (role === "note" && before !== "" && before === place.before && after === place.after) return true
    return place.text !== "" && published.text !== "" && canStand(published.text, place.text, shinglesOf)
  }
}

const lostIn = (release: string, heir: NamedPlace | undefined): NameLost => ({
  release,
  ...(heir ? { to: { document: heir.document, id: heir.id } } : {}),
})

/** A name that stands there, be it again. */
function standing(published: PublishedName, place: NamedPlace): PublishedName {
  const { gone: _, now: __, taken: ___, ...first } = published
  const fields = ["role", "text", "before", "after"] as const
  const changed = fields.filter((field) => published[field] !== place[field])
  if (changed.length === 0) return first
  return { ...first, now: Object.fromEntries(changed.map((field) => [field, place[field]])) }
}

type ShinglesOf = ReturnType<typeof openShingles>["of"]

/** What has the words of a name that is no more: in its own document the likest, elsewhere only what says the very same. */
function openHeirs(places: readonly NamedPlace[], shinglesOf: ShinglesOf) {
  let byText: ReadonlyMap<string, readonly NamedPlace[]> | undefined
  let byDocument: ReadonlyMap<string, readonly NamedPlace[]> | undefined
  let byPlace: ReadonlyMap<string, readonly NamedPlace[]> | undefined
  return (published: PublishedName): NamedPlace | undefined => {
    const { document, id } = published
    const text = wordsNow(published)
    // What is a word or two, or none, could be anything's.
    if (shinglesOf(text).words < 3 && !describedRoles.has(published.role)) return undefined
    byText ??= grouped(places, (each) => each.text)
    const said = byText.get(text) ?? []
    byPlace ??= grouped(places, (each) => `${each.document} ${each.text}`)
    const same =
      (byPlace.get(`${document} ${text}`) ?? []).find((each) => each.id !== id) ??
      // “The first writing” is told of every document.
      (describedRoles.has(published.role) ? undefined : said.find((each) => each.document !== document))
    if (same || describedRoles.has(published.role)) return same
    byDocument ??= grouped(places, (each) => each.document)
    let best: { readonly place: NamedPlace; readonly score: number } | undefined
    const near = byDocument.get(document) ?? []
    for (const place of near.length > manyNames ? [] : near) {
      if (place.id === id) continue
      const score = likeness(shinglesOf(text), shinglesOf(place.text))
      if (score >= alike && score > (best?.score ?? 0)) best = { place, score }
    }
    return best?.place
  }
}

function grouped(
  places: readonly NamedPlace[],
  by: (place: NamedPlace) => string,
): ReadonlyMap<string, readonly NamedPlace[]> {
  const found = new Map<string, NamedPlace[]>()
  for (const each of places) {
    const list = found.get(by(each))
    if (list) list.push(each)
    else found.set(by(each), [each])
  }
  return found
}

/** By documents; there what stands in the order of the text, and then what has gone. */
export function namesInOrder(named: readonly PublishedName[]): readonly PublishedName[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...named].sort(
    (a, b) =>
      compare(a.document, b.document) ||
      Number(a.gone !== undefined) - Number(b.gone !== undefined) ||
      (a.gone ? compare(a.id, b.id) : 0),
  )
}
