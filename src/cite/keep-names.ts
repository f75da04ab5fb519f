import type { NamedPlace, NameLost, PublishedName } from "../model/ledger.js"
import { changedSince } from "./changed-since.js"
import { grouped } from "./grouped.js"
import { canStand, likeness, openShingles } from "./likeness.js"
import { nameKey, wordsNow } from "./names.js"
import { namesInOrder } from "./order.js"

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
  const said = openSaid(places)
  const heirOf = openHeirs(said, shinglesOf)
  const taken: TakenName[] = []
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
    return text !== "" && said.sayingIn(document, text).some((each) => each.id !== id)
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
  const now = changedSince(published, place)
  return now === undefined ? first : { ...first, now }
}

type ShinglesOf = ReturnType<typeof openShingles>["of"]

/** What an edition says where; made when it is asked for, for most of it never is. */
function openSaid(places: readonly NamedPlace[]) {
  const index = (by: (place: NamedPlace) => string) => {
    let found: ReadonlyMap<string, readonly NamedPlace[]> | undefined
    return (key: string): readonly NamedPlace[] => {
      found ??= grouped(places, by)
      return found.get(key) ?? []
    }
  }
  const inPlace = index(({ document, text }) => `${document} ${text}`)
  return {
    saying: index(({ text }) => text),
    sayingIn: (document: string, text: string) => inPlace(`${document} ${text}`),
    in: index(({ document }) => document),
  }
}

/** What has the words of a name that is no more: in its own document the likest, elsewhere only what says the very same. */
function openHeirs(said: ReturnType<typeof openSaid>, shinglesOf: ShinglesOf) {
  return (published: PublishedName): NamedPlace | undefined => {
    const { document, id, role } = published
    const text = wordsNow(published)
    const here = said.sayingIn(document, text).find((each) => each.id !== id)
    // “The first writing” is told of every document.
    if (describedRoles.has(role)) return here
    // What is a word or two, or none, could be anything's.
    if (shinglesOf(text).words < 3) return undefined
    const same = here ?? said.saying(text).find((each) => each.document !== document)
    if (same) return same
    let best: { readonly place: NamedPlace; readonly score: number } | undefined
    const near = said.in(document)
    for (const place of near.length > manyNames ? [] : near) {
      if (place.id === id) continue
      const score = likeness(shinglesOf(text), shinglesOf(place.text))
      if (score >= alike && score > (best?.score ?? 0)) best = { place, score }
    }
    return best?.place
  }
}
