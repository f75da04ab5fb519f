import { type Diagnostic, diagnose, inFileOrder } from "../diagnostics/diagnostic.js"
import type { SourceText } from "../model/source-text.js"
import type { Inline, MarkupRange } from "../model/transcription.js"
import { looksLikeAttributes, readAttributeList } from "./attributes.js"
import { isDirective } from "./block-directives.js"
import { separatorsOf } from "./frame.js"
import {
  closerHere,
  fits,
  openPair,
  readDirective,
  readDoubt,
  readNoteReference,
  readPattern,
  readSymmetric,
  readTagSign,
} from "./inline-signs.js"
import { type MarkStack, type OnUse, openMarkStack } from "./mark-stack.js"
import type { Signs } from "./notation.js"

export interface InlineReading {
  readonly children: readonly Inline[]
  readonly markup: readonly MarkupRange[]
  readonly diagnostics: readonly Diagnostic[]
}

const punctuation = /[!-/:-@[-`{-~]/
const ignore: OnUse = () => {}

/**
 * Reads the inline content of one block, `from` to `to` (UTF-16 offsets).
 *
 * Goes once from left to right with a stack of opened marks:
 *
 *     no later than ~~tomorrow <sup>noon</sup>~~{hand=b}.
 *                   ^ open      ^ open  ^ close ^ close, and what is said of it
 *
 * A sign that pairs with nothing stays an ordinary character, with an error unless the sign is lenient.
 */
export function readInline(
  source: SourceText,
  from: number,
  to: number,
  signs: Signs,
  onUse: OnUse = ignore,
): InlineReading {
  const { text } = source
  const { opening } = signs
  opening.lastIndex = from
  // Most paragraphs are words and nothing else.
  if (signs.combining.length === 0 && (!opening.test(text) || opening.lastIndex > to)) {
    const span = source.spanAt(from, to)
    const children: readonly Inline[] = from < to ? [{ kind: "text", text: text.slice(from, to), span }] : []
    return { children, markup: [], diagnostics: [] }
  }
  const readAll = (words: SourceText) => readInline(words, 0, words.text.length, signs)
  const reader = openMarkStack(source, from, to, onUse, signs.combining, readAll)
  const readInside = (start: number, end: number) => readInline(source, start, end, signs, onUse)
  while (reader.at < to) {
    const signal = reader.top() ? signs.signal : opening
    signal.lastIndex = reader.at
    // Unlike `exec`, `test` makes no list of what it found. All signals but CRLF are one character.
    if (!signal.test(text)) break
    const end = signal.lastIndex
    const length = end - reader.at >= 2 && text[end - 1] === "\n" && text[end - 2] === "\r" ? 2 : 1
    if (end - length >= to) break
    reader.at = end - length
    const unit = text[reader.at] ?? ""
    if (unit === "\\" && signs.profile.escapes) readEscape(reader, signs)
    else if (unit === "\n" || unit === "\r") readLineEnd(reader, signs, length)
    else readSign(reader, signs, unit, readInside, onUse)
  }
  reader.at = to
  reader.flush()
  reader.refuseAll()
  const { diagnostics } = reader
  // An unclosed mark is known only at the end; its place comes before that of others.
  inFileOrder(diagnostics)
  return { children: reader.children, markup: reader.markup(), diagnostics }
}

function readSign(
  reader: MarkStack,
  signs: Signs,
  unit: string,
  readInside: (start: number, end: number) => InlineReading,
  onUse: OnUse,
): void {
  if (readDoubt(reader)) return
  const closer = closerHere(reader, signs)
  if (closer !== undefined) {
    const holder = closer === "]" ? reader.innermostDirective() : undefined
    // “:note[see [sic]]”: a bracket that was opened inside is closed first.
    if (holder && holder.brackets > 0) {
      holder.brackets--
      reader.at += 1
    } else reader.close(closer)
    return
  }
  const top = reader.top()
  const separator = top && !top.half && separatorsOf(top).find((each) => reader.starts(each.separator))
  if (separator) {
    reader.part(separator)
    return
  }
  if (unit === "[" && readNoteReference(reader)) return
  if (readPattern(reader, signs, readInside, onUse)) return
  const opened = signs.pairs
    .get(unit)
    ?.find(
      (pair) =>
        pair.open !== pair.close &&
        reader.starts(pair.open) &&
        fits(reader, pair.at) &&
        (!pair.within || reader.isWithin(pair.within)),
    )
  if (opened) {
    openPair(reader, opened)
    return
  }
  if (unit === "<" && signs.tags.size > 0) {
    readTagSign(reader, signs, onUse)
    return
  }
  if (unit === ":" && signs.profile.directives && readDirective(reader)) return
  if (readSymmetric(reader, signs, unit)) return
  if (signs.profile.directives) reportLeft(reader, signs, unit)
  if (unit === "[") {
    const holder = reader.innermostDirective()
    if (holder) holder.brackets++
  }
  reader.at += 1
}

const amidLine = /::([a-z]+(?:-[a-z]+)*)[[{]/y

/** What was meant as a sign and is none where it stands: braces after a blank, two colons amid a line. */
function reportLeft(reader: MarkStack, signs: Signs, unit: string): void {
  const { source, at, to } = reader
  if (unit === "{" && looksLikeAttributes(source, at) && !isOfUnknown(reader)) {
    const list = readAttributeList(source, at, to)
    const sign = source.text.slice(at, Math.min(list?.end ?? at + 1, at + 40))
    const suggestion =
      "Put it directly after the sign that it says something of, or type \\{ if the brace stands on the page."
    const values = { sign, profile: signs.profile.name, suggestion }
    if (list) reader.diagnostics.push(diagnose("sign-left", values, source.spanAt(at, list.end)))
  }
  if (unit !== ":" || reader.before() === ":") return
  amidLine.lastIndex = at
  const name = amidLine.exec(source.text)?.[1]
  if (name !== undefined && isDirective(name)) {
    const end = at + 2 + name.length
    reader.diagnostics.push(diagnose("directive-alone", { name }, source.spanAt(at, end)))
    // Its braces are no second mistake; the last character is passed over by whoever called.
    reader.at = (readAttributeList(source, end, to)?.end ?? end) - 1
  }
}

/** Whether braces belong to a directive or container whose name was told to be unknown: one cause, one message. */
function isOfUnknown({ source, at, diagnostics }: MarkStack): boolean {
  const { text } = source
  const unknown = diagnostics.filter((each) => each.code === "directive-unknown")
  if (text[at - 1] === "]" && unknown.length > 0) return true
  if (unknown.some((each) => each.span?.end.offset === at)) return true
  const line = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1
  return /^ {0,3}:::[a-z-]+$/.test(text.slice(line, at))
}

/** A backslash makes a sign an ordinary character, and stands before a line end for a line break on the page. */
function readEscape(reader: MarkStack, signs: Signs): void {
  const next = reader.at + 1 < reader.to ? (reader.source.text[reader.at + 1] ?? "") : ""
  if (next === "\n" || next === "\r") breakLine(reader, 1)
  else if (next !== "" && (punctuation.test(next) || signs.starts.has(next))) {
    reader.flush()
    reader.pass(1)
    reader.at += 1
  } else reader.at += 1
}

/** Two blanks or more before a line end stand for a line break on the page, as do all line ends in some houses. */
function readLineEnd(reader: MarkStack, signs: Signs, newline: number): void {
  const { text } = reader.source
  const end = reader.at
  const least = reader.pending()
  while (reader.at > least && text[reader.at - 1] === " ") reader.at--
  if (end - reader.at >= 2) breakLine(reader, end - reader.at)
  else {
    reader.at = end
    if (signs.profile.lineEnds === "break") {
      reader.flush()
      if (!reader.endsWithLine()) breakLine(reader, 0)
    }
  }
  reader.at = end + newline
}

const brokenWord = /\p{L}[-\u2010\u2e17\u00ac]$/u

/** `length`: of the signs that stand for the break, before the line end. */
function breakLine(reader: MarkStack, length: number): void {
  const { source, at, to } = reader
  const { text } = source
  reader.flush()
  const next = at + length + (text.startsWith("\r\n", at + length) ? 2 : 1)
  // “tomor-” and “row” on two lines are one word.
  const breaksWord =
    next < to &&
    brokenWord.test(text.slice(Math.max(reader.from, at - 3), at)) &&
    /^\p{Ll}/u.test(text.slice(next, next + 2))
  reader.put({ kind: "line-break", breaksWord, span: source.spanAt(at, at + Math.max(length, 1)) })
  if (length > 0) reader.pass(length)
}
