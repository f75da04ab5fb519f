import type { Diagnostic } from "../../diagnostics/diagnostic.js"
import { attributeOf } from "../../xml/elements.js"
import type { PlacedElement } from "../tei-document.js"
import { broken, placeIn, type SchemaFile, schematron } from "./schema-file.js"

/** What an element of Schematron may hold and must say (ISO/IEC 19757-3:2020, annex A). */
interface Entry {
  readonly children: readonly string[]
  readonly required: readonly string[]
  readonly allowed: readonly string[]
}

const rich = ["emph", "dir", "span"]
const spoken = ["name", "value-of", ...rich]
const everywhere = ["id", "icon", "see", "fpi", "role", "subject", "flag", "severity"]
const plain: Entry = { children: spoken, required: [], allowed: ["class", "value"] }
const test: Entry = { children: spoken, required: ["test"], allowed: ["diagnostics", "properties"] }
const told: Entry = { children: spoken, required: ["id"], allowed: ["scheme"] }

const vocabulary: Readonly<Record<string, Entry>> = {
  schema: {
    children: [
      "include",
      "extends",
      "ns",
      "title",
      "p",
      "let",
      "phase",
      "pattern",
      "rules",
      "diagnostics",
      "properties",
    ],
    required: [],
    allowed: ["schemaVersion", "defaultPhase", "queryBinding", "schematronEdition"],
  },
  ns: { children: [], required: ["prefix", "uri"], allowed: [] },
  title: plain,
  p: plain,
  emph: plain,
  dir: plain,
  span: plain,
  let: { children: [], required: ["name"], allowed: ["value", "as"] },
  phase: {
    children: ["include", "extends", "title", "p", "let", "active"],
    required: ["id"],
    allowed: ["from", "when"],
  },
  active: { children: rich, required: ["pattern"], allowed: [] },
  pattern: {
    children: ["include", "extends", "title", "p", "let", "param", "rule"],
    required: [],
    allowed: ["abstract", "is-a", "documents"],
  },
  param: { children: [], required: ["name", "value"], allowed: [] },
  rules: { children: ["include", "extends", "title", "p", "rule"], required: [], allowed: [] },
  rule: {
    children: ["include", "extends", "p", "let", "assert", "report"],
    required: [],
    allowed: ["abstract", "context", "visit-each"],
  },
  extends: { children: [], required: [], allowed: ["rule", "href"] },
  include: { children: [], required: ["href"], allowed: [] },
  assert: test,
  report: test,
  name: { children: [], required: [], allowed: ["path"] },
  "value-of": { children: [], required: ["select"], allowed: [] },
  diagnostics: { children: ["include", "diagnostic"], required: [], allowed: [] },
  diagnostic: told,
  properties: { children: ["include", "property"], required: [], allowed: [] },
  property: told,
}

/** What in these files is not Schematron: names it does not have, things out of place, things left out. */
export function vocabularyFaults(files: readonly SchemaFile[]): readonly Diagnostic[] {
  return files.flatMap((file) =>
    file.elements
      .filter((element) => element.namespace === schematron)
      .flatMap((element) =>
        faultsOf(element).map(({ problem, at }) => broken(problem, placeIn(file, element, at))),
      ),
  )
}

interface Fault {
  readonly problem: string
  readonly at?: string
}

function faultsOf(element: PlacedElement): readonly Fault[] {
  const entry = entryOf(element.local)
  if (entry === undefined) return [{ problem: `Schematron has no element ${element.local}` }]
  const parent = element.parent?.namespace === schematron ? element.parent.local : undefined
  const holds = parent === undefined ? undefined : entryOf(parent)?.children
  if (parent !== undefined && holds !== undefined && !holds.includes(element.local))
    return [{ problem: `${element.local} has no place in ${parent}` }]
  const names = element.attributes.map((each) => each.name)
  const missing = [...entry.required, ...requiredHere(element)].filter((name) => !names.includes(name))
  const known = [...everywhere, ...entry.required, ...entry.allowed]
  const unknown = names.filter((name) => !name.includes(":") && !known.includes(name))
  return [
    ...missing.map((name) => ({ problem: `${element.local} needs the attribute ${name}` })),
    ...unknown.map((name) => ({ problem: `${element.local} has no attribute ${name}`, at: name })),
  ]
}

function entryOf(name: string): Entry | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined
}

/** What it depends on another attribute to need. */
function requiredHere(element: PlacedElement): readonly string[] {
  const isAbstract = attributeOf(element, "abstract") === "true"
  switch (element.local) {
    case "rule":
      return [isAbstract ? "id" : "context"]
    case "pattern":
      return isAbstract ? ["id"] : []
    case "extends":
      return attributeOf(element, "href") === undefined ? ["rule"] : []
    default:
      return []
  }
}
