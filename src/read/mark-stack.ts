import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { PhenomenonName } from "../model/phenomena.js"
import type { Notation } from "../model/profile.js"
import type { SourceText } from "../model/source-text.js"
import type { Inline, MarkupRange, Text } from "../model/transcription.js"
import { looksLikeAttributes, readAttributeList, type TypedAttribute } from "./attributes.js"
import { combined } from "./combining.js"
import { type Frame, frameMeaning, type OpenedMark, separatorsOf } from "./frame.js"
import type { InlineReading } from "./inline.js"
import { meaningOf, type ReadMark } from "./meaning.js"
import { type Combining, tailOf } from "./notation.js"
import { readWords } from "./words.js"

/** How deep marks may nest. */
export const depthLimit = 128

/** Told of every notation that is used, with its offsets, for what is to be said of it. */
export type OnUse = (notation: Notation, start: number, end: number) => void

/**
 * Where the reading of a run of inline content stands: the place in the source, the marks opened there,
 * and what has been read. Characters between `pending` and `at` are text that has not been put yet.
 */
export interface MarkStack {
  at: number
  readonly from: number
  readonly to: number
  readonly source: SourceText
  readonly diagnostics: Diagnostic[]
  readonly children: readonly Inline[]
  markup(): readonly MarkupRange[]
  /** Whether this sign would have closed a mark that another one crossed: told there, and only once. */
  takeCrossed(close: string): boolean
  /** Whether marks were opened beyond the limit, whose closing signs are then no second mistake. */
  isTooDeep(): boolean
  top(): Frame | undefined
  innermostDirective(): Frame | undefined
  /** Whether a line end was typed here expressly, with nothing but blanks after it. */
  endsWithLine(): boolean
  isOpen(close: string): boolean
  /** Where the characters begin that were not put yet. */
  pending(): number
  isWithin(name: PhenomenonName): boolean
  starts(sign: string): boolean
  /** The character before this place; empty at the beginning of the run. */
  before(): string
  flush(): void
  put(child: Inline): void
  /** Takes the next characters as mark-up. */
  pass(length: number): void
  /** Takes over mark-up that was read elsewhere. */
  take(ranges: readonly MarkupRange[]): void
  open(mark: OpenedMark, length: number): void
  part(separator: { readonly separator: string; readonly notation?: Notation }): void
  close(sign: string): void
  finish(mark: Omit<ReadMark, "span" | "typed">, typed: readonly TypedAttribute[], start: number): void
  refuseAll(): void
}

export function openMarkStack(
  source: SourceText,
  from: number,
  to: number,
  onUse: OnUse,
  combining: readonly Combining[],
  readAll: (words: SourceText) => InlineReading,
): MarkStack {
  const { text } = source
  const diagnostics: Diagnostic[] = []
  const markup: (MarkupRange | undefined)[] = []
  const root: Inline[] = []
  const stack: Frame[] = []
  const opened = new Map<string, number>()
  const crossed: string[] = []
  let siblings = root
  let tooDeep = false
  let pending = from

  const textAt = (start: number, end: number): Text => ({
    kind: "text",
    text: text.slice(start, end),
    span: source.spanAt(start, end),
  })
  const put = (child: Inline) => {
    const last = siblings[siblings.length - 1]
    // Neighbouring characters make one text, so that equal transcriptions give equal TEI.
    if (child.kind === "text" && last?.kind === "text") {
      const span = { ...last.span, end: child.span.end }
      siblings[siblings.length - 1] = { kind: "text", text: last.text + child.text, span }
    } else siblings.push(child)
  }
  const count = (close: string, by: number) => opened.set(close, (opened.get(close) ?? 0) + by)
  const pop = () => {
    const frame = stack.pop()
    if (frame) count(frame.close, -1)
    siblings = stack.at(-1)?.children ?? root
  }
  /** The mark turns out to be none: its sign is text, what it held moves out. */
  const dissolve = (frame: Frame) => {
    pop()
    markup[frame.markup] = undefined
    put(textAt(frame.at, frame.inner))
    if (frame.half) {
      const { children, end, separator } = frame.half
      for (const child of children) put(child)
      markup[frame.half.markup] = undefined
      put(textAt(end, end + separator.length))
    }
    for (const child of frame.children) put(child)
  }
  const refuse = (frame: Frame) => {
    if (!frame.lenient) {
      const span = source.spanAt(frame.at, frame.inner)
      diagnostics.push(diagnose("mark-unclosed", { mark: frame.open, closer: frame.close }, span))
    }
    dissolve(frame)
  }
  /** What became an attribute is mark-up as a whole, whatever was read inside it. */
  const hide = (frame: Frame, start: number, end: number) => {
    for (let index = frame.markup + 1; index < markup.length; index++) {
      const range = markup[index]
      if (range && range.start >= start && range.end <= end) markup[index] = undefined
    }
    if (end > start) markup.push({ start, end })
  }

  const reader: MarkStack = {
    at: from,
    from,
    to,
    source,
    diagnostics,
    children: root,
    markup: () => markup.filter((range) => range !== undefined),
    isTooDeep: () => tooDeep,
    takeCrossed: (close) => {
      const index = crossed.indexOf(close)
      if (index >= 0) crossed.splice(index, 1)
      return index >= 0
    },
    top: () => stack.at(-1),
    endsWithLine: () => {
      const last = siblings.at(-1)
      const before = last?.kind === "text" && last.text.trim() === "" ? siblings.at(-2) : last
      return before?.kind === "mark" && before.name === "line"
    },
    innermostDirective: () => stack.findLast((frame) => frame.directive !== undefined),
    isWithin: (name) => stack.some((frame) => frame.notation?.means === name || frame.directive === name),
    pending: () => pending,
    isOpen: (close) => (opened.get(close) ?? 0) > 0,
    starts: (sign) => text.startsWith(sign, reader.at) && reader.at + sign.length <= to,
    before: () => (reader.at > from ? (text[reader.at - 1] ?? "") : ""),
    put,
    flush: () => {
      if (reader.at > pending && combining.length === 0) put(textAt(pending, reader.at))
      else if (reader.at > pending) {
        const found = combined(source, pending, reader.at, combining)
        for (const child of found.children) put(child)
        for (const range of found.markup) markup.push(range)
      }
      pending = reader.at
    },
    pass: (length) => {
      markup.push({ start: reader.at, end: reader.at + length })
      reader.at += length
      pending = reader.at
    },
    take: (ranges) => {
      for (const range of ranges) markup.push(range)
    },
    open: (mark, length) => {
      const { at } = reader
      if (stack.length >= depthLimit) {
        if (!tooDeep)
          diagnostics.push(diagnose("mark-too-deep", { limit: depthLimit }, source.spanAt(at, at + length)))
        tooDeep = true
        reader.at += length
        return
      }
      reader.flush()
      siblings = []
      // Every mark of the same form, so that reading many of them stays quick.
      const frame: Frame = {
        pair: mark.pair,
        notation: mark.notation,
        directive: mark.directive,
        given: mark.given,
        open: mark.open,
        close: mark.close,
        lenient: mark.lenient,
        typed: mark.typed,
        at,
        inner: at + length,
        children: siblings,
        brackets: 0,
        markup: markup.length,
      }
      stack.push(frame)
      count(mark.close, 1)
      reader.pass(length)
    },
    part: (separator) => {
      const top = stack.at(-1)
      if (!top) return
      reader.flush()
      top.half = { ...separator, children: top.children, end: reader.at, markup: markup.length }
      siblings = []
      top.children = siblings
      reader.pass(separator.separator.length)
    },
    close: (sign) => {
      const { at } = reader
      reader.flush()
      while (stack.at(-1)?.close !== sign) {
        const inner = stack.at(-1)
        if (!inner) return
        if (!inner.lenient) {
          const span = source.spanAt(at, at + sign.length)
          diagnostics.push(diagnose("mark-crossed", { mark: sign, inner: inner.open }, span))
          crossed.push(inner.close)
        }
        dissolve(inner)
      }
      const frame = stack.at(-1) as Frame
      const notation = frame.half?.notation ?? frame.notation
      // A sign that means something only with its two halves parted is none without.
      const [needed] = separatorsOf(frame)
      if (!frame.half && needed && !frame.notation) {
        const values = { mark: frame.open, closer: sign, separator: needed.separator }
        diagnostics.push(diagnose("separator-missing", values, source.spanAt(frame.at, at + sign.length)))
        dissolve(frame)
        reader.at += sign.length
        // What was said of the sign is no second mistake.
        if (text[reader.at] === "{") reader.at = readAttributeList(source, reader.at, to)?.end ?? reader.at
        return
      }
      pop()
      const meant = frameMeaning(frame, at, source)
      for (const [start, end] of meant.hidden) hide(frame, start, end)
      reader.pass(sign.length)
      const { tail, blank } = frame.pair ?? {}
      let { mark } = meant
      if (tail) {
        const expression = tailOf(tail)
        expression.lastIndex = reader.at
        const value = expression.exec(text)?.[0] ?? ""
        mark = { ...mark, given: { ...mark.given, [tail]: value } }
        reader.pass(value.length)
      }
      if (blank && reader.starts(" ")) reader.pass(1)
      if (notation) onUse(notation, frame.at, reader.at)
      reader.finish(mark, frame.typed, frame.at)
    },
    finish: (mark, typed, start) => {
      const braces = text[reader.at] === "{" && reader.at < to
      const list = braces ? readAttributeList(source, reader.at, to) : undefined
      const unreadable = braces && !list && looksLikeAttributes(source, reader.at)
      if (list) reader.pass(list.end - reader.at)
      if (unreadable) {
        const place = source.spanAt(reader.at, reader.at + 1)
        diagnostics.push(diagnose("attributes-unreadable", { name: `:${mark.name}` }, place))
      }
      const all = list ? [...typed, ...list.attributes] : typed
      const span = source.spanAt(start, reader.at)
      const corr = mark.name === "sic" ? all.find((each) => each.name === "corr")?.value : undefined
      const words = corr === undefined ? undefined : readWords(corr, span, readAll)
      const read: ReadMark = { ...mark, typed: all, unreadable, span }
      const meant = meaningOf(words ? { ...read, remedy: words.children } : read, source)
      for (const problem of words?.diagnostics ?? []) diagnostics.push(problem)
      for (const problem of meant.diagnostics) diagnostics.push(problem)
      put(meant.inline)
    },
    refuseAll: () => {
      for (let frame = stack.at(-1); frame; frame = stack.at(-1)) refuse(frame)
    },
  }
  return reader
}
