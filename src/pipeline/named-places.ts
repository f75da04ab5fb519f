import type { TeiDocument } from "../check/tei-document.js"
import { lengthOfName, type NamedPlace } from "../model/ledger.js"
import { type PlacedElement, resolveReferences } from "../xml/elements.js"

/** A named place with the attribute that names it, as offsets in the document's text. */
export interface FoundName extends NamedPlace {
  readonly from: number
  readonly to: number
}

const teiNamespace = "http://www.tei-c.org/ns/1.0"
/** Of a header, what pages show under an address of its own. */
const ofHeader: ReadonlySet<string> = new Set(["handNote", "change", "witness"])
/** What an entry of a register is known by stands first in it; the rest is told of it. */
const entries: ReadonlySet<string> = new Set([
  "person",
  "place",
  "org",
  "personGrp",
  "event",
  "object",
  "item",
])
const wholes: ReadonlySet<string> = new Set(["TEI", "teiCorpus"])

/** So many characters are kept of what stands around something. */
const around = 40
/** Mark-up is looked through for them in stretches of so many characters. */
const [inside, beside] = [3000, 600]

/** Everything in a document that has an id, but for what `isKnown` as a block. */
export function namedPlacesIn(
  document: string,
  { text, elements }: TeiDocument,
  isKnown: (id: string) => boolean,
): readonly FoundName[] {
  const seen = new Set<string>()
  return elements.flatMap((element, at): readonly FoundName[] => {
    if (element.namespace !== teiNamespace || wholes.has(element.local)) return []
    if (!text.slice(element.from, element.to).includes("xml:id")) return []
    const attribute = element.attributes.find((each) => each.name === "xml:id")
    const id = attribute?.value.trim() ?? ""
    // Of an id that stands twice, which is told elsewhere, the first counts.
    const section = sectionOf(element)
    if (!attribute || !isId(id) || isKnown(id) || seen.has(id)) return []
    if (section === "teiHeader" && !ofHeader.has(element.local)) return []
    seen.add(id)
    const { from, local: role } = element
    const isText = section === "text" || section === "sourceDoc"
    const shown = isText || !entries.has(role) ? element : nameOf(element, elements, at, text)
    const most = lengthOfName(role)
    const words = wordsOf(text.slice(shown.to, Math.min(shown.end, shown.to + 4 * most))).slice(0, most)
    const before = isText ? wordsOf(text.slice(Math.max(0, from - beside), from).replace(/^[^<>]*>/, "")) : ""
    const after = isText ? wordsOf(text.slice(element.end, element.end + beside)) : ""
    return [
      {
        ...{ document, id, role },
        ...{ text: whole(words), before: whole(before.slice(-around)), after: whole(after.slice(0, around)) },
        ...{ from: attribute.from, to: attribute.to },
      },
    ]
  })
}

/** The child of TEI in which an element stands. */
function sectionOf(element: PlacedElement): string {
  let section = element
  for (let outer = element.parent; outer && !wholes.has(outer.local); outer = outer.parent) section = outer
  return section.local
}

/** The first child of an element that has words, or the element itself. */
function nameOf(
  element: PlacedElement,
  elements: readonly PlacedElement[],
  at: number,
  text: string,
): PlacedElement {
  for (let next = at + 1; (elements[next]?.from ?? element.end) < element.end; next++) {
    const child = elements[next]
    if (child?.parent === element && wordsOf(text.slice(child.to, Math.min(child.end, child.to + inside))))
      return child
  }
  return element
}

/** The title that a TEI file gives itself. */
export function titleIn({ text, elements }: TeiDocument): string | undefined {
  const title = elements.find(({ local, parent }) => local === "title" && parent?.local === "titleStmt")
  const words = title && wordsOf(text.slice(title.to, Math.min(title.end, title.to + inside)))
  return words === "" ? undefined : words
}

/** What the ledger can hold; whatever else stands there is told by the checks. */
const isId = (id: string) => /^[^\s"'<>&#]+$/.test(id)

/** The words between tags, blanks as one; a tag that is cut at the end is none. */
const wordsOf = (xml: string) =>
  resolveReferences(xml.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/g, ""))
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim()

// Half a character is none.
const whole = (text: string) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "").trim()
