import type { Context, Datatype } from "./datatypes/datatype.js"
import type { NameClass } from "./name-class.js"
import { type ElementPattern, holds, type Pattern } from "./pattern.js"

/** A table of patterns: whoever asks twice for the same pattern gets the same object. */
export interface Patterns {
  readonly empty: Pattern
  readonly notAllowed: Pattern
  readonly text: Pattern
  readonly choice: (parts: readonly Pattern[]) => Pattern
  readonly group: (a: Pattern, b: Pattern) => Pattern
  readonly interleave: (a: Pattern, b: Pattern) => Pattern
  readonly after: (a: Pattern, b: Pattern) => Pattern
  readonly oneOrMore: (a: Pattern) => Pattern
  readonly list: (a: Pattern) => Pattern
  readonly data: (datatype: Datatype, except: Pattern | undefined) => Pattern
  readonly value: (datatype: Datatype, value: string, context: Context) => Pattern
  readonly attribute: (nameClass: NameClass, a: Pattern) => Pattern
  readonly element: (
    nameClass: NameClass,
    content: () => Pattern,
    documentation: () => string | undefined,
  ) => ElementPattern
}

/** More patterns than this are never made; their ids fit in a pair that is one exact number. */
const most = 2 ** 26

/** An empty table, with the rules of section 4.20 and 4.21 built into its constructors. */
export function createPatterns(): Patterns {
  let count = 0
  const known = (nullable: boolean, bits: number) => {
    if (++count >= most) throw new RangeError("more patterns than the table can number")
    return {
      id: count,
      nullable,
      holds: bits,
      opened: undefined,
      attributed: undefined,
      closed: undefined,
      texted: undefined,
      ended: undefined,
    }
  }
  const empty: Pattern = { kind: "empty", ...known(true, 0) }
  const notAllowed: Pattern = { kind: "notAllowed", ...known(false, 0) }
  const text: Pattern = { kind: "text", ...known(true, holds.text) }

  const pairs = { group: new Map(), interleave: new Map(), after: new Map() } as const
  const pair = (kind: "group" | "interleave" | "after", a: Pattern, b: Pattern): Pattern => {
    const table: Map<number, Pattern> = pairs[kind]
    const key = a.id * most + b.id
    const made = table.get(key)
    if (made !== undefined) return made
    const nullable = kind !== "after" && a.nullable && b.nullable
    // What stands after an end is out of reach until then.
    const bits = kind === "after" ? a.holds : a.holds | b.holds
    const pattern: Pattern = { kind, a, b, ...known(nullable, bits) }
    table.set(key, pattern)
    return pattern
  }
  const sequence = (kind: "group" | "interleave", a: Pattern, b: Pattern): Pattern => {
    if (a === notAllowed || b === notAllowed) return notAllowed
    if (a === empty) return b
    if (b === empty) return a
    return kind === "interleave" && a.id > b.id ? pair(kind, b, a) : pair(kind, a, b)
  }
  const after = (a: Pattern, b: Pattern): Pattern =>
    a === notAllowed || b === notAllowed ? notAllowed : pair("after", a, b)

  const choices = new Map<string, Pattern>()
  const choice = (given: readonly Pattern[]): Pattern => {
    const parts = simplest(given)
    const [first] = parts
    if (first === undefined) return notAllowed
    if (parts.length === 1) return first
    parts.sort((a, b) => a.id - b.id)
    const key = parts.map((part) => part.id).join()
    const made = choices.get(key)
    if (made !== undefined) return made
    const nullable = parts.some((part) => part.nullable)
    const bits = parts.reduce((all, part) => all | part.holds, 0)
    const pattern: Pattern = { kind: "choice", parts, ...known(nullable, bits) }
    choices.set(key, pattern)
    return pattern
  }
  /** Without choices in choices, without doubles, and with `after(a, b) | after(a, c)` as `after(a, b | c)`. */
  const simplest = (given: readonly Pattern[]): Pattern[] => {
    const found = new Set<Pattern>()
    const afters = new Map<Pattern, Pattern[]>()
    const add = (part: Pattern): void => {
      if (part.kind === "choice") part.parts.forEach(add)
      else if (part.kind === "after") {
        const same = afters.get(part.a)
        if (same === undefined) afters.set(part.a, [part.b])
        else same.push(part.b)
      } else if (part !== notAllowed) found.add(part)
    }
    given.forEach(add)
    for (const [a, rests] of afters)
      found.add(after(a, rests.length === 1 ? (rests[0] ?? empty) : choice(rests)))
    const parts = [...found]
    const isIdle = found.has(empty) && parts.some((part) => part !== empty && part.nullable)
    return isIdle ? parts.filter((part) => part !== empty) : parts
  }

  const repeated = { oneOrMore: new Map<Pattern, Pattern>(), list: new Map<Pattern, Pattern>() }
  const repeat = (kind: "oneOrMore" | "list", a: Pattern): Pattern => {
    if (a === notAllowed || (kind === "oneOrMore" && (a === empty || a === text || a.kind === "oneOrMore")))
      return a
    const made = repeated[kind].get(a)
    if (made !== undefined) return made
    const known_ = kind === "list" ? known(false, holds.data) : known(a.nullable, a.holds)
    const pattern: Pattern = { kind, a, ...known_ }
    repeated[kind].set(a, pattern)
    return pattern
  }

  const plainData = new Map<Datatype, Pattern>()
  const data: Patterns["data"] = (datatype, except) => {
    const made = except === undefined ? plainData.get(datatype) : undefined
    if (made !== undefined) return made
    const pattern: Pattern = { kind: "data", datatype, except, ...known(false, holds.data) }
    if (except === undefined) plainData.set(datatype, pattern)
    return pattern
  }
  const plainValues = new Map<Datatype, Map<string, Pattern>>()
  const value: Patterns["value"] = (datatype, text, context) => {
    const same = plainValues.get(datatype) ?? new Map<string, Pattern>()
    plainValues.set(datatype, same)
    const made = datatype.needsContext ? undefined : same.get(text)
    if (made !== undefined) return made
    const pattern: Pattern = { kind: "value", datatype, value: text, context, ...known(false, holds.data) }
    same.set(text, pattern)
    return pattern
  }

  return {
    empty,
    notAllowed,
    text,
    choice,
    group: (a, b) => sequence("group", a, b),
    interleave: (a, b) => sequence("interleave", a, b),
    after,
    oneOrMore: (a) => repeat("oneOrMore", a),
    list: (a) => repeat("list", a),
    data,
    value,
    attribute: (nameClass, a) => ({ kind: "attribute", nameClass, a, ...known(false, holds.attributes) }),
    element: (nameClass, content, documentation) => ({
      kind: "element",
      nameClass,
      content,
      documentation,
      ...known(false, holds.elements),
    }),
  }
}
