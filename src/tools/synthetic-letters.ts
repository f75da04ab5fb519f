import { recordOfNothing } from "../model/bibliographic-record.js"
import type { DocumentSummary } from "../model/summary.js"

/** Letters that nobody wrote, to measure with: the same ones each time, with words as frequent as Zipf's law has them. */

/** A generator of numbers from 0 up to 1, the same for the same seed (Mulberry32, Tommy Ettinger 2017). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const syllables =
  "ba be bi bo ca ce da de di do fa fe ga ge ha he hi ja ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve wa we wi zu tür schö grün".split(
    " ",
  )

/** Different words, the short ones first. */
export function vocabulary(size: number): readonly string[] {
  const next = numbersFrom(1)
  const words = new Set<string>()
  for (let tries = 0; words.size < size; tries++) {
    const length = 1 + Math.floor((words.size / size) * 3 + next() * 1.5)
    let word = ""
    for (let each = 0; each <= length; each++) word += syllables[Math.floor(next() * syllables.length)] ?? ""
    words.add(tries % 37 === 0 ? `${word}s` : word)
  }
  return [...words]
}

interface Outline {
  readonly from: string
  readonly to: string
  readonly place: string
  readonly day: string
  readonly kind: string
}

function outlineOf(index: number, words: readonly string[]): Outline {
  const next = numbersFrom(index + 7)
  const person = () => `Person ${words[200 + Math.floor(next() ** 2 * 400)]} ${1 + Math.floor(next() * 9)}`
  const two = (number: number) => String(number).padStart(2, "0")
  const [from, to] = [person(), person()]
  const place = `Stadt ${words[300 + Math.floor(next() * 60)]}`
  const day = `${1860 + Math.floor(next() * 50)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`
  return { from, to, place, day, kind: next() < 0.8 ? "Letter" : "Draft" }
}

/** Letter number `index`, TEI of some 300 words: one in thirty is struck, one in forty added. */
export function syntheticLetter(index: number, words: readonly string[]): string {
  const next = numbersFrom(-index - 7)
  // The word of rank r is drawn about as often as 1/r.
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? ""
  const paragraph = (number: number) => {
    const said: string[] = []
    for (let each = 0; each < 60; each++) {
      const chance = next()
      if (chance < 1 / 30) said.push(`<del>${word()}</del>`)
      else if (chance < 1 / 30 + 1 / 40) said.push(`<add>${word()}</add>`)
      else said.push(word())
    }
    return `<p xml:id="l${index}.${number}">${said.join(" ")}.</p>`
  }
  const { from, to, place, day } = outlineOf(index, words)
  const body = [1, 2, 3, 4, 5].map(paragraph).join("")
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt><title>${from} an ${to}, ${day}</title></titleStmt></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName>${from}</persName><placeName>${place}</placeName><date when="${day}"/></correspAction><correspAction type="received"><persName>${to}</persName></correspAction></correspDesc></profileDesc></teiHeader><text><body>${body}</body></text></TEI>`
}

/** What the summary of that letter says. */
export function syntheticSummary(index: number, words: readonly string[]): DocumentSummary {
  const { from, to, place, day, kind } = outlineOf(index, words)
  const named = (name: string) => ({ id: name, name })
  return {
    name: `letter-${index}`,
    title: `${from} an ${to}, ${day}`,
    language: "de",
    date: day,
    limits: "",
    earliest: day,
    latest: day,
    kind,
    from,
    to,
    senders: [named(from)],
    recipients: [named(to)],
    places: [{ ...named(place), role: "written" }],
    fate: "sent",
    stages: [],
    changes: 0,
    words: 300,
    kept: "",
    transcribed: "",
    proofRead: "",
    incipit: "",
    abstract: "",
    record: recordOfNothing,
    entries: [],
    targets: [],
    refersTo: [],
  }
}
