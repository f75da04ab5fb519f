import { localName, type XmlElement, type XmlNode } from "../xml/tree.js"

/** The words that stand under one id and under no other within it, and how they are marked. */
export interface ReleasedPassage {
  /** The xml:id; empty for what stands in the text under no id. */
  readonly id: string
  /** The characters, with single blanks. */
  readonly words: string
  /** The mark-up with its characters, without ids. */
  readonly encoding: string
  /** How often each element stands in it. */
  readonly elements: ReadonlyMap<string, number>
}

const idOf = ({ attributes }: XmlElement) => attributes["xml:id"]

/** The passages of a TEI document in the order of the text. Every character of the text is in one of them. */
export function passagesIn(tei: XmlElement): readonly ReleasedPassage[] {
  const found: ReleasedPassage[] = []
  for (const part of tei.children)
    if (part.kind === "element" && ["text", "sourceDoc", "standOff"].includes(localName(part)))
      collect(part, found)
  return found.filter(({ words, elements }) => words !== "" || elements.size > 0)
}

function collect(element: XmlElement, found: ReleasedPassage[]): void {
  const at = found.length
  found.push({ id: "", words: "", encoding: "", elements: new Map() })
  const elements = new Map<string, number>()
  let words = ""
  let encoding = ""
  const visit = (node: XmlNode): void => {
    if (node.kind === "text") {
      words += node.text
      encoding += node.text.replace(/\s+/g, " ")
      return
    }
    const name = localName(node)
    if (idOf(node) !== undefined) {
      collect(node, found)
      encoding += `<${name}/>`
      return
    }
    elements.set(name, (elements.get(name) ?? 0) + 1)
    encoding += tagOf(name, node)
    if (name === "lb") words += node.attributes["break"] === "no" ? "" : " "
    node.children.forEach(visit)
    encoding += `</${name}>`
  }
  encoding += tagOf(localName(element), element)
  element.children.forEach(visit)
  found[at] = { id: idOf(element) ?? "", words: words.replace(/\s+/g, " ").trim(), encoding, elements }
}

function tagOf(name: string, { attributes }: XmlElement): string {
  const said = Object.entries(attributes)
    .filter(([key]) => key !== "xml:id")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ` ${key}="${value}"`)
  return `<${name}${said.join("")}>`
}

/**
 * What a TEI header says, by the way to it (“fileDesc/titleStmt/title”), in the order of the header. Left out is
 * what every release has anew: its number and day, how often each element occurs, and how it is cited.
 */
export function headerIn(tei: XmlElement): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  const put = (way: string, words: string) => {
    const plain = words.replace(/\s+/g, " ").trim()
    if (plain !== "") said.set(way, said.has(way) ? `${said.get(way)}; ${plain}` : plain)
  }
  const visit = (element: XmlElement, way: string): void => {
    if (
      /^(?:revisionDesc|fileDesc\/editionStmt|fileDesc\/publicationStmt\/date|encodingDesc\/(?:tagsDecl|refsDecl))/.test(
        way,
      )
    )
      return
    for (const [key, value] of Object.entries(element.attributes))
      if (!/^(?:xml:|xmlns)/.test(key)) put(`${way}/@${key}`, value)
    const hasWords = element.children.some((child) => child.kind === "text" && child.text.trim() !== "")
    if (hasWords) put(way, charactersOf(element))
    else
      for (const child of element.children)
        if (child.kind === "element")
          visit(child, way === "" ? localName(child) : `${way}/${localName(child)}`)
  }
  const header = tei.children.find((child) => child.kind === "element" && localName(child) === "teiHeader")
  if (header?.kind === "element") visit(header, "")
  return said
}

const charactersOf = (node: XmlNode): string =>
  node.kind === "text" ? node.text : node.children.map(charactersOf).join("")

/** The title that the header gives a document; empty where there is none. */
export function titleIn(tei: XmlElement): string {
  return (headerIn(tei).get("fileDesc/titleStmt/title") ?? "").replace(/; .*$/, "")
}
