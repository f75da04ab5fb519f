import type { XmlNode } from "../../xml/tree.js"
import type { TeiElement, TeiNode } from "../tei.js"
import { wordsIn } from "./xml.js"

/** A piece of the body that has its own place in the transcription, comparable with another. */
export interface Leaf {
  /** The element with all that it holds and stands in. */
  readonly whole: string
  /** What it holds. */
  readonly inner: string
  /** All its characters. */
  readonly text: string
  /** Where it came from, in UTF-16 units. */
  readonly offset: number
}

/** Elements that only hold together what stands in them. */
const holders = new Set(["body", "div", "opener", "closer", "list", "quote", "postscript"])

/** Ids that say something; those of blocks follow from the words. */
const telling = /\.(?:mark|join|move|note)-/

/** The leaves of a block, in order; `path` names what it stands in. */
export function leavesOf(node: TeiElement, path = ""): readonly Leaf[] {
  if (holders.has(node.name))
    return node.children.flatMap((child) =>
      child.kind === "text" ? [] : leavesOf(child, `${path}/${node.name}`),
    )
  const inner = canonical(node.children)
  const offset = node.origin?.start.offset ?? 0
  return [{ whole: `${path} ${canonical([node])}`, inner, text: wordsIn(node) ?? "", offset }]
}

/** Nodes as a string that is the same where they say the same: neighbouring texts are one, attributes in order. */
export function canonical(nodes: readonly (TeiNode | XmlNode)[]): string {
  const parts: string[] = []
  let text = ""
  const settle = () => {
    if (text !== "") parts.push(JSON.stringify(text))
    text = ""
  }
  for (const node of nodes) {
    if (node.kind === "text") text += node.text
    else {
      settle()
      const attributes = Object.entries(node.attributes)
        .filter(([name, value]) => name !== "xml:id" || telling.test(value))
        .sort(([a], [b]) => (a < b ? -1 : 1))
      parts.push(`<${node.name} ${JSON.stringify(attributes)} ${canonical(node.children)}>`)
    }
  }
  settle()
  return parts.join("")
}
