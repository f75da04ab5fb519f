import type { Patterns } from "../intern.js"
import type { ElementPattern, Pattern } from "../pattern.js"
import { attributesIn } from "../vocabulary.js"
import type { Simple, SimpleElement } from "./simple.js"

/** A schema as patterns. */
export interface Compiled {
  readonly start: Pattern
  /** Every element of the schema that can be reached, for errors that ask what an element would hold. */
  readonly elements: () => readonly ElementPattern[]
  /** The keys, by `keyOf`, of all attributes that are spelt out. */
  readonly attributes: () => ReadonlySet<string>
}

/** A reduced schema as interned patterns; the content of an element is made when first asked for. */
export function compile(start: Simple, patterns: Patterns): Compiled {
  const known = new Map<Simple, Pattern>()
  const elements = new Map<SimpleElement, ElementPattern>()

  const element = (at: SimpleElement): ElementPattern => {
    const made = elements.get(at)
    if (made !== undefined) return made
    let content: Pattern | undefined
    const makeContent = () => {
      content ??= of(at.part)
      return content
    }
    const pattern = patterns.element(at.nameClass, makeContent, () => at.documentation)
    elements.set(at, pattern)
    return pattern
  }
  const of = (at: Simple): Pattern => {
    const made = known.get(at) ?? make(at)
    known.set(at, made)
    return made
  }
  /** Halved again and again, so that a long sequence doesn't make a deep pattern. */
  const sequence = (join: Patterns["group"], parts: readonly Simple[]): Pattern => {
    const [first] = parts
    if (first === undefined) return patterns.empty
    if (parts.length === 1) return of(first)
    const half = parts.length >> 1
    return join(sequence(join, parts.slice(0, half)), sequence(join, parts.slice(half)))
  }
  const make = (at: Simple): Pattern => {
    switch (at.kind) {
      case "empty":
      case "notAllowed":
      case "text":
        return patterns[at.kind]
      case "choice":
        return patterns.choice(at.parts.map(of))
      case "group":
      case "interleave":
        return sequence(patterns[at.kind], at.parts)
      case "oneOrMore":
      case "list":
        return patterns[at.kind](of(at.part))
      case "data":
        return patterns.data(at.datatype, at.except && of(at.except))
      case "value":
        return patterns.value(at.datatype, at.value, at.context)
      case "attribute":
        return patterns.attribute(at.nameClass, of(at.part))
      case "element":
        return element(at)
      case "ref":
        return patterns.notAllowed
      default:
        return at satisfies never
    }
  }

  const all = (): readonly ElementPattern[] => {
    // Contents that are made here may bring further elements, which the loop comes to as well.
    for (const pattern of elements.values()) pattern.content()
    return [...elements.values()]
  }
  return { start: of(start), elements: all, attributes: () => attributesIn(all()) }
}
