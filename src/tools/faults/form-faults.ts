import type { FaultKind } from "./fault.js"
import { bytesOf, replaced } from "./fault.js"
import {
  atAttributes,
  atElements,
  childrenOf,
  contentOf,
  endTagOf,
  inFiles,
  isPlain,
  isWithin,
  type Tei,
  wholeOf,
} from "./tei-places.js"

const inline = "hi del add salute signed persName placeName title q unclear foreign rs seg date"
/** Words of the text into which something is typed. */
const words = /[a-z] (?=[a-z]{3,})/

/** Something is typed between two words of the body, at the first element of each file that has such. */
const betweenWords = (put: string): FaultKind["places"] =>
  atElements("p item ab l salute", (element, tei) => {
    const gap = isWithin(element, "text") ? words.exec(contentOf(tei, element).split("<")[0] ?? "") : null
    if (gap === null) return undefined
    const at = element.to + gap.index + 2
    return { after: replaced(tei.text, at, at, put), at }
  })

const rootOf = ({ elements }: Tei) => elements[0]

/** Kinds of fault by which a file is no XML, or none that stet reads. */
export const formFaults: readonly FaultKind[] = [
  {
    name: "end tag missing",
    code: "tei-not-well-formed",
    places: atElements(`${inline} p item`, (element, tei) => {
      const end = endTagOf(tei, element)
      // In an element of the same name the tag that is left over would close the inner of the two.
      if (end === undefined || !element.parent || isWithin(element, element.local)) return undefined
      const after = replaced(tei.text, end, element.end, "")
      return { after, at: element.from, orAt: (endTagOf(tei, element.parent) ?? 0) - (element.end - end) }
    }),
  },
  {
    name: "tags crossed",
    code: "tei-not-well-formed",
    places: atElements(inline, (element, tei) => {
      if (!isPlain(tei, element)) return undefined
      const whole = wholeOf(tei, element)
      const start = whole.replace(/<\/\w+>$/, "")
      const end = whole.slice(start.length)
      const crossed = `<emph>${start}</emph>${end}`
      return {
        after: replaced(tei.text, element.from, element.end, crossed),
        at: element.from + "<emph>".length + start.length,
      }
    }),
  },
  {
    name: "wrong end tag",
    code: "tei-not-well-formed",
    places: atElements(`${inline} p item list`, (element, tei) => {
      const end = endTagOf(tei, element)
      if (end === undefined) return undefined
      const other = element.local === "list" ? "table" : "list"
      return { after: replaced(tei.text, end, element.end, `</${other}>`), at: end, orAt: element.from }
    }),
  },
  { name: "entity not declared", code: "tei-not-well-formed", places: betweenWords("&nbsp;") },
  { name: "bare ampersand", code: "tei-not-well-formed", places: betweenWords("& ") },
  { name: "bare less-than sign", code: "tei-not-well-formed", places: betweenWords("< ") },
  { name: "character that XML has not", code: "tei-not-well-formed", places: betweenWords("&#11;") },
  {
    name: "prefix not declared",
    code: "tei-not-well-formed",
    places: betweenWords("<mei:notatedMusic/>"),
  },
  {
    name: "value without quotation marks",
    code: "tei-not-well-formed",
    places: atAttributes("type place rend when ref target status", (attribute, _, { text }) => ({
      after: replaced(text, attribute.from, attribute.to, `${attribute.name}=${attribute.value}`),
      at: attribute.from,
    })),
  },
  {
    name: "closing quotation mark missing",
    code: "tei-not-well-formed",
    places: atAttributes("type place rend when ref target status", (attribute, _, { text }) => ({
      after: replaced(text, attribute.to - 1, attribute.to, ""),
      at: attribute.from,
    })),
  },
  {
    name: "attribute given twice",
    code: "tei-not-well-formed",
    places: atAttributes("type place rend when ref target status", (attribute, _, { text }) => {
      const again = ` ${attribute.name}="other"`
      return { after: replaced(text, attribute.to, attribute.to, again), at: attribute.to + 1 }
    }),
  },
  {
    name: "two hyphens in a comment",
    code: "tei-not-well-formed",
    places: atElements("p div closer opener body", (element, { text }) => ({
      after: replaced(text, element.from, element.from, "<!-- to be seen -- again -->\n"),
      at: element.from,
    })),
  },
  {
    name: "text after the end",
    code: "tei-not-well-formed",
    places: inFiles(({ text }) => {
      const after = `${text.trimEnd()}\nThe end.\n`
      return { after, at: after.length - 3 }
    }),
  },
  {
    name: "blank line before the declaration",
    code: "tei-not-well-formed",
    places: inFiles(({ text }) => (text.startsWith("<?xml ") ? { after: `\n${text}`, at: 1 } : undefined)),
  },
  {
    name: "document type with an entity",
    code: "doctype-refused",
    places: inFiles((tei) => {
      const { from = 0 } = rootOf(tei) ?? {}
      const doctype = '<!DOCTYPE TEI [\n<!ENTITY mill "The Mill">\n]>\n'
      return { after: replaced(tei.text, from, from, doctype), at: from, orAt: from + doctype.indexOf("<!E") }
    }),
  },
  {
    name: "nested too deep",
    code: "tei-too-deep",
    places: atElements("p", (element, tei) => {
      if (!isPlain(tei, element) || !isWithin(element, "text")) return undefined
      const deep = `${'<hi rend="bold">'.repeat(1100)}${contentOf(tei, element)}${"</hi>".repeat(1100)}`
      const end = endTagOf(tei, element) ?? element.to
      return { after: replaced(tei.text, element.to, end, deep), at: element.from }
    }),
  },
  {
    name: "byte that is no UTF-8 in TEI",
    code: "file-not-utf8",
    places: inFiles((tei) => {
      const body = tei.elements.find(({ local }) => local === "body")
      const paragraph =
        body && tei.elements.find((each) => each.parent && isWithin(each, "body") && isPlain(tei, each))
      if (!paragraph) return undefined
      const after = bytesOf(tei.text)
      const at = bytesOf(tei.text.slice(0, paragraph.to)).length
      after[at] = 0xe9
      return { after, at }
    }),
  },
  { name: "direction control in TEI", code: "direction-control", places: betweenWords("\u202e") },
  {
    name: "namespace missing",
    code: "namespace-missing",
    places: inFiles((tei) => {
      const declared = ' xmlns="http://www.tei-c.org/ns/1.0"'
      const at = tei.text.indexOf(declared)
      return at === -1 ? undefined : { after: replaced(tei.text, at, at + declared.length, ""), at }
    }),
  },
  {
    name: "wrong namespace",
    code: "tei-foreign",
    places: inFiles((tei) => {
      const root = rootOf(tei)
      const declared = 'xmlns="http://www.tei-c.org/ns/1.0"'
      const at = tei.text.indexOf(declared)
      if (!root || at === -1 || childrenOf(tei, root).length === 0) return undefined
      return { after: replaced(tei.text, at, at + declared.length, 'xmlns="http://www.tei-c.org/ns/1"'), at }
    }),
  },
  {
    name: "included file missing",
    code: "include-missing",
    places: atElements("p", (element, { text }) => {
      // Where xml:base names an address of the network, what is included is no file of the edition.
      if (!isWithin(element, "body") || element.parent?.local !== "div" || text.includes("xml:base"))
        return undefined
      const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part-2.xml"/>'
      return { after: replaced(text, element.end, element.end, `\n${include}`), at: element.end + 1 }
    }),
  },
]
