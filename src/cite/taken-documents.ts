import { type Ledger, lastSeen, type NamedPlace } from "../model/ledger.js"
import { isTelling, sizeOf } from "./field.js"
import { describedRoles } from "./keep-names.js"

/** A document's name that was published for another document. */
export interface TakenDocument {
  readonly name: string
  /** The document that was published under it. */
  readonly title: string
}

/** So many passages of a document must be gone from it before it is said to be another one. */
const enough = 3

/**
 * The names of documents under which other documents stand now: nothing of what was published there is there any more.
 * What was said once holds until something of the first document comes back. `after` is the ledger with this edition in
 * it, `places` are what has a name there; gives that ledger with what is found.
 */
export function takenDocuments(
  before: Ledger,
  after: Ledger,
  places: readonly NamedPlace[],
  release: string,
): { readonly ledger: Ledger; readonly taken: readonly TakenDocument[] } {
  const [had, kept, returned] = [new Map<string, number>(), new Set<string>(), new Set<string>()]
  const now = new Map(after.passages.map((each) => [each.id, each]))
  for (const passage of before.passages) {
    const last = lastSeen(passage).document
    const present = now.get(passage.id)
    const stands = present && !present.gone ? lastSeen(present).document : undefined
    if (stands === passage.document && (passage.gone || last !== stands)) returned.add(stands)
    if (!isTelling(passage) || sizeOf(passage.text) < 3) continue
    had.set(last, (had.get(last) ?? 0) + 1)
    if (stands === last) kept.add(last)
  }
  // Under whatever ids the words of a brought file stand now, it is that file.
  const said = new Set(places.map(({ document, text }) => `${document} ${text}`))
  for (const { document, role, text, now: last, gone } of before.named) {
    if (describedRoles.has(role) || sizeOf(text) < 3) continue
    const stands = [text, last?.text ?? text].some((each) => said.has(`${document} ${each}`))
    if (stands && gone) returned.add(document)
    had.set(document, (had.get(document) ?? 0) + 1)
    if (stands) kept.add(document)
  }
  const known = new Map(before.documents.map((each) => [each.name, each]))
  const taken: TakenDocument[] = []
  const documents = after.documents.map((each) => {
    const { name } = each
    const earlier = known.get(name)
    if (!earlier || each.gone !== undefined) return each
    const isNew = (had.get(name) ?? 0) >= enough && !kept.has(name)
    if (earlier.taken === undefined ? !isNew : returned.has(name)) return each
    taken.push({ name, title: earlier.title })
    return { ...each, title: earlier.title, taken: earlier.taken ?? release }
  })
  return { ledger: { ...after, documents }, taken }
}
