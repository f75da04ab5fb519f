import type { Diagnostic } from "../diagnostic.js"
import { reportGithub } from "./github.js"
import { reportJunit } from "./junit.js"
import { reportSarif } from "./sarif.js"

/** How problems are told: to an editor as text, or to a program. */
export type Format = "text" | "json" | "sarif" | "github" | "junit"
export const formats: readonly Format[] = ["text", "json", "sarif", "github", "junit"]

/** What a report is made of. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly textOfFile: (file: string) => string | undefined
  /** All files that were checked, with or without problems. */
  readonly checked: readonly string[]
  /** stet's own version. */
  readonly version: string
  /** The path of a file for whoever reads the report, with “/”: from the root of the repository. */
  readonly pathOf: (file: string) => string
}

/** The reports for programs that know nothing of stet. Each gives a whole text with a line end. */
export const reports: Readonly<Record<"sarif" | "github" | "junit", (found: Found) => string>> = {
  sarif: reportSarif,
  github: reportGithub,
  junit: reportJunit,
}
