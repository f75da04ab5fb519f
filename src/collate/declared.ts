import { attributeOf, elementsOf } from "../xml/elements.js"

/** Two documents that an edition says are witnesses of one text, by their names, in the edition's order. */
export interface WitnessPair {
  readonly a: string
  readonly b: string
}

/** What a reference in the context of a letter must be for the other document to be a witness of its text. */
const relations = new Set(["witness", "revisionOf", "revisedAs", "publicationOf", "publishedAs"])

/**
 * The documents that are said to be witnesses of one another, each pair once, though both may say so. TEI:
 * `<witness corresp="…">` in `<listWit>`, `<relatedItem target="…">`, and `<ref type="witness" target="…">` in
 * `<correspContext>`. Documents are known by the names of their files.
 */
export function declaredPairs(
  documents: readonly { readonly name: string; readonly tei: string }[],
): readonly WitnessPair[] {
  const places = new Map(documents.map(({ name }, index) => [name, index]))
  const pairs = new Map<string, { a: number; b: number }>()
  documents.forEach(({ tei }, index) => {
    for (const name of othersNamedIn(tei)) {
      const other = places.get(name)
      if (other === undefined || other === index) continue
      const pair = { a: Math.min(index, other), b: Math.max(index, other) }
      pairs.set(`${pair.a} ${pair.b}`, pair)
    }
  })
  return [...pairs.values()]
    .sort((one, other) => one.a - other.a || one.b - other.b)
    .map(({ a, b }) => ({ a: documents[a]?.name ?? "", b: documents[b]?.name ?? "" }))
}

function othersNamedIn(tei: string): readonly string[] {
  const end = tei.search(/<\/(?:[\w.-]+:)?teiHeader\s*>/)
  const header = tei.slice(0, Math.max(0, end))
  // Few headers name a witness, and only those need be looked at more closely.
  if (!/<(?:[\w.-]+:)?(?:witness|relatedItem|correspContext)\b/.test(header)) return []
  return elementsOf(header).flatMap((element) => {
    const { local, parent } = element
    const isNamed =
      local === "witness" ||
      local === "relatedItem" ||
      (local === "ref" &&
        parent?.local === "correspContext" &&
        relations.has(attributeOf(element, "type") ?? ""))
    const targets = isNamed ? (attributeOf(element, "corresp") ?? attributeOf(element, "target") ?? "") : ""
    return targets.split(/\s+/).flatMap((target) => {
      const found = /([^/#:?]+)\.xml(?:#.*)?$/.exec(target)?.[1]
      return found === undefined ? [] : [decoded(found)]
    })
  })
}

/** A name as it is written in an address; what is no proper escape stands for itself. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
