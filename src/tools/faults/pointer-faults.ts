import { attributeOf } from "../../xml/elements.js"
import { type FaultKind, replaced } from "./fault.js"
import {
  atAttributes,
  atElements,
  idsOf,
  isWithin,
  siblingAfter,
  teiOf,
  valued,
  wholeOf,
  withAttribute,
} from "./tei-places.js"

/** Kinds of fault of what points: at ids, hands, stages, files, addresses. */
export const pointerFaults: readonly FaultKind[] = [
  {
    name: "pointer to nothing",
    code: "pointer-unresolved",
    places: atAttributes("ref target corresp resp change who sameAs", (attribute, _, tei) =>
      attribute.value.startsWith("#") ? valued(tei, attribute, `${attribute.value}-gone`) : undefined,
    ),
  },
  {
    name: "hand that is none",
    code: "hand-mistaken",
    places: atAttributes("hand new", (attribute, _, tei) => {
      const [other] = idsOf(tei, "witness", "person", "change", "editor")
      return other === undefined ? undefined : valued(tei, attribute, `#${other}`)
    }),
  },
  {
    name: "stage that is none",
    code: "stage-mistaken",
    places: atAttributes("change", (attribute, element, tei) => {
      const [other] = idsOf(tei, "handNote", "witness")
      return other === undefined || !isWithin(element, "text")
        ? undefined
        : valued(tei, attribute, `#${other}`)
    }),
  },
  {
    name: "passage that ends before it begins",
    code: "span-backwards",
    places: atAttributes("spanTo", (attribute, element, tei) => {
      const anchor = tei.elements.find((each) => `#${attributeOf(each, "xml:id")}` === attribute.value)
      if (!anchor || anchor.from < element.from || anchor.local !== "anchor") return undefined
      const gone = replaced(tei.text, anchor.from, anchor.end, "")
      const put = wholeOf(tei, anchor)
      return { after: replaced(gone, element.from, element.from, put), at: element.from + put.length }
    }),
  },
  {
    name: "passage that ends at no anchor",
    code: "span-backwards",
    places: atAttributes("spanTo", (attribute, element, tei) => {
      const later = tei.elements.find(
        (each) => each.local === "p" && each.from > element.from && attributeOf(each, "xml:id") !== undefined,
      )
      return later && valued(tei, attribute, `#${attributeOf(later, "xml:id")}`)
    }),
  },
  {
    name: "name of an entry of another kind",
    code: "pointer-mistaken",
    places: atAttributes("ref", (attribute, element, tei) => {
      const [place] = idsOf(tei, "place")
      const [person] = idsOf(tei, "person")
      const other = element.local === "persName" ? place : element.local === "placeName" ? person : undefined
      return other === undefined || !attribute.value.startsWith("#")
        ? undefined
        : valued(tei, attribute, `#${other}`)
    }),
  },
  {
    name: "scheme not declared",
    code: "pointer-scheme-undeclared",
    places: atAttributes("ref corresp target", (attribute, _, tei) =>
      attribute.value.startsWith("#") ? valued(tei, attribute, "psn:harker") : undefined,
    ),
  },
  {
    name: "address that runs a script",
    code: "url-refused",
    places: atAttributes("target ref", (attribute, _, tei) => valued(tei, attribute, "javascript:alert(1)")),
  },
  {
    name: "image missing",
    code: "image-missing",
    places: atElements("pb p", (element, tei) => {
      // Where xml:base names an address of the network, the image is no file of the edition.
      if (!isWithin(element, "div") || tei.text.includes("xml:base")) return undefined
      if (attributeOf(element, "facs") !== undefined) return undefined
      return withAttribute(tei, element, 'facs="images/leaf-9.jpg"')
    }),
  },
  {
    name: "other file missing",
    code: "pointer-file-missing",
    places: atAttributes("target corresp", (attribute, _, tei) =>
      /^[\w-]+\.xml$/.test(attribute.value) ? valued(tei, attribute, "lost-letter.xml") : undefined,
    ),
  },
  {
    name: "chain that does not answer",
    code: "chain-broken",
    // Of three parts the second leads back to the first, and the third not to the second.
    places: atElements("p ab l", (first, tei) => {
      const second = siblingAfter(tei, first)
      const third = second && siblingAfter(tei, second)
      const [a, b, c] = [first, second, third].map((each) => each && attributeOf(each, "xml:id"))
      if (!second || !a || !b || !c || !isWithin(first, "body")) return undefined
      const { after, at } = withAttribute(tei, second, `prev="#${a}" next="#${c}"`)
      const next = ` next="#${b}"`
      const whole = replaced(String(after), first.to - 1, first.to - 1, next)
      return { after: whole, at: at + next.length }
    }),
  },
  {
    name: "id of another file",
    code: "id-clash",
    places: (edition) => {
      const files = teiOf(edition)
      const [first, ...later] = files
      const id = first && idsOf(first, "p", "closer", "handNote")[0]
      if (id === undefined) return []
      return later.flatMap(({ file }) =>
        atElements("hi del add salute date label", (element, tei) =>
          tei.file === file && attributeOf(element, "xml:id") === undefined
            ? withAttribute(tei, element, `xml:id="${id}"`)
            : undefined,
        )(edition),
      )
    },
  },
]
