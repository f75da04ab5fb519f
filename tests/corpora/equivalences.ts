import type { XmlElement, XmlNode } from "../../src/xml/tree.js"

/** Puts other nodes in the place of one; its children are made over already. */
export type Rewrite = (node: XmlElement) => readonly XmlNode[]

/** Two ways to encode the same thing: what each side becomes so that both can be compared, and why. */
export interface Equivalence {
  readonly reason: string
  readonly epidoc?: Rewrite
  readonly stet?: Rewrite
}

type Values = Readonly<Record<string, string>>

const isElement = (node: XmlNode): node is XmlElement => node.kind === "element"

/** Gives an attribute of these elements its other name for a value; values not named stay. */
const renamed =
  (elements: readonly string[], attribute: string, values: Values): Rewrite =>
  (node) => {
    const value = node.attributes[attribute]
    if (value === undefined || !elements.includes(node.name)) return [node]
    return [{ ...node, attributes: { ...node.attributes, [attribute]: values[value] ?? value } }]
  }

/** Leaves an attribute out of these elements, everywhere or where it has this value. */
const without =
  (elements: readonly string[], attribute: string, value?: string): Rewrite =>
  (node) => {
    const { [attribute]: found, ...attributes } = node.attributes
    if (!elements.includes(node.name) || (value !== undefined && value !== found)) return [node]
    return [{ ...node, attributes }]
  }

const each =
  (...rewrites: readonly Rewrite[]): Rewrite =>
  (node) =>
    rewrites.reduce<readonly XmlNode[]>(
      (nodes, rewrite) => nodes.flatMap((one) => (isElement(one) ? rewrite(one) : [one])),
      [node],
    )

const extents = ["gap", "space"]
const ofLetters = ["div", "p", "opener", "closer", "dateline", "salute", "signed", "postscript"]

/** `<certainty match=".." locus="name"/>` in an element says of it what `cert="low"` on it says. */
const certaintyAsAttribute: Rewrite = (node) => {
  const says = (child: XmlNode) =>
    isElement(child) &&
    child.name === "certainty" &&
    child.attributes["match"] === ".." &&
    child.attributes["locus"] === "name"
  if (!node.children.some(says)) return [node]
  const children = node.children.filter((child) => !says(child))
  return [{ ...node, attributes: { ...node.attributes, cert: "low" }, children }]
}

/** `<gap reason="ellipsis"><desc>non transcribed</desc></gap>` and `<gap reason="out-of-scope"/>`. */
const ellipsis: Rewrite = (node) => {
  const described = node.children.filter(isElement).map((child) => `${child.name}: ${textIn(child)}`)
  if (node.name !== "gap" || node.attributes["reason"] !== "ellipsis") return [node]
  if (described.join() !== "desc: non transcribed") return [node]
  return [{ ...node, attributes: { ...node.attributes, reason: "out-of-scope" }, children: [] }]
}

/** Children of these elements in one order: by name, those of one name as they stand. */
const unordered =
  (...elements: readonly string[]): Rewrite =>
  (node) => {
    if (!elements.includes(node.name) || !node.children.every(isElement)) return [node]
    const children = [...node.children].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    return [{ ...node, children }]
  }

export const textIn = (node: XmlNode): string =>
  node.kind === "text" ? node.text : node.children.map(textIn).join("")

/**
 * What counts as the same encoding, and nothing else does: the text is compared character for character,
 * elements and attributes as they are after this.
 */
export const equivalences: readonly Equivalence[] = [
  {
    reason: "EpiDoc counts in the singular, stet in the plural; the unit is one",
    epidoc: renamed(extents, "unit", { character: "chars", line: "lines", column: "columns" }),
  },
  {
    reason: "text that is gone with its carrier is `lost` for EpiDoc and `textual-loss` for stet",
    stet: renamed(["gap"], "reason", { "textual-loss": "lost" }),
  },
  {
    reason: "text left out by the transcriber is `ellipsis`, described as non transcribed, or `out-of-scope`",
    epidoc: ellipsis,
  },
  {
    reason:
      "Leiden+ has an insertion in the margin at one side of the sheet; TEI suggests `margin` with the side",
    epidoc: renamed(["add"], "place", {
      top: "margin top",
      bottom: "margin bottom",
      left: "margin left",
      right: "margin right",
    }),
  },
  {
    reason: "a line over the letters is `supraline` for EpiDoc and `overline` for stet",
    stet: renamed(["hi"], "rend", { overline: "supraline" }),
  },
  {
    reason:
      "TEI's locus `name` doubts the interpretation, which is what `cert` says (Guidelines, chapter 22); " +
      "locus `value` doubts the text and is not the same",
    epidoc: certaintyAsAttribute,
  },
  {
    reason: "in what order the parts of one substitution or choice are written says nothing",
    epidoc: unordered("subst", "choice"),
    stet: unordered("subst", "choice"),
  },
  {
    reason: "a hand is named for Leiden+ and has an id in stet's header",
    stet: (node) => {
      const hand = /^#.*\.hand-(.+)$/.exec(node.attributes["new"] ?? "")?.[1]
      return hand === undefined ? [node] : [{ ...node, attributes: { ...node.attributes, new: hand } }]
    },
  },
  {
    reason: "EpiDoc gives the language of each editor's note; stet says in the header in what it is edited",
    epidoc: without(["note"], "xml:lang", "en"),
    stet: without(["note"], "type", "editorial"),
  },
  {
    reason: "Leiden+ says nothing of who revised, when, and who answers for it; stet says it by rule",
    stet: each(
      without(["del", "add", "subst", "restore"], "hand"),
      without(["del", "add", "subst", "restore"], "change"),
      without(["corr", "reg", "supplied"], "resp"),
    ),
  },
  {
    reason: "the pairs are inline content; the blocks of a letter that stet puts around it are not compared",
    stet: (node) => (ofLetters.includes(node.name) ? node.children : [node]),
  },
]
