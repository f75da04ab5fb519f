import { type Dating, limitsOf } from "../../model/bibliographic-record.js"

const long = "January February March April May June July August September October November December".split(
  " ",
)
const short = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ")

type Parts = readonly [year: string, month: string, day: string]

/** “October 27, 1962”, as Chicago and APA write it, or “27 Oct. 1962”, as MLA does; empty where nothing is known. */
export function dateInStyle(date: Dating, style: "month first" | "day first"): string {
  const { first, last } = limitsOf(date)
  const isBetween = date.when === "" && (date.notBefore !== "" || date.notAfter !== "")
  const inFull = (limit: string) => inOrder(partsOf(limit), style)
  if (first === "" && last === "") return ""
  if (first === last) return inFull(first)
  if (first === "") return isBetween ? `not after ${inFull(last)}` : `until ${inFull(last)}`
  if (last === "") return isBetween ? `not before ${inFull(first)}` : `from ${inFull(first)}`
  const [one, other] = shortened(partsOf(first), partsOf(last), style)
  if (isBetween) return `between ${one} and ${other}`
  return `${one}–${other}`
}

/** As APA has them, “1962” or “1893–1894”; of a day that nobody knows, the years that it may lie in. */
export function yearsOf(date: Dating): string {
  const { first, last } = limitsOf(date)
  const [from, to] = [yearOf(first, "B.C.E."), yearOf(last, "B.C.E.")]
  if (from === to) return from
  if (from === "") return `not after ${to}`
  return to === "" ? `not before ${from}` : `${from}–${to}`
}

/** The year of a date of ISO 8601. */
export function yearOf(date: string, era = "BC"): string {
  const [, before = "", year = ""] = /^(-?)0*(\d+)/.exec(date) ?? []
  return before === "" ? year : `${year} ${era}`
}

function partsOf(date: string): Parts {
  const [, month = "", day = ""] = /^-?\d+(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  return [yearOf(date), month, day]
}

function inOrder([year, month, day]: Parts, style: "month first" | "day first"): string {
  const name = (style === "month first" ? long : short)[Number(month) - 1] ?? ""
  const number = day === "" ? "" : String(Number(day))
  if (style === "day first") return [number, name, year].filter(Boolean).join(" ")
  const dayOfMonth = [name, number].filter(Boolean).join(" ")
  return [dayOfMonth, year].filter(Boolean).join(number === "" || year === "" ? " " : ", ")
}

/** What both limits have in common is said once: “October 1–3, 1894”, “1–3 Oct. 1894”. */
function shortened(first: Parts, last: Parts, style: "month first" | "day first"): readonly [string, string] {
  const [year, month] = first
  const whole = [inOrder(first, style), inOrder(last, style)] as const
  if (year !== last[0] || month === "" || last[1] === "") return whole
  if (month !== last[1] || first[2] === "" || last[2] === "")
    return [inOrder(["", month, first[2]], style), whole[1]]
  if (style === "day first") return [String(Number(first[2])), whole[1]]
  return [inOrder(["", month, first[2]], style), `${Number(last[2])}, ${year}`]
}
