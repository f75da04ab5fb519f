import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { attributeOf } from "../../xml/elements.js"
import type { PlacedElement } from "../tei-document.js"
import { broken, placeIn, type SchemaFile, schematron } from "./schema-file.js"

/** What rules name that is not there: abstract patterns and rules, patterns of a phase, diagnostics. */
export function lostNames(files: readonly SchemaFile[]): readonly Diagnostic[] {
  const all = files.flatMap((file) => file.elements.filter((each) => each.namespace === schematron))
  const idsOf = (local: string, condition: (element: PlacedElement) => boolean = () => true) =>
    new Set(
      all.filter((each) => each.local === local && condition(each)).map((each) => attributeOf(each, "id")),
    )
  const isAbstract = (element: PlacedElement) => attributeOf(element, "abstract") === "true"
  const named: Readonly<
    Record<string, { attribute: string; ids: ReadonlySet<string | undefined>; kind: string }>
  > = {
    pattern: { attribute: "is-a", ids: idsOf("pattern", isAbstract), kind: "abstract pattern" },
    extends: { attribute: "rule", ids: idsOf("rule", isAbstract), kind: "abstract rule" },
    active: { attribute: "pattern", ids: idsOf("pattern"), kind: "pattern" },
    assert: { attribute: "diagnostics", ids: idsOf("diagnostic"), kind: "diagnostic" },
    report: { attribute: "diagnostics", ids: idsOf("diagnostic"), kind: "diagnostic" },
    schema: { attribute: "defaultPhase", ids: new Set([...idsOf("phase"), "#ALL"]), kind: "phase" },
  }
  return files.flatMap((file) =>
    file.elements.flatMap((element) => {
      const use =
        element.namespace === schematron && Object.hasOwn(named, element.local)
          ? named[element.local]
          : undefined
      const value = use === undefined ? undefined : attributeOf(element, use.attribute)
      if (use === undefined || value === undefined) return []
      const lost = value.split(/\s+/).filter((name) => name !== "" && !use.ids.has(name))
      return lost.map((name) =>
        broken(`there is no ${use.kind} ${name}`, placeIn(file, element, use.attribute)),
      )
    }),
  )
}

/** Whether the phase that is asked for is there. */
export function hasPhase(files: readonly SchemaFile[], phase: string): boolean {
  if (["", "#DEFAULT", "#ALL"].includes(phase)) return true
  const phases = files.flatMap((file) => file.elements).filter((each) => each.local === "phase")
  return phases.some((each) => each.namespace === schematron && attributeOf(each, "id") === phase)
}

/** Why rules cannot be run at all: another language than XPath, or another version of Schematron. */
export function foreignLanguage(file: SchemaFile): string | undefined {
  const root = file.document.elements[0]
  if (root?.namespace === "http://www.ascc.net/xml/schematron")
    return `they are in Schematron 1.5; that of today has the namespace ${schematron}`
  const binding =
    root?.namespace === schematron ? attributeOf(root, "queryBinding")?.toLowerCase() : undefined
  return binding === undefined || binding in bindings
    ? undefined
    : `stet does not know the query language ${binding}; it knows xslt2 and xslt3`
}

/** Query languages, and whether they are XPath 1.0, of which a little means something else in XPath 3.1. */
const bindings: Readonly<Record<string, boolean>> = {
  xslt: true,
  xpath: true,
  exslt: true,
  xslt2: false,
  xslt3: false,
  xpath2: false,
  xpath3: false,
  xpath31: false,
}

/** Rules for XPath 1.0 are run, and it is told that they are read as what XPath has become. */
export function bindingNotes(file: SchemaFile): readonly Diagnostic[] {
  const root = file.document.elements[0]
  if (root === undefined || root.namespace !== schematron) return []
  const named = attributeOf(root, "queryBinding")
  if (!bindings[(named ?? "xslt").toLowerCase()]) return []
  const binding = named === undefined ? "XPath 1.0 (they have no queryBinding)" : `“${named}”`
  return [diagnose("schematron-binding", { binding }, placeIn(file, root, "queryBinding"))]
}
