import type { XmlElement, XmlNode } from "./tree.js"

/** Where a node begins in the written file: line and column from 1, columns in UTF-16 units. */
export interface WrittenPlace<Origin> {
  readonly line: number
  readonly column: number
  readonly origin: Origin
}

/** Where an element's start tag stands, and which element it is: its name, and its xml:id if it has one. */
export interface ElementPlace<Origin> extends WrittenPlace<Origin> {
  readonly name: string
  readonly id?: string
}

export interface Serialised<Origin> {
  readonly text: string
  /** Only elements that have an origin, in document order. */
  readonly places: readonly ElementPlace<Origin>[]
  /** Only texts that have an origin, in document order. */
  readonly textPlaces: readonly WrittenPlace<Origin>[]
}

/**
 * Writes a tree as an XML file without touching its blanks. What a parser would change is written as a
 * reference: a carriage return anywhere, a tab or line end in an attribute (XML 1.0, 2.11 and 3.3.3).
 * `schema` is the address of the RELAX NG schema that the file names as its own (xml-model).
 */
export function serialise<Origin>(root: XmlElement<Origin>, schema?: string): Serialised<Origin> {
  const places: ElementPlace<Origin>[] = []
  const textPlaces: WrittenPlace<Origin>[] = []
  let written = prolog(schema)
  let line = 1
  let lineStart = 0
  const countLines = (from: number, chunk: string) => {
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", at + 1)) {
      line++
      lineStart = from + at + 1
    }
  }
  countLines(0, written)
  // A loop, not recursion: marks may nest deeper than a call stack should.
  const open: { readonly node: XmlElement<Origin>; next: number }[] = []
  const write = (node: XmlNode<Origin>) => {
    const at = written.length
    const column = at - lineStart + 1
    if (node.kind === "text") {
      if (node.origin !== undefined) textPlaces.push({ line, column, origin: node.origin })
      const escaped = escapeText(node.text)
      written += escaped
      countLines(at, escaped)
      return
    }
    if (node.origin !== undefined) {
      const { name, origin } = node
      const id = node.attributes["xml:id"]
      places.push(id === undefined ? { line, column, origin, name } : { line, column, origin, name, id })
    }
    // Each addition to a long string is an object of its own, so the tag is added as a whole.
    let tag = `<${node.name}`
    for (const name in node.attributes) tag += ` ${name}="${escapeValue(node.attributes[name] ?? "")}"`
    if (node.children.length === 0) written += `${tag}/>`
    else {
      written += `${tag}>`
      open.push({ node, next: 0 })
    }
  }
  write(root)
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children[top.next++]
    if (child) write(child)
    else {
      written += `</${top.node.name}>`
      open.pop()
    }
  }
  return { text: `${written}\n`, places, textPlaces }
}

function prolog(schema: string | undefined): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (schema === undefined) return declaration
  const syntax = 'type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"'
  return `${declaration}<?xml-model href="${schema}" ${syntax}?>\n`
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  // In a text for the sake of “]]>”, in an attribute for likeness.
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
}
const referenceOf = (character: string) => references[character] ?? character

// Most texts have nothing to escape, and a search is cheaper than a replacement.
const escapeText = (text: string) => (/[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, referenceOf) : text)
const escapeValue = (value: string) =>
  /[&<>"\t\n\r]/.test(value) ? value.replace(/[&<>"\t\n\r]/g, referenceOf) : value
