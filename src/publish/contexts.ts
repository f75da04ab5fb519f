import type { DocumentContext, EntryPlace, Neighbour } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { inOrderOfTime } from "./chronology.js"
import { rowOf } from "./groups.js"

/** What a document's page says of other documents. */
export interface Surroundings {
  readonly previous?: Neighbour
  readonly next?: Neighbour
  readonly context: DocumentContext
  /** The documents that it points at. */
  readonly targets: readonly string[]
}

/**
 * How each document stands to the others: before and after it in the edition's order, before and after it among the
 * letters of the same two by date, and which others refer to it.
 *
 * `placeOf` says where the edition's registers have an entry.
 */
export function surroundingsOf(
  summaries: readonly DocumentSummary[],
  placeOf: (id: string) => EntryPlace | undefined,
): ReadonlyMap<string, Surroundings> {
  const names = new Set(summaries.map(({ name }) => name))
  const correspondences = correspondencesOf(summaries)
  const mentioned = new Map<string, DocumentSummary[]>()
  for (const summary of summaries)
    for (const target of summary.refersTo) {
      if (target === summary.name || !names.has(target)) continue
      const referring = mentioned.get(target)
      if (referring === undefined) mentioned.set(target, [summary])
      else referring.push(summary)
    }
  return new Map(
    summaries.map((summary, position) => {
      const correspondence = correspondences.get(summary.name)
      return [
        summary.name,
        {
          ...side("previous", summaries[position - 1]),
          ...side("next", summaries[position + 1]),
          targets: summary.targets.filter((target) => names.has(target)),
          context: {
            ...(correspondence === undefined ? {} : { correspondence }),
            mentionedIn: inOrderOfTime(mentioned.get(summary.name) ?? []).map(rowOf),
            entries: Object.fromEntries(
              summary.entries.flatMap(({ id }) => {
                const place = placeOf(id)
                return place === undefined ? [] : [[id, place]]
              }),
            ),
          },
        },
      ]
    }),
  )
}

function side<Side extends "previous" | "next">(
  name: Side,
  summary: DocumentSummary | undefined,
): { readonly [side in Side]?: Neighbour } {
  if (summary === undefined) return {}
  return { [name]: { name: summary.name, title: summary.title } } as { readonly [side in Side]: Neighbour }
}

/** Where each letter stands among those of the same two; of several senders or recipients, the first counts. */
function correspondencesOf(
  summaries: readonly DocumentSummary[],
): ReadonlyMap<string, NonNullable<DocumentContext["correspondence"]>> {
  const byPair = new Map<string, DocumentSummary[]>()
  for (const summary of summaries) {
    const [sender, recipient] = [summary.senders[0], summary.recipients[0]]
    if (sender === undefined || recipient === undefined || sender.id === recipient.id) continue
    const pair = JSON.stringify([sender.id, recipient.id].sort())
    const letters = byPair.get(pair)
    if (letters === undefined) byPair.set(pair, [summary])
    else letters.push(summary)
  }
  const places = new Map<string, NonNullable<DocumentContext["correspondence"]>>()
  for (const letters of byPair.values()) {
    if (letters.length < 2) continue
    const ordered = inOrderOfTime(letters)
    ordered.forEach((letter, index) => {
      const [before, after] = [ordered[index - 1], ordered[index + 1]]
      places.set(letter.name, {
        between: [letter.senders[0]?.name ?? "", letter.recipients[0]?.name ?? ""],
        position: index + 1,
        count: ordered.length,
        ...(before === undefined ? {} : { previous: rowOf(before) }),
        ...(after === undefined ? {} : { next: rowOf(after) }),
      })
    })
  }
  return places
}
