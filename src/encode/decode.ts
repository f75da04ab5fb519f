import { readXml } from "../xml/read.js"
import type { XmlElement } from "../xml/tree.js"

const punctuation = /[\\~*<{]/g
const blockNames = new Set(["p", "head", "fw", "ab", "dateline", "salute", "signed", "item"])

/**
 * Writes the body of a TEI file that stet encoded as a transcription again, in normal form: one sign
 * for each phenomenon, and a backslash before every character that might be taken for one.
 * `undefined` where the text is not well-formed XML, holds no body, or has elements that stet does not write.
 */
export function decodeBody(tei: string): string | undefined {
  const root = readXml(tei)
  const body = root && find(root, "body")
  // What has no sign in the language would be lost; better nothing than less.
  if (body && !isKnown(body)) return undefined
  return body ? body.children.map((child) => (child.kind === "text" ? "" : write(child))).join("") : undefined
}

const known = new Set([
  ...[
    "body",
    "div",
    "head",
    "fw",
    "ab",
    "opener",
    "dateline",
    "placeName",
    "date",
    "salute",
    "p",
    "list",
    "label",
    "item",
  ],
  ...[
    "closer",
    "signed",
    "postscript",
    "milestone",
    "lb",
    "hi",
    "del",
    "add",
    "subst",
    "choice",
    "sic",
    "corr",
    "note",
  ],
])

const isKnown = (node: XmlElement): boolean =>
  known.has(node.name) &&
  node.children.every((child) => child.kind === "text" || child.name === "corr" || isKnown(child))

function find(node: XmlElement, name: string): XmlElement | undefined {
  if (node.name === name) return node
  for (const child of node.children) {
    const found = child.kind === "text" ? undefined : find(child, name)
    if (found) return found
  }
  return undefined
}

/** A character that might begin a sign gets a backslash. */
const escapeText = (text: string) => text.replace(punctuation, "\\$&").replace(/([+-]{2})\}/g, "\\$1}")

// At the beginning of a line these would begin a block: a heading, a point, a rule.
const blockSigns = [
  [/(^|[\n\r])( {0,3})(#{1,6}[ \t]|\([a-z]\)[ \t]|[-_])/g, "$1$2\\$3"],
  [/(^|[\n\r])( {0,3}\(?\d{1,3})([.)][ \t])/g, "$1$2\\$3"],
  // A line of nothing but escaped asterisks is a separator; with the first one bare it is text.
  [/(^|[\n\r])([ \t]*)\\(\*(?:[ \t]*\\\*){2,}[ \t]*)(?=[\n\r]|$)/g, "$1$2$3"],
] as const

/** Escapes a text; `first` tells whether it begins its block. */
function writeText(text: string, first: boolean): string {
  const guarded = first ? text : `\u0000${text}`
  return blockSigns
    .reduce((written, [sign, by]) => written.replace(sign, by), escapeText(guarded))
    .replace("\u0000", "")
}

/** Writes what a node holds; `struck` inside a deletion, where the sign `~~` would close it. */
function content(node: XmlElement, struck: boolean): string {
  const isBlock = blockNames.has(node.name)
  let written = ""
  node.children.forEach((child, index) => {
    // “~~~~” is no sign: beside another deletion the tag is typed.
    const tagged = struck || written.endsWith("~")
    written +=
      child.kind === "text"
        ? writeText(child.text, isBlock && index === 0)
        : write(child, child.name === "del" ? tagged : struck)
  })
  return written
}

function write(node: XmlElement, struck = false): string {
  const { attributes } = node
  const inner = () => content(node, struck)
  switch (node.name) {
    case "del":
      if (attributes["instant"] === "true") return inner()
      return struck || node.children.length === 0 ? `<del>${inner()}</del>` : `~~${content(node, true)}~~`
    case "add":
      return wrap(additionTags[attributes["place"] ?? ""] ?? "add", inner())
    case "subst":
      return writeSubstitution(node, struck)
    case "hi":
      if (attributes["rend"] === "underline") return wrap("u", inner())
      return attributes["rend"] === "bold" ? `**${inner()}**` : `*${inner()}*`
    case "lb":
      return "\\"
    case "corr":
      return ""
    case "note":
      return attributes["type"] === "textConst" ? "" : `{>>${inner()}<<}`
    case "milestone":
      return attributes["rend"] === "rule" ? "---" : (attributes["n"] ?? "").replaceAll("*", "\\*")
    case "fw":
    case "ab":
      return `# ${inner()}`
    case "label":
      return textContent(node)
    default:
      return node.children.every((child) => child.kind === "element" || child.text.trim() === "") &&
        !blockNames.has(node.name)
        ? node.children.map((child) => (child.kind === "text" ? child.text : write(child, struck))).join("")
        : inner()
  }
}

const additionTags: Readonly<Record<string, string>> = { above: "sup", below: "sub" }
const wrap = (tag: string, inner: string) => `<${tag}>${inner}</${tag}>`
const textContent = (node: XmlElement): string =>
  node.children.map((child) => (child.kind === "text" ? child.text : textContent(child))).join("")

/** Parts in the line were joined expressly; others stand beside each other, and the conventions join them. */
function writeSubstitution(node: XmlElement, struck: boolean): string {
  const [first, second] = node.children
  if (
    first?.kind === "element" &&
    second?.kind === "element" &&
    first.name === "del" &&
    second.attributes["place"] === "inline"
  ) {
    return `{~~${content(first, true)}~>${content(second, true)}~~}`
  }
  return node.children.map((child) => (child.kind === "text" ? child.text : write(child, struck))).join("")
}
