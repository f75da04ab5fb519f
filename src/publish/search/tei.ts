import { localName, type XmlElement, type XmlNode } from "../../xml/tree.js"

export { localName } from "../../xml/tree.js"

export const elementsIn = (parent: XmlElement | undefined): readonly XmlElement[] =>
  parent?.children.filter((child): child is XmlElement => child.kind === "element") ?? []

/** The elements at the end of a way down from an element; each step is a name, or several. */
export function at(from: readonly XmlElement[], ...way: readonly (string | readonly string[])[]) {
  let found = from
  for (const step of way)
    found = found.flatMap((each) =>
      elementsIn(each).filter((child) =>
        typeof step === "string" ? localName(child) === step : step.includes(localName(child)),
      ),
    )
  return found
}

/** All elements below one, in document order. */
export function below(parent: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (child.kind === "text") continue
      found.push(child)
      visit(child)
    }
  }
  visit(parent)
  return found
}

/** The characters of an element, with single blanks; a line's end is one. */
export const wordsOf = (parent: XmlElement | undefined): string =>
  parent === undefined ? "" : charactersOf(parent).replace(/\s+/g, " ").trim()

function charactersOf(node: XmlNode): string {
  if (node.kind === "text") return node.text
  if (localName(node) === "lb") return node.attributes["break"] === "no" ? "" : " "
  return node.children.map(charactersOf).join("")
}
