import type { Context, Datatype } from "../datatypes/datatype.js"
import { makeDatatype } from "../datatypes/make.js"
import { createPatterns } from "../intern.js"
import type { NameClass } from "../name-class.js"
import type { ElementPattern, Pattern } from "../pattern.js"
import { type Schema, schemaOf } from "../schema.js"
import { form, kinds, type Main, type StoredName, sumOf, type Words } from "./layout.js"

/**
 * A schema from what `serialiseSchema` made of it. undefined where the text is broken or of another version; it
 * never throws. What a document doesn't need of the schema is not made.
 */
export function openCompiled(text: string): Schema | undefined {
  const head = text.indexOf("\n")
  const rest = text.slice(head + 1)
  if (text.slice(0, Math.max(0, head)) !== `${form} ${sumOf(rest)}`) return undefined
  // The sum is right, so what follows was written by `serialiseSchema`.
  const end = rest.indexOf("\n")
  const main: Main = JSON.parse(rest.slice(0, end))
  let words: Words | undefined
  return made(main, () => {
    words ??= JSON.parse(rest.slice(end + 1)) as Words
    return words
  })
}

function made(main: Main, words: () => Words): Schema {
  const patterns = createPatterns()
  const { nodes, spaces } = main
  const known = new Array<Pattern | undefined>(nodes.length)
  const datatypes = new Array<Datatype | undefined>(main.datatypes.length)

  const datatypeAt = (index: number): Datatype => {
    const made = datatypes[index] ?? datatypeOf(main.datatypes[index] ?? [])
    datatypes[index] = made
    return made
  }
  const names = main.names.map((stored) => nameClassOf(stored, spaces))
  const nameAt = (index: number): NameClass => names[index] ?? { kind: "nameChoice", parts: [] }
  const numberAt = (index: number): number => nodes[index] ?? 0

  const elements: ElementPattern[] = []
  for (let index = 0; index < main.elements.length; index += 2) {
    const content = () => at(main.elements[index + 1] ?? 0)
    const documentation = () => words().documentation[index / 2] || undefined
    elements.push(patterns.element(nameAt(main.elements[index] ?? 0), content, documentation))
  }

  const at = (place: number): Pattern => {
    const made = known[place] ?? make(place)
    known[place] = made
    return made
  }
  const make = (place: number): Pattern => {
    const first = numberAt(place + 1)
    switch (nodes[place]) {
      case kinds.empty:
        return patterns.empty
      case kinds.text:
        return patterns.text
      case kinds.choice: {
        const parts: Pattern[] = []
        for (let index = 0; index < first; index++) parts.push(at(numberAt(place + 2 + index)))
        return patterns.choice(parts)
      }
      case kinds.group:
        return patterns.group(at(first), at(numberAt(place + 2)))
      case kinds.interleave:
        return patterns.interleave(at(first), at(numberAt(place + 2)))
      case kinds.oneOrMore:
        return patterns.oneOrMore(at(first))
      case kinds.list:
        return patterns.list(at(first))
      case kinds.data: {
        const except = numberAt(place + 2)
        return patterns.data(datatypeAt(first), except < 0 ? undefined : at(except))
      }
      case kinds.value: {
        const [datatype, value, prefix, namespace] = main.values[first] ?? [0, ""]
        const context: Context = { namespaceOf: (asked) => (asked === prefix ? namespace : undefined) }
        return patterns.value(datatypeAt(datatype), value, context)
      }
      case kinds.attribute:
        return patterns.attribute(nameAt(first), at(numberAt(place + 2)))
      case kinds.element:
        return elements[first] ?? patterns.notAllowed
      default:
        return patterns.notAllowed
    }
  }

  let attributes: ReadonlySet<string> | undefined
  const compiled = {
    start: at(main.start),
    elements: () => elements,
    attributes: () => {
      attributes ??= new Set(words().attributes)
      return attributes
    },
  }
  return schemaOf(compiled, patterns)
}

function nameClassOf(stored: StoredName, spaces: readonly string[]): NameClass {
  if ("other" in stored) return stored.other as NameClass
  return { kind: "name", namespace: spaces[stored[0]] ?? "", local: stored[1] }
}

function datatypeOf([library = "", type = "", ...params]: readonly string[]): Datatype {
  const pairs = params.flatMap((name, index) =>
    index % 2 === 0 ? [{ name, value: params[index + 1] ?? "" }] : [],
  )
  const made = makeDatatype(library, type, pairs)
  if (made === undefined || typeof made === "string")
    throw new Error(`there was a datatype ${type} when the schema was compiled`)
  return made
}
