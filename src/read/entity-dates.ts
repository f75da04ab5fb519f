import type { EntityDate } from "../model/register.js"
import { isDay } from "./calendar.js"

/** How a date is to be written, for messages. */
export const dateForm = "write a date as 1917-05-29, 1917-05 or 1917"

/** Whether it is a day, month or year of ISO 8601 that the calendar has; a year before Christ begins with “-”. */
export function isEntityDate(date: string): boolean {
  return !/^-?0000/.test(date) && isDay(date.replace(/^-/, ""))
}

/** Whether one date lies wholly after another; “1917-05” is not after “1917”. */
function isAfter(date: string, other: string): boolean {
  const order = (each: string) => {
    const [year = 0, ...rest] = each.replace(/^-/, "").split("-").map(Number)
    return [each.startsWith("-") ? -year : year, ...rest]
  }
  const [a, b] = [order(date), order(other)]
  for (let at = 0; at < 3; at++) {
    const [one = 0, two = 0] = [a[at], b[at]]
    if (at > 0 && (one === 0 || two === 0)) return false
    if (one !== two) return one > two
  }
  return false
}

/** Whether somebody would have died before being born, as far as the dates say. */
export function isBackwards(begin: EntityDate | undefined, end: EntityDate | undefined): boolean {
  const earliest = begin?.when ?? begin?.notBefore
  const latest = end?.when ?? end?.notAfter
  return earliest !== undefined && latest !== undefined && isAfter(earliest, latest)
}
