import type { Name } from "./derivative.js"
import {
  neededAttributes,
  neededElements,
  nextElements,
  possibleAttributes,
  possibleValues,
} from "./expected.js"
import type { Fault, Frame, Judged, Named, Revise, Step } from "./frame.js"
import { nearestOf } from "./nearest.js"
import { holds, type Pattern } from "./pattern.js"
import type { Schema } from "./schema.js"
import { elementsIn, keyOf, type SpeltName } from "./vocabulary.js"

/** After so many right elements what isn't allowed is a new fault, not the same going on. */
const calm = 2

/** Values in errors are cut to this many characters. */
const longestText = 80

/** What is reported at a fault, and what is made of it so that one cause gives one error. */
export interface Recovery {
  /** An element that isn't allowed, by `derivatives.open`; `notAllowed` where the schema knows nothing of it. */
  readonly element: (
    parent: Frame | undefined,
    pattern: Pattern,
    element: Named,
    name: Name,
    from: number,
    to: number,
  ) => Judged
  /** An element by its own definition, wherever that would have it; what is expected next stays as it is. */
  readonly byDefinition: (namespace: string, local: string, pattern: Pattern) => Pattern
  /** An attribute that isn't allowed, as if it were spelt right; `notAllowed` where it is to be passed over. */
  readonly attribute: (frame: Frame, pattern: Pattern, attribute: Named, given: readonly Named[]) => Pattern
  readonly value: (frame: Frame, taken: Pattern, attribute: Named, value: string) => void
  readonly missingAttribute: (frame: Frame, pattern: Pattern) => void
  /** A text that isn't allowed, which is passed over. */
  readonly text: (frame: Frame, pattern: Pattern, text: string) => void
  readonly incomplete: (frame: Frame, pattern: Pattern) => void
}

export function createRecovery(schema: Schema, report: (fault: Fault) => Revise): Recovery {
  const { derivatives, patterns, nameOf } = schema
  const { notAllowed, choice, after } = patterns

  // A document may have thousands of faults of one kind.
  const skippings = new Map<Pattern, Map<number, Pattern>>()
  const openSkipping = (pattern: Pattern, name: Name): Pattern => {
    const known = skippings.get(pattern) ?? new Map<number, Pattern>()
    skippings.set(pattern, known)
    const opened = known.get(name.id) ?? derivatives.openSkipping(pattern, name)
    known.set(name.id, opened)
    return opened
  }
  const mentions = new Map<Pattern, ReadonlySet<string>>()
  const mentioned = (pattern: Pattern): ReadonlySet<string> => {
    const known = mentions.get(pattern) ?? elementsIn(pattern)
    mentions.set(pattern, known)
    return known
  }

  const byDefinition: Recovery["byDefinition"] = (namespace, local, pattern) =>
    choice(schema.definitionsOf(namespace, local).map((each) => after(each.content(), pattern)))

  const element: Recovery["element"] = (parent, pattern, { written, namespace, local }, name, from, to) => {
    const home = parent?.element.namespace ?? namespace
    const at = { from, to }
    const around = parent?.element.written
    const wanted = () => expectedOf(neededElements(pattern, home), nextElements(pattern, home))
    const skipped = openSkipping(pattern, name)
    if (skipped !== notAllowed) {
      const isTold = parent !== undefined && (parent.isLost || parent.isDoubtful)
      if (!isTold) report({ at, code: "element-missing", element: written, parent: around, ...wanted() })
      lose(parent)
      return { pattern: skipped, isDoubtful: false }
    }
    const own = byDefinition(namespace, local, pattern)
    const isKnown = own !== notAllowed
    if (isKnown && parent !== undefined && isSameFault(parent, name)) {
      parent.accepted = 0
      blameStep(parent, name)
      return { pattern: own, isDoubtful: true }
    }
    const near = nearestElements(pattern, home, { namespace, local }, isKnown)
    const nearest = near.names[0]
    const revise = report({
      at,
      code: "element-not-allowed",
      element: written,
      parent: around,
      isKnown,
      nearest:
        nearest && (nearest.namespace === home ? nearest.local : `{${nearest.namespace}}${nearest.local}`),
      ...wanted(),
    })
    if (!isKnown && near.isExpected) {
      const opened = near.names.map((each) => derivatives.open(pattern, nameOf(each.namespace, each.local)))
      if (parent !== undefined) parent.accepted++
      return { pattern: choice(opened), isDoubtful: false }
    }
    lose(parent)
    if (parent?.step !== undefined && isKept(parent.step, name))
      parent.suspected = { step: parent.step, revise }
    if (isKnown || nearest?.namespace !== namespace) return { pattern: own, isDoubtful: isKnown }
    return { pattern: byDefinition(namespace, nearest.local, pattern), isDoubtful: true }
  }

  /** Whether an element could have come before a step, which itself has no place for it. */
  const isKept = ({ before, element }: Step, name: Name): boolean =>
    derivatives.open(before, name) !== notAllowed &&
    !schema
      .definitionsOf(element.namespace, element.local)
      .some((each) => mentioned(each.content()).has(keyOf(name.namespace, name.local)))
  /** Where several elements after a step would have been right before it, the step came too early. */
  const blameStep = (parent: Frame, name: Name): void => {
    const { suspected } = parent
    parent.suspected = undefined
    if (suspected === undefined || !isKept(suspected.step, name)) return
    const { from, to, element, before } = suspected.step
    const home = parent.element.namespace
    const others = (names: Iterable<string>) => [...names].filter((each) => localOf(each) !== element.local)
    suspected.revise(
      { from, to },
      {
        code: "element-not-allowed",
        element: element.written,
        parent: parent.element.written,
        isKnown: true,
        ...expectedOf(others(neededElements(before, home)), others(nextElements(before, home))),
      },
    )
  }

  const lose = (frame: Frame | undefined): void => {
    if (frame === undefined) return
    frame.isLost = true
    frame.accepted = 0
  }

  /**
   * Whether an element of a known name that isn't allowed is so for the cause that was told before: content goes on that
   * should not be here, or the order is lost and the element belongs to it.
   */
  const isSameFault = (parent: Frame, name: Name): boolean =>
    parent.isDoubtful ||
    parent.accepted < calm ||
    (parent.isLost && mentioned(parent.content).has(keyOf(name.namespace, name.local)))

  /** Names that are near: of what may come next, or else, for a name that is not known, of all. */
  const nearestElements = (pattern: Pattern, home: string, name: SpeltName, isKnown: boolean) => {
    const spelling = (each: { readonly local: string }) => each.local
    const isHere = (each: { readonly namespace: string }) => each.namespace === name.namespace
    const next = elementsNext(pattern, home)
    const expected = nearestOf(name.local, isKnown ? [] : next.filter(isHere), spelling)
    if (expected.length > 0) return { names: expected, isExpected: true }
    // The same name in the namespace that is expected.
    const moved = next.filter((each) => each.local === name.local)
    if (moved.length > 0) return { names: moved, isExpected: false }
    if (isKnown) return { names: [], isExpected: false }
    return { names: nearestOf(name.local, schema.elementNames().filter(isHere), spelling), isExpected: false }
  }

  /** What may come next, what is needed first. */
  const elementsNext = (pattern: Pattern, home: string) => {
    const { expected } = expectedOf(neededElements(pattern, home), nextElements(pattern, home))
    return expected.flatMap((name) => {
      const [, namespace = home, local = name] = /^\{([^}]*)\}(.*)$/.exec(name) ?? []
      return local === "*" ? [] : [{ namespace, local }]
    })
  }

  const attribute: Recovery["attribute"] = (frame, pattern, { written, namespace, local }, given) => {
    const home = frame.element.namespace
    const isKnown = schema.knowsAttribute(namespace, local)
    // Of an element that stands where it may not, another may have been meant, which has the attribute.
    if (frame.isDoubtful && isKnown) return notAllowed
    const names = new Set(given.map((each) => each.local))
    const isFree = (name: string) => !names.has(name)
    const wanted = expectedOf(
      [...neededAttributes(pattern, home)].filter(isFree),
      [...possibleAttributes(pattern, home)].filter(isFree).sort(),
    )
    const [nearest] = nearestOf(local, wanted.expected, localOf)
    report({
      at: "attribute",
      code: "attribute-not-allowed",
      element: frame.element.written,
      attribute: written,
      isKnown,
      nearest: nearest === undefined ? undefined : writtenAs(nearest),
      ...wanted,
    })
    if (nearest === undefined) return notAllowed
    const [, space = ""] = /^\{([^}]*)\}/.exec(nearest) ?? []
    return derivatives.attribute(pattern, nameOf(space, localOf(nearest)))
  }

  const value: Recovery["value"] = (frame, taken, { written }, value) => {
    const { element } = frame
    const expected = [...possibleValues(taken, element.namespace)].sort()
    const enumerated = expected.filter((each) => each.startsWith('"')).map((each) => String(JSON.parse(each)))
    const nearest = nearestOf(value.trim(), enumerated, (each) => each)[0]
    const text = cut(value)
    report({
      at: "attribute",
      code: "attribute-value",
      element: element.written,
      attribute: written,
      text,
      nearest,
      expected,
    })
  }

  const missingAttribute: Recovery["missingAttribute"] = (frame, pattern) => {
    if (frame.isDoubtful) return
    const needed = [...neededAttributes(pattern, frame.element.namespace)].sort()
    report({
      at: { from: frame.from, to: frame.to },
      code: "attribute-missing",
      element: frame.element.written,
      parent: frame.parent?.element.written,
      expected: needed,
      needed,
    })
  }

  const text: Recovery["text"] = (frame, pattern, text) => {
    const { written, namespace } = frame.element
    const isTold = frame.isDoubtful || frame.accepted < calm
    lose(frame)
    if (isTold) return
    const isData = (pattern.holds & holds.data) !== 0
    const expected = isData
      ? { expected: [...possibleValues(pattern, namespace)].sort() }
      : expectedOf(neededElements(pattern, namespace), nextElements(pattern, namespace))
    const code = isData ? "text-value" : "text-not-allowed"
    report({ at: "text", code, element: written, parent: written, text: cut(text), ...expected })
  }

  const incomplete: Recovery["incomplete"] = (frame, pattern) => {
    if (frame.isLost || frame.isDoubtful) return
    const { written: element, namespace } = frame.element
    const isData = (pattern.holds & holds.data) !== 0
    const shared = { at: { from: frame.from, to: frame.to }, element, parent: frame.parent?.element.written }
    if (isData)
      report({
        ...shared,
        code: "text-value",
        text: "",
        expected: [...possibleValues(pattern, namespace)].sort(),
      })
    else {
      const wanted = expectedOf(neededElements(pattern, namespace), nextElements(pattern, namespace))
      report({ ...shared, code: "element-incomplete", ...wanted })
    }
  }

  return { element, byDefinition, attribute, value, missingAttribute, text, incomplete }
}

/** What is needed ahead of what is merely possible, each by the alphabet. */
function expectedOf(needed: Iterable<string>, possible: Iterable<string>) {
  const first = [...needed].sort()
  return { needed: first, expected: [...new Set([...first, ...[...possible].sort()])] }
}

const localOf = (name: string) => name.slice(name.indexOf("}") + 1)
const xmlSpace = "{http://www.w3.org/XML/1998/namespace}"
/** XML's own prefix is always the same. */
const writtenAs = (name: string) => (name.startsWith(xmlSpace) ? `xml:${localOf(name)}` : name)

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}
