import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readBrought } from "../src/brought/source.js"
import { type Check, checkDocument } from "../src/check/check-document.js"
import { checkByGrammar } from "../src/check/relax-ng.js"
import { openRules } from "../src/check/rules.js"
import { placeTei } from "../src/check/tei-document.js"
import type { Diagnostic } from "../src/diagnostics/diagnostic.js"
import { readSchema } from "../src/relaxng/index.js"

const fromRoot = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8")

/** A RELAX NG grammar as a check; one that is broken makes the test fail. */
export function grammarFrom(rng: string): Check {
  const { schema, errors } = readSchema(rng, { uri: "schema.rng" })
  if (!schema) throw new Error(errors.map((each) => `${each.line}: ${each.message}`).join("\n"))
  return checkByGrammar(schema)
}

/** The edition's schema: its grammar and its rules, or other rules in their place. */
export async function editionSchema(rules = fromRoot("xslt/schematron.sef.json")): Promise<readonly Check[]> {
  return [grammarFrom(fromRoot("schema/edition.rng")), (await openRules(rules)).check]
}

/** What is wrong with the text of a TEI file, be it that it is no XML. */
export function checkText(name: string, text: string, checks: readonly Check[]): readonly Diagnostic[] {
  const reading = readBrought(text, name)
  if (reading.value === undefined) return reading.diagnostics
  return [...reading.diagnostics, ...checkDocument(placeTei({ name, text: reading.value }), checks)]
}
