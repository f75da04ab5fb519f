import { attributeOf, type PlacedElement } from "../../xml/elements.js"
import { type FaultKind, replaced } from "./fault.js"
import { misspelt } from "./sign-faults.js"
import {
  atAttributes,
  atElements,
  childrenOf,
  contentOf,
  endTagOf,
  isPlain,
  isPointedAt,
  isWithin,
  renamed,
  siblingAfter,
  type Tei,
  valued,
  wholeOf,
  withAttribute,
  without,
} from "./tei-places.js"

/** Schemas that say of every value what it can be: TEI's own leaves most lists open. */
const isStrict = ({ edition }: Tei) => edition.grammar === "schema/edition.rng"

/** Something is put directly after an element, on a line of its own. */
const after = ({ text }: Tei, element: PlacedElement, put: string) => ({
  after: replaced(text, element.end, element.end, `\n${put}`),
  at: element.end + 1,
})

/** Faults of elements: names, places, number. */
export const elementFaults: readonly FaultKind[] = [
  {
    name: "element misspelt",
    code: "tei-element-unknown",
    places: atElements(
      "salute closer opener dateline signed subst persName placeName table title author publisher unclear foreign",
      (element, tei) => ({ after: renamed(tei, element, misspelt(element.name)), at: element.from }),
    ),
  },
  {
    name: "element of HTML",
    code: "tei-element-unknown",
    places: atElements("p item ab", (element, tei) => {
      const first = /^[^<]*?\b([a-z]{4,}) /.exec(contentOf(tei, element))
      if (first === null || !isWithin(element, "text")) return undefined
      const [word = ""] = first.slice(1)
      const at = element.to + first[0].length - word.length - 1
      return { after: replaced(tei.text, at, at + word.length, `<em>${word}</em>`), at }
    }),
  },
  {
    name: "closer in a paragraph",
    code: "tei-element-misplaced",
    places: atElements("closer", (element, tei) => ({
      after: replaced(tei.text, element.from, element.end, `<p>\n${wholeOf(tei, element)}\n</p>`),
      at: element.from + 4,
    })),
  },
  {
    name: "paragraph after the closer",
    code: "tei-element-misplaced",
    places: atElements("closer", (element, tei) => after(tei, element, "<p>And one thing more.</p>")),
  },
  {
    name: "opener at the end",
    code: "tei-element-misplaced",
    places: atElements("opener", (element, tei) => {
      const { parent } = element
      const last = parent && childrenOf(tei, parent).at(-1)
      if (!last || last === element) return undefined
      const whole = wholeOf(tei, element)
      const put = `\n${whole}`
      const added = replaced(tei.text, last.end, last.end, put)
      const gone = replaced(added, element.from, element.end, "")
      return { after: gone, at: last.end + 1 - whole.length }
    }),
  },
  {
    name: "paragraph in a paragraph",
    code: "tei-element-misplaced",
    places: atElements("p", (element, tei) => {
      if (!isPlain(tei, element) || !isWithin(element, "div")) return undefined
      const inner = `\n<p>${contentOf(tei, element)}</p>\n`
      return {
        after: replaced(tei.text, element.to, endTagOf(tei, element) ?? element.to, inner),
        at: element.to + 1,
      }
    }),
  },
  {
    name: "required element missing",
    code: "tei-element-missing",
    places: atElements("titleStmt publicationStmt sourceDesc fileDesc", (element, tei) => {
      const { parent } = element
      // What is pointed at would be missing as well.
      const ids = Array.from(wholeOf(tei, element).matchAll(/xml:id="([^"]*)"/g), (match) => match[1])
      if (!parent || ids.some((id) => tei.text.includes(`#${id}`))) return undefined
      // What comes too early shows the gap, or else the element that ends too early.
      const next = siblingAfter(tei, element)
      const { after } = without(tei, element)
      const length = tei.text.length - after.length
      return { after, at: next ? next.from - length : parent.from }
    }),
  },
  {
    name: "element doubled",
    code: "tei-element-misplaced",
    places: atElements("titleStmt publicationStmt fileDesc body teiHeader", (element, tei) => {
      return after(tei, element, wholeOf(tei, element).replace(/ xml:id="[^"]*"/g, ""))
    }),
  },
  {
    name: "text in a division",
    code: "tei-text-misplaced",
    places: atElements("p", (element, tei) =>
      element.parent?.local === "div" ? after(tei, element, "Words without a paragraph.") : undefined,
    ),
  },
  {
    name: "content missing that is required",
    code: "tei-element-missing",
    places: atElements("choice list table row correspAction langUsage listWit fileDesc", (element, tei) => {
      const end = endTagOf(tei, element)
      // Other elements that may stay empty in TEI's own schema.
      if (
        end === undefined ||
        (!isStrict(tei) && !/^(?:table|row|langUsage|listWit|fileDesc)$/.test(element.local))
      )
        return undefined
      if (/xml:id/.test(contentOf(tei, element)) && element.local !== "fileDesc") return undefined
      return { after: replaced(tei.text, element.to, end, ""), at: element.from }
    }),
  },
]

/** Faults of attributes. */
export const attributeFaults: readonly FaultKind[] = [
  {
    name: "attribute misspelt in TEI",
    code: "tei-attribute-unknown",
    places: atAttributes(
      "when place hand change cert reason target quantity unit medium scope status",
      (attribute, _, tei) => ({
        after: replaced(
          tei.text,
          attribute.from,
          attribute.from + attribute.name.length,
          misspelt(attribute.name),
        ),
        at: attribute.from,
      }),
    ),
  },
  {
    name: "attribute on the wrong element",
    code: "tei-attribute-unknown",
    places: atElements("p salute row item closer", (element, tei) =>
      withAttribute(tei, element, element.local === "p" ? 'quantity="3"' : 'atLeast="2"'),
    ),
  },
  {
    name: "attribute missing in TEI",
    code: "tei-attribute-missing",
    places: (edition) =>
      Object.entries({
        language: "ident",
        application: "version",
        tagUsage: "gi",
        namespace: "name",
        graphic: "url",
        prefixDef: "ident",
      }).flatMap(([element, name]) =>
        atElements(element, (each, tei) => {
          const attribute = each.attributes.find((one) => one.name === name)
          if (!attribute) return undefined
          return { after: replaced(tei.text, attribute.from, attribute.to, ""), at: each.from }
        })(edition),
      ),
  },
  {
    name: "value misspelt in TEI",
    code: "tei-attribute-value",
    places: atAttributes(
      "cert status reason instant break scope role rend place unit cause",
      (attribute, element, tei) => {
        const isClosed =
          /^(?:cert|instant|scope)$/.test(attribute.name) ||
          (attribute.name === "status" && element.local === "availability")
        if (!isStrict(tei) && !isClosed) return undefined
        // Elsewhere these lists are open in our schema too.
        if (/^(?:rend|role)$/.test(attribute.name) && !/^(?:hi|row)$/.test(element.local)) return undefined
        if (/^(?:reason|unit)$/.test(attribute.name) && element.local !== "gap") return undefined
        return valued(tei, attribute, misspelt(attribute.value))
      },
    ),
  },
  {
    name: "day that there is not in TEI",
    code: "tei-attribute-value",
    places: atAttributes("when notBefore notAfter from to", (attribute, _, tei) =>
      /^\d{4}-\d\d-\d\d$/.test(attribute.value)
        ? valued(tei, attribute, `${attribute.value.slice(0, 5)}13-45`)
        : undefined,
    ),
  },
  {
    name: "language tag malformed",
    code: "tei-attribute-value",
    places: atAttributes("xml:lang ident mainLang", (attribute, element, tei) =>
      attribute.name === "ident" && element.local !== "language"
        ? undefined
        : valued(tei, attribute, "english language"),
    ),
  },
  {
    name: "id that is no name",
    code: "tei-attribute-value",
    places: atAttributes("xml:id", (attribute, element, tei) =>
      isPointedAt(tei, element) || !element.parent
        ? undefined
        : valued(tei, attribute, `1 ${attribute.value}`),
    ),
  },
  {
    name: "id given twice",
    code: "tei-id-twice",
    places: atElements("hi del add salute date label item lb note ref persName seg l", (element, tei) => {
      const first = tei.elements.find(
        (each) => each.parent && attributeOf(each, "xml:id") !== undefined && each.from < element.from,
      )
      const id = first && attributeOf(first, "xml:id")
      if (id === undefined || attributeOf(element, "xml:id") !== undefined) return undefined
      return withAttribute(tei, element, `xml:id="${id}"`)
    }),
  },
]
