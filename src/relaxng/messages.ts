import type { ValidationCode } from "./errors.js"

/** What a message is made of. */
export interface Parts {
  readonly code: ValidationCode
  readonly element?: string | undefined
  readonly attribute?: string | undefined
  readonly text?: string | undefined
  readonly parent?: string | undefined
  readonly isKnown?: boolean | undefined
  readonly nearest?: string | undefined
  readonly expected?: readonly string[]
  readonly needed?: readonly string[]
  /** What another program says, of a file that isn't well-formed, or a limit. */
  readonly detail?: string
}

/** More names than this are counted, not told, in the sentence; `expected` has them all. */
const mostTold = 12

/** The sentence for an error. */
export function messageOf({ code, element, attribute, text, detail = "", ...parts }: Parts): string {
  const { nearest, needed = [], expected: possible = [] } = parts
  const expected = needed.length > 0 ? needed : possible
  const here = `<${element}>`
  const meant = nearest === undefined ? "" : `; nearest: ${nearest}`
  const value = JSON.stringify(text ?? "")
  switch (code) {
    case "not-well-formed":
      return `the file is not well-formed XML: ${detail}`
    case "doctype-refused":
      return "the file has a document type declaration, which is refused"
    case "too-deep":
      return `elements are nested more than ${detail} deep`
    case "too-large":
      return `the file has more than ${detail} characters`
    case "element-not-allowed":
      return `${here} may not stand here${meant}${wanted(expected, "nothing more")}`
    case "element-missing":
      return `something is missing before ${here}${wanted(expected, "something else")}`
    case "element-incomplete":
      return `${here} is not complete${wanted(expected, "text")}`
    case "attribute-not-allowed":
      return `${here} may not have the attribute ${attribute} here${meant}${wanted(expected, "no more attributes")}`
    case "attribute-value":
      return `the attribute ${attribute} of ${here} cannot be ${value}${meant}${wanted(expected, "another value")}`
    case "attribute-missing":
      return `${here} lacks an attribute${wanted(expected, "another attribute")}`
    case "text-not-allowed":
      return `no text may stand here in ${here}${wanted(expected, "no content")}`
    case "text-value":
      return `the text of ${here} cannot be ${value}${wanted(expected, "another text")}`
    case "id-twice":
      return `the id ${value} is given a second time`
    case "idref-unresolved":
      return `no element has the id ${value}`
    default:
      return code satisfies never
  }
}

function wanted(expected: readonly string[], otherwise: string): string {
  if (expected.length === 0) return `; expected: ${otherwise}`
  const more = expected.length - mostTold
  return `; expected: ${expected.slice(0, mostTold).join(", ")}${more > 0 ? ` or one of ${more} more` : ""}`
}
