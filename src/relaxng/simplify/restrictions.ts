import type { Report } from "../errors.js"
import { isInfinite, type NameClass, overlap } from "../name-class.js"
import type { Simple } from "./simple.js"

/** What a pattern stands in, as bits: what section 7.1 calls a prohibited path. */
const inside = { attribute: 1, list: 2, except: 4, start: 8, oneOrMore: 16, oneOrMoreSequence: 32 } as const
const names: Readonly<Record<number, string>> = {
  [inside.attribute]: "attribute",
  [inside.list]: "list",
  [inside.except]: "except of data",
  [inside.start]: "start",
  [inside.oneOrMoreSequence]: "a group or interleave in oneOrMore",
}

/** Which kinds may not stand in what. */
const prohibited: Readonly<Record<string, number>> = {
  attribute: inside.attribute | inside.list | inside.except | inside.start | inside.oneOrMoreSequence,
  element: inside.attribute | inside.list | inside.except,
  list: inside.list | inside.except | inside.start,
  text: inside.list | inside.except | inside.start,
  interleave: inside.list | inside.except | inside.start,
  group: inside.except | inside.start,
  oneOrMore: inside.except | inside.start,
  empty: inside.except | inside.start,
  data: inside.start,
  value: inside.start,
}

/** Content types of section 7.2; undefined where a pattern has none. */
type ContentType = "empty" | "complex" | "simple" | undefined
const order = ["empty", "complex", "simple"]

/** Reports what breaks section 7 in a schema that is reduced to the simple syntax. */
export function checkRestrictions(start: Simple, report: Report): void {
  /** Where walks have been, by what was around. */
  const seen = new Map<number, Set<Simple>>()
  const queued = new Set<Simple>()
  const waiting: Simple[] = []
  const types = new Map<Simple, ContentType>()
  const fault = (at: Simple, message: string) => report(at.place, "schema-restriction", message)

  /** Section 7.1, and that attributes without end of names repeat (7.3). */
  const walk = (at: Simple, around: number): void => {
    const been = seen.get(around) ?? new Set()
    if (been.has(at)) return
    seen.set(around, been.add(at))
    const broken = (prohibited[at.kind] ?? 0) & around
    if (broken !== 0) {
      const [, name] = Object.entries(names).find(([bit]) => (Number(bit) & broken) !== 0) ?? []
      fault(at, `${at.kind} may not stand in ${name} (section 7.1)`)
    }
    switch (at.kind) {
      case "element":
        if (queued.has(at)) return
        queued.add(at)
        waiting.push(at)
        return
      case "attribute":
        if (isInfinite(at.nameClass) && (around & inside.oneOrMore) === 0)
          fault(at, "an attribute of any name must stand in oneOrMore (section 7.3)")
        walk(at.part, around | inside.attribute)
        return
      case "list":
        walk(at.part, around | inside.list)
        return
      case "oneOrMore":
        walk(at.part, around | inside.oneOrMore)
        return
      case "group":
      case "interleave": {
        const within = (around & inside.oneOrMore) === 0 ? around : around | inside.oneOrMoreSequence
        for (const part of at.parts) walk(part, within)
        return
      }
      case "choice":
        for (const part of at.parts) walk(part, around)
        return
      case "data":
        if (at.except !== undefined) walk(at.except, around | inside.except)
    }
  }

  const contentType = (at: Simple): ContentType => {
    if (!("parts" in at)) return typeOf(at)
    if (types.has(at)) return types.get(at)
    const type = typeOf(at)
    types.set(at, type)
    return type
  }
  const larger = (a: ContentType, b: ContentType): ContentType =>
    a === undefined || b === undefined ? undefined : order.indexOf(a) > order.indexOf(b) ? a : b
  const grouped = (a: ContentType, b: ContentType): ContentType =>
    a === "empty" || b === "empty" || (a === "complex" && b === "complex") ? larger(a, b) : undefined
  const typeOf = (at: Simple): ContentType => {
    switch (at.kind) {
      case "choice":
        return at.parts.map(contentType).reduce(larger)
      case "group":
      case "interleave":
        return at.parts.map(contentType).reduce(grouped)
      case "oneOrMore": {
        const type = contentType(at.part)
        return grouped(type, type)
      }
      case "attribute":
        return contentType(at.part) === undefined ? undefined : "empty"
      case "data":
        return at.except !== undefined && contentType(at.except) === undefined ? undefined : "simple"
      case "value":
      case "list":
        return "simple"
      case "text":
      case "element":
        return "complex"
      default:
        return "empty"
    }
  }

  walk(start, inside.start)
  const distinct = createDistinct(fault)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind !== "element") continue
    walk(next.part, 0)
    if (contentType(next.part) === undefined)
      fault(next, "data, value or list is grouped with something else that has content (section 7.2)")
    distinct(next.part)
  }
}

const none: readonly NameClass[] = []

/** Collects the name classes that a pattern holds outside its elements; each part is looked through once. */
function collector(
  pick: (at: Simple) => NameClass | undefined,
  meet: (at: Simple, parts: readonly (readonly NameClass[])[]) => void,
): (at: Simple) => readonly NameClass[] {
  const known = new Map<Simple, readonly NameClass[]>()
  const collect = (at: Simple): readonly NameClass[] => {
    if (!("parts" in at)) return collected(at)
    const made = known.get(at) ?? collected(at)
    known.set(at, made)
    return made
  }
  const collected = (at: Simple): readonly NameClass[] => {
    if (at.kind === "oneOrMore") return collect(at.part)
    if (at.kind !== "choice" && at.kind !== "group" && at.kind !== "interleave") {
      const picked = pick(at)
      return picked === undefined ? none : [picked]
    }
    const parts = at.parts.map(collect)
    meet(at, parts)
    const full = parts.filter((part) => part.length > 0)
    return full.length < 2 ? (full[0] ?? []) : [...new Set(full.flat())]
  }
  return collect
}

/** Stands for text, which is looked for in the same way as names are. */
const textName: NameClass = { kind: "name", namespace: "", local: "" }

/** Sections 7.3 and 7.4: no attribute twice; in interleave no element and no text on both sides. */
function createDistinct(fault: (at: Simple, message: string) => void): (at: Simple) => void {
  const meetNothing = () => {}
  const elements = collector((at) => (at.kind === "element" ? at.nameClass : undefined), meetNothing)
  const texts = collector((at) => (at.kind === "text" ? textName : undefined), meetNothing)
  return collector(
    (at) => (at.kind === "attribute" ? at.nameClass : undefined),
    (at, parts) => {
      if (at.kind === "choice") return
      if (clash(parts)) fault(at, "one attribute can be given by two parts of it (section 7.3)")
      if (at.kind !== "interleave") return
      if (clash(at.parts.map(elements))) fault(at, "one element can belong to two parts of it (section 7.4)")
      if (clash(at.parts.map(texts))) fault(at, "text stands in two parts of it (section 7.4)")
    },
  )
}

/** Whether classes of two parts share a name. Single names, which most are, are looked up in a table. */
function clash(parts: readonly (readonly NameClass[])[]): boolean {
  if (parts.filter((part) => part.length > 0).length < 2) return false
  const single = new Map<string, number>()
  const open: (readonly [NameClass, number])[] = []
  for (const [index, part] of parts.entries())
    for (const nameClass of part) {
      if (nameClass.kind !== "name") {
        open.push([nameClass, index])
        continue
      }
      const key = `${nameClass.namespace} ${nameClass.local}`
      if ((single.get(key) ?? index) !== index) return true
      single.set(key, index)
    }
  return open.some(([nameClass, index]) =>
    parts.some((part, other) => other !== index && part.some((each) => overlap(nameClass, each))),
  )
}
