import { forms } from "../datatypes/primitive.js"
import type { Report } from "../errors.js"
import { isTextual, type SourceNode } from "./source.js"

/** What may stand in an element: kinds of content, and how many of them. */
interface Rule {
  readonly attributes?: readonly string[]
  readonly required?: readonly string[]
  readonly allowed?: ReadonlySet<string>
  readonly least?: number
  readonly most?: number
}

export const patternNames = new Set(
  (
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref parentRef " +
    "empty value data text notAllowed externalRef grammar"
  ).split(" "),
)
export const nameClassNames = new Set(["name", "anyName", "nsName", "choice"])
const grammarContent = new Set(["start", "define", "div", "include"])
const includeContent = new Set(["start", "define", "div"])
const patterns: Rule = { allowed: patternNames, least: 1 }
const names: Rule = { allowed: nameClassNames, least: 1 }
const reference: Rule = { attributes: ["name"], required: ["name"] }

const rules: Readonly<Record<string, Rule>> = {
  group: patterns,
  interleave: patterns,
  choice: patterns,
  optional: patterns,
  zeroOrMore: patterns,
  oneOrMore: patterns,
  list: patterns,
  mixed: patterns,
  ref: reference,
  parentRef: reference,
  empty: {},
  text: {},
  notAllowed: {},
  value: { attributes: ["type"] },
  data: { attributes: ["type"], required: ["type"], allowed: new Set(["param", "except"]) },
  param: reference,
  externalRef: { attributes: ["href"], required: ["href"] },
  include: { attributes: ["href"], required: ["href"], allowed: includeContent },
  grammar: { allowed: grammarContent },
  div: { allowed: grammarContent },
  start: { attributes: ["combine"], allowed: patternNames, least: 1, most: 1 },
  define: { ...patterns, attributes: ["name", "combine"], required: ["name"] },
  name: {},
  anyName: { allowed: new Set(["except"]), most: 1 },
  nsName: { allowed: new Set(["except"]), most: 1 },
}

/** Where in a schema an element stands, since `choice`, `except` and `div` mean several things. */
type Role = "pattern" | "nameClass" | "include" | "other"

/** Reports what breaks the full syntax (section 3, with 4.1 to 4.4) in an element and below. */
export function checkSyntax(node: SourceNode, report: Report, role: Role = "pattern"): void {
  const { local, place } = node
  const fault = (message: string) => report(place, "schema-syntax", `${message} (section 3)`)
  const rule = ruleOf(node, role)
  if (rule === undefined) {
    fault(`RELAX NG has no element ${local}`)
    return
  }
  for (const [name, value] of node.attributes) {
    if (name === "ns") continue
    if (name === "datatypeLibrary") checkLibrary(value, fault)
    else if (!rule.attributes?.includes(name)) fault(`${local} has no attribute ${name}`)
    else checkAttribute(node, name, value, fault)
  }
  for (const name of rule.required ?? [])
    if (!node.attributes.has(name)) fault(`${local} needs the attribute ${name}`)
  if (node.children.length === 0 && rule.least === undefined && node.text === "" && local !== "name") return
  if (local === "name" && !isQName(node.text.trim())) fault(`${JSON.stringify(node.text)} is no name`)
  if (!isTextual(node) && node.text.trim() !== "") fault(`no text may stand in ${local}`)
  checkChildren(node, rule, role, report)
}

function ruleOf(node: SourceNode, role: Role): Rule | undefined {
  const { local, attributes } = node
  if (role === "nameClass" && (local === "choice" || local === "except")) return names
  if (local === "except") return patterns
  if (local === "div" && role === "include") return { allowed: includeContent }
  if (local !== "element" && local !== "attribute")
    return Object.hasOwn(rules, local) ? rules[local] : undefined
  const isNamed = attributes.has("name")
  const least = (local === "element" ? 1 : 0) + (isNamed ? 0 : 1)
  const most = local === "attribute" ? { most: least + 1 } : {}
  return { attributes: ["name"], allowed: patternNames, least, ...most }
}

function checkChildren(node: SourceNode, rule: Rule, role: Role, report: Report): void {
  const { local, children, attributes, place } = node
  const isNamedByChild = (local === "element" || local === "attribute") && !attributes.has("name")
  const inner: Role =
    local === "include" || (local === "div" && role === "include")
      ? "include"
      : local === "anyName" || local === "nsName" || role === "nameClass"
        ? "nameClass"
        : "pattern"
  children.forEach((child, index) => {
    const isName = isNamedByChild && index === 0
    const allowed = isName ? nameClassNames : rule.allowed
    if (allowed?.has(child.local)) checkSyntax(child, report, isName ? "nameClass" : inner)
    else report(child.place, "schema-syntax", `${child.local} may not stand here in ${local} (section 3)`)
    if (local === "data" && child.local === "except" && index < children.length - 1)
      report(child.place, "schema-syntax", "except comes last in data, and once (section 3)")
  })
  const { least = 0, most = Number.POSITIVE_INFINITY } = rule
  if (children.length < least) report(place, "schema-syntax", `${local} lacks its content (section 3)`)
  if (children.length > most) report(place, "schema-syntax", `${local} holds too much (section 3)`)
}

function checkAttribute(node: SourceNode, name: string, value: string, fault: (message: string) => void) {
  if (name === "combine" && value !== "choice" && value !== "interleave")
    fault(`combine is ${JSON.stringify(value)}; it can be choice or interleave`)
  const takesPrefix = node.local === "element" || node.local === "attribute"
  if (name === "type" || (name === "name" && !takesPrefix)) {
    if (!forms.ncName.test(value)) fault(`${name} is ${JSON.stringify(value)}, which is no name`)
  } else if (name === "name" && !isQName(value)) fault(`name is ${JSON.stringify(value)}, which is no name`)
  if (name === "href" && value.includes("#")) fault("a reference to a file has no fragment")
}

function isQName(text: string): boolean {
  const parts = text.split(":")
  return parts.length <= 2 && parts.every((part) => forms.ncName.test(part))
}

/** Section 4.3: the URI of a library is absolute, without a fragment, or empty. */
function checkLibrary(uri: string, fault: (message: string) => void): void {
  const isUri =
    uri === "" || (/^[a-zA-Z][a-zA-Z0-9+.-]*:[^#]+$/.test(uri) && !/%(?![0-9a-fA-F]{2})/.test(uri))
  if (!isUri) fault(`datatypeLibrary is ${JSON.stringify(uri)}, which is no absolute URI`)
}
