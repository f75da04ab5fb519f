import type { Context } from "./datatypes/datatype.js"
import { isBlank, type Name } from "./derivative.js"
import {
  neededAttributes,
  neededElements,
  nextElements,
  possibleAttributes,
  possibleValues,
} from "./expected.js"
import type { Parts } from "./messages.js"
import { contains } from "./name-class.js"
import { holds, type Pattern } from "./pattern.js"
import type { Schema } from "./read-schema.js"

/** An attribute or element as the document has it. */
export interface Named {
  readonly written: string
  readonly namespace: string
  readonly local: string
}

export interface Attribute extends Named {
  readonly value: string
}

/** Takes the events of a document and reports what the schema doesn't allow. */
export interface Tracker {
  readonly open: (element: Named, attributes: readonly Attribute[], context: Context) => void
  /** The text between two tags, as a whole, be it empty; `isLast` before an end tag. */
  readonly text: (text: string, context: Context, isLast: boolean) => void
  readonly close: () => void
}

/** An open element. */
interface Frame {
  readonly element: Named
  /** What follows the element in its parent, where that is certain; otherwise it is in the pattern. */
  readonly rest: Pattern | undefined
  /** How many elements of which the schema knows nothing are open around it, up to the next it knows. */
  readonly unknownAround: number
  hasElements: boolean
  /** Something that is not allowed stands in it: that it lacks something then may have the same cause. */
  hasFault: boolean
}

/** Values in errors are cut to this many characters. */
const longestText = 80

/**
 * Clark's algorithm over events, with recovery. The pattern is that of the innermost element alone
 * wherever only one After is possible, so that what is remembered of it serves in any surroundings.
 * After a fault: an element that isn't allowed is judged by its own definition and then forgotten, and so are
 * elements in one of which the schema knows nothing; what is
 * missing counts as given; an attribute or text that isn't allowed is passed over.
 */
export function createTracker(
  schema: Schema,
  report: (parts: Parts) => void,
  ids: (kind: "id" | "idref" | "idrefs", value: string) => void,
): Tracker {
  const { derivatives, patterns, nameOf, values } = schema
  const { notAllowed, choice, after } = patterns
  const frames: Frame[] = []
  let pattern = schema.start
  /** How many elements are open within one of which the schema knows nothing. */
  let unknownDepth = 0

  const openAnyway = (element: Named, name: Name): Pattern => {
    const parent = frames.at(-1)
    const skipped = derivatives.openSkipping(pattern, name)
    const home = parent?.element.namespace ?? element.namespace
    if (skipped !== notAllowed) {
      const expected = [...neededElements(pattern, home)]
      if (parent?.hasFault !== true) report({ code: "element-missing", element: element.written, expected })
      return skipped
    }
    const needed = neededElements(pattern, home)
    const expected = [...(needed.size > 0 ? needed : nextElements(pattern, home))]
    report({ code: "element-not-allowed", element: element.written, expected })
    if (parent !== undefined) parent.hasFault = true
    return byDefinition(name)
  }
  /** The element by its own definition, wherever that would have it; what is expected next stays as it is. */
  const byDefinition = (name: Name): Pattern => {
    const own = schema.elements().filter(({ nameClass }) => isNamed(nameClass, name))
    return choice(own.map((each) => after(each.content(), pattern)))
  }

  const takeAttributes = (element: Named, attributes: readonly Attribute[], context: Context): void => {
    const { written, namespace } = element
    let hasFault = false
    for (const { written: attribute, namespace: space, local, value } of attributes) {
      const taken = derivatives.attribute(pattern, nameOf(space, local))
      if (taken === notAllowed) {
        const expected = [...possibleAttributes(pattern, namespace)].sort()
        report({ code: "attribute-not-allowed", element: written, attribute, expected })
        hasFault = true
        continue
      }
      pattern = takeValue(taken, element, attribute, value, context)
    }
    const closed = derivatives.close(pattern)
    if (closed !== notAllowed) {
      pattern = closed
      return
    }
    const expected = [...neededAttributes(pattern, namespace)].sort()
    if (!hasFault) report({ code: "attribute-missing", element: written, expected })
    pattern = derivatives.closeForgiving(pattern)
  }

  const takeValue = (
    taken: Pattern,
    element: Named,
    attribute: string,
    value: string,
    context: Context,
  ): Pattern => {
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
    if (idKind !== undefined) ids(idKind, value)
    if (rests.length > 0) return rests.length === 1 ? (rests[0] ?? notAllowed) : choice(rests)
    const expected = [...possibleValues(taken, element.namespace)]
    report({ code: "attribute-value", element: element.written, attribute, text: cut(value), expected })
    return choice(all)
  }

  const openBy = (element: Named): Pattern => {
    const name = nameOf(element.namespace, element.local)
    if (unknownDepth > 0) return byDefinition(name)
    const allowed = derivatives.open(pattern, name)
    return allowed === notAllowed ? openAnyway(element, name) : allowed
  }

  const open = (element: Named, attributes: readonly Attribute[], context: Context): void => {
    const opened = openBy(element)
    const parent = frames.at(-1)
    if (parent !== undefined) parent.hasElements = true
    if (opened === notAllowed) {
      unknownDepth++
      return
    }
    const rest = opened.kind === "after" ? opened.b : undefined
    frames.push({ element, rest, unknownAround: unknownDepth, hasElements: false, hasFault: false })
    unknownDepth = 0
    pattern = opened.kind === "after" ? opened.a : opened
    takeAttributes(element, attributes, context)
  }

  const refuseText = (frame: Frame, text: string): void => {
    if (frame.hasFault) return
    frame.hasFault = true
    const { written, namespace } = frame.element
    const isData = (pattern.holds & holds.data) !== 0
    const expected = [...(isData ? possibleValues(pattern, namespace) : nextElements(pattern, namespace))]
    report({ code: isData ? "text-value" : "text-not-allowed", element: written, text: cut(text), expected })
  }

  const text = (value: string, context: Context, isLast: boolean): void => {
    const frame = frames.at(-1)
    if (unknownDepth > 0 || frame === undefined) return
    const isBlankText = isBlank(value)
    // Blanks count where they may be all that there is, and then only data, value and list look at them.
    const isWhole = isLast && !frame.hasElements && (pattern.holds & holds.data) !== 0
    if (isBlankText && !isWhole) return
    const taken = derivatives.text(pattern, value, context)
    if (isBlankText) pattern = choice([pattern, taken])
    else if (taken === notAllowed) refuseText(frame, value.trim())
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
    if (!isComplete(frame, pattern) && !frame.hasFault) {
      const { written, namespace } = frame.element
      const isData = (pattern.holds & holds.data) !== 0
      const expected = [...(isData ? possibleValues(pattern, namespace) : neededElements(pattern, namespace))]
      const text = isData ? "" : undefined
      report({ code: isData ? "text-value" : "element-incomplete", element: written, text, expected })
    }
    if (frame.rest !== undefined) pattern = frame.rest
    else {
      const ended = derivatives.end(pattern)
      pattern = ended === notAllowed ? derivatives.endForgiving(pattern) : ended
    }
  }

  return { open, text, close }
}

function isNamed(nameClass: Parameters<typeof contains>[0], { namespace, local }: Name): boolean {
  return nameClass.kind === "name" && contains(nameClass, namespace, local)
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}
