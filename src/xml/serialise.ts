import { createCB } from "xmlbuilder2"
import type { XmlElement } from "./tree.js"

/** Where an element's start tag stands in the written file: line and column from 1. */
export interface WrittenPlace<Origin> {
  readonly line: number
  readonly column: number
  readonly origin: Origin
}

export interface Serialised<Origin> {
  readonly text: string
  /** Only elements that have an origin, in document order. */
  readonly places: readonly WrittenPlace<Origin>[]
}

/**
 * Writes a tree as an XML file without touching its blanks. A carriage return in the text becomes a
 * character reference, since an XML parser would turn it into a line feed. `schema` is the address of
 * the RELAX NG schema that the file names as its own (xml-model).
 */
export function serialise<Origin>(root: XmlElement<Origin>, schema?: string): Serialised<Origin> {
  const chunks: string[] = []
  const places: WrittenPlace<Origin>[] = []
  let line = 1
  let column = 1
  let opening: XmlElement<Origin> | undefined
  const builder = createCB({
    data: (chunk: string) => {
      // The builder hands over “<name” by itself; that is where the element stands.
      if (opening && chunk === `<${opening.name}`) {
        if (opening.origin !== undefined) places.push({ line, column, origin: opening.origin })
        opening = undefined
      }
      const written = chunk
        .replaceAll("\r", "&#xD;")
        .replaceAll("\ufffe", "&#x9;")
        .replaceAll("\uffff", "&#xA;")
      chunks.push(written)
      const lastBreak = written.lastIndexOf("\n")
      if (lastBreak < 0) column += written.length
      else {
        for (let at = written.indexOf("\n"); at >= 0; at = written.indexOf("\n", at + 1)) line++
        column = written.length - lastBreak
      }
    },
    end: () => {},
    prettyPrint: false,
  })
  builder.dec({ version: "1.0", encoding: "UTF-8" })
  chunks.push("\n")
  line++
  column = 1
  if (schema !== undefined) {
    const syntax = 'type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"'
    builder.ins("xml-model", `href="${schema}" ${syntax}`)
    chunks.push("\n")
    line++
    column = 1
  }
  // A loop, not recursion: marks may nest deeper than a call stack should.
  const pending: { node: XmlElement<Origin>; next: number }[] = []
  const open = (node: XmlElement<Origin>) => {
    opening = node
    const attributes = Object.entries(node.attributes).map(([name, value]) => [name, kept(literal(value))])
    builder.ele(node.name, Object.fromEntries(attributes))
    pending.push({ node, next: 0 })
  }
  open(root)
  for (let top = pending.at(-1); top; top = pending.at(-1)) {
    const child = top.node.children[top.next++]
    if (!child) {
      builder.up()
      pending.pop()
    } else if (child.kind === "text") builder.txt(literal(child.text))
    else open(child)
  }
  builder.end()
  return { text: `${chunks.join("")}\n`, places }
}

// The builder takes “&amp;” for a reference that is written already; in a tree it is five characters.
const literal = (value: string) => value.replaceAll("&", "&amp;")

// A parser would make blanks of these in an attribute. The two characters in their place, which XML
// cannot hold, become references when they are written.
const kept = (value: string) => value.replaceAll("\t", "\ufffe").replaceAll("\n", "\uffff")
