import { type Code, catalogue, type Severity } from "../diagnostics/catalogue.js"
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import { withoutDoctype } from "../xml/doctype.js"
import { attributeOf, elementsOf, type PlacedElement, resolveReferences } from "../xml/elements.js"
import { spanOf } from "./schematron/place-mark.js"
import { loadSaxon, runStylesheet, type Saxon } from "./schematron/saxon.js"
import type { TeiDocument } from "./tei-document.js"

/** Schematron rules, compiled. */
export interface Rules {
  /** What fails, each at the start tag of the element that it is about, or at the attribute. */
  readonly check: (document: TeiDocument) => readonly Diagnostic[]
}

/** Opens rules: the text of the SEF that `compileRules` or the build made. Throws if that is broken. */
export async function openRules(schematronSef: string): Promise<Rules> {
  const saxon = loadSaxon()
  const stylesheet = JSON.parse(schematronSef) as object
  return { check: (document) => checkRules(saxon, stylesheet, document) }
}

function checkRules(saxon: Saxon, stylesheet: object, document: TeiDocument): readonly Diagnostic[] {
  let report: string
  try {
    report = runStylesheet(saxon, stylesheet, withoutDoctype(document.text), "check")
  } catch (error) {
    // A function that calls itself without end, say: that no rule can catch.
    const problem = sentence((error as Error).message).replace(/\.$/, "")
    const told = diagnose("rule-unworkable", { rule: "one of them", problem }, startOfFile(document.name))
    return [{ ...told, hint: "Mend the schema. None of its rules could be checked in this file." }]
  }
  const told = new Set<string>()
  return elementsOf(report).flatMap((element) => {
    if (element.local === "failed") return [failure(report, element, document)]
    if (element.local !== "unworkable") return []
    // A rule that cannot be worked out for one element mostly cannot for any.
    const key = `${attributeOf(element, "at")} ${attributeOf(element, "rule")}`
    if (told.has(key)) return []
    told.add(key)
    return [unworkable(report, element, document)]
  })
}

/** A rule's id may be a code of the catalogue; what the rule says is more exact than the catalogue's wording. */
function failure(report: string, element: PlacedElement, document: TeiDocument): Diagnostic {
  const id = attributeOf(element, "id") ?? ""
  const role = attributeOf(element, "role")
  const severity = role === undefined ? undefined : severityOf(role)
  const [said = "", ...hints] = partsOf(report, element)
  const message = sentence(said)
  const span = spanIn(document, element)
  const hint = hints.map(sentence).join(" ")
  if (Object.hasOwn(catalogue, id)) {
    const known = diagnose(id as Code, {}, span)
    return { ...known, ...(severity && { severity }), ...(message && { message }), ...(hint && { hint }) }
  }
  const problem =
    message.replace(/\.$/, "") || "This does not fit a rule of the schema, which does not say why"
  const advice = hint || (id === "" ? "A rule of the schema asks for it." : `The schema asks for it: ${id}.`)
  const made = diagnose(codes[severity ?? "error"], { problem, advice }, span)
  return { ...made, message: sentence(problem) }
}

const codes: Readonly<Record<Severity, "rule-failed" | "rule-warned" | "rule-told">> = {
  error: "rule-failed",
  warning: "rule-warned",
  info: "rule-told",
}

/** How bad a failure is by its role. Schematron leaves the words open; these are those in use. */
function severityOf(role: string): Severity {
  switch (role.trim().toLowerCase()) {
    case "warn":
    case "warning":
    case "nonfatal":
    case "caution":
      return "warning"
    case "info":
    case "information":
    case "informational":
    case "hint":
    case "note":
    case "tip":
      return "info"
    default:
      return "error"
  }
}

function unworkable(report: string, element: PlacedElement, document: TeiDocument): Diagnostic {
  const rule = attributeOf(element, "rule") ?? ""
  const problem = sentence(partsOf(report, element)[0] ?? "").replace(/\.$/, "")
  const here = spanIn(document, element)
  const inSchema = spanOf(attributeOf(element, "at") ?? "")
  const related = inSchema === undefined ? [] : [{ message: "It first failed here.", span: here }]
  return diagnose("rule-unworkable", { rule, problem }, inSchema ?? here, related)
}

/** The text of an element of the report, and that of the hints in it. */
function partsOf(report: string, element: PlacedElement): readonly string[] {
  if (report[element.to - 2] === "/") return [""]
  const inner = report.slice(element.to, report.lastIndexOf("</", element.end - 1))
  return inner.split(/<hint>|<hint\/>/).map((part) => resolveReferences(part.replace("</hint>", "")))
}

/** The attribute or start tag that a failure is about. */
function spanIn(document: TeiDocument, failed: PlacedElement): SourceSpan {
  const element = document.elements[Number(attributeOf(failed, "ordinal")) - 1]
  if (element === undefined) return startOfFile(document.name)
  const name = attributeOf(failed, "attribute")
  const { from, to } = element.attributes.find((each) => each.name === name) ?? element
  return document.spanAt(from, to)
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line === "" || /[.!?…]["”’»)]?$/.test(line) ? line : `${line}.`
}
