import type { DocumentRow } from "../model/listing.js"
import type { DocumentSummary, Named } from "../model/summary.js"
import { inOrderOfTime, yearOf } from "./chronology.js"

/** Documents that have something in common, in order of time, and what they are to it. */
export interface Group {
  readonly key: string
  /** Empty where the documents say nothing. */
  readonly label: string
  readonly members: readonly DocumentSummary[]
  readonly counts: Readonly<Record<string, number>>
}

/** By the year in which each is listed; undated ones at the end. */
export const byYear = (
  summaries: readonly DocumentSummary[],
  roleOf: (summary: DocumentSummary) => string,
): readonly Group[] =>
  grouped(summaries, (summary) => {
    const year = yearOf(summary)
    const label = year === undefined ? "" : String(year)
    return [{ id: label === "" ? "undated" : `y${label}`, name: label, role: roleOf(summary) }]
  })

/** By everyone who wrote or received, in alphabetical order. */
export const byCorrespondent = (summaries: readonly DocumentSummary[]): readonly Group[] =>
  alphabetical(
    grouped(summaries, ({ senders, recipients }) => [
      ...senders.map((each) => ({ ...each, role: "sent" })),
      ...recipients.map((each) => ({ ...each, role: "received" })),
    ]),
  )

/** By the places where they were written and where they went, in alphabetical order. */
export const byPlace = (summaries: readonly DocumentSummary[]): readonly Group[] =>
  alphabetical(grouped(summaries, ({ places }) => places))

/** By kind, in alphabetical order; those of no kind at the end. */
export const byKind = (summaries: readonly DocumentSummary[]): readonly Group[] =>
  alphabetical(
    grouped(summaries, ({ kind }) => [
      { id: kind === "" ? "unknown" : `kind-${kind.replace(/[^\p{L}\p{N}._-]+/gu, "-")}`, name: kind },
    ]),
  )

/** Groups in the order of time of their first document; a document may be of several. */
function grouped(
  summaries: readonly DocumentSummary[],
  subjectsOf: (summary: DocumentSummary) => readonly (Named & { readonly role?: string })[],
): readonly Group[] {
  const groups = new Map<
    string,
    { name: string; members: DocumentSummary[]; counts: Record<string, number> }
  >()
  for (const summary of inOrderOfTime(summaries))
    for (const { id, name, role } of subjectsOf(summary)) {
      const group = groups.get(id) ?? { name, members: [], counts: {} }
      groups.set(id, group)
      // Who writes to themselves has one letter of it, not two.
      if (group.members.at(-1) !== summary) group.members.push(summary)
      if (role !== undefined) group.counts[role] = (group.counts[role] ?? 0) + 1
    }
  return [...groups].map(([key, { name, members, counts }]) => ({ key, label: name, members, counts }))
}

/** In the order of a dictionary: capitals and accents do not count; what has no name is last. */
export function alphabetical<Labelled extends { readonly label: string }>(
  labelled: readonly Labelled[],
): readonly Labelled[] {
  const keyed = labelled.map((each) => ({ each, key: folded(each.label) }))
  keyed.sort((one, other) => {
    if (one.key === "" || other.key === "") return Number(one.key === "") - Number(other.key === "")
    if (one.key !== other.key) return one.key < other.key ? -1 : 1
    return one.each.label < other.each.label ? -1 : Number(one.each.label > other.each.label)
  })
  return keyed.map(({ each }) => each)
}

/** A name without capitals, accents and signs. */
export const folded = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** What a table says of a document. */
export function rowOf(summary: DocumentSummary): DocumentRow {
  const { name, title, language, date, limits, kind, from, to, incipit, changes, abstract } = summary
  return { name, title, language, date, limits, kind, from, to, incipit, changes, abstract }
}
