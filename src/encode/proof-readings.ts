import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Edition } from "../model/edition.js"
import { startOfFile } from "../model/source-span.js"
import type { ProofReading } from "../model/textual-statement.js"

/**
 * The readings of a document that hold for its text, and that the last one does not where it was of another text.
 * `digest` is that of the text as it is now.
 */
export function readingsOf(
  document: { readonly name: string; readonly file: string },
  { proofReadings = [] }: Pick<Edition, "proofReadings">,
  digest: string,
): { readonly valid: readonly ProofReading[]; readonly diagnostics: readonly Diagnostic[] } {
  const own = proofReadings.filter((each) => each.document === document.name)
  const valid = own.filter(({ text }) => text === digest)
  const last = own.at(-1)
  if (last === undefined || valid.length > 0) return { valid, diagnostics: [] }
  const { by, against, on, span } = last
  const related = span === undefined ? [] : [{ message: "Here the reading is told.", span }]
  const values = { by, against, on, name: document.name }
  return { valid, diagnostics: [diagnose("proof-reading-void", values, startOfFile(document.file), related)] }
}
