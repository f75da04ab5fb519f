import { grouped } from "../cite/grouped.js"
import { keepNames, type TakenName } from "../cite/keep-names.js"
import { takenDocuments } from "../cite/taken-documents.js"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { isOfEveryDocument } from "../encode/named-ids.js"
import type { Ledger, NamedPlace } from "../model/ledger.js"
import type { Judged } from "./check.js"
import { type FoundName, namedPlacesIn } from "./named-places.js"

/**
 * The ledger with the ids that stand in the TEI by name, `before` as it was published last and `ledger` with the blocks
 * of this edition. Ids and names of documents that stand for something else now are told.
 */
export function withNames(
  before: Ledger | undefined,
  ledger: Ledger | undefined,
  judged: readonly Judged[],
  release: string,
): Outcome<Ledger | undefined> {
  if (!before || !ledger) return { value: ledger, diagnostics: [] }
  const blocks = new Set(ledger.passages.flatMap(({ id, gone }) => (gone ? [] : [id])))
  const found = judged.map(({ name, document, isEncoded }) =>
    namedPlacesIn(name, document, (id) => isEncoded && (blocks.has(id) || isOfEveryDocument(name, id))),
  )
  const places = found.flat().map(({ from: _, to: __, ...place }): NamedPlace => place)
  const kept = keepNames(before.named, places, release)
  const { ledger: value, taken } = takenDocuments(before, { ...ledger, named: kept.named }, places, release)
  const takenIn = grouped(kept.taken, ({ place }) => place.document)
  const titles = new Map(taken.map(({ name, title }) => [name, title]))
  const diagnostics = judged.flatMap((each, at): readonly Diagnostic[] => {
    const title = titles.get(each.name)
    const { document, atTheSource } = each
    // Where the whole document is another one, so are its ids.
    if (title !== undefined) {
      const values = { name: each.name, title }
      return [atTheSource(diagnose("published-document-other", values, document.spanAt(0, 0))) ?? []].flat()
    }
    const problem = otherIn(each, found[at] ?? [], takenIn.get(each.name) ?? [])
    return [(problem && atTheSource(problem)) ?? []].flat()
  })
  return { value, diagnostics }
}

/** One message for a document, however many ids: where they are numbers, all that follow a new one are others. */
function otherIn(
  { document }: Judged,
  found: readonly FoundName[],
  [first, ...others]: readonly TakenName[],
): Diagnostic | undefined {
  if (!first) return undefined
  const { published, place, heir } = first
  const { from, to } = found.find(({ id }) => id === place.id) ?? { from: 0, to: 0 }
  const inDocument = heir && heir.document !== published.document ? ` of “${heir.document}”` : ""
  const values = {
    id: published.id,
    release: published.release,
    was: quoted(published.text),
    now: quoted(place.text),
    heir: heir === undefined ? "" : `; those words have “${heir.id}”${inDocument} now`,
    more: others.length === 0 ? "" : ` So it is with ${others.length} more of this file's ids.`,
  }
  return diagnose("published-id-other", values, document.spanAt(from, to))
}

const quoted = (text: string) =>
  text === "" ? "nothing" : `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
