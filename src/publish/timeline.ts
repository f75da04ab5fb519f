import type { Bar, Timeline } from "../model/listing.js"
import type { DocumentSummary, Named } from "../model/summary.js"
import { type Day, intervalOf } from "./chronology.js"

/** So many bars can be told apart on a page. */
const mostBars = 120

/**
 * How many documents there are of each time: by day if all are of one month, by month if that gives no more bars
 * than can be told apart, else by year. Nothing where no document is dated.
 *
 * `hrefOf` gives the list of the documents of a year.
 */
export function timelineOf(
  summaries: readonly DocumentSummary[],
  principal: Named | undefined,
  hrefOf: (year: number) => string,
): Timeline | undefined {
  const dated = summaries.flatMap((summary) => {
    const interval = intervalOf(summary)
    return interval === undefined ? [] : [{ summary, first: interval[0] }]
  })
  if (dated.length === 0) return undefined
  const months = dated.map(({ first }) => monthsOf(first))
  const span = [Math.min(...months), Math.max(...months)] as const
  const unit = span[0] === span[1] ? "day" : span[1] - span[0] < mostBars / 2 ? "month" : "year"
  const bars = new Map<string, { -readonly [key in keyof Bar]: Bar[key] }>()
  for (const { period, year } of periods(
    unit,
    span,
    dated.map(({ first }) => first),
  ))
    bars.set(period, { period, sent: 0, received: 0, draft: 0, other: 0, href: hrefOf(year) })
  for (const { summary, first } of dated) {
    const bar = bars.get(periodOf(first, unit))
    if (bar !== undefined) bar[fateOf(summary, principal)]++
  }
  return { unit, bars: [...bars.values()], about: principal?.name ?? "" }
}

const monthsOf = ([year, month]: Day) => year * 12 + month - 1

function* periods(
  unit: Timeline["unit"],
  [first, last]: readonly [number, number],
  days: readonly Day[],
): Generator<{ readonly period: string; readonly year: number }> {
  if (unit === "day") {
    const numbers = days.map(([, , day]) => day)
    const [year, month] = [Math.floor(first / 12), (first % 12) + 1]
    for (let day = Math.min(...numbers); day <= Math.max(...numbers); day++)
      yield { period: periodOf([year, month, day], unit), year }
  } else if (unit === "month")
    for (let at = first; at <= last; at++) {
      const year = Math.floor(at / 12)
      yield { period: periodOf([year, at - year * 12 + 1, 1], unit), year }
    }
  else
    for (let year = Math.floor(first / 12); year <= Math.floor(last / 12); year++)
      yield { period: periodOf([year, 1, 1], unit), year }
}

/** ISO 8601 of a year, a month or a day. */
function periodOf([year, month, day]: Day, unit: Timeline["unit"]): string {
  const two = (number: number) => String(number).padStart(2, "0")
  const four = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`
  return unit === "year"
    ? four
    : unit === "month"
      ? `${four}-${two(month)}`
      : `${four}-${two(month)}-${two(day)}`
}

/** Whoever wrote or received more than half of what has a sender or a recipient; of two, the one who wrote more. */
export function principalOf(summaries: readonly DocumentSummary[]): Named | undefined {
  const counts = new Map<
    string,
    { readonly id: string; readonly name: string; count: number; sent: number }
  >()
  let letters = 0
  for (const { senders, recipients } of summaries) {
    const parties = new Map([...senders, ...recipients].map((each) => [each.id, each]))
    if (parties.size > 0) letters++
    for (const [id, { name }] of parties) {
      const known = counts.get(id) ?? { id, name, count: 0, sent: 0 }
      known.count++
      if (senders.some((sender) => sender.id === id)) known.sent++
      counts.set(id, known)
    }
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count || other.sent - one.sent)
  return most && most.count * 2 > letters ? most : undefined
}

/** What became of a document, as its principal sees it: what others sent was received. */
export function fateOf(
  { fate, recipients }: DocumentSummary,
  principal: Named | undefined,
): "sent" | "received" | "draft" | "other" {
  if (fate !== "sent") return fate
  return recipients.some(({ id }) => id === principal?.id) ? "received" : "sent"
}
