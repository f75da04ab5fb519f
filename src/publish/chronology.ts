import type { DocumentSummary } from "../model/summary.js"

/** A year, month and day as numbers that can be compared; year 0 is 1 BC, as in ISO 8601. */
export type Day = readonly [year: number, month: number, day: number]

/** The first day of an ISO 8601 date, or its last; nothing if it is none that has a year. */
export function dayOf(date: string, end: "first" | "last"): Day | undefined {
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(date)
  if (parts === null) return undefined
  const [first, last] = end === "first" ? [1, 1] : [12, 31]
  return [Number(parts[1]), Number(parts[2] ?? first), Number(parts[3] ?? last)]
}

export const compareDays = (one: Day, other: Day): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2]

/** When a document can have been written. A limit that nobody knows is the other one. */
export function intervalOf(summary: DocumentSummary): readonly [Day, Day] | undefined {
  const { earliest, latest } = summary
  const from = dayOf(earliest === "" ? latest : earliest, "first")
  const to = dayOf(latest === "" ? earliest : latest, "last")
  return from && to && [from, to]
}

/** The year in which a document is listed: the first in which it can have been written. */
export const yearOf = (summary: DocumentSummary): number | undefined => intervalOf(summary)?.[0][0]

/**
 * Documents by the first day on which they can have been written; of two with the same first day, the one whose
 * last day is earlier, so the surer one, comes first; then the edition's order counts. Undated ones are last.
 */
export function inOrderOfTime(summaries: readonly DocumentSummary[]): readonly DocumentSummary[] {
  const placed = summaries.map((summary) => ({ summary, interval: intervalOf(summary) }))
  placed.sort(({ interval: one }, { interval: other }) => {
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined)
    return compareDays(one[0], other[0]) || compareDays(one[1], other[1])
  })
  return placed.map(({ summary }) => summary)
}
