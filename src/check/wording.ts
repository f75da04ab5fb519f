import type { Code } from "../diagnostics/catalogue.js"
import type { ValidationError } from "../relaxng/index.js"

/** What a schema says of an element in prose: “(deletion) contains … [3.5.3. Additions …]”. */
export type Describe = (element: string) => string | undefined

/** A fault as an editor is told it: the code, and what fills the places of its wording. */
export interface Worded {
  readonly code: Code
  readonly values: Readonly<Record<string, string>>
}

/** More names than this are counted, not told. */
const mostTold = 6
/** So many are told with what they mean. */
const mostExplained = 3

/** The words for what RELAX NG found; undefined where another check tells the same better. */
export function wordingOf(error: ValidationError, describe: Describe): Worded | undefined {
  const named = (name: string) => explained(name, describe)
  const element = named(error.element ?? "")
  const parent = error.parent === undefined ? "this file" : tag(error.parent)
  const nearest = error.nearest
  const meant = nearest === undefined ? "" : `; ${named(nearest)} would be the nearest`
  const expected = listOf(error, named)
  const see = chapterOf(error.element ?? "", describe)
  const value = error.text ?? ""
  switch (error.code) {
    // What keeps a file from being read was told before it came here, and pointers are told with all others.
    case "not-well-formed":
    case "doctype-refused":
    case "too-deep":
    case "too-large":
    case "idref-unresolved":
      return undefined
    case "element-not-allowed":
      return error.isKnown
        ? { code: "tei-element-misplaced", values: { element, parent, expected, see } }
        : {
            code: "tei-element-unknown",
            values: { element: tag(error.element ?? ""), meant, expected },
          }
    case "element-missing":
      return {
        code: "tei-element-missing",
        values: { parent, place: ` before ${tag(error.element ?? "")}`, expected },
      }
    case "element-incomplete":
      return { code: "tei-element-missing", values: { parent: element, place: "", expected } }
    case "attribute-not-allowed": {
      const meant = nearest === undefined ? "" : `; @${nearest} would be the nearest`
      const values = { attribute: error.attribute ?? "", element, meant, expected: attributes(error) }
      return { code: "tei-attribute-unknown", values }
    }
    case "attribute-missing":
      return { code: "tei-attribute-missing", values: { element, expected: attributes(error) } }
    case "attribute-value": {
      const meant = nearest === undefined ? "" : `; ${quoted(nearest)} would be the nearest`
      const values = { attribute: error.attribute ?? "", element, value, meant, expected: typesOf(error) }
      return { code: "tei-attribute-value", values }
    }
    case "text-not-allowed":
      return { code: "tei-text-misplaced", values: { element, value, expected } }
    case "text-value":
      return { code: "tei-text-value", values: { element, value, expected: typesOf(error) } }
    case "id-twice":
      return { code: "tei-id-twice", values: { value } }
    default:
      return error.code satisfies never
  }
}

/** An element's tag, with what it means where its name does not say so: “<del> (deletion)”. */
function explained(name: string, describe: Describe): string {
  const gloss = /^\(([^)]+)\)/.exec(describe(name)?.trim() ?? "")?.[1]
  return gloss === undefined || gloss === name ? tag(name) : `${tag(name)} (${gloss})`
}

const tag = (name: string) => `<${name}>`
const quoted = (value: string) => (/^".*"$/.test(value) ? `“${value.slice(1, -1)}”` : `“${value}”`)

/** Where the Guidelines speak of an element, by the number that schemas made from TEI's give. */
function chapterOf(element: string, describe: Describe): string {
  const chapter = /\[(\d+(?:\.\d+)*)\.? [^\]]*\]?$/.exec(describe(element)?.trim() ?? "")?.[1]
  return chapter === undefined ? "" : ` The TEI Guidelines, ${chapter}, say where it belongs.`
}

/** The shortest list that helps: what is needed, if anything is, or else what might stand there. */
function listOf(error: ValidationError, named: (name: string) => string): string {
  const names = error.needed.length > 0 ? error.needed : usualFirst(error.expected, usualElements)
  if (names.length === 0) return "nothing more"
  const told = names.map((name) =>
    isName(name) ? (names.length > mostExplained ? tag(name) : named(name)) : name,
  )
  return cut(told)
}

const attributes = ({ expected, needed }: ValidationError): string => {
  const names = needed.length > 0 ? needed : usualFirst(expected, usualAttributes)
  return names.length === 0 ? "no others" : cut(names.map((name) => `@${name}`))
}

const typesOf = ({ expected }: ValidationError): string =>
  expected.length === 0 ? "something else" : cut(usualFirst(expected, usualTypes).map(typed))

const isName = (expected: string) => /^[^\s"]+$/.test(expected) && expected !== "text"

function cut(names: readonly string[]): string {
  if (names.length === 1) return names[0] ?? ""
  const more = names.length - mostTold
  if (more > 1) return `${names.slice(0, mostTold).join(", ")} or one of ${more} more`
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
}

// Of hundreds that TEI allows, those that letters have are named first.
const usualElements =
  "hi del add subst note lb gap unclear supplied choice persName placeName orgName date ref pb " +
  "p div head opener closer salute signed dateline postscript list item label lg l table row cell figure graphic " +
  "ab quote text body title"
const usualAttributes = "type rend place hand when ref target xml:id n reason who change corresp"
const usualTypes = "date gYearMonth gYear dateTime"

function usualFirst(names: readonly string[], usual: string): readonly string[] {
  const order = usual.split(" ")
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...names].sort((a, b) => rank(a) - rank(b))
}

/** What the datatypes of XML Schema and of TEI's attributes want, in an editor's words. */
const inWords: Readonly<Record<string, string>> = {
  ID: "a name that begins with a letter and has no blank in it",
  NCName: "a name that begins with a letter and has no blank in it",
  Name: "a name that begins with a letter and has no blank in it",
  NMTOKEN: "a word without blanks",
  token: "words",
  string: "words",
  anyURI: "an address or a pointer such as #id",
  date: "a day such as 1962-10-27",
  gYear: "a year such as 1962",
  gYearMonth: "a month such as 1962-10",
  gMonthDay: "a day of any year such as --10-27",
  gMonth: "a month of any year such as --10",
  gDay: "a day of any month such as ---27",
  time: "a time such as 14:30:00",
  dateTime: "a day and time such as 1962-10-27T14:30:00",
  duration: "a length of time such as P2D",
  nonNegativeInteger: "a whole number",
  positiveInteger: "a whole number from 1",
  integer: "a whole number",
  decimal: "a number",
  double: "a number",
  float: "a number",
  boolean: "true or false",
  language: "a language tag such as de-AT",
}

const typed = (expected: string) => (/^"/.test(expected) ? quoted(expected) : (inWords[expected] ?? expected))
