import { SaxesParser } from "saxes"
import { element, text, type XmlElement, type XmlNode } from "../../src/xml/tree.js"
import { equivalences, type Rewrite } from "./equivalences.js"

/** A fragment of Leiden+ and the EpiDoc XML that the reference implementation makes of it. */
export interface LeidenPair {
  readonly leiden: string
  readonly xml: string
}

export interface Difference {
  readonly leiden: string
  /** Both in the canonical form. */
  readonly expected: string
  readonly found: string
}

export interface Judgement {
  readonly pairs: number
  /** Pairs whose XML has only what papyri share with modern letters. */
  readonly inScope: number
  /** Pairs in scope that stet encodes the same. */
  readonly same: number
  readonly differences: readonly Difference[]
}

/** The elements that papyri share with modern letters, each with its attributes and their values, if few. */
const shared: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  root: {},
  abbr: { cert: /./ },
  add: { place: /./, rend: /./, cert: /./ },
  choice: {},
  corr: { cert: /./ },
  del: { rend: /./ },
  ex: { cert: /./ },
  expan: {},
  foreign: { "xml:lang": /./ },
  gap: {
    reason: /^(?:lost|illegible|omitted|out-of-scope)$/,
    ...{ quantity: /./, extent: /./, atLeast: /./, atMost: /./, unit: /./, precision: /./, cert: /./ },
  },
  handShift: { new: /./, cert: /./ },
  hi: { rend: /^(?:superscript|subscript|supraline|tall)$/ },
  lb: { n: /./, break: /^no$/ },
  note: {},
  orig: {},
  q: {},
  reg: { cert: /./ },
  sic: {},
  space: { quantity: /./, extent: /./, atLeast: /./, atMost: /./, unit: /./, precision: /./, cert: /./ },
  subst: {},
  supplied: { reason: /^(?:lost|omitted)$/, cert: /./ },
  surplus: {},
  unclear: {},
}

/** Compares what `encode` makes of each fragment with its XML; `encode` gives a file whose root is the body. */
export function judge(
  pairs: readonly LeidenPair[],
  encode: (leiden: string) => string | undefined,
): Judgement {
  const differences: Difference[] = []
  let inScope = 0
  for (const { leiden, xml } of pairs) {
    const expected = canonical(`<root>${xml}</root>`, "epidoc")
    if (!isShared(expected)) continue
    inScope++
    const encoded = encode(leiden)
    const found = encoded === undefined ? "" : written(canonical(encoded, "stet"))
    if (found !== written(expected)) differences.push({ leiden, expected: written(expected), found })
  }
  return { pairs: pairs.length, inScope, same: inScope - differences.length, differences }
}

/** Whether nothing in this, in the canonical form, belongs to papyri only. */
function isShared(node: XmlNode): boolean {
  if (node.kind === "text") return true
  const attributes = shared[node.name]
  // A choice of several regular spellings is an apparatus of its own.
  if (attributes === undefined || (node.name === "choice" && node.children.length !== 2)) return false
  return (
    Object.entries(node.attributes).every(([name, value]) => attributes[name]?.test(value) === true) &&
    node.children.every(isShared)
  )
}

/**
 * An XML file's tree after the equivalences, without ids. Blanks at a fragment's two ends are left out: a
 * paragraph has none there, and stet puts them between the blocks.
 */
export function canonical(xml: string, side: "epidoc" | "stet"): XmlElement {
  const rewrites = equivalences.flatMap((each) => each[side] ?? [])
  const children = remade(parsed(xml), rewrites).map((node, index, all) => {
    if (node.kind === "element") return node
    const started = index === 0 ? node.text.trimStart() : node.text
    return text(index === all.length - 1 ? started.trimEnd() : started)
  })
  return element("root", {}, joined(children))
}

/** The children of an element made over, then each rewrite in the table's order. */
function remade(node: XmlElement, rewrites: readonly Rewrite[]): readonly XmlNode[] {
  const children = node.children.flatMap((child) => (child.kind === "text" ? [child] : over(child, rewrites)))
  return joined(children)
}

function over(node: XmlElement, rewrites: readonly Rewrite[]): readonly XmlNode[] {
  const { "xml:id": _, ...attributes } = node.attributes
  const first: readonly XmlNode[] = [{ ...node, attributes, children: remade(node, rewrites) }]
  return rewrites.reduce(
    (nodes, rewrite) => nodes.flatMap((each) => (each.kind === "element" ? rewrite(each) : [each])),
    first,
  )
}

/** Neighbouring texts are one, and an empty one is none. */
function joined(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const result: XmlNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.kind === "text" && last?.kind === "text") result[result.length - 1] = text(last.text + node.text)
    else result.push(node)
  }
  return result.filter((node) => node.kind === "element" || node.text !== "")
}

function parsed(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  const open: { readonly name: string; readonly attributes: Record<string, string>; children: XmlNode[] }[] =
    []
  let root: XmlElement | undefined
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name, attributes }) => open.push({ name, attributes, children: [] }))
  parser.on("text", (value) => open.at(-1)?.children.push(text(value)))
  parser.on("closetag", () => {
    const closed = open.pop()
    if (!closed) return
    const made = element(closed.name, closed.attributes, closed.children)
    const parent = open.at(-1)
    if (parent) parent.children.push(made)
    else root = made
  })
  parser.write(xml).close()
  if (!root) throw new Error("there is no element in it")
  return root
}

/** The tree on one line, attributes by name; texts composed, since equal characters may be coded in two ways. */
export function written(node: XmlNode): string {
  if (node.kind === "text")
    return node.text.normalize("NFC").replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const attributes = Object.entries(node.attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("")
  const content = node.children.map(written).join("")
  if (node.name === "root") return content
  return content === ""
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${content}</${node.name}>`
}
