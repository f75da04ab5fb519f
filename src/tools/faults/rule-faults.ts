import { attributeOf } from "../../xml/elements.js"
import { type FaultKind, replaced } from "./fault.js"
import {
  atAttributes,
  atElements,
  childrenOf,
  contentOf,
  endTagOf,
  isWithin,
  type Tei,
  withAttribute,
} from "./tei-places.js"

const isOurs = ({ edition }: Tei) => edition.grammar === "schema/edition.rng"

/** Kinds of fault that only Schematron tells: the rules of our own schema, and those in TEI's. */
export const ruleFaults: readonly FaultKind[] = [
  {
    name: "substitution without addition",
    code: "substitution-incomplete",
    places: atElements("subst", (element, tei) => {
      const parts = childrenOf(tei, element).filter(({ local }) => local === "add")
      const [add] = parts
      if (!isOurs(tei) || !add || parts.length !== 1) return undefined
      return { after: replaced(tei.text, add.from, add.end, ""), at: element.from }
    }),
  },
  {
    name: "gap without unit",
    code: "gap-unmeasured",
    places: atAttributes("unit", (attribute, element, tei) =>
      isOurs(tei) && element.local === "gap"
        ? { after: replaced(tei.text, attribute.from, attribute.to, ""), at: element.from }
        : undefined,
    ),
  },
  {
    name: "draft that was sent, in TEI",
    code: "draft-sent",
    places: atElements("correspAction", (element, tei) => {
      const type = element.attributes.find(({ name }) => name === "type")
      const isDraft = element.parent && attributeOf(element.parent, "type") === "draft"
      if (!isOurs(tei) || !isDraft || !type) return undefined
      return { after: replaced(tei.text, type.from, type.to, 'type="sent"'), at: element.from }
    }),
  },
  {
    name: "subtype without type",
    code: "rule-failed",
    places: atElements("ab date seg rs title name hi div", (element, tei) =>
      isOurs(tei) ||
      element.local === "hi" ||
      !isWithin(element, "text") ||
      element.attributes.some(({ name }) => name === "type" || name === "subtype")
        ? undefined
        : withAttribute(tei, element, 'subtype="old"'),
    ),
  },
  {
    name: "dates that exclude each other",
    code: "rule-warned",
    places: atAttributes("when", (_attribute, element, tei) =>
      isOurs(tei) ||
      !/^(?:date|origDate)$/.test(element.local) ||
      attributeOf(element, "notBefore") !== undefined
        ? undefined
        : withAttribute(tei, element, 'notBefore="1901"'),
    ),
  },
  {
    name: "reference with two targets",
    code: "rule-failed",
    places: atElements("ref", (element, tei) =>
      isOurs(tei) || attributeOf(element, "target") === undefined
        ? undefined
        : withAttribute(tei, element, 'cRef="Matt 5:3"'),
    ),
  },
  {
    name: "verse line in a verse line",
    code: "rule-failed",
    places: atElements("l", (element, tei) => {
      const end = endTagOf(tei, element)
      if (isOurs(tei) || end === undefined || contentOf(tei, element).trim() === "") return undefined
      const quoted = `<q>\n<l>${contentOf(tei, element)}</l></q>`
      return { after: replaced(tei.text, element.to, end, quoted), at: element.to + 4 }
    }),
  },
]
