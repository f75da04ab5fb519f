import { diagnose } from "../diagnostics/diagnostic.js"
import { isPhenomenon, phenomena } from "../model/phenomena.js"
import { type OpeningTag, readAttributeList, readTag, readUnreadableTag } from "./attributes.js"
import { aliases } from "./directives.js"
import { filled } from "./frame.js"
import { suggestDirective, suggestForTag } from "./guesses.js"
import type { InlineReading } from "./inline.js"
import { knownTags } from "./known-tags.js"
import type { MarkStack, OnUse } from "./mark-stack.js"
import { extentOf, type PairSign, type Pattern, phenomenonOf, type Signs, unitOf } from "./notation.js"

const directive = /:([A-Za-z]+(?:-[A-Za-z]+)*)(?=[[{])/y
const noteReference = /\[\^([\w-]{1,20})\]/y
const closingTag = /<\/([a-zA-Z][\w-]*)>/y
const wordCharacter = /[\p{L}\p{M}\p{N}]/u

/** Whether a sign may stand here, at the beginning of a word or directly after one. */
export const fits = (reader: MarkStack, place: PairSign["at"]): boolean =>
  place === "anywhere" ||
  // “[^1.]” was meant as the anchor of a note.
  (wordCharacter.test(reader.before()) === (place === "after-word") &&
    !(reader.before() === "[" && reader.source.text[reader.at] === "^"))

/** Characters with places to be filled: `[3 words illegible]`, `[word?]`. */
export function readPattern(
  reader: MarkStack,
  signs: Signs,
  readInside: (from: number, to: number) => InlineReading,
  onUse: OnUse,
): boolean {
  const { text } = reader.source
  for (const pattern of signs.patterns.get(text[reader.at] ?? "") ?? []) {
    if (!fits(reader, pattern.at)) continue
    pattern.expression.lastIndex = reader.at
    const found = pattern.expression.exec(text)
    if (!found || reader.at + found[0].length > reader.to) continue
    const after = afterPattern(reader, signs, pattern, reader.at + found[0].length)
    if (!after) continue
    takePattern(reader, pattern, found, readInside, onUse, after)
    return true
  }
  return false
}

interface After {
  readonly doubted: boolean
  readonly length: number
}

/** What belongs to a pattern after it: the sign of doubt, and a blank; undefined where it is not whole. */
function afterPattern(reader: MarkStack, signs: Signs, pattern: Pattern, end: number): After | undefined {
  const { text } = reader.source
  const doubt = signs.profile.doubt ?? ""
  const blankAt = (at: number) => (at >= reader.to ? 0 : text[at] === " " ? 1 : undefined)
  const doubted = doubt !== "" && text.startsWith(doubt, end) ? blankAt(end + doubt.length) : undefined
  if (doubted !== undefined && end + doubt.length <= reader.to)
    return { doubted: true, length: doubt.length + doubted }
  const blank = pattern.blank ? blankAt(end) : 0
  return blank === undefined ? undefined : { doubted: false, length: blank }
}

/** A sign of doubt directly before what closes or parts the innermost mark. */
export function readDoubt(reader: MarkStack): boolean {
  const top = reader.top()
  const doubt = top?.pair?.doubt
  if (!top?.pair || doubt === undefined || top.half || !reader.starts(doubt)) return false
  const after = reader.at + doubt.length
  const closes = [top.close, ...top.pair.separated.map((each) => each.separator)]
  if (!closes.some((sign) => reader.source.text.startsWith(sign, after) && after + sign.length <= reader.to))
    return false
  reader.flush()
  reader.pass(doubt.length)
  top.doubted = true
  return true
}

function takePattern(
  reader: MarkStack,
  pattern: Pattern,
  found: RegExpExecArray,
  readInside: (from: number, to: number) => InlineReading,
  onUse: OnUse,
  after: After,
): void {
  const { text } = reader.source
  const start = reader.at
  const end = start + found[0].length
  const name = phenomenonOf(pattern.notation) ?? "segment"
  const given: Record<string, string> = { ...pattern.notation.attributes }
  let words: readonly [number, number] | undefined
  pattern.slots.forEach((slot, index) => {
    const value = found[index + 1] ?? ""
    if (slot === "content" || slot === "word") {
      // The words are the first place to be filled or the last one, so that searching finds them.
      const lead = start + (index === 0 ? found[0].indexOf(value) : found[0].lastIndexOf(value))
      words = [lead, lead + value.length]
    } else if (slot === "extent") Object.assign(given, extentOf(value))
    else given[slot] = slot === "unit" ? unitOf(value) : value
  })
  const inside = words && readInside(...words)
  reader.flush()
  const [lead, last] = words ?? [end, end]
  const sign = text.slice(start, Math.max(lead, start + 1))
  if (lead > start) reader.take([{ start, end: lead }])
  if (inside) {
    reader.take(inside.markup)
    for (const problem of inside.diagnostics) reader.diagnostics.push(problem)
  }
  reader.at = last
  reader.pass(end - last + after.length)
  if (after.doubted) given["cert"] = "low"
  onUse(pattern.notation, start, end)
  const children = inside?.children ?? []
  reader.finish({ name, given: filled(given, children), sign, children }, [], start)
}

/** `<sup>`, `<gap reason="…"/>`, `</sup>` that closes nothing, and tags that the profile does not have. */
export function readTagSign(reader: MarkStack, signs: Signs, onUse: OnUse): void {
  const { source, at, to } = reader
  const tag = readTag(source, at, to)
  const notation = tag
    ? signs.tags.get(tag.name)?.find(({ sign }) => {
        const where = sign.kind === "tag" ? Object.entries(sign.where) : []
        return where.every(([name, value]) =>
          tag.attributes.some((a) => a.name === name && a.value === value),
        )
      })
    : undefined
  const name = notation && phenomenonOf(notation)
  if (tag && notation?.sign.kind === "tag" && name) {
    const { attributes, where } = notation.sign
    const typed = tag.attributes
      .filter((each) => where[each.name] === undefined)
      .map((each) => ({ ...each, name: attributes[each.name] ?? each.name }))
    const sign = `<${tag.name}>`
    const close = `</${tag.name}>`
    const closes = closesSoon(source.text, close, tag.end, to)
    if (!tag.empty && (phenomena[name].content === "inline" || closes)) {
      reader.open({ notation, open: sign, close, lenient: false, typed }, tag.end - at)
      return
    }
    reader.flush()
    reader.pass(tag.end - at)
    onUse(notation, at, reader.at)
    reader.finish({ name, given: notation.attributes, sign, children: [] }, typed, at)
    return
  }
  const unreadable = tag ? undefined : readUnreadableTag(source, at, to)
  const meant =
    unreadable &&
    signs.tags
      .get(unreadable.name)
      ?.find(({ sign }) => sign.kind === "tag" && Object.keys(sign.where).length === 0)
  if (unreadable && meant) {
    // Read as if nothing were said in it, so that what closes it is no second mistake.
    const sign = `<${unreadable.name}>`
    const span = source.spanAt(at, unreadable.end)
    reader.diagnostics.push(diagnose("attributes-unreadable", { name: sign }, span))
    const mark = { notation: meant, open: sign, close: `</${unreadable.name}>`, lenient: true, typed: [] }
    reader.open(mark, unreadable.end - at)
    return
  }
  closingTag.lastIndex = at
  const closing = tag ? null : closingTag.exec(source.text)
  const typed = tag ? source.text.slice(at, tag.end) : (closing?.[0] ?? "")
  const named = tag?.name ?? closing?.[1] ?? ""
  const whole = typed !== "" && at + typed.length <= to
  const span = source.spanAt(at, Math.min(to, at + Math.max(1, typed.length)))
  if (whole && closing && signs.tags.has(named)) {
    const values = { mark: typed, opener: `<${named}>` }
    if (!reader.isTooDeep() && !reader.takeCrossed(typed))
      reader.diagnostics.push(diagnose("mark-unopened", values, span))
  } else if (whole && (knownTags.has(named) || (tag && looksLikeElement(source.text, tag, to)))) {
    const suggestion = suggestForTag(named, [...signs.tags.keys()])
    const values = { tag: typed, profile: signs.profile.name, suggestion }
    reader.diagnostics.push(diagnose("tag-unknown", values, span))
  }
  reader.at += Math.max(1, whole ? typed.length : 1)
}

/** “<unlcear>boat</unlcear>” and “<x/>” are elements; “<Ada>” may stand on the page. */
const looksLikeElement = (text: string, { name, end, empty }: OpeningTag, to: number) =>
  empty || text.slice(end, Math.min(to, end + reach)).includes(`</${name}>`)

/** How far a tag that should hold nothing is searched for its end. */
const reach = 200

/** Whether an element is closed within a few words, without another tag between. */
function closesSoon(text: string, close: string, from: number, to: number): boolean {
  const near = text.slice(from, Math.min(to, from + reach))
  const next = near.indexOf("<")
  return next >= 0 && near.startsWith(close, next)
}

/** `:unclear[word]`, `:gap{quantity=3 unit=chars}`. */
export function readDirective(reader: MarkStack): boolean {
  const { source, at, to } = reader
  directive.lastIndex = at
  const found = directive.exec(source.text)
  const before = reader.before()
  if (!found || at + found[0].length >= to || before === ":") return false
  if (source.text[at - 1] === ":") return false
  const [sign, typed = ""] = found
  const alias = Object.hasOwn(aliases, typed) ? aliases[typed] : undefined
  const name = alias ? alias.name : typed
  if (!isPhenomenon(name)) {
    // “No:[blank]” is no directive; directly after a word only the name of one tells.
    if (wordCharacter.test(before)) return false
    const suggestion = suggestDirective(typed)
    const span = source.spanAt(at, at + sign.length)
    reader.diagnostics.push(diagnose("directive-unknown", { name: sign, suggestion }, span))
    return false
  }
  const given = alias?.attributes ?? {}
  if (source.text[at + sign.length] === "[") {
    const mark = { directive: name, given, open: `${sign}[`, close: "]", lenient: false, typed: [] }
    reader.open(mark, sign.length + 1)
    return true
  }
  if (!readAttributeList(source, at + sign.length, to)) {
    const span = source.spanAt(at, at + sign.length + 1)
    reader.diagnostics.push(diagnose("attributes-unreadable", { name: sign }, span))
    return false
  }
  reader.flush()
  reader.pass(sign.length)
  reader.finish({ name, given, sign, children: [] }, [], at)
  return true
}

/** `[^1]`: where a note hangs that is typed below. */
export function readNoteReference(reader: MarkStack): boolean {
  noteReference.lastIndex = reader.at
  const found = noteReference.exec(reader.source.text)
  if (!found || reader.at + found[0].length > reader.to) return false
  reader.flush()
  const end = reader.at + found[0].length
  const span = reader.source.spanAt(reader.at, end)
  reader.pass(found[0].length)
  reader.put({ kind: "note-reference", label: found[1] ?? "", span })
  return true
}

/** A closing sign of an opened mark: the innermost one's first, then the longest. */
export function closerHere(reader: MarkStack, signs: Signs): string | undefined {
  const top = reader.top()
  if (!top) return undefined
  if (top.pair?.open !== top.close && reader.starts(top.close)) return top.close
  const unit = reader.source.text[reader.at] ?? ""
  if (unit === "]" && reader.isOpen("]")) return "]"
  if (unit === "<") {
    closingTag.lastIndex = reader.at
    const tag = closingTag.exec(reader.source.text)?.[0]
    if (tag && reader.isOpen(tag) && reader.starts(tag)) return tag
  }
  return signs.closers.get(unit)?.find((sign) => reader.isOpen(sign) && reader.starts(sign))
}

const nothing: readonly never[] = []

export function openPair(reader: MarkStack, pair: PairSign): void {
  const { open, close, lenient, plain } = pair
  reader.open({ pair, open, close, lenient, typed: nothing, notation: plain }, open.length)
}

/** A sign that opens and closes alike, such as `~~` and `*`; only a run of just its length counts. */
export function readSymmetric(reader: MarkStack, signs: Signs, unit: string): boolean {
  const pairs = signs.symmetric.get(unit)
  if (!pairs) return false
  const { text } = reader.source
  let end = reader.at
  while (end < reader.to && text[end] === unit) end++
  const before = reader.before()
  const canClose = before !== "" && !/\s/.test(before)
  const canOpen = end < reader.to && !/\s/.test(text[end] ?? " ")
  for (const pair of pairs) {
    if (pair.open.length !== end - reader.at || !reader.starts(pair.open)) continue
    if (reader.isOpen(pair.close) && (canClose || !pair.lenient)) {
      reader.close(pair.close)
      return true
    }
    if ((canOpen || !pair.lenient) && fits(reader, pair.at)) {
      openPair(reader, pair)
      return true
    }
  }
  reader.at = end
  return true
}
