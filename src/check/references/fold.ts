import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import type { TeiDocument } from "../tei-document.js"
import type { Finding } from "./check-references.js"

/** As many further places of one cause are shown; the message says how many there are. */
const mostRelated = 5

/** Of the findings of one document, those of one cause as one diagnostic at the first place. */
export function fold(document: TeiDocument, findings: readonly Finding[]): readonly Diagnostic[] {
  const causes = new Map<string, Finding[]>()
  for (const each of findings) {
    const key = keyOf(each)
    const same = causes.get(key)
    if (same === undefined) causes.set(key, [each])
    else same.push(each)
  }
  return Array.from(causes.values(), ([first, ...others]) => {
    const { code, values, element, attribute } = first as Finding
    const more = others.length === 0 ? "" : `, here and at ${others.length} other ${placesOf(others.length)}`
    const related = others.slice(0, mostRelated).map((each) => ({
      message: "here too",
      span: document.spanAt(each.attribute.from, each.attribute.to),
    }))
    const all = { ...values, element: element.name, attribute: attribute.name, more }
    return diagnose(code, all, document.spanAt(attribute.from, attribute.to), related)
  })
}

const placesOf = (count: number): string => (count === 1 ? "place" : "places")

/** A target that is missing is one cause wherever it is named; where a span ends, each place is its own. */
function keyOf({ code, values, element, attribute }: Finding): string {
  switch (code) {
    case "span-backwards":
    case "chain-broken":
      return `${code} ${attribute.from}`
    case "pointer-scheme-undeclared":
      return `${code} ${values["scheme"]}`
    case "pointer-mistaken":
    case "pointer-file-missing":
    case "pointer-empty":
      return `${code} ${element.name} ${attribute.name} ${values["target"]}`
    default:
      return `${code} ${values["target"] ?? values["name"]}`
  }
}
