import {
  documentsOf,
  type Ledger,
  lastSeen,
  type PublishedName,
  type PublishedPassage,
} from "../model/ledger.js"
import type { FormerPassage, Neighbour, PassagePlace } from "../model/page.js"
import { grouped } from "./grouped.js"
import { namesByKey, standingName } from "./names.js"
import { standing } from "./standing.js"

/** A document that was published and is no more in the edition. */
interface FormerDocument {
  readonly name: string
  readonly title: string
  readonly release: string
  readonly heirs: readonly Neighbour[]
  readonly formerly: readonly FormerPassage[]
  readonly pages: readonly string[]
}

/** What the pages of an edition have to tell of what it had. */
export interface Formerly {
  /** What stood in a document and stands there no more. */
  readonly passagesOf: (document: string) => readonly FormerPassage[]
  readonly documents: readonly FormerDocument[]
  /** Addresses that were ever published, but for those of documents that have gone. */
  readonly published: readonly string[]
}

/** So many characters of a passage are shown, to know it again. */
const length = 60

/** Says of every passage and document that has gone where its words are now, through all that went after it. */
export function formerlyIn(ledger: Ledger): Formerly {
  const titles = new Map(ledger.documents.map((each) => [each.name, each.title]))
  const byId = new Map(ledger.passages.map((each) => [each.id, each]))
  const byDocument = new Map<string, PublishedPassage[]>()
  for (const passage of ledger.passages) {
    const { document } = lastSeen(passage)
    for (const name of new Set(documentsOf(passage)))
      if (passage.gone || name !== document) listed(byDocument, name).push(passage)
  }
  const placeOf = (passage: PublishedPassage): PassagePlace => {
    const { document, text } = lastSeen(passage)
    return { document, title: titles.get(document) ?? document, id: passage.id, words: beginning(text) }
  }
  const former = (passage: PublishedPassage): FormerPassage => {
    const { id, gone } = passage
    const words = beginning(passage.text)
    if (!gone) return { id, words, fate: "moved", release: "", places: [placeOf(passage)] }
    const places = standing(passage, byId).map(placeOf)
    const fate = gone.reason === "deleted" ? (places.length > 0 ? "repeated" : "deleted") : gone.reason
    // Where its words went has itself been taken out since.
    const isLost = fate !== "repeated" && places.length === 0
    return { id, words, fate: isLost ? "deleted" : fate, release: gone.release, places }
  }
  const names = namesByKey(ledger.named)
  const goneNames = grouped(
    ledger.named.filter((each) => each.gone !== undefined),
    ({ document }) => document,
  )
  const formerName = (name: PublishedName): FormerPassage => {
    const { id, text, gone } = name
    const heir = standingName(name, names)
    const told = { id, words: text === "" ? id : beginning(text), release: gone?.release ?? "" }
    if (!heir) return { ...told, fate: "deleted", places: [] }
    const { document } = heir
    const place = { document, title: titles.get(document) ?? document, id: heir.id }
    return { ...told, fate: "moved", places: [{ ...place, words: beginning(heir.words) }] }
  }
  const passagesOf = (name: string) => [
    ...(byDocument.get(name) ?? []).map(former),
    ...(goneNames.get(name) ?? []).map(formerName),
  ]
  const gone = ledger.documents.filter((each) => each.gone !== undefined)
  return {
    passagesOf,
    documents: gone.map(({ name, title, gone: release = "", pages }) => {
      const formerly = passagesOf(name)
      const heirs = heirsOf(formerly, [...(byDocument.get(name) ?? []), ...(goneNames.get(name) ?? [])])
      return { name, title, release, heirs, formerly, pages }
    }),
    published: [
      ...ledger.pages,
      ...ledger.documents.flatMap(({ gone: hasGone, pages }) => (hasGone === undefined ? pages : [])),
    ],
  }
}

/** The documents that have most of a document's text now, and of those only the ones that have half as much as the first. */
function heirsOf(
  formerly: readonly FormerPassage[],
  passages: readonly { readonly text: string }[],
): readonly Neighbour[] {
  const shares = new Map<string, { readonly title: string; length: number }>()
  let [all, moved] = [0, 0]
  formerly.forEach(({ fate, places: [place] }, at) => {
    const { length } = passages[at]?.text ?? ""
    all += length
    if (fate === "repeated" || !place) return
    moved += length
    const { title, length: known } = shares.get(place.document) ?? { title: place.title, length: 0 }
    shares.set(place.document, { title, length: known + length })
  })
  if (2 * moved < all) return []
  const sorted = [...shares].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
  const most = sorted[0]?.[1].length ?? 0
  return sorted.filter(([, { length }]) => 2 * length >= most).map(([name, { title }]) => ({ name, title }))
}

/** The list of a key, which may be a new one. */
function listed<Each>(lists: Map<string, Each[]>, key: string): Each[] {
  const found = lists.get(key) ?? []
  lists.set(key, found)
  return found
}

function beginning(text: string): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.replace(/\s+\S*$/u, "").replace(/[\uD800-\uDBFF]$/, "")} …`
}
