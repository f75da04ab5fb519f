import type { Context } from "./datatypes/datatype.js"
import { isBlank } from "./derivative.js"
import type { Fault, Frame, Judged, Named, Revise } from "./frame.js"
import { holds, type Pattern } from "./pattern.js"
import { createRecovery } from "./recovery.js"
import type { Schema } from "./schema.js"

export interface Attribute extends Named {
  readonly value: string
}

/** Takes the events of a document and reports what the schema doesn't allow. */
export interface Tracker {
  /** `from` and `to`: the offsets of the start tag. */
  readonly open: (
    element: Named,
    attributes: readonly Attribute[],
    context: Context,
    from: number,
    to: number,
  ) => void
  /** The text between two tags, as a whole, be it empty; `isLast` before an end tag. */
  readonly text: (text: string, context: Context, isLast: boolean) => void
  readonly close: () => void
}

/** Ids that attributes give or refer to. */
type TakeId = (kind: "id" | "idref" | "idrefs", value: string, attribute: string) => void

/**
 * Clark's algorithm over events; what is done after a fault, `createRecovery` knows. The pattern is that of
 * the innermost element alone wherever only one After is possible, so that what is remembered of it serves
 * in any surroundings.
 */
export function createTracker(schema: Schema, report: (fault: Fault) => Revise, ids: TakeId): Tracker {
  const { derivatives, patterns, nameOf, values } = schema
  const { notAllowed, choice } = patterns
  const recovery = createRecovery(schema, report)
  const frames: Frame[] = []
  let pattern = schema.start
  /** How many elements are open within one of which the schema knows nothing. */
  let unknownDepth = 0

  const takeAttributes = (frame: Frame, attributes: readonly Attribute[], context: Context): void => {
    let hasFault = false
    for (const attribute of attributes) {
      let taken = derivatives.attribute(pattern, nameOf(attribute.namespace, attribute.local))
      if (taken === notAllowed) {
        taken = recovery.attribute(frame, pattern, attribute, attributes)
        hasFault = true
        if (taken === notAllowed) continue
      }
      pattern = takeValue(taken, frame, attribute, context)
    }
    const closed = derivatives.close(pattern)
    if (closed !== notAllowed) {
      pattern = closed
      return
    }
    if (!hasFault) recovery.missingAttribute(frame, pattern)
    pattern = derivatives.closeForgiving(pattern)
  }

  const takeValue = (taken: Pattern, frame: Frame, attribute: Attribute, context: Context): Pattern => {
    const { written, value } = attribute
    const rests: Pattern[] = []
    const all: Pattern[] = []
    let idKind: "id" | "idref" | "idrefs" | undefined
    for (const part of taken.kind === "choice" ? taken.parts : [taken]) {
      if (part.kind !== "after") continue
      all.push(part.b)
      if (!values.match(part.a, value, context)) continue
      rests.push(part.b)
      idKind ??= values.idKind(part.a)
    }
    if (idKind !== undefined) ids(idKind, value, written)
    if (rests.length > 0) return rests.length === 1 ? (rests[0] ?? notAllowed) : choice(rests)
    recovery.value(frame, taken, attribute, value)
    return choice(all)
  }

  const judgedOf = (element: Named, from: number, to: number): Judged => {
    const name = nameOf(element.namespace, element.local)
    const parent = frames.at(-1)
    if (unknownDepth > 0)
      return { pattern: recovery.byDefinition(name.namespace, name.local, pattern), isDoubtful: false }
    const allowed = derivatives.open(pattern, name)
    if (allowed !== notAllowed) {
      if (parent !== undefined) {
        parent.accepted++
        if (allowed.kind === "after" && allowed.b !== pattern)
          parent.step = { element, before: pattern, from, to }
      }
      return { pattern: allowed, isDoubtful: false }
    }
    return recovery.element(parent, pattern, element, name, from, to)
  }

  const open: Tracker["open"] = (element, attributes, context, from, to) => {
    const judged = judgedOf(element, from, to)
    const opened = judged.pattern
    const parent = frames.at(-1)
    if (parent !== undefined) parent.hasElements = true
    if (opened === notAllowed) {
      unknownDepth++
      return
    }
    const frame: Frame = {
      element,
      parent,
      from,
      to,
      rest: opened.kind === "after" ? opened.b : undefined,
      unknownAround: unknownDepth,
      content: opened,
      hasElements: false,
      isDoubtful: judged.isDoubtful,
      isLost: false,
      accepted: Number.POSITIVE_INFINITY,
      step: undefined,
      suspected: undefined,
    }
    frames.push(frame)
    unknownDepth = 0
    pattern = opened.kind === "after" ? opened.a : opened
    takeAttributes(frame, attributes, context)
    frame.content = pattern
  }

  const text: Tracker["text"] = (value, context, isLast) => {
    const frame = frames.at(-1)
    if (unknownDepth > 0 || frame === undefined) return
    const isBlankText = isBlank(value)
    // Blanks count where they may be all that there is, and then only data, value and list look at them.
    const isWhole = isLast && !frame.hasElements && (pattern.holds & holds.data) !== 0
    if (isBlankText && !isWhole) return
    const taken = derivatives.text(pattern, value, context)
    if (isBlankText) pattern = choice([pattern, taken])
    else if (taken === notAllowed) recovery.text(frame, pattern, value.trim())
    else pattern = taken
  }

  const isComplete = (frame: Frame, at: Pattern): boolean =>
    frame.rest === undefined ? derivatives.end(at) !== notAllowed : at.nullable

  const close = (): void => {
    if (unknownDepth > 0) {
      unknownDepth--
      return
    }
    const frame = frames.pop()
    if (frame === undefined) return
    unknownDepth = frame.unknownAround
    if (!isComplete(frame, pattern)) recovery.incomplete(frame, pattern)
    if (frame.rest !== undefined) pattern = frame.rest
    else {
      const ended = derivatives.end(pattern)
      pattern = ended === notAllowed ? derivatives.endForgiving(pattern) : ended
    }
  }

  return { open, text, close }
}
