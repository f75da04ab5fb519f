import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { type PhenomenonName, phenomena } from "../model/phenomena.js"
import type { AttributeRule, ValueRule } from "../model/phenomenon.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { isDay } from "./calendar.js"
import { guessAttribute } from "./guesses.js"

/** An attribute as typed; offsets are UTF-16 units in the file. */
export interface TypedAttribute {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface AttributeList {
  readonly attributes: readonly TypedAttribute[]
  /** After the closing brace, or after the tag. */
  readonly end: number
}

// Each item ends where a blank or the brace comes, so that a failed match gives up after one pass.
const braces =
  /\{[ \t]*(?:(?:#[A-Za-z][\w.-]*|[A-Za-z][\w:-]*=(?:"(?:[^"\\\r\n]|\\.)*"|[^\s"{}=\u201c\u201d\u201e][^\s"{}=]*))(?:[ \t]+|(?=\})))*\}/y
const item = /#([A-Za-z][\w.-]*)|([A-Za-z][\w:-]*)=(?:"((?:[^"\\\r\n]|\\.)*)"|([^\s"{}=]+))/y
/** What was meant as such a list, whether or not it can be read as one. */
const meantAsList = /\{[ \t]*(?:#|[A-Za-z][\w:-]*[ \t]*[=:])/y

/** Whether braces at an offset were meant to hold attributes. */
export function looksLikeAttributes(source: SourceText, at: number): boolean {
  meantAsList.lastIndex = at
  return meantAsList.test(source.text)
}

/** Reads `{#a hand=b note="two words"}` at an offset; undefined where no such list stands there. */
export function readAttributeList(source: SourceText, at: number, to: number): AttributeList | undefined {
  braces.lastIndex = at
  const found = braces.exec(source.text)
  const end = at + (found?.[0].length ?? 0)
  if (!found || end > to) return undefined
  const attributes: TypedAttribute[] = []
  for (let start = at + 1; start < end; ) {
    item.lastIndex = start
    const [typed, id, name, quoted, bare] = item.exec(source.text) ?? []
    if (typed === undefined) {
      start++
      continue
    }
    const value = id ?? bare ?? (quoted ?? "").replace(/\\(.)/g, "$1")
    attributes.push({ name: name ?? "id", value, start, end: start + typed.length })
    start += typed.length
  }
  return { attributes, end }
}

const unreadableTag = /<([a-zA-Z][\w-]*)[ \t]+[^<>\r\n]{1,200}>/y

/** An opening tag of this kind whose attributes cannot be read, such as `<unclear reason=faded>`; gives its end. */
export function readUnreadableTag(
  source: SourceText,
  at: number,
  to: number,
): { readonly name: string; readonly end: number } | undefined {
  unreadableTag.lastIndex = at
  const found = unreadableTag.exec(source.text)
  const end = at + (found?.[0].length ?? 0)
  return found && end <= to ? { name: found[1] ?? "", end } : undefined
}

const tag = /<([a-zA-Z][\w-]*)((?:[ \t]+[a-zA-Z:-]+="[^"<>\r\n]{0,200}"){0,12})[ \t]*(\/?)>/y
const tagAttribute = /([a-zA-Z:-]+)="([^"]*)"/g

export interface OpeningTag extends AttributeList {
  readonly name: string
  readonly empty: boolean
}

/** Reads an element's opening tag at an offset. */
export function readTag(source: SourceText, at: number, to: number): OpeningTag | undefined {
  tag.lastIndex = at
  const found = tag.exec(source.text)
  const end = at + (found?.[0].length ?? 0)
  if (!found || end > to) return undefined
  const [, name = "", list = "", slash] = found
  const lead = at + 1 + name.length
  const attributes = Array.from(list.matchAll(tagAttribute), (each) => ({
    name: each[1] ?? "",
    value: each[2] ?? "",
    start: lead + each.index,
    end: lead + each.index + each[0].length,
  }))
  return { name, attributes, end, empty: slash === "/" }
}

export interface CheckedAttributes {
  readonly attributes: Readonly<Record<string, string>>
  readonly diagnostics: readonly Diagnostic[]
}

const none: readonly Diagnostic[] = []
const expecting = new WeakMap<object, boolean>()

/** Whether anything has to be said, or is meant where it is not said. */
function expects(rules: Readonly<Record<string, AttributeRule>>): boolean {
  const known = expecting.get(rules)
  if (known !== undefined) return known
  const does = Object.values(rules).some((rule) => rule.required || rule.usual !== undefined)
  expecting.set(rules, does)
  return does
}

/**
 * Checks attributes against a table of rules; `typed` names the mark as the editor knows it. `unnamed`: it
 * takes no `#id`; `unreadable`: a list was typed that cannot be read, so that nothing is missed in it.
 */
export function checkAttributes(
  rules: Readonly<Record<string, AttributeRule>>,
  given: Readonly<Record<string, string>>,
  list: readonly TypedAttribute[],
  typed: string,
  source: SourceText,
  span: SourceSpan,
  more: { readonly unnamed?: boolean; readonly unreadable?: boolean } = {},
): CheckedAttributes {
  if (list.length === 0 && !expects(rules)) return { attributes: given, diagnostics: none }
  const diagnostics: Diagnostic[] = []
  const attributes: Record<string, string> = { ...given }
  const supposed: string[] = []
  for (const { name, value, start, end } of list) {
    const place = source.spanAt(start, end)
    const isId = name === "id" && !more.unnamed
    const rule = isId ? idRule : Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule) {
      const missing = Object.keys(rules).filter(
        (each) => rules[each]?.required && attributes[each] === undefined,
      )
      const guess = guessAttribute(name, rules) ?? (missing.length === 1 ? missing[0] : undefined)
      const known = [...Object.keys(rules), ...(more.unnamed ? [] : ["#id"])]
      const suggestion = guess
        ? `Did you mean “${guess}”?`
        : known.length === 0
          ? "It takes nothing in braces."
          : `It takes ${known.join(", ")}. Take it out, or type \\{ if the brace stands on the page.`
      if (guess !== undefined) supposed.push(guess)
      diagnostics.push(diagnose("attribute-unknown", { mark: typed, attribute: name, suggestion }, place))
      continue
    }
    const problem = misfit(rule.value, value) ?? disorder(name, value, attributes)
    if (problem === undefined) attributes[name] = value
    else diagnostics.push(diagnose("attribute-unfit", { attribute: name, value, problem }, place))
  }
  for (const name in rules) {
    const rule = rules[name] as AttributeRule
    if (attributes[name] !== undefined || list.some((each) => each.name === name)) continue
    if (rule.required && (more.unreadable || supposed.includes(name))) continue
    if (rule.required) {
      const how = typeof rule.value === "object" ? Object.keys(rule.value).join("|") : "…"
      diagnostics.push(diagnose("attribute-missing", { mark: typed, attribute: name, how }, span))
    } else if (rule.usual !== undefined) attributes[name] = rule.usual
  }
  return { attributes, diagnostics }
}

/** Bounds of which the second lies before the first. */
const bounds: Readonly<Record<string, string>> = {
  to: "from",
  "not-after": "not-before",
  "at-most": "at-least",
}

function disorder(
  name: string,
  value: string,
  attributes: Readonly<Record<string, string>>,
): string | undefined {
  const lower = bounds[name]
  const first = lower === undefined ? undefined : attributes[lower]
  if (lower === undefined || first === undefined) return undefined
  const isBefore = name === "at-most" ? Number(value) < Number(first) : value < first.slice(0, value.length)
  if (!isBefore) return undefined
  return name === "at-most" ? `it is less than ${lower}` : `it lies before ${lower}`
}

/** The rules of a phenomenon's attributes. */
export const rulesOf = (name: PhenomenonName): Readonly<Record<string, AttributeRule>> =>
  phenomena[name].attributes

const idRule: AttributeRule = { value: "token" }

/** Why a value does not fit; undefined where it does. */
export function misfit(rule: ValueRule, value: string): string | undefined {
  if (typeof rule === "object") {
    const values = Object.keys(rule)
    if (Object.hasOwn(rule, value)) return undefined
    return values.length === 1 ? `it can only be ${values[0]}` : `it is one of ${values.join(", ")}`
  }
  switch (rule) {
    case "count":
      return /^[1-9]\d{0,5}$/.test(value) ? undefined : "write a whole number, from 1 on"
    case "hand":
    case "stage":
    case "zone":
      return /^[A-Za-z][\w.-]*$/.test(value)
        ? undefined
        : "write the id that the front matter gives it, without #"
    case "image":
      return /^[A-Za-z][\w.-]*( +[A-Za-z][\w.-]*)*$/.test(value)
        ? undefined
        : "write the name of the image’s file, without folder and ending"
    case "token":
      return /^[\p{L}\d][\p{L}\p{M}\d._-]*$/u.test(value)
        ? undefined
        : "write one word, or several joined by hyphens"
    case "mark":
      return /^[A-Za-z][\w.-]*( +[A-Za-z][\w.-]*)*$/.test(value)
        ? undefined
        : "write the name that {#…} gave a place, without #"
    case "language":
      return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)
        ? undefined
        : "write a language tag such as de or he-Latn"
    case "date":
      return isDay(value)
        ? undefined
        : "write a day, month or year that there is, as 1962-10-27, 1962-10 or 1962"
    case "words-or-none":
      return undefined
    case "text":
    case "entity":
      return value.trim() === "" ? "it is empty" : undefined
    default:
      return rule satisfies never
  }
}
