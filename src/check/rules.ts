import { createRequire } from "node:module"
import { type Code, catalogue } from "../diagnostics/catalogue.js"
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { TeiFile } from "./check-tei.js"
import type { PlacedElement } from "./well-formed.js"

/** Schematron rules, compiled. */
export interface Rules {
  readonly check: (tei: TeiFile, elements: readonly PlacedElement[]) => readonly Diagnostic[]
}

/** The part of SaxonJS that checking needs; the package brings no types. */
interface Saxon {
  transform(options: object, execution: "sync"): { readonly principalResult: string }
}

/** An assertion that failed: its id, the element it is about counted from 1, and what it says. */
export interface Failure {
  readonly id: string
  readonly ordinal: number
  readonly message: string
}

/** SaxonJS takes a third of a second to load, so it is loaded when the first schema is opened. */
export async function openRules(schematronSef: string): Promise<Rules> {
  // Required, not imported: of its two megabytes an import would first look for names to export.
  const saxon = createRequire(import.meta.url)("saxon-js") as Saxon
  const stylesheet = JSON.parse(schematronSef) as object
  return {
    check: (tei, elements) =>
      failuresOf(saxon, stylesheet, tei.text).map((failure) => diagnosticOf(failure, elements)),
  }
}

function failuresOf(saxon: Saxon, stylesheetInternal: object, sourceText: string): readonly Failure[] {
  const options = { stylesheetInternal, sourceText, initialMode: "check", destination: "serialized" }
  const report = saxon.transform(options, "sync").principalResult
  const failed = report.matchAll(/<failed id="([^"]*)" ordinal="(\d+)">([\s\S]*?)<\/failed>/g)
  return Array.from(failed, ([, id = "", ordinal, message = ""]) => ({
    id,
    ordinal: Number(ordinal),
    message: unescaped(message).trim(),
  }))
}

const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")

/** A rule's id is a code of the catalogue; what the rule says is more exact than the catalogue's wording. */
function diagnosticOf(failure: Failure, elements: readonly PlacedElement[]): Diagnostic {
  const span = elements[failure.ordinal - 1]?.span
  if (!(failure.id in catalogue)) {
    return diagnose("tei-invalid", { problem: failure.message.replace(/\.$/, "") }, span)
  }
  return { ...diagnose(failure.id as Code, {}, span), message: failure.message }
}
