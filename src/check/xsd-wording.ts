import type { Code } from "../diagnostics/catalogue.js"
import type { PlacedElement } from "../xml/elements.js"
import type { Worded } from "./wording.js"

/** What libxml2 says of an element against an XSD, as an editor is told it, and what of the element is meant. */
export interface XsdWording extends Worded {
  /** An attribute by its name as written, or the element's own text; otherwise the start tag. */
  readonly at: { readonly attribute: string } | "text" | "tag"
}

/** `isDeclared` tells whether the schema declares an element of a local name at all. */
export function xsdWordingOf(
  message: string,
  element: PlacedElement,
  isDeclared: (local: string) => boolean,
): XsdWording {
  const name = `<${element.name}>`
  const parent = element.parent === undefined ? "the file" : `<${element.parent.name}>`
  const tag = (code: Code, values: Worded["values"]): XsdWording => ({ code, values, at: "tag" })
  const [, attribute, problem = message] =
    /^Element '[^']*'(?:, attribute '([^']*)')?: ([\s\S]*)$/.exec(message) ?? []
  if (attribute !== undefined) return ofAttribute(attributeName(attribute), problem, name)
  const expected = namesIn(problem)
  if (/^This element is not expected|^No matching global (element )?declaration/.test(problem))
    return isDeclared(element.local)
      ? tag("tei-element-misplaced", { element: name, parent, expected, see: "" })
      : tag("tei-element-unknown", { element: name, meant: "", expected })
  if (/^Missing child element/.test(problem))
    return tag("tei-element-missing", { parent: name, place: "", expected })
  const missing = /^The attribute '([^']*)' is required but missing/.exec(problem)?.[1]
  if (missing !== undefined)
    return tag("tei-attribute-missing", { element: name, expected: `@${attributeName(missing)}` })
  if (/^Character content/.test(problem))
    return { ...tag("tei-text-misplaced", { element: name, expected: "elements, or nothing" }), at: "text" }
  if (/not a valid value|facet '|not an element of the set/.test(problem)) {
    const values = { element: name, value: valueIn(problem), expected: wantedIn(problem) }
    return { ...tag("tei-text-value", values), at: "text" }
  }
  return tag("tei-invalid", { problem: `${name}: ${problem.replace(/\.$/, "")}` })
}

function ofAttribute(attribute: string, problem: string, element: string): XsdWording {
  const at = { attribute }
  if (/is not allowed|No matching global attribute/.test(problem))
    return {
      code: "tei-attribute-unknown",
      values: { attribute, element, meant: "", expected: "see the schema" },
      at,
    }
  const values = { attribute, element, meant: "", value: valueIn(problem), expected: wantedIn(problem) }
  return { code: "tei-attribute-value", values, at }
}

/** `{namespace}local` as it is written; of all attributes only XML's own have a prefix that is known. */
function attributeName(name: string): string {
  const [, namespace = "", local = name] = /^\{([^}]*)\}(.*)$/.exec(name) ?? []
  return namespace === "http://www.w3.org/XML/1998/namespace" ? `xml:${local}` : local
}

const mostTold = 6
/** libxml2 itself names no more than these, and does not say whether there are others. */
const mostNamed = 10

/** “Expected is one of ( {…}a, {…}b ).” */
function namesIn(problem: string): string {
  const list = /Expected is (?:one of )?\( ([\s\S]*) \)\.?$/.exec(problem)?.[1]
  if (list === undefined) return "nothing more"
  const names = list.split(/,\s+/).map(
    (each) =>
      `<${each
        .trim()
        .replace(/^(?:##other)?\{[^}]*\}/, "")
        .replace("*", "any")}>`,
  )
  const more = names.length - mostTold
  if (names.length >= mostNamed) return `${names.slice(0, mostTold).join(", ")} or another`
  if (more > 1) return `${names.slice(0, mostTold).join(", ")} or one of ${more} more`
  return names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
}

const valueIn = (problem: string): string =>
  /^(?:\[facet '[^']*'\] )?(?:The value )?'([\s\S]*?)' (?:is not|has|must)/.exec(problem)?.[1] ?? ""

/** “'x' is not a valid value of the atomic type 'xs:date'.” and the like, as what can stand there. */
function wantedIn(problem: string): string {
  const set = /element of the set \{([\s\S]*)\}\.?$/.exec(problem)?.[1]
  if (set !== undefined) {
    const values = Array.from(set.matchAll(/'([^']*)'/g), ([, value]) => `“${value}”`)
    const more = values.length - mostTold
    return more > 1 ? `${values.slice(0, mostTold).join(", ")} or one of ${more} more` : values.join(" or ")
  }
  const type = /type '(?:\{[^}]*\})?([^']*)'/.exec(problem)?.[1]
  if (type !== undefined) return `what the schema calls ${type}`
  const pattern = /pattern '([\s\S]*)'/.exec(problem)?.[1]
  return pattern === undefined ? "something else" : `what follows the pattern ${pattern}`
}
