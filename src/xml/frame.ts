import { createCB } from "xmlbuilder2"
import type { XmlElement } from "./tree.js"

/**
 * Writes a small document by xmlbuilder2, with `members`, elements that are written already, at the end
 * of its root. For what is written once per edition; documents are written by `serialise`.
 */
export function writeFrame(root: XmlElement, members: readonly string[] = []): string {
  const chunks: string[] = []
  const builder = createCB({ data: (chunk: string) => chunks.push(chunk), end: () => {}, prettyPrint: false })
  builder.dec({ version: "1.0", encoding: "UTF-8" })
  chunks.push("\n")
  const open = ({ name, attributes, children }: XmlElement): void => {
    const values = Object.entries(attributes).map(([key, value]) => [key, literal(value)])
    builder.ele(name, Object.fromEntries(values))
    for (const child of children) {
      if (child.kind === "text") builder.txt(literal(child.text))
      else {
        open(child)
        builder.up()
      }
    }
  }
  open(root)
  // The builder holds a start tag back until something follows it.
  if (members.length > 0) builder.txt("")
  chunks.push(members.join("\n"))
  builder.end()
  return `${chunks.join("")}\n`
}

// The builder takes “&amp;” for a reference that is written already; in a tree it is five characters.
const literal = (value: string) => value.replaceAll("&", "&amp;")
