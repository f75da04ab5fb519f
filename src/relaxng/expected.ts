import { namesIn } from "./name-class.js"
import { holds, type Pattern } from "./pattern.js"

/** Reads off a pattern what it asks for, as names for the reader of an error. */
type Ask = (pattern: Pattern, home: string) => ReadonlySet<string>

const none: ReadonlySet<string> = new Set()

function join(sets: Iterable<ReadonlySet<string>>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const set of sets) for (const each of set) all.add(each)
  return all
}

/** Elements that may come next. */
export const nextElements: Ask = (pattern, home) => {
  switch (pattern.kind) {
    case "element":
      return new Set(namesIn(pattern.nameClass, home))
    case "choice":
      return join(pattern.parts.map((part) => nextElements(part, home)))
    case "interleave":
      return join([nextElements(pattern.a, home), nextElements(pattern.b, home)])
    case "group": {
      const first = nextElements(pattern.a, home)
      return isPassed(pattern.a) ? join([first, nextElements(pattern.b, home)]) : first
    }
    case "oneOrMore":
    case "after":
      return nextElements(pattern.a, home)
    default:
      return none
  }
}

/** Attributes are dealt with before elements, so that they are no obstacle to what comes after them. */
function isPassed(pattern: Pattern): boolean {
  return pattern.nullable || (pattern.holds & ~holds.attributes) === 0
}

/** Elements of which one must come, and none where the pattern can do without. */
export const neededElements: Ask = (pattern, home) => {
  if (pattern.nullable) return none
  switch (pattern.kind) {
    case "element":
      return new Set(namesIn(pattern.nameClass, home))
    case "choice":
      return join(pattern.parts.map((part) => neededElements(part, home)))
    case "interleave":
      return join([neededElements(pattern.a, home), neededElements(pattern.b, home)])
    case "group":
      return neededElements(pattern.a.nullable ? pattern.b : pattern.a, home)
    case "oneOrMore":
    case "after":
      return neededElements(pattern.a, home)
    default:
      return none
  }
}

/** Attributes that may be given. */
export const possibleAttributes: Ask = (pattern, home) => {
  if ((pattern.holds & holds.attributes) === 0) return none
  switch (pattern.kind) {
    case "attribute":
      return new Set(namesIn(pattern.nameClass, home))
    case "choice":
      return join(pattern.parts.map((part) => possibleAttributes(part, home)))
    case "group":
    case "interleave":
      return join([possibleAttributes(pattern.a, home), possibleAttributes(pattern.b, home)])
    case "oneOrMore":
    case "after":
      return possibleAttributes(pattern.a, home)
    default:
      return none
  }
}

/** Attributes without which the start tag is not complete; of alternatives, those of each. */
export const neededAttributes: Ask = (pattern, home) => {
  if ((pattern.holds & holds.attributes) === 0) return none
  switch (pattern.kind) {
    case "attribute":
      return new Set(namesIn(pattern.nameClass, home))
    case "choice": {
      const parts = pattern.parts.map((part) => neededAttributes(part, home))
      return parts.some((part) => part.size === 0) ? none : join(parts)
    }
    case "group":
    case "interleave":
      return join([neededAttributes(pattern.a, home), neededAttributes(pattern.b, home)])
    case "oneOrMore":
    case "after":
      return neededAttributes(pattern.a, home)
    default:
      return none
  }
}

/** Values in quotation marks and names of datatypes that a text could have. */
export const possibleValues: Ask = (pattern, home) => {
  switch (pattern.kind) {
    case "value":
      return new Set([JSON.stringify(pattern.value)])
    case "data":
      return new Set([pattern.datatype.name])
    case "text":
      return new Set(["text"])
    case "choice":
      return join(pattern.parts.map((part) => possibleValues(part, home)))
    case "group":
    case "interleave":
      return join([possibleValues(pattern.a, home), possibleValues(pattern.b, home)])
    case "oneOrMore":
    case "list":
    case "after":
      return possibleValues(pattern.a, home)
    default:
      return none
  }
}
