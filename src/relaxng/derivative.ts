import type { Context } from "./datatypes/datatype.js"
import type { Patterns } from "./intern.js"
import { contains } from "./name-class.js"
import { holds, type Pattern } from "./pattern.js"

/** An expanded name with its number in the table of names. */
export interface Name {
  readonly id: number
  readonly namespace: string
  readonly local: string
}

/** White space of XML alone. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false
  }
  return true
}

/** The words of a list: parted by white space of XML. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[ \t\n\r]+/).filter((word) => word !== "")
}

/**
 * The derivatives of James Clark, "An algorithm for RELAX NG validation": what must still come after
 * something has come. Each is remembered in the pattern it was taken of.
 */
export interface Derivatives {
  /** After `<name`: for each alternative, After(content of the element, what follows it). */
  readonly open: (pattern: Pattern, name: Name) => Pattern
  /** As `open`, but what had to come before the element in a group may be missing. */
  readonly openSkipping: (pattern: Pattern, name: Name) => Pattern
  /** After an attribute's name: After(its value, what else must come). */
  readonly attribute: (pattern: Pattern, name: Name) => Pattern
  /** After the start tag: what needs another attribute is gone. */
  readonly close: (pattern: Pattern) => Pattern
  /** As `close`, but as if every missing attribute were there. */
  readonly closeForgiving: (pattern: Pattern) => Pattern
  readonly text: (pattern: Pattern, text: string, context: Context) => Pattern
  /** After an end tag. */
  readonly end: (pattern: Pattern) => Pattern
  /** As `end`, whether the element was complete or not. */
  readonly endForgiving: (pattern: Pattern) => Pattern
  /** Whether a value or a text as a whole matches. */
  readonly matches: (pattern: Pattern, text: string, context: Context) => boolean
}

export function createDerivatives(patterns: Patterns): Derivatives {
  const { choice, group, interleave, after, empty, notAllowed } = patterns

  const applyAfter = (pattern: Pattern, change: (rest: Pattern) => Pattern): Pattern => {
    if (pattern.kind === "after") return after(pattern.a, change(pattern.b))
    if (pattern.kind === "choice") return choice(pattern.parts.map((part) => applyAfter(part, change)))
    return notAllowed
  }
  const more = (pattern: Pattern): Pattern => choice([pattern, empty])

  const open = (pattern: Pattern, name: Name): Pattern => {
    if ((pattern.holds & holds.elements) === 0) return notAllowed
    if (pattern.kind === "element")
      return contains(pattern.nameClass, name.namespace, name.local)
        ? after(pattern.content(), empty)
        : notAllowed
    pattern.opened ??= new Map()
    const made = pattern.opened.get(name.id)
    if (made !== undefined) return made
    const opened = openWith(pattern, name, open, false)
    pattern.opened.set(name.id, opened)
    return opened
  }
  const openSkipping = (pattern: Pattern, name: Name): Pattern =>
    pattern.kind === "element" ? open(pattern, name) : openWith(pattern, name, openSkipping, true)

  const openWith = (pattern: Pattern, name: Name, inner: typeof open, skips: boolean): Pattern => {
    switch (pattern.kind) {
      case "choice":
        return choice(pattern.parts.map((part) => inner(part, name)))
      case "group": {
        const { a, b } = pattern
        const first = applyAfter(inner(a, name), (rest) => group(rest, b))
        return a.nullable || skips ? choice([first, inner(b, name)]) : first
      }
      case "interleave": {
        const { a, b } = pattern
        return choice([
          applyAfter(inner(a, name), (rest) => interleave(rest, b)),
          applyAfter(inner(b, name), (rest) => interleave(a, rest)),
        ])
      }
      case "oneOrMore":
        return applyAfter(inner(pattern.a, name), (rest) => group(rest, more(pattern)))
      case "after":
        return applyAfter(inner(pattern.a, name), (rest) => after(rest, pattern.b))
      default:
        return notAllowed
    }
  }

  const attribute = (pattern: Pattern, name: Name): Pattern => {
    if ((pattern.holds & holds.attributes) === 0) return notAllowed
    if (pattern.kind === "attribute")
      return contains(pattern.nameClass, name.namespace, name.local) ? after(pattern.a, empty) : notAllowed
    pattern.attributed ??= new Map()
    const made = pattern.attributed.get(name.id)
    if (made !== undefined) return made
    const attributed = attributeOf(pattern, name)
    pattern.attributed.set(name.id, attributed)
    return attributed
  }
  const attributeOf = (pattern: Pattern, name: Name): Pattern => {
    switch (pattern.kind) {
      case "choice":
        return choice(pattern.parts.map((part) => attribute(part, name)))
      case "group":
      case "interleave": {
        const { a, b } = pattern
        const join = pattern.kind === "group" ? group : interleave
        return choice([
          applyAfter(attribute(a, name), (rest) => join(rest, b)),
          applyAfter(attribute(b, name), (rest) => join(a, rest)),
        ])
      }
      case "oneOrMore":
        return applyAfter(attribute(pattern.a, name), (rest) => group(rest, more(pattern)))
      case "after":
        return applyAfter(attribute(pattern.a, name), (rest) => after(rest, pattern.b))
      default:
        return notAllowed
    }
  }

  const close = (pattern: Pattern): Pattern => {
    if ((pattern.holds & holds.attributes) === 0) return pattern
    pattern.closed ??= closeWith(pattern, close, notAllowed)
    return pattern.closed
  }
  const closeForgiving = (pattern: Pattern): Pattern =>
    (pattern.holds & holds.attributes) === 0 ? pattern : closeWith(pattern, closeForgiving, empty)
  const closeWith = (pattern: Pattern, inner: typeof close, missing: Pattern): Pattern => {
    switch (pattern.kind) {
      case "choice":
        return choice(pattern.parts.map(inner))
      case "group":
        return group(inner(pattern.a), inner(pattern.b))
      case "interleave":
        return interleave(inner(pattern.a), inner(pattern.b))
      case "oneOrMore":
        return patterns.oneOrMore(inner(pattern.a))
      case "after":
        return after(inner(pattern.a), pattern.b)
      case "attribute":
        return missing
      default:
        return pattern
    }
  }

  const text = (pattern: Pattern, value: string, context: Context): Pattern => {
    if ((pattern.holds & (holds.text | holds.data)) === 0) return notAllowed
    if ((pattern.holds & holds.data) !== 0) return textOf(pattern, value, context)
    pattern.texted ??= textOf(pattern, value, context)
    return pattern.texted
  }
  const textOf = (pattern: Pattern, value: string, context: Context): Pattern => {
    switch (pattern.kind) {
      case "choice":
        return choice(pattern.parts.map((part) => text(part, value, context)))
      case "interleave": {
        const { a, b } = pattern
        return choice([interleave(text(a, value, context), b), interleave(a, text(b, value, context))])
      }
      case "group": {
        const first = group(text(pattern.a, value, context), pattern.b)
        return pattern.a.nullable ? choice([first, text(pattern.b, value, context)]) : first
      }
      case "after":
        return after(text(pattern.a, value, context), pattern.b)
      case "oneOrMore":
        return group(text(pattern.a, value, context), more(pattern))
      case "text":
        return pattern
      case "value": {
        const isEqual = pattern.datatype.equal(pattern.value, pattern.context, value, context)
        return isEqual ? empty : notAllowed
      }
      case "data": {
        if (!pattern.datatype.allows(value, context)) return notAllowed
        return pattern.except !== undefined && matches(pattern.except, value, context) ? notAllowed : empty
      }
      case "list": {
        let rest = pattern.a
        for (const word of wordsOf(value)) rest = text(rest, word, context)
        return rest.nullable ? empty : notAllowed
      }
      default:
        return notAllowed
    }
  }
  const matches = (pattern: Pattern, value: string, context: Context): boolean =>
    (pattern.nullable && isBlank(value)) || text(pattern, value, context).nullable

  const endWith = (pattern: Pattern, isForgiving: boolean): Pattern => {
    if (pattern.kind === "choice") return choice(pattern.parts.map((part) => endWith(part, isForgiving)))
    return pattern.kind === "after" && (isForgiving || pattern.a.nullable) ? pattern.b : notAllowed
  }
  const end = (pattern: Pattern): Pattern => {
    pattern.ended ??= endWith(pattern, false)
    return pattern.ended
  }
  const endForgiving = (pattern: Pattern) => endWith(pattern, true)

  return { open, openSkipping, attribute, close, closeForgiving, text, end, endForgiving, matches }
}
