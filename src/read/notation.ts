import { isPhenomenon, type PhenomenonName } from "../model/phenomena.js"
import type { Notation, Profile, Sign } from "../model/profile.js"

type Pair = Extract<Sign, { kind: "pair" }>

/** All notations with one opening and closing sign; separators tell them apart. */
export interface PairSign {
  readonly open: string
  readonly close: string
  readonly lenient: boolean
  readonly at: Pair["at"]
  readonly within: Pair["within"]
  readonly tail: string | undefined
  readonly doubt: string | undefined
  readonly blank: boolean
  /** What the sign means where no separator stands in it. */
  readonly plain: Notation | undefined
  readonly separated: readonly { readonly separator: string; readonly notation: Notation }[]
}

/** A pattern as a sticky regular expression with one group for each place to be filled. */
export interface Pattern {
  readonly expression: RegExp
  readonly slots: readonly string[]
  readonly at: Pair["at"]
  readonly blank: boolean
  readonly notation: Notation
}

/** A combining mark and what it says of the letters that carry it. */
export interface Combining {
  readonly mark: string
  readonly notation: Notation
}

/** A profile made ready for reading: its signs, found by their first character. */
export interface Signs {
  readonly profile: Profile
  readonly pairs: ReadonlyMap<string, readonly PairSign[]>
  /** Those of them that open and close alike. */
  readonly symmetric: ReadonlyMap<string, readonly PairSign[]>
  readonly closers: ReadonlyMap<string, readonly string[]>
  readonly tags: ReadonlyMap<string, readonly Notation[]>
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>
  readonly combining: readonly Combining[]
  readonly lines: ReadonlyMap<string, Notation>
  /** Every place where something other than an ordinary character may begin. */
  readonly signal: RegExp
  /** Every such place where no mark is open: then nothing can close one or part it. */
  readonly opening: RegExp
  /** Characters that a backslash makes ordinary, besides ASCII punctuation. */
  readonly starts: ReadonlySet<string>
}

const made = new WeakMap<Profile, Signs>()

/** The signs of a profile; made once for each. */
export function signsOf(profile: Profile): Signs {
  const known = made.get(profile)
  if (known) return known
  const signs = makeSigns(profile)
  made.set(profile, signs)
  return signs
}

const byLength = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1)

function makeSigns(profile: Profile): Signs {
  const pairs: PairSign[] = []
  const tags = new Map<string, Notation[]>()
  const patterns = new Map<string, Pattern[]>()
  const lines = new Map<string, Notation>()
  const combining: Combining[] = []
  for (const notation of profile.notations) {
    const { sign } = notation
    switch (sign.kind) {
      case "pair":
        addPair(pairs, sign, notation, profile.doubt)
        break
      case "tag":
        tags.set(sign.name, [...(tags.get(sign.name) ?? []), notation])
        break
      case "pattern": {
        const pattern = patternOf(sign, notation)
        for (const first of sign.template.startsWith("{") ? "0123456789" : (sign.template[0] ?? ""))
          patterns.set(first, [...(patterns.get(first) ?? []), pattern])
        break
      }
      case "combining":
        combining.push({ mark: sign.mark, notation })
        break
      case "line":
        lines.set(sign.line, notation)
        break
      default:
        return sign satisfies never
    }
  }
  // Tags that say more about themselves are tried first: <hi rend="str"> before <hi>.
  for (const list of tags.values()) list.sort((a, b) => whereOf(b) - whereOf(a))
  pairs.sort((a, b) => byLength(a.open, b.open) || (a.within ? 0 : 1) - (b.within ? 0 : 1))
  const openers = new Set([
    ...pairs.map((pair) => pair.open[0] ?? ""),
    ...patterns.keys(),
    ...(tags.size > 0 ? ["<"] : []),
    ...(profile.directives ? [":"] : []),
    "[",
    // Cells end here: looking for a place never goes far beyond the run that is read.
    ...(profile.tables ? ["|"] : []),
  ])
  const starts = new Set([
    ...openers,
    ...pairs.flatMap((pair) => [
      pair.close[0] ?? "",
      ...pair.separated.map((each) => each.separator[0] ?? ""),
    ]),
    ...pairs.flatMap((pair) => pair.doubt?.[0] ?? []),
    ...(profile.directives ? ["]", "~"] : []),
  ])
  return {
    profile,
    pairs: grouped(pairs, (pair) => pair.open),
    symmetric: grouped(
      pairs.filter((pair) => pair.open === pair.close),
      (pair) => pair.open,
    ),
    closers: grouped(
      [...new Set(pairs.filter((pair) => pair.open !== pair.close).map((pair) => pair.close))].sort(byLength),
      (close) => close,
    ),
    tags,
    patterns,
    combining,
    lines,
    signal: placesOf(starts),
    opening: placesOf(openers),
    starts,
  }
}

const whereOf = ({ sign }: Notation) => (sign.kind === "tag" ? Object.keys(sign.where).length : 0)

function addPair(pairs: PairSign[], sign: Pair, notation: Notation, usualDoubt: string | undefined): void {
  const index = pairs.findIndex(
    (each) => each.open === sign.open && each.at === sign.at && each.within === sign.within,
  )
  const before = pairs[index]
  const { open, close, lenient, at, within, tail, blank } = sign
  const own = { within, tail, blank, doubt: sign.doubt ?? usualDoubt }
  const separated = before?.separated ?? []
  const pair: PairSign =
    sign.separator === undefined
      ? { open, close, lenient, at, ...own, plain: notation, separated }
      : {
          ...{ open, close, lenient, at, ...own, plain: before?.plain },
          separated: [...separated, { separator: sign.separator, notation }],
        }
  if (before) pairs[index] = pair
  else pairs.push(pair)
}

function grouped<T>(values: readonly T[], sign: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const first = sign(value)[0] ?? ""
    groups.set(first, [...(groups.get(first) ?? []), value])
  }
  return groups
}

/** A backslash, a line end, or one of these characters. */
const placesOf = (characters: ReadonlySet<string>) =>
  new RegExp(`[\\\\${[...characters].map(quoted).join("")}]|\\r?\\n|\\r`, "g")

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")

/** The places that a pattern's template may have, and what may fill them. None is longer than a line. */
const slotExpressions: Readonly<Record<string, string>> = {
  content: "[^\\[\\]<>{}|\\\\\\r\\n]{1,160}?",
  word: "[^\\s\\[\\]<>{}|\\\\^]{1,40}?",
  extent: "(?:[1-9]\\d{0,3}(?:-[1-9]\\d{0,3})?|\\?)",
  n: "\\d[^\\s.()\\[\\]{}<>|]{0,30}",
  lang: "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*",
  new: "[A-Za-z]\\w{0,30}",
  quantity: "[1-9]\\d{0,3}",
  unit: "(?:characters?|chars?|letters?|words?|lines?|pages?)",
}
const plainSlot = "[^\\[\\]<>{}|\\\\\\r\\n]{1,80}?"

function patternOf(sign: Extract<Sign, { kind: "pattern" }>, notation: Notation): Pattern {
  const { template, at, blank } = sign
  const slots: string[] = []
  const expression = template
    .split(/(\{[a-z-]+\})/)
    .map((part) => {
      const slot = /^\{([a-z-]+)\}$/.exec(part)?.[1]
      if (slot === undefined) return quoted(part)
      slots.push(slot)
      return `(${slotExpressions[slot] ?? plainSlot})`
    })
    .join("")
  return { expression: new RegExp(expression, "y"), slots, at, blank, notation }
}

/** What may be typed for an attribute after a closing sign. */
export const tailOf = (name: string): RegExp => new RegExp(slotExpressions[name] ?? plainSlot, "y")

/** `3`, `3-5` and `?` as attributes. */
export function extentOf(typed: string): Readonly<Record<string, string>> {
  const [least = "", most] = typed.split("-")
  if (most !== undefined) return { "at-least": least, "at-most": most }
  return typed === "?" ? { extent: "unknown" } : { quantity: least }
}

const units: Readonly<Record<string, string>> = { c: "chars", l: "lines", w: "words", p: "pages" }

/** “characters”, “letters” and “char” are the unit `chars`; “line” is `lines`. */
export function unitOf(typed: string): string {
  return typed.startsWith("lett") ? "chars" : (units[typed[0] ?? ""] ?? typed)
}

/** The phenomenon that a notation stands for; undefined for text and separators. */
export const phenomenonOf = (notation: Notation): PhenomenonName | undefined =>
  isPhenomenon(notation.means) ? notation.means : undefined
