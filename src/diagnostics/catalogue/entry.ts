export type Severity = "error" | "warning" | "info"

/** A problem's severity, its wording in the editor's words, and what to do; `{…}` is filled in. */
export interface CatalogueEntry {
  readonly severity: Severity
  readonly wording: string
  readonly hint: string
}
