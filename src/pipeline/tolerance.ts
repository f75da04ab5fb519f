import type { Diagnostic } from "../diagnostics/diagnostic.js"
import type { OpenedEdition } from "./open.js"

/** Without a usable name of its own a document has no address, whoever made it. */
const ofTheEdition: ReadonlySet<Diagnostic["code"]> = new Set(["name-unusable", "name-clash", "path-outside"])

/** Whether a problem lies in TEI that was brought, which its own house answers for. */
export function isOfBrought(problem: Diagnostic, { brought, broughtFiles }: OpenedEdition): boolean {
  const file = problem.span?.file
  if (file === undefined || ofTheEdition.has(problem.code)) return false
  return broughtFiles.has(file) || brought.some((each) => each.expanded.files.includes(file))
}

/**
 * Problems as a build takes them: what is wrong in brought TEI is told and stops nothing, unless the edition
 * asks that it be valid.
 */
export function tolerated(problems: readonly Diagnostic[], opened: OpenedEdition): readonly Diagnostic[] {
  if (opened.edition.settings.validity === "required") return problems
  return problems.map((each) =>
    each.severity === "error" && isOfBrought(each, opened) ? { ...each, severity: "warning" } : each,
  )
}
