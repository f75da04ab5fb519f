import { attributeOf, elementsOf, type PlacedAttribute, type PlacedElement } from "../../xml/elements.js"
import { type FaultKind, type Place, replaced, textsOf, type ValidEdition } from "./fault.js"

/** A valid TEI file in which a fault is to be made. */
export interface Tei {
  readonly file: string
  readonly text: string
  readonly elements: readonly PlacedElement[]
  readonly edition: ValidEdition
}

/** What becomes of a file: its text, and where an editor would look in it. */
export type Change = Omit<Place, "file">

const parsed = new Map<string, readonly PlacedElement[]>()

/** The TEI files of an edition. */
export function teiOf(edition: ValidEdition): readonly Tei[] {
  return textsOf(edition, /^sources\/[^/]+\.xml$/).map(({ file, text }) => {
    const elements = parsed.get(text) ?? elementsOf(text)
    parsed.set(text, elements)
    return { file, text, elements, edition }
  })
}

/** Places made once for each file. */
export const inFiles =
  (fault: (tei: Tei) => Change | undefined): FaultKind["places"] =>
  (edition) =>
    teiOf(edition).flatMap((tei) => {
      const change = fault(tei)
      return change ? [{ file: tei.file, ...change }] : []
    })

/** Places made at elements of these names; “*” is any. */
export const atElements =
  (names: string, fault: (element: PlacedElement, tei: Tei) => Change | undefined): FaultKind["places"] =>
  (edition) => {
    const wanted = new Set(names.split(" "))
    return teiOf(edition).flatMap((tei) =>
      tei.elements
        .filter(({ local }) => wanted.has(local) || wanted.has("*"))
        .flatMap((element) => {
          const change = fault(element, tei)
          return change ? [{ file: tei.file, ...change }] : []
        }),
    )
  }

/** Places made at attributes of these names, on any element. */
export const atAttributes = (
  names: string,
  fault: (attribute: PlacedAttribute, element: PlacedElement, tei: Tei) => Change | undefined,
): FaultKind["places"] => {
  const wanted = new Set(names.split(" "))
  return (edition) =>
    teiOf(edition).flatMap((tei) =>
      tei.elements.flatMap((element) =>
        element.attributes
          .filter(({ name }) => wanted.has(name))
          .flatMap((attribute) => {
            const change = fault(attribute, element, tei)
            return change ? [{ file: tei.file, ...change }] : []
          }),
      ),
    )
}

/** An element from its start tag to its end tag. */
export const wholeOf = ({ text }: Tei, { from, end }: PlacedElement): string => text.slice(from, end)

/** Where an element's end tag begins; undefined where it is empty and has none. */
export function endTagOf({ text }: Tei, { to, end }: PlacedElement): number | undefined {
  return to === end ? undefined : text.lastIndexOf("</", end - 1)
}

/** What stands between an element's tags. */
export function contentOf(tei: Tei, element: PlacedElement): string {
  const end = endTagOf(tei, element)
  return end === undefined ? "" : tei.text.slice(element.to, end)
}

/** Whether nothing but text stands in it, and some does. */
export function isPlain(tei: Tei, element: PlacedElement): boolean {
  const content = contentOf(tei, element)
  return content.trim() !== "" && !content.includes("<")
}

/** The text without an element; where it had a line to itself, without that line. */
export function without({ text }: Tei, { from, end }: PlacedElement): { after: string; at: number } {
  const start = /\n[ \t]*$/.exec(text.slice(0, from))?.index ?? from
  const isAlone = /^[ \t]*\n/.test(text.slice(end))
  return { after: replaced(text, isAlone ? start : from, end, ""), at: isAlone ? start : from }
}

/** The tags of an element under another name. */
export function renamed(tei: Tei, element: PlacedElement, name: string): string {
  const end = endTagOf(tei, element)
  const closed = end === undefined ? tei.text : replaced(tei.text, end, element.end, `</${name}>`)
  return replaced(closed, element.from + 1, element.from + 1 + element.name.length, name)
}

/** A further attribute on an element, the last in its tag; `at` is where it begins. */
export function withAttribute({ text }: Tei, element: PlacedElement, attribute: string): Change {
  const last = text[element.to - 2] === "/" ? element.to - 2 : element.to - 1
  const trimmed = text.slice(0, last).trimEnd()
  return { after: `${trimmed} ${attribute}${text.slice(last)}`, at: trimmed.length + 1 }
}

/** The value of an attribute becomes another. */
export const valued = ({ text }: Tei, attribute: PlacedAttribute, value: string): Change => ({
  after: replaced(text, attribute.from, attribute.to, `${attribute.name}="${value}"`),
  at: attribute.from,
})

/** The element that follows another among its siblings. */
export function siblingAfter({ elements }: Tei, element: PlacedElement): PlacedElement | undefined {
  return elements.find(({ parent, index }) => parent === element.parent && index === element.index + 1)
}

export const childrenOf = ({ elements }: Tei, element: PlacedElement): readonly PlacedElement[] =>
  elements.filter(({ parent }) => parent === element)

/** Whether it stands within an element of that name. */
export function isWithin(element: PlacedElement, name: string): boolean {
  for (let outer = element.parent; outer; outer = outer.parent) if (outer.local === name) return true
  return false
}

/** Ids of the elements of that name. */
export const idsOf = ({ elements }: Tei, ...names: readonly string[]): readonly string[] =>
  elements.flatMap((each) => {
    const id = attributeOf(each, "xml:id")
    return id !== undefined && names.includes(each.local) ? [id] : []
  })

/** Whether anything in the file points at the element. */
export const isPointedAt = ({ text }: Tei, element: PlacedElement): boolean =>
  text.includes(`#${attributeOf(element, "xml:id")}`)
