import type { Primitive } from "./primitive.js"

/** A moment or a recurring one: seconds from an origin, and whether its time zone is told. */
export interface Moment {
  readonly seconds: number
  readonly hasZone: boolean
}

const zone = "(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?"
const year = "(?<year>-?(?:[1-9]\\d{4,}|\\d{4}))"
const month = "(?<month>0[1-9]|1[0-2])"
const day = "(?<day>0[1-9]|[12]\\d|3[01])"
const clock =
  "(?:(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d(?:\\.\\d+)?)|(?<midnight>24:00:00(?:\\.0+)?))"

/** Days before a year of the proleptic Gregorian calendar; the year may be negative. */
function daysBefore(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function zoneSeconds(written: string): number {
  if (written === "Z") return 0
  const [hours = 0, minutes = 0] = written.slice(1).split(":").map(Number)
  return (written.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60)
}

/** XML Schema part 2, sections 3.2.7 to 3.2.14: what isn't written counts as that of a leap year's January 1st. */
function moments(form: string): Primitive<Moment> {
  const pattern = new RegExp(`^${form}(?<zone>${zone})$`)
  return {
    parse: (text) => {
      const found = pattern.exec(text)?.groups
      if (found === undefined) return undefined
      const at = (name: string, otherwise: number) => Number(found[name] ?? otherwise)
      const [years, months, days] = [at("year", 2000), at("month", 1), at("day", 1)]
      if (years === 0 || days > daysIn(years, months)) return undefined
      let whole = daysBefore(years) + days - 1
      for (let earlier = 1; earlier < months; earlier++) whole += daysIn(years, earlier)
      const within = found["midnight"]
        ? 86_400
        : at("hour", 0) * 3600 + at("minute", 0) * 60 + at("second", 0)
      const written = found["zone"] ?? ""
      return {
        seconds: whole * 86_400 + within - (written === "" ? 0 : zoneSeconds(written)),
        hasZone: written !== "",
      }
    },
    key: ({ seconds, hasZone }) => `${seconds}${hasZone}`,
    compare: (a, b) => {
      const difference = a.seconds - b.seconds
      // A moment without a zone may be fourteen hours to either side.
      if (a.hasZone !== b.hasZone && Math.abs(difference) <= 14 * 3600) return undefined
      return Math.sign(difference)
    },
  }
}

export const moment = {
  dateTime: moments(`${year}-${month}-${day}T${clock}`),
  date: moments(`${year}-${month}-${day}`),
  time: moments(clock),
  gYearMonth: moments(`${year}-${month}`),
  gYear: moments(year),
  gMonthDay: moments(`--${month}-${day}`),
  gDay: moments(`---${day}`),
  gMonth: moments(`--${month}(?:--)?`),
}

interface Duration {
  readonly months: number
  readonly seconds: number
}

/** XML Schema part 2, section 3.2.6: months and seconds, since a month has no length of its own. */
export const duration: Primitive<Duration> = {
  parse: (text) => {
    const form =
      /^(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
    const found = form.exec(text)
    if (found === null) return undefined
    const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
      .slice(2)
      .map((part) => Number(part ?? 0))
    const sign = found[1] === "-" ? -1 : 1
    return {
      months: sign * (years * 12 + months),
      seconds: sign * (days * 86_400 + hours * 3600 + minutes * 60 + seconds),
    }
  },
  key: ({ months, seconds }) => `${months + 0}M${seconds + 0}`,
  compare: (a, b) => {
    const months = a.months - b.months
    const seconds = a.seconds - b.seconds
    const day = 86_400
    // A month has 28 days at least and 31 at most.
    const [least, most] = [months * (months > 0 ? 28 : 31) * day, months * (months > 0 ? 31 : 28) * day]
    if (least + seconds > 0) return 1
    if (most + seconds < 0) return -1
    return months === 0 && seconds === 0 ? 0 : undefined
  },
}
