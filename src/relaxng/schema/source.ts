import { SaxesParser } from "saxes"
import { flawIn } from "../../xml/well-formed.js"
import { isBlank } from "../derivative.js"
import type { Report } from "../errors.js"
import type { Place, TextFile } from "../place.js"
import type { Prefixes } from "../prefixes.js"

/** RELAX NG's namespace. */
export const relaxNg = "http://relaxng.org/ns/structure/1.0"

/** RELAX NG DTD Compatibility's namespace, which is that of `documentation`. */
const annotations = "http://relaxng.org/ns/compatibility/annotations/1.0"

/**
 * An element of a schema. Annotations but documentation are gone (section 4.1); white space is dealt with
 * (4.2).
 */
export interface SourceNode {
  readonly local: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: SourceNode[]
  /** All its text, as written. */
  text: string
  /** What its `documentation` says, as written. */
  documentation: string
  readonly prefixes: Prefixes | undefined
  /** What relative references in it are resolved against (4.5). */
  readonly base: string
  /** The datatype library of `data` and `value` in it (4.3). */
  readonly library: string
  readonly place: Place
}

/** Elements may not be nested more deeply than this. */
const deepest = 1000

/** Ends the reading of a file at its first fault in well-formedness. */
class Stop extends Error {}

/** Resolves a reference; undefined where it is none. */
export function resolve(href: string, base: string): string | undefined {
  try {
    return new URL(href, base).href
  } catch {
    return undefined
  }
}

/**
 * The elements of a schema file with RELAX NG's namespace, or undefined where it isn't well-formed or its
 * root has another namespace; that is reported.
 */
export function readSource(file: TextFile, report: Report): SourceNode | undefined {
  let root: SourceNode | undefined
  const open: SourceNode[] = []
  let foreignDepth = 0
  let isDocumentation = false
  let start = 0
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  })
  parser.on("error", (error) => {
    // Where the parser gives up may be far behind the mistake.
    const flaw = flawIn(file.text)
    const offset = flaw?.from ?? parser.position
    report({ file, offset }, "schema-not-well-formed", flaw?.problem ?? error.message)
    throw new Stop()
  })
  parser.on("opentagstart", ({ name }) => {
    start = parser.position - name.length - 2
  })
  parser.on("opentag", (tag) => {
    const place = { file, offset: start }
    const parent = open.at(-1)
    if (foreignDepth > 0 || tag.uri !== relaxNg) {
      if (parent === undefined) {
        report(place, "schema-syntax", `the root is ${tag.name}, which isn't RELAX NG's (section 3)`)
        throw new Stop()
      }
      if (foreignDepth === 0 && isTextual(parent))
        report(place, "schema-syntax", `${parent.local} may hold text only (section 3)`)
      if (foreignDepth === 0) isDocumentation = tag.uri === annotations && tag.local === "documentation"
      foreignDepth++
      return
    }
    const attributes = new Map<string, string>()
    for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
      if (prefix === "xmlns" || (prefix === "" && local === "xmlns")) continue
      if (uri === "") attributes.set(local, isTrimmed(local) ? value.trim() : value)
      else if (uri === relaxNg)
        report(place, "schema-syntax", `${prefix}:${local}: attributes have no prefix (section 3)`)
    }
    const xmlBase = tag.attributes["xml:base"]?.value
    const base = parent?.base ?? file.uri
    const around = parent?.prefixes
    const node: SourceNode = {
      local: tag.local,
      attributes,
      children: [],
      text: "",
      documentation: "",
      prefixes: Object.keys(tag.ns ?? {}).length > 0 ? { declared: { ...tag.ns }, around } : around,
      base: xmlBase === undefined ? base : (resolve(xmlBase, base) ?? base),
      library: attributes.get("datatypeLibrary") ?? parent?.library ?? "",
      place,
    }
    if (open.length >= deepest) {
      report(place, "schema-too-deep", `elements are nested more than ${deepest} deep`)
      throw new Stop()
    }
    if (parent === undefined) root = node
    else parent.children.push(node)
    open.push(node)
  })
  parser.on("closetag", () => {
    if (foreignDepth > 0) foreignDepth--
    else open.pop()
  })
  const addText = (text: string) => {
    const parent = open.at(-1)
    if (parent === undefined) return
    if (foreignDepth > 0) {
      if (isDocumentation) parent.documentation += text
      return
    }
    // Blanks between elements mean nothing.
    if (isTextual(parent) || !isBlank(text)) parent.text += text
  }
  parser.on("text", addText)
  parser.on("cdata", addText)
  try {
    parser.write(file.text).close()
  } catch (error) {
    if (error instanceof Stop) return undefined
    throw error
  }
  return root
}

function isTrimmed(attribute: string): boolean {
  return attribute === "name" || attribute === "type" || attribute === "combine"
}

/** Elements whose content is text. */
export function isTextual({ local }: { readonly local: string }): boolean {
  return local === "name" || local === "value" || local === "param"
}
