import { XMLParser, XMLValidator } from "fast-xml-parser"
import { element, text, type XmlElement, type XmlNode } from "./tree.js"

/** One node as fast-xml-parser gives it with `preserveOrder`: its name, its children, and under `:@` its attributes. */
type ParsedNode = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Numeric references too; `serialise` writes a carriage return as one.
  htmlEntities: true,
  maxNestedTags: 1000,
})

/**
 * Reads a small XML file that is trusted to be well-formed, as those that stet wrote are, blanks and
 * all. `undefined` where it plainly is not, or where it has a DOCTYPE; no judge of well-formedness.
 */
export function readXml(file: string): XmlElement | undefined {
  if (/<!DOCTYPE/i.test(file) || XMLValidator.validate(file) !== true) return undefined
  try {
    const nodes = parser.parse(file) as readonly ParsedNode[]
    return nodes.map(nodeOf).find((node) => node?.kind === "element") as XmlElement | undefined
  } catch {
    // Nested deeper than the limit, or worse.
    return undefined
  }
}

function nodeOf(node: ParsedNode): XmlNode | undefined {
  const name = Object.keys(node).find((key) => key !== ":@")
  if (name === undefined) return undefined
  if (name === "#text") return text(String(node[name]))
  const children = (node[name] as readonly ParsedNode[]).map(nodeOf)
  return element(name, (node[":@"] ?? {}) as Readonly<Record<string, string>>, children)
}
