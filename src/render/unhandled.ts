import { censusOf, type Found, isTei } from "./census.js"
import { runView } from "./run-view.js"
import type { Saxon, XmlDocument, XmlNode } from "./saxon.js"
import { parseAnew, type Stylesheet } from "./stylesheet.js"

/** An element that the views do not know, or whose text they do not show. */
export interface Unhandled {
  /** Its name; without a prefix if it is the TEI's. */
  readonly name: string
  /** Its namespace, if that is not the TEI's. */
  readonly namespace?: string
  /** How many of them the document has; each is counted once, in however many views it stands. */
  readonly count: number
  /** Where the first stands among all elements of the document, in document order, counted from 1. */
  readonly firstOrdinal: number
  readonly shown: "plainly" | "withheld"
}

/**
 * What the views do not render of a document, element by element, in the order of the text.
 *
 * It is measured, not looked up: each text outside the header gets a mark of its own, the marked document is
 * rendered, and what has no mark on the page is withheld, unless the reading view has it (the editor's
 * corrections). Of an element that is withheld with all it holds, the outermost is told.
 *
 * Nothing is told of a document that cannot be parsed or rendered: renderView says why.
 */
export function unhandledIn(tei: string, stylesheet: Stylesheet): readonly Unhandled[] {
  const source = parseAnew(tei.replace(privateUse, "\ufffd"), stylesheet)
  if ("problem" in source) return []
  const texts = markTexts(source, stylesheet.saxon)
  try {
    const diplomatic = runView("diplomatic", source, {}, stylesheet)
    const unknown = new Set(diplomatic.unknown)
    let unseen = unseenIn(diplomatic.html, texts)
    if (unseen.size > 0) {
      const reading = runView("reading", source, {}, stylesheet)
      const alsoUnseen = unseenIn(reading.html, texts)
      for (const id of reading.unknown) unknown.add(id)
      unseen = new Set([...unseen].filter((text) => alsoUnseen.has(text)))
    }
    const withheld = outermost(unseen, texts).map((node) => idOf(node, stylesheet.saxon))
    const elements = censusOf(source, stylesheet.saxon)
    return [
      ...counted(elements(unknown), "plainly"),
      ...counted(elements(new Set(withheld)), "withheld"),
    ].sort((one, other) => one.firstOrdinal - other.firstOrdinal)
  } catch {
    return []
  }
}

/** Elements by name, in document order. */
export function counted(found: readonly Found[], shown: Unhandled["shown"]): readonly Unhandled[] {
  const groups = new Map<string, Found[]>()
  for (const each of found) {
    const key = `${each.namespace} ${each.name}`
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { name, namespace, ordinal } = first
    const foreign = isTei(namespace) ? {} : { namespace }
    return [{ name, ...foreign, count: group.length, firstOrdinal: ordinal, shown }]
  })
}

// A mark is one character of each of the two planes that Unicode leaves to private use.
const privateUse = /[\u{f0000}-\u{10ffff}]/gu
const mark = (index: number) => String.fromCodePoint(0xf0000 + (index >> 12), 0x100000 + (index & 0xfff))
const marks = /([\u{f0000}-\u{fffff}])([\u{100000}-\u{10ffff}])/gu
const indexOf = (high: string, low: string) =>
  (((high.codePointAt(0) ?? 0) - 0xf0000) << 12) + ((low.codePointAt(0) ?? 0) - 0x100000)

/** Puts a mark behind the last sign of each text outside the header. */
function markTexts(source: XmlDocument, saxon: Saxon): readonly XmlNode[] {
  const texts = saxon.XPath.evaluate("//text()[normalize-space()][not(ancestor::*:teiHeader)]", source, {
    resultForm: "array",
  }) as readonly XmlNode[]
  texts.forEach((text, index) => {
    const marked = (text.data ?? "").replace(/\s*$/, (blanks) => mark(index) + blanks)
    // SaxonJS reads the one where it takes a text's value, and the other where it copies the text.
    text.data = marked
    text.nodeValue = marked
  })
  return texts
}

/** The texts without their mark on a page; what only the label of a link has counts as unseen. */
function unseenIn(html: string, texts: readonly XmlNode[]): ReadonlySet<XmlNode> {
  const unseen = new Set(texts)
  const page = html.replace(/<a [^>]*>/g, "").replace(/ aria-label="[^"]*"/g, "")
  for (const [, high = "", low = ""] of page.matchAll(marks)) {
    const text = texts[indexOf(high, low)]
    if (text) unseen.delete(text)
  }
  return unseen
}

/** The outermost elements of whose texts none is seen; never the whole document. */
function outermost(unseen: ReadonlySet<XmlNode>, texts: readonly XmlNode[]): readonly XmlNode[] {
  const seenIn = new Set<XmlNode>()
  for (const text of texts) {
    if (unseen.has(text)) continue
    for (let node = text.parentNode; node && !seenIn.has(node); node = node.parentNode) seenIn.add(node)
  }
  const found = new Set<XmlNode>()
  for (const text of unseen) {
    let node = text.parentNode
    while (node?.parentNode?.parentNode?.parentNode && !seenIn.has(node.parentNode)) node = node.parentNode
    if (node) found.add(node)
  }
  return [...found]
}

const idOf = (node: XmlNode, saxon: Saxon) => String(saxon.XPath.evaluate("generate-id(.)", node, {}))
