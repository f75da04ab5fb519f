import type { PhenomenonName } from "../model/phenomena.js"
import type { Notation } from "../model/profile.js"
import type { SourceText } from "../model/source-text.js"
import type { Inline } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import type { TypedAttribute } from "./attributes.js"
import { replacementSign } from "./directives.js"
import type { ReadMark } from "./meaning.js"
import { type PairSign, phenomenonOf } from "./notation.js"

/** An opened mark, waiting for its closing sign. Offsets are UTF-16 units in the file. */
export interface Frame extends OpenedMark {
  readonly at: number
  /** After the opening sign. */
  readonly inner: number
  children: Inline[]
  /** What stood before the sign that parts its two halves. */
  half?: FirstHalf
  /** The editor is not sure of it. */
  doubted?: boolean
  /** Brackets opened inside a directive and not closed yet. */
  brackets: number
  /** The number of its opening sign among the stretches of mark-up. */
  readonly markup: number
}

export interface OpenedMark {
  readonly pair?: PairSign | undefined
  /** What it means, for a sign or a tag; a directive names its phenomenon itself. */
  readonly notation?: Notation | undefined
  readonly directive?: PhenomenonName | undefined
  readonly given?: Readonly<Record<string, string>> | undefined
  /** For messages. */
  readonly open: string
  readonly close: string
  /** Its sign is an ordinary character where it is not paired. */
  readonly lenient: boolean
  /** Attributes typed in the opening tag. */
  readonly typed: readonly TypedAttribute[]
}

interface Separator {
  readonly separator: string
  readonly notation?: Notation
}

interface FirstHalf extends Separator {
  readonly children: readonly Inline[]
  readonly end: number
  readonly markup: number
}

const replacement: readonly Separator[] = [{ separator: replacementSign }]

/** The signs that would part this mark in two halves. */
export function separatorsOf(frame: Frame): readonly Separator[] {
  if (frame.directive)
    return frame.directive === "substitution" || frame.directive === "overwriting" ? replacement : []
  return frame.pair?.separated ?? []
}

/** What a closed frame means; `hidden` are stretches of it that became attributes and are no text of the page. */
export function frameMeaning(
  frame: Frame,
  end: number,
  source: SourceText,
): {
  readonly mark: Omit<ReadMark, "span" | "typed">
  readonly hidden: readonly (readonly [number, number])[]
} {
  const notation = frame.half?.notation ?? frame.notation
  const name = frame.directive ?? (notation && phenomenonOf(notation)) ?? "segment"
  const given: Record<string, string> = { ...frame.given, ...notation?.attributes }
  if (frame.doubted) given["cert"] = "low"
  const sign = frame.open
  const { half } = frame
  if (!half) {
    const { children } = frame
    return { mark: { name, given: filled(given, children), sign, children }, hidden: [] }
  }
  const second = half.end + half.separator.length
  const parts = [
    { children: half.children, start: frame.inner, end: half.end },
    { children: frame.children, start: second, end },
  ]
  const roles =
    notation?.sign.kind === "pair" ? (notation.sign.halves ?? ["struck", "added"]) : ["struck", "added"]
  const hidden: [number, number][] = []
  let children: readonly Inline[] = []
  let remedy: readonly Inline[] | undefined
  const revised = new Map<string, { children: readonly Inline[]; span: ReturnType<SourceText["spanAt"]> }>()
  parts.forEach((part, index) => {
    const role = roles[index] ?? "content"
    if (role === "content") children = part.children
    else if (role === "struck" || role === "added")
      revised.set(role, { children: part.children, span: source.spanAt(part.start, part.end) })
    else {
      // “[[ada | my sister]]”: the blanks beside the bar belong to neither.
      given[role] = role === "ref" ? textOf(part.children).trim() : textOf(part.children)
      remedy = part.children
      hidden.push([part.start, part.end])
    }
  })
  const struck = revised.get("struck")
  const added = revised.get("added")
  const order = roles[0] === "added" ? [added, struck] : [struck, added]
  const [first, last] = order
  return {
    mark: {
      ...{ name, given: filled(given, children), sign, children },
      ...(remedy ? { remedy } : {}),
      ...(first && last ? { halves: [first, last] as const, addedFirst: roles[0] === "added" } : {}),
    },
    hidden,
  }
}

/** Attributes whose value is the marked words themselves, as in `[[Ada Quill]]`. */
export function filled(
  given: Readonly<Record<string, string>>,
  children: readonly Inline[],
): Readonly<Record<string, string>> {
  let open = false
  for (const name in given) open ||= given[name] === "{content}"
  if (!open) return given
  const words = textOf(children).replace(/\s+/g, " ").trim()
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === "{content}" ? words : value]),
  )
}
