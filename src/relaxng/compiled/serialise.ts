import type { Datatype } from "../datatypes/datatype.js"
import { recipeOf } from "../datatypes/make.js"
import type { NameClass } from "../name-class.js"
import type { ElementPattern, Pattern, Value } from "../pattern.js"
import type { Schema } from "../schema.js"
import { form, kinds, type Main, type StoredName, sumOf, type Words } from "./layout.js"

/** A table of things that are stored once each, by a key. */
function createTable<Each, Stored>(keyOf: (each: Each) => unknown, store: (each: Each) => Stored) {
  const known = new Map<unknown, number>()
  const stored: Stored[] = []
  const numberOf = (each: Each): number => {
    const key = keyOf(each)
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, stored.length)
    return stored.push(store(each)) - 1
  }
  return { numberOf, stored }
}

/**
 * A schema as text that `openCompiled` makes it of again, many times faster than it was read. It is no format
 * for exchange: another version of this module may not know it.
 */
export function serialiseSchema(schema: Schema): string {
  const spaces = createTable(
    (space: string) => space,
    (space) => space,
  )
  const names = createTable(
    (each: NameClass) => JSON.stringify(each),
    (each): StoredName =>
      each.kind === "name" ? [spaces.numberOf(each.namespace), each.local] : { other: each },
  )
  const datatypes = createTable(
    (each: Datatype) => each,
    (each) => recipeOf(each),
  )
  const values = createTable(
    (each: Value) => each,
    ({ datatype, value, context }): Main["values"][number] => {
      const number = datatypes.numberOf(datatype)
      if (!datatype.needsContext) return [number, value]
      const prefix = value.includes(":") ? value.trim().split(":", 1).join() : ""
      const namespace = context.namespaceOf(prefix)
      return namespace === undefined ? [number, value] : [number, value, prefix, namespace]
    },
  )
  const all = schema.elements()
  const elements = new Map<ElementPattern, number>(all.map((element, index) => [element, index]))

  const nodes: number[] = []
  const places = new Map<Pattern, number>()
  const node = (pattern: Pattern): number => {
    const known = places.get(pattern)
    if (known !== undefined) return known
    const numbers = numbersOf(pattern)
    const place = nodes.length
    for (const number of numbers) nodes.push(number)
    places.set(pattern, place)
    return place
  }
  const numbersOf = (pattern: Pattern): readonly number[] => {
    switch (pattern.kind) {
      case "empty":
      case "notAllowed":
      case "text":
        return [kinds[pattern.kind]]
      case "choice":
        return [kinds.choice, pattern.parts.length, ...pattern.parts.map(node)]
      case "group":
      case "interleave":
        return [kinds[pattern.kind], node(pattern.a), node(pattern.b)]
      case "after":
        throw new Error("After stands in no schema")
      case "oneOrMore":
      case "list":
        return [kinds[pattern.kind], node(pattern.a)]
      case "data": {
        const except = pattern.except === undefined ? -1 : node(pattern.except)
        return [kinds.data, datatypes.numberOf(pattern.datatype), except]
      }
      case "value":
        return [kinds.value, values.numberOf(pattern)]
      case "attribute":
        return [kinds.attribute, names.numberOf(pattern.nameClass), node(pattern.a)]
      case "element":
        return [kinds.element, elements.get(pattern) ?? -1]
      default:
        return pattern satisfies never
    }
  }

  const main: Main = {
    start: node(schema.start),
    elements: all.flatMap((element) => [names.numberOf(element.nameClass), node(element.content())]),
    nodes,
    names: names.stored,
    spaces: spaces.stored,
    datatypes: datatypes.stored,
    values: values.stored,
  }
  const words: Words = {
    documentation: all.map((element) => element.documentation() ?? 0),
    attributes: [...schema.attributes()],
  }
  const rest = `${JSON.stringify(main)}\n${JSON.stringify(words)}`
  return `${form} ${sumOf(rest)}\n${rest}`
}
