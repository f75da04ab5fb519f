const months: readonly (readonly string[])[] = [
  ["january", "januar", "jan", "janvier", "jänner"],
  ["february", "februar", "feb", "février"],
  ["march", "märz", "mar", "mars"],
  ["april", "apr", "avril"],
  ["may", "mai"],
  ["june", "juni", "jun", "juin"],
  ["july", "juli", "jul", "juillet"],
  ["august", "aug", "août"],
  ["september", "sept", "sep", "septembre"],
  ["october", "oktober", "oct", "okt", "octobre"],
  ["november", "nov", "novembre"],
  ["december", "dezember", "dec", "dez", "décembre"],
]

/** A date found in a line: as ISO 8601, and where its words stand (UTF-16 offsets into the line). */
export interface FoundDate {
  readonly when: string
  readonly start: number
  readonly end: number
}

const word = "([A-Za-zäéû]{3,9})\\.?"
const monthFirst = new RegExp(`${word} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`)
const dayFirst = new RegExp(`(\\d{1,2})(?:st|nd|rd|th|\\.)? ${word},? (\\d{4})`)
const iso = /(\d{4})-(\d{2})-(\d{2})/

/** Finds the first full date in a line: “October 27, 1962”, “27 October 1962”, “27. Oktober 1962”, ISO. */
export function findDate(line: string): FoundDate | undefined {
  const first = monthFirst.exec(line)
  if (first) return found(first, first[3], monthNumber(first[1]), first[2])
  const second = dayFirst.exec(line)
  if (second) return found(second, second[3], monthNumber(second[2]), second[1])
  const third = iso.exec(line)
  return third ? found(third, third[1], Number(third[2]), third[3]) : undefined
}

function monthNumber(name = ""): number {
  return months.findIndex((names) => names.includes(name.toLowerCase())) + 1
}

function found(match: RegExpExecArray, year = "", month: number, day = ""): FoundDate | undefined {
  const number = Number(day)
  if (
    month < 1 ||
    month > 12 ||
    number < 1 ||
    number > new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  )
    return undefined
  const two = (value: number) => String(value).padStart(2, "0")
  return {
    when: `${year}-${two(month)}-${two(number)}`,
    start: match.index,
    end: match.index + match[0].length,
  }
}

/** Whether a line is nothing but a date, with a place before it perhaps: “Washington, October 27, 1962”. */
export function isDateline(line: string): boolean {
  const date = findDate(line)
  if (!date) return false
  const before = line.slice(0, date.start).trim()
  const after = line.slice(date.end).trim()
  // A sentence that begins with a date goes on without a comma: “On 3 May 1911 the boat came in.”
  return (before === "" || isPlace(before)) && /^(?:[,.]|,\s*\p{Lu}[\p{L} .'-]{1,40}\.?)?$/u.test(after)
}

const placeForm = /^\p{Lu}[\p{L} .,'’-]{1,48}$/u
const particles =
  /^(?:am|an|auf|bei|d|de|del|den|der|des|di|du|en|im|in|la|le|les|near|of|on|sur|the|upon|und|von|zu|zum|à)$/u

/** Whether words before a date name a place: “Boston, Mass.,”, “Frankfurt am Main, den”; “Received with thanks” does not. */
function isPlace(words: string): boolean {
  if (!placeForm.test(words) || /\p{L}{5,}\./u.test(words)) return false
  return words
    .split(/[ ,'’.]+/)
    .filter((each) => each !== "")
    .every((each) => /^\p{Lu}/u.test(each) || particles.test(each))
}
