import { localName, type XmlElement } from "../xml/tree.js"

/** The children of these names, in their order. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.filter(
    (child) => child.kind === "element" && names.includes(localName(child)),
  ) as readonly XmlElement[]
}

/** An element's text on one line; where two elements meet without a blank, one parts them. */
export function wordsOf(element: XmlElement): string {
  const parts: string[] = []
  const visit = (each: XmlElement) => {
    for (const child of each.children) {
      if (child.kind === "text") parts.push(child.text)
      else {
        parts.push(" ")
        visit(child)
        parts.push(" ")
      }
    }
  }
  const plain = element.children.every((child) => child.kind === "text")
  visit(element)
  const joined = parts.join("").replace(/\s+/gu, " ").trim()
  return plain ? joined : joined.replace(/ (?=[,.;:)])/g, "")
}

/** The names that elements such as `persName` give, each once; an address that stands there is none. */
export function namesIn(elements: readonly XmlElement[]): readonly string[] {
  const names = elements.map(nameOf).filter((name) => name !== "" && !/^https?:/.test(name))
  return [...new Set(names)]
}

/** A name in its parts is put as one says it, “John Fitzgerald Kennedy”, in whatever order they stand. */
function nameOf(element: XmlElement): string {
  const surnames = childrenOf(element, "surname")
  const forenames = childrenOf(element, "forename")
  if (surnames.length === 0 || forenames.length === 0) return wordsOf(element)
  const links = childrenOf(element, "nameLink")
  return [...forenames, ...links, ...surnames]
    .map(wordsOf)
    .filter((part) => part !== "")
    .join(" ")
}
