import { createRequire } from "node:module"
import { element, text, type XmlElement, type XmlNode } from "./tree.js"

/** One node as fast-xml-parser gives it with `preserveOrder`: its name, its children, and under `:@` its attributes. */
type ParsedNode = Readonly<Record<string, unknown>>

/** What keeps a text from being XML; line and column count from 1. */
export interface XmlFault {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** Required, not imported: few editions have a register in XML, and every command would wait for it. */
const load = () => createRequire(import.meta.url)("fast-xml-parser") as typeof import("fast-xml-parser")

const settings = {
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
}

/** What keeps a file from being XML, if the validator finds anything. */
export function faultIn(file: string): XmlFault | undefined {
  const result = load().XMLValidator.validate(file)
  if (result === true) return undefined
  const { msg: message, line, col: column } = result.err
  return { message, line, column }
}

/**
 * Reads a small XML file that is trusted to be well-formed, as those that stet wrote are, blanks and
 * all. `undefined` where it plainly is not, or where it has a DOCTYPE; no judge of well-formedness.
 */
export function readXml(file: string): XmlElement | undefined {
  if (/<!DOCTYPE/i.test(file) || faultIn(file)) return undefined
  const { XMLParser } = load()
  try {
    const nodes = new XMLParser(settings).parse(file) as readonly ParsedNode[]
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
