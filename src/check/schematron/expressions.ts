import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { attributeOf, elementsOf, type PlacedElement } from "../../xml/elements.js"
import { refusedCall } from "./calls.js"
import { spanOf } from "./place-mark.js"
import type { Saxon } from "./saxon.js"
import { broken, schematron, xslt } from "./schema-file.js"

/** An expanded schema whose faulty parts are marked, so that they are left out; and what is wrong with them. */
export interface Sifted {
  readonly schema: string
  readonly diagnostics: readonly Diagnostic[]
  /** Whether a function or key of the schema's own may not be run: then none of its rules can. */
  readonly isUnusable: boolean
}

/** Looks at every expression of an expanded schema: whether it is XPath, and whether it stays in the file. */
export function siftExpressions(saxon: Saxon, expanded: string): Sifted {
  const elements = elementsOf(expanded)
  const namespaces = Object.fromEntries(
    elements
      .filter((each) => isSchematron(each, "ns"))
      .map((each) => [attributeOf(each, "prefix") ?? "", attributeOf(each, "uri") ?? ""]),
  )
  const own = new Set(elements.filter((each) => isFunction(each)).map(namespaceOfFunction))
  const diagnostics: Diagnostic[] = []
  const out = new Set<PlacedElement>()
  let isUnusable = false
  for (const element of elements) {
    const mark = attributeOf(element, "x-stet:at")
    const place = mark === undefined ? undefined : spanOf(mark)
    if (element.namespace !== schematron) {
      const problem = isCopied(element) ? foreignFault(element, own) : undefined
      if (problem === undefined) continue
      isUnusable = true
      const told = `they use ${problem}, and rules may look at nothing but the file; so none of them can run`
      diagnostics.push(broken(told, place ?? placeAround(element)))
      continue
    }
    for (const name of expressionsOf(element)) {
      const expression = attributeOf(element, name)
      if (expression === undefined) continue
      const prefixes = (prefix: string) => (prefix === "xs" ? xmlSchema : namespaces[prefix])
      const call = refusedCall(expression, prefixes, own)
      const problem = call === undefined ? faultOf(saxon, expression, namespaces) : undefined
      if (call === undefined && problem === undefined) continue
      out.add(leftOutWith(element))
      diagnostics.push(
        call === undefined
          ? broken(`${name}="${expression.trim()}": ${problem}`, place)
          : diagnose("rule-refused", { what: call }, place),
      )
    }
  }
  return { schema: leaveOut(expanded, out), diagnostics, isUnusable }
}

const xmlSchema = "http://www.w3.org/2001/XMLSchema"
const isSchematron = (element: PlacedElement, local: string) =>
  element.namespace === schematron && element.local === local
const isFunction = (element: PlacedElement) => element.namespace === xslt && element.local === "function"

function namespaceOfFunction(element: PlacedElement): string {
  const name = attributeOf(element, "name")?.trim() ?? ""
  const braced = /^Q\{([^}]*)\}/.exec(name)?.[1]
  return braced ?? element.namespaces.get(name.slice(0, Math.max(0, name.indexOf(":")))) ?? ""
}

/** The attributes of an element that are XPath. */
function expressionsOf(element: PlacedElement): readonly string[] {
  switch (element.local) {
    case "rule":
      return ["context", "subject"]
    case "assert":
    case "report":
      return ["test", "subject"]
    case "let":
      return ["value"]
    case "value-of":
      return ["select"]
    case "name":
      return ["path"]
    default:
      return []
  }
}

/** Faults that depend on what else is declared are found when all is compiled. */
const decidedLater = new Set(["XPST0008", "XPST0017"])

/** Why a text is no XPath expression. It is only read, not worked out: it stands where nothing comes. */
function faultOf(saxon: Saxon, expression: string, namespaceContext: object): string | undefined {
  if (expression.trim() === "") return "there is nothing in it"
  // Names without a prefix are left to the compiler: of one like “div” SaxonJS would say on the terminal
  // that it is an element here and no division.
  if (/^[\w\s.|/@-]+$/.test(expression)) return undefined
  try {
    saxon.XPath.evaluate(`if (false()) then (${expression}\n) else ()`, null, { namespaceContext })
    return undefined
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // Only a static error says that the expression is wrong, whatever the file that is checked.
    if (code === undefined || !/^XP[ST][TY]/.test(code) || decidedLater.has(code)) return undefined
    return message
      .replace(/\.$/, "")
      .replace(
        /^Unexpected token \) at start of expression$/,
        "something is missing, before a bracket or at the end",
      )
      .replace(/found "else"$/, "found the end")
  }
}

/** What is left out where an element is faulty: without its context, a pattern would mean something else. */
function leftOutWith(element: PlacedElement): PlacedElement {
  const whole: Readonly<Record<string, readonly string[]>> = {
    rule: ["pattern"],
    "value-of": ["assert", "report", "diagnostic"],
    name: ["assert", "report", "diagnostic"],
  }
  const wanted = whole[element.local]
  if (wanted === undefined) return element
  for (let each = element.parent; each; each = each.parent)
    if (each.namespace === schematron && wanted.includes(each.local)) return each
  return element
}

/** Marks what has a mark as left out; undefined where nothing has it that could be. */
export function leaveOutMarked(expanded: string, mark: string): string | undefined {
  const marked = elementsOf(expanded).filter((each) => attributeOf(each, "x-stet:at") === mark)
  const out = new Set(marked.map(leftOutWith).filter((each) => attributeOf(each, "x-stet:out") === undefined))
  return out.size === 0 ? undefined : leaveOut(expanded, out)
}

function leaveOut(expanded: string, out: ReadonlySet<PlacedElement>): string {
  const places = [...out].map((each) => each.from + 1 + each.name.length).sort((a, b) => a - b)
  const parts: string[] = []
  let last = 0
  for (const at of places) {
    parts.push(expanded.slice(last, at), ' x-stet:out=""')
    last = at
  }
  return parts.join("") + expanded.slice(last)
}

/** Whether it goes into the program as it is; elsewhere only its text is taken, for messages. */
function isCopied(element: PlacedElement): boolean {
  let around = element.parent
  while (around !== undefined && around.namespace !== schematron) around = around.parent
  return around?.local === "schema" || around?.local === "let"
}

/** XSLT that rules may bring with them; none of it reads or writes, and none is made up as it runs. */
const instructions = new Set(
  (
    "key function param variable sequence value-of copy-of copy text element attribute comment namespace " +
    "processing-instruction document if choose when otherwise for-each for-each-group sort iterate on-completion " +
    "break next-iteration perform-sort analyze-string matching-substring non-matching-substring try catch number " +
    "map map-entry where-populated on-empty on-non-empty fallback with-param"
  ).split(" "),
)

/** What a part that is not Schematron does and may not: it is XSLT, or stands in the value of a let. */
function foreignFault(element: PlacedElement, own: ReadonlySet<string>): string | undefined {
  if (element.namespace === xslt && !instructions.has(element.local)) return `xsl:${element.local}`
  for (const { name, value } of element.attributes) {
    // With these, text and the names of attributes are expressions too.
    if (/(^|:)(expand-text|use-when)$|^_/.test(name)) return `the attribute ${name}`
    const call = refusedCall(value, (prefix) => element.namespaces.get(prefix), own)
    if (call !== undefined && !name.startsWith("x-stet:")) return call
  }
  return undefined
}

function placeAround(element: PlacedElement) {
  for (let each = element.parent; each; each = each.parent) {
    const mark = attributeOf(each, "x-stet:at")
    if (mark !== undefined) return spanOf(mark)
  }
  return undefined
}
