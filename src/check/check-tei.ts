import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { openRelaxNg, type RelaxNg } from "./relax-ng.js"
import { openRules, type Rules } from "./rules.js"
import { wellFormed } from "./well-formed.js"

/** What an edition's TEI must fit: a grammar, and rules that no grammar can state. */
export interface Schema {
  readonly relaxNg: RelaxNg
  readonly rules: Rules
}

export interface TeiFile {
  readonly name: string
  readonly text: string
}

/**
 * Opens a schema: the text of a RELAX NG grammar in XML syntax, and the SEF that a Schematron file was
 * compiled to. Throws if either is broken, since both come with stet.
 */
export async function openSchema(rng: string, schematronSef: string): Promise<Schema> {
  const rules = await openRules(schematronSef)
  return { relaxNg: openRelaxNg(rng), rules }
}

/** Checks one TEI file; every diagnostic points at the line and column in that file. */
export function checkTei(tei: TeiFile, schema: Schema): readonly Diagnostic[] {
  const reading = wellFormed(tei, schema.relaxNg.faultOf)
  // A broken file has no tree that could be checked any further.
  if (reading.diagnostics.length > 0) return reading.diagnostics
  const elements = reading.value
  const found = [...schema.relaxNg.check(tei, elements), ...schema.rules.check(tei, elements)]
  return found.sort((a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0))
}
