import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Addition, Deletion, Inline, MarkupRange, Text } from "../model/transcription.js"
import { depthLimit, type Mark, marks, replacementSign } from "./marks.js"
import type { SourceText } from "./source-text.js"

/** An opened mark, waiting for its closing sign. */
interface Frame {
  readonly mark: Mark
  readonly at: number
  children: Inline[]
  /** In `{~~old~>new~~}`: what stood before `~>`. */
  struck?: { readonly children: Inline[]; readonly end: number }
}

export interface InlineReading {
  readonly children: readonly Inline[]
  readonly markup: readonly MarkupRange[]
  readonly diagnostics: readonly Diagnostic[]
}

const punctuation = /[!-/:-@[-`{-~]/
// Every place where something other than an ordinary character may begin.
const signal = /[\\~*<{+\- ]|\r?\n|\r/g
const opening = marks.filter((each) => each.open !== each.close)
const symmetric = marks.filter((each) => each.open === each.close)

/**
 * Reads the inline content of one block, `from` to `to` (UTF-16 offsets).
 *
 * Goes once from left to right with a stack of opened marks:
 *
 *     no later than ~~tomorrow <sup>noon</sup>~~.
 *                   ^ open      ^ open  ^ close ^ close
 *
 * A sign that pairs with nothing stays an ordinary character, with an error unless the mark is lenient.
 */
export function readInline(source: SourceText, from: number, to: number): InlineReading {
  const { text } = source
  const diagnostics: Diagnostic[] = []
  const markup: MarkupRange[] = []
  const root: Inline[] = []
  const stack: Frame[] = []
  const counts = new Map<Mark, number>()
  let tooDeep = false
  let pending = from
  let at = from

  const siblings = () => stack.at(-1)?.children ?? root
  const put = (child: Inline) => {
    const last = siblings().at(-1)
    // Neighbouring characters make one text, so that equal transcriptions give equal TEI.
    if (child.kind === "text" && last?.kind === "text") {
      siblings()[siblings().length - 1] = {
        ...last,
        text: last.text + child.text,
        span: { ...last.span, end: child.span.end },
      }
    } else siblings().push(child)
  }
  const textAt = (start: number, end: number): Text => ({
    kind: "text",
    text: text.slice(start, end),
    span: source.spanAt(start, end),
  })
  const flush = (end: number) => {
    if (end > pending) put(textAt(pending, end))
  }
  const skip = (length: number) => {
    markup.push({ start: at, end: at + length })
    at += length
    pending = at
  }
  const starts = (sign: string) => text.startsWith(sign, at) && at + sign.length <= to
  const isOpen = (each: Mark) => (counts.get(each) ?? 0) > 0
  const count = (each: Mark, by: number) => counts.set(each, (counts.get(each) ?? 0) + by)

  /** The mark turns out to be none: its sign is text, what it held moves out. */
  const dissolve = (frame: Frame) => {
    count(frame.mark, -1)
    stack.pop()
    const index = markup.findLastIndex((range) => range.start === frame.at)
    if (index >= 0) markup.splice(index, 1)
    put(textAt(frame.at, frame.at + frame.mark.open.length))
    if (frame.struck) {
      for (const child of frame.struck.children) put(child)
      const sign = frame.struck.end
      const signIndex = markup.findLastIndex((range) => range.start === sign)
      if (signIndex >= 0) markup.splice(signIndex, 1)
      put(textAt(sign, sign + replacementSign.length))
    }
    for (const child of frame.children) put(child)
  }
  const refuse = (frame: Frame) => {
    if (!frame.mark.lenient) {
      const values = { mark: frame.mark.open, closer: frame.mark.close }
      diagnostics.push(
        diagnose("mark-unclosed", values, source.spanAt(frame.at, frame.at + frame.mark.open.length)),
      )
    }
    dissolve(frame)
  }
  const open = (each: Mark) => {
    if (stack.length >= depthLimit) {
      if (!tooDeep)
        diagnostics.push(
          diagnose("mark-too-deep", { limit: depthLimit }, source.spanAt(at, at + each.open.length)),
        )
      tooDeep = true
      at += each.open.length
      return
    }
    flush(at)
    stack.push({ mark: each, at, children: [] })
    count(each, 1)
    skip(each.open.length)
  }
  const close = (each: Mark) => {
    flush(at)
    pending = at
    while (stack.at(-1)?.mark !== each) {
      const inner = stack.at(-1)
      if (!inner) return
      if (!inner.mark.lenient) {
        const values = { mark: each.close, inner: inner.mark.open }
        diagnostics.push(diagnose("mark-crossed", values, source.spanAt(at, at + each.close.length)))
      }
      dissolve(inner)
    }
    const frame = stack.pop()
    if (!frame) return
    count(each, -1)
    const end = at + each.close.length
    if (frame.children.length === 0 && !frame.struck) {
      diagnostics.push(diagnose("mark-empty", { mark: each.open }, source.spanAt(frame.at, end)))
    }
    put(meant(source, frame, at, end))
    skip(each.close.length)
  }
  const breakLine = (length: number, newline: number) => {
    flush(at)
    put({ kind: "line-break", span: source.spanAt(at, at + length) })
    skip(length - newline)
  }

  while (at < to) {
    signal.lastIndex = at
    const found = signal.exec(text)
    if (!found || found.index >= to) break
    at = found.index
    const unit = text[at]
    if (unit === "\\") {
      const next = text[at + 1] ?? ""
      if (at + 1 < to && (next === "\n" || next === "\r")) breakLine(2, 1)
      else if (at + 1 < to && punctuation.test(next)) {
        flush(at)
        skip(1)
        at += 1
      } else at += 1
      continue
    }
    if (unit === " ") {
      blanks.lastIndex = at
      const run = blanks.exec(text)
      const newline = run?.[1]?.length ?? 0
      // Two blanks or more before a line end stand for a line break on the page.
      if (run && newline > 0 && run[0].length - newline >= 2 && at + run[0].length <= to)
        breakLine(run[0].length, newline)
      else at += run?.[0].length ?? 1
      continue
    }
    const closing = opening.find((each) => isOpen(each) && starts(each.close))
    if (closing) {
      close(closing)
      continue
    }
    const top = stack.at(-1)
    if (top?.mark.meaning.kind === "substitution" && !top.struck && starts(replacementSign)) {
      flush(at)
      top.struck = { children: top.children, end: at }
      top.children = []
      skip(replacementSign.length)
      continue
    }
    const opened = opening.find((each) => starts(each.open))
    if (opened) {
      open(opened)
      continue
    }
    const stray = opening.find((each) => each.close.startsWith("</") && starts(each.close))
    if (stray) {
      const span = source.spanAt(at, at + stray.close.length)
      // What was opened beyond the limit is not counted, so what closes it is no second mistake.
      if (!tooDeep)
        diagnostics.push(diagnose("mark-unopened", { mark: stray.close, opener: stray.open }, span))
      at += stray.close.length
      continue
    }
    if (unit === "~" || unit === "*") {
      let end = at
      while (end < to && text[end] === unit) end++
      const pair = symmetric.find((each) => each.open === text.slice(at, end))
      const before = text[at - 1]
      const canClose = at > from && before !== undefined && !/\s/.test(before)
      const canOpen = end < to && !/\s/.test(text[end] ?? " ")
      if (pair && isOpen(pair) && (canClose || !pair.lenient)) close(pair)
      else if (pair && (canOpen || !pair.lenient)) open(pair)
      else at = end
      continue
    }
    at += 1
  }
  at = to
  flush(to)
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) refuse(frame)
  // An unclosed mark is known only at the end; its place comes before that of others.
  diagnostics.sort((a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0))
  return { children: root, markup, diagnostics }
}

const blanks = / +(\r?\n|\r)?/y

function meant(source: SourceText, frame: Frame, at: number, end: number): Inline {
  const { mark, children } = frame
  const span = source.spanAt(frame.at, end)
  switch (mark.meaning.kind) {
    case "deletion":
      return { kind: "deletion", rend: "strikethrough", instant: false, children, span }
    case "addition":
      return { kind: "addition", place: mark.meaning.place, children, span }
    case "highlight":
      return { kind: "highlight", rend: mark.meaning.rend, children, span }
    case "note":
      return { kind: "note", children, span }
    case "substitution": {
      const split = frame.struck?.end ?? at
      const struck: Deletion = {
        kind: "deletion",
        rend: "strikethrough",
        instant: false,
        children: frame.struck?.children ?? children,
        span: source.spanAt(frame.at + mark.open.length, split),
      }
      if (!frame.struck) return { ...struck, span }
      const added: Addition = {
        kind: "addition",
        place: "inline",
        children,
        span: source.spanAt(split + replacementSign.length, at),
      }
      return { kind: "substitution", parts: [struck, added], span }
    }
    default:
      return mark.meaning satisfies never
  }
}
