import type { Saxon, XmlDocument } from "./saxon.js"

/** An element of a document: its name, and its place among all elements in document order, counted from 1. */
export interface Found {
  readonly name: string
  readonly namespace: string
  readonly ordinal: number
}

/** Whether this is the namespace of TEI P5. */
export const isTei = (namespace: string): boolean => namespace === "http://www.tei-c.org/ns/1.0"

/** Finds elements by the ids that the stylesheet generates for them; in document order. */
export function censusOf(source: XmlDocument, saxon: Saxon): (ids: ReadonlySet<string>) => readonly Found[] {
  return (ids) => {
    if (ids.size === 0) return []
    const said = saxon.XPath.evaluate(
      "//* ! (generate-id(.), namespace-uri(.), local-name(.), name(.))",
      source,
      { resultForm: "array" },
    ) as readonly unknown[]
    const found: Found[] = []
    for (let at = 0; at < said.length; at += 4) {
      if (!ids.has(String(said[at]))) continue
      const namespace = String(said[at + 1])
      const name = String(said[isTei(namespace) ? at + 2 : at + 3])
      found.push({ name, namespace, ordinal: at / 4 + 1 })
    }
    return found
  }
}
