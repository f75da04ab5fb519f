import { fitsAfter, type TypingSigns } from "./signs.js"

/** Where characters are typed: what is open there, and what a line's beginning could be taken for. */
export interface TypingPlace {
  /** Signs that would close a mark that is open. */
  readonly closers: readonly string[]
  /** Signs that would part its halves. */
  readonly separators: readonly string[]
  /** What stands around it, from the outermost mark on. */
  readonly inside: readonly string[]
  /** Inside a directive, where brackets are signs. */
  readonly directive: boolean
  /** In a cell, where a bar ends it. */
  readonly cell: boolean
  /** Inside `::name[…]`, where brackets are counted. */
  readonly stated: boolean
  /** What may begin at the beginning of a line: any block, the line that closes a container, nothing. */
  readonly lines: "block" | "container" | "none"
}

/** A text to be typed, and what stands around it. */
export interface Surroundings {
  /** What is typed before it in the same block, from the sign on that opened the innermost mark. */
  readonly before: string
  /** A mark ends directly before it. */
  readonly afterMark: boolean
  /** A mark begins or the one around it ends directly after it. */
  readonly beforeMark: boolean
  /** It begins a line of the transcription. */
  readonly lineStart: boolean
  /** The characters that follow it on the page. */
  readonly after: string
  /** Whether a sign that is a character where it stands alone has a partner in this block. */
  readonly hasPartner: (open: string, close: string) => boolean
}

const punctuation = /[!-/:-@[-`{-~]/
const noteReference = /^\[\^[\w-]{1,20}\]/
const directive = /^:[a-z]+(?:-[a-z]+)*[[{]/
const directiveBegun = /^:[a-z]+(?:-[a-z]+)*$/
const element = /^<\/?([a-zA-Z][\w-]*)([^<>\r\n]*>)?/

/**
 * Types a text: a backslash before each character that would be read as a sign there. `careful`: before
 * every character that is one anywhere.
 */
export function typeText(
  text: string,
  signs: TypingSigns,
  place: TypingPlace,
  around: Surroundings,
  careful: boolean,
): string {
  if (signs.profile.escapes === false) return text
  const guarded = lineSigns(text, signs, place, around.lineStart, careful)
  let typed = ""
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string
    const isPunctuation = punctuation.test(unit)
    if (!isPunctuation && !signs.starts.has(unit)) {
      typed += unit
      continue
    }
    const before = at > 0 ? (text[at - 1] as string) : around.before.slice(-1)
    run = at < run ? run : symmetricRun(text, at, signs, place, around, before)
    const isSign =
      at < run ||
      guarded.has(at) ||
      (careful && isPunctuation && isSignAnywhere(unit, signs)) ||
      opensSign(text, at, unit, signs, place, around, before)
    typed += isSign ? `\\${unit}` : unit
  }
  return around.lineStart || /[\r\n]/.test(typed) ? bareFirstAsterisk(typed, around.lineStart) : typed
}

const isSignAnywhere = (unit: string, { starts }: TypingSigns) => starts.has(unit) || "\\{}|".includes(unit)

/** Where a run of one character ends that would open or close a sign; the same place where it would not. */
function symmetricRun(
  text: string,
  at: number,
  { pairs }: TypingSigns,
  place: TypingPlace,
  around: Surroundings,
  before: string,
): number {
  const unit = text[at] as string
  const own = pairs.filter((pair) => pair.open === pair.close && pair.open[0] === unit)
  if (own.length === 0) return at
  let end = at
  while (text[end] === unit) end++
  const atEdge = (at === 0 && around.afterMark) || (end === text.length && around.beforeMark)
  const canClose = before !== "" && !/\s$/.test(before)
  const canOpen = end < text.length ? !/\s/.test(text[end] ?? "") : around.beforeMark
  const isSign = own.some(({ open, lenient, at: where }) => {
    if (atEdge) return true
    if (open.length !== end - at) return false
    if (place.closers.includes(open)) return canClose || !lenient
    return (canOpen || !lenient) && fitsAfter(before, where) && (!lenient || around.hasPartner(open, open))
  })
  return isSign ? end : at
}

function opensSign(
  text: string,
  at: number,
  unit: string,
  signs: TypingSigns,
  place: TypingPlace,
  around: Surroundings,
  before: string,
): boolean {
  const next = text[at + 1]
  if (unit === "\\")
    return next === undefined || /[\r\n]/.test(next) || punctuation.test(next) || signs.starts.has(next)
  if (place.cell && unit === "|") return true
  if (place.directive && (unit === "[" || unit === "]")) return true
  if (unit === "{" && at === 0 && around.afterMark) return true
  const rest = text.slice(at, at + 200)
  const breaksOff = (sign: string) =>
    around.beforeMark &&
    rest.length < sign.length &&
    at + rest.length === text.length &&
    sign.startsWith(rest)
  const stands = (sign: string) => rest.startsWith(sign) || breaksOff(sign)
  if (place.closers.some(stands) || place.separators.some(stands)) return true
  if (unit === "[" && noteReference.test(rest)) return true
  if (unit === "<" && signs.tags.size > 0) {
    const [, name = "", whole] = element.exec(rest) ?? []
    if (name !== "" && (whole !== undefined || signs.tags.has(name))) return true
  }
  if (unit === ":" && signs.profile.directives && !before.endsWith(":")) {
    if (directive.test(rest) || (around.beforeMark && directiveBegun.test(rest))) return true
  }
  const paired = signs.pairs.some(
    ({ open, close, lenient, at: where }) =>
      open !== close &&
      stands(open) &&
      fitsAfter(before, where) &&
      (!lenient || around.hasPartner(open, close)),
  )
  if (paired) return true
  const following = text.length - at > 200 ? rest : rest + around.after
  return signs.patterns.some(({ expression, at: where }) => {
    expression.lastIndex = 0
    return fitsAfter(before, where) && expression.test(following)
  })
}

/** Where characters stand that at the beginning of a line would begin a block. */
function lineSigns(
  text: string,
  { profile, lines }: TypingSigns,
  place: TypingPlace,
  lineStart: boolean,
  careful: boolean,
): ReadonlySet<number> {
  const guarded = new Set<number>()
  if (place.lines === "none" && !/[\r\n]/.test(text)) return guarded
  const ends = /\r\n|\n|\r|$/g
  for (let start = 0; start <= text.length; ) {
    ends.lastIndex = start
    const end = ends.exec(text)
    const line = text.slice(start, end?.index)
    if (start > 0 || lineStart) {
      const guard = (expression: RegExp) => {
        const found = expression.exec(line)
        if (found) guarded.add(start + (found[1] ?? "").length)
      }
      if (profile.directives) guard(/^( {0,3})::/)
      if (place.lines === "block" || start > 0) {
        if (profile.headings) guard(/^( {0,3})#{1,6}(?:[ \t]|$)/)
        if (profile.points) {
          guard(/^( {0,3}\(?\d{1,3})[.)](?:[ \t]|$)/)
          guard(careful ? /^( {0,3})\([a-z]\)(?:[ \t]|$)/ : /^( {0,3})\((?!s\))[a-z]\)(?:[ \t]|$)/)
        }
        if (profile.tables) guard(/^( {0,3})\|/)
        guard(/^( {0,3})(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/)
        if (lines.has(line.trim())) guard(/^(\s*)\S/)
      }
    }
    if (!end || end[0] === "") break
    start = end.index + end[0].length
  }
  return guarded
}

/** A line of nothing but escaped asterisks is a separator; with the first one bare it is text. */
function bareFirstAsterisk(typed: string, lineStart: boolean): string {
  const sign = /(^|[\n\r])([ \t]*)\\(\*(?:[ \t]*\\\*){2,}[ \t]*)(?=[\n\r]|$)/g
  return typed.replace(sign, (whole, lead: string, blanks: string, rest: string) =>
    lead === "" && !lineStart ? whole : lead + blanks + rest,
  )
}

/** `{#a hand=b}`; empty where there is nothing to say. */
export function typedBraces(values: Readonly<Record<string, string>>, place: BracesPlace): string {
  const { id, ...others } = values
  const said = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...Object.entries(others).map(([name, value]) => `${name}=${typedValue(value, place)}`),
  ]
  return said.length === 0 ? "" : `{${said.join(" ")}}`
}

type BracesPlace = Pick<TypingPlace, "stated" | "directive" | "cell">

/** A value in braces, in quotation marks where it is no single word. */
function typedValue(value: string, place: BracesPlace): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value)) return value
  const signs = new RegExp(
    `["\\\\${place.stated || place.directive ? "[\\]" : ""}${place.cell ? "|" : ""}]`,
    "g",
  )
  return `"${value.replace(signs, "\\$&")}"`
}
