import type { NameClass } from "./name-class.js"
import type { ElementPattern, Pattern } from "./pattern.js"

/** A name that a schema spells out. */
export interface SpeltName {
  readonly namespace: string
  readonly local: string
}

/** What a schema names anywhere, for errors: looked through when first asked for. */
export interface Vocabulary {
  /** Every element that the schema spells out, once each. */
  readonly elementNames: () => readonly SpeltName[]
  /** The definitions of an element that spell out its name. */
  readonly definitionsOf: (namespace: string, local: string) => readonly ElementPattern[]
  /** Whether any element may have the attribute. */
  readonly knowsAttribute: (namespace: string, local: string) => boolean
  /**
   * What the schema says of an element in prose: the `documentation` of RELAX NG DTD Compatibility, section 6,
   * with each run of blanks as one; undefined where it says nothing.
   */
  readonly describe: (namespace: string, local: string) => string | undefined
}

/** What of a compiled schema it is made of. */
interface Source {
  readonly elements: () => readonly ElementPattern[]
  readonly attributes: () => ReadonlySet<string>
}

export function createVocabulary({ elements, attributes: attributesOf }: Source): Vocabulary {
  let found: ReadonlyMap<string, Named> | undefined
  let attributes: ReadonlySet<string> | undefined
  const known = () => {
    found ??= namedOf(elements())
    return found
  }
  return {
    elementNames: () => [...known().values()].map(({ name }) => name),
    definitionsOf: (namespace, local) => known().get(keyOf(namespace, local))?.definitions ?? [],
    describe: (namespace, local) => {
      const named = known().get(keyOf(namespace, local))
      for (const { documentation } of named?.definitions ?? []) {
        const said = documentation()
        if (said !== undefined) return said
      }
      return undefined
    },
    knowsAttribute: (namespace, local) => {
      attributes ??= attributesOf()
      return attributes.has(keyOf(namespace, local))
    },
  }
}

interface Named {
  readonly name: SpeltName
  readonly definitions: ElementPattern[]
}

/** What a name is kept by in sets. */
export const keyOf = (namespace: string, local: string) => `${namespace} ${local}`

function namedOf(elements: readonly ElementPattern[]): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>()
  for (const element of elements)
    for (const name of speltIn(element.nameClass)) {
      const key = keyOf(name.namespace, name.local)
      const named = found.get(key) ?? { name, definitions: [] }
      named.definitions.push(element)
      found.set(key, named)
    }
  return found
}

/** The names that a class spells out one by one. */
export function speltIn(nameClass: NameClass): readonly SpeltName[] {
  if (nameClass.kind === "nameChoice") return nameClass.parts.flatMap(speltIn)
  return nameClass.kind === "name" ? [nameClass] : []
}

/** The keys of all attributes that are spelt out. */
export function attributesIn(elements: readonly ElementPattern[]): ReadonlySet<string> {
  const seen = new Set<Pattern>()
  const found = new Set<string>()
  const waiting: Pattern[] = elements.map((element) => element.content())
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    if (at.kind === "attribute")
      for (const name of speltIn(at.nameClass)) found.add(keyOf(name.namespace, name.local))
    else if (at.kind === "choice") waiting.push(...at.parts)
    else if (at.kind === "group" || at.kind === "interleave" || at.kind === "after") waiting.push(at.a, at.b)
    else if (at.kind === "oneOrMore") waiting.push(at.a)
  }
  return found
}

/** The keys of the elements that a pattern spells out at any place outside the contents of its elements. */
export function elementsIn(pattern: Pattern): ReadonlySet<string> {
  const seen = new Set<Pattern>()
  const found = new Set<string>()
  const waiting: Pattern[] = [pattern]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    if (at.kind === "element")
      for (const { namespace, local } of speltIn(at.nameClass)) found.add(keyOf(namespace, local))
    else if (at.kind === "choice") waiting.push(...at.parts)
    else if (at.kind === "group" || at.kind === "interleave") waiting.push(at.a, at.b)
    else if (at.kind === "oneOrMore" || at.kind === "after") waiting.push(at.a)
  }
  return found
}
