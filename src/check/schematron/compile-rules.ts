import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.js"
import { attributeOf, elementsOf } from "../../xml/elements.js"
import type { TeiFile } from "../tei-document.js"
import { leaveOutMarked, siftExpressions } from "./expressions.js"
import { type Load, passedOver, readAll } from "./includes.js"
import { spanOf } from "./place-mark.js"
import { bindingNotes, foreignLanguage, hasPhase, lostNames } from "./references.js"
import { loadSaxon, runStylesheet, type Saxon } from "./saxon.js"
import { broken, joined, placeIn } from "./schema-file.js"
import { vocabularyFaults } from "./vocabulary.js"

export { holdsRules } from "./schema-file.js"

/** What compiling needs from outside. */
export interface RuleCompiler {
  /** The SEF of schema/sch-to-xsl.xsl, as text. */
  readonly generator: string
  /** Reads what a file includes. */
  readonly load: Load
  /** Compiles XSLT to the text of a SEF; rejects with an error that says what xslt3 said. */
  readonly compile: (stylesheet: string) => Promise<string>
  /** The id of a phase, “#ALL”, or “#DEFAULT”, which it is if nothing is said. */
  readonly phase?: string
}

/**
 * Compiles the rules of a Schematron file (ISO/IEC 19757-3), or those that stand in the files of a RELAX NG
 * grammar or in an ODD, to the text of a SEF for `openRules`. What is wrong with the rules is told at their
 * own line, and left out; undefined where nothing is left that could run.
 */
export async function compileRules(
  sources: readonly TeiFile[],
  compiler: RuleCompiler,
): Promise<Outcome<string | undefined>> {
  const { value: files, diagnostics } = await readAll(sources, compiler.load)
  const main = files[0]
  const root = main?.document.elements[0]
  if (main === undefined || root === undefined) return { value: undefined, diagnostics }
  const foreign = foreignLanguage(main)
  if (foreign !== undefined)
    return {
      value: undefined,
      diagnostics: [...diagnostics, broken(foreign, placeIn(main, root, "queryBinding"))],
    }
  const phase = compiler.phase ?? "#DEFAULT"
  const found: Diagnostic[] = [
    ...diagnostics,
    ...bindingNotes(main),
    ...vocabularyFaults(files),
    ...lostNames(files),
    ...passedOver(files),
  ]
  if (!hasPhase(files, phase)) {
    found.push(broken(`there is no phase ${phase}`, placeIn(main, root)))
    return { value: undefined, diagnostics: found }
  }
  if (main.elements.length === 0) {
    found.push(broken("there are no rules in this file", placeIn(main, root)))
    return { value: undefined, diagnostics: found }
  }
  const saxon = loadSaxon()
  const generator = JSON.parse(compiler.generator) as object
  try {
    const expanded = runStylesheet(saxon, generator, joined(files), "expand", { phase })
    const sifted = siftExpressions(saxon, expanded)
    found.push(...sifted.diagnostics)
    if (sifted.isUnusable) return { value: undefined, diagnostics: found }
    const compiled = await compileWhatCan(saxon, generator, sifted.schema, compiler)
    return { value: compiled.value, diagnostics: [...found, ...compiled.diagnostics] }
  } catch (error) {
    const problem = `they cannot be made into a program: ${(error as Error).message.replace(/\.$/, "")}`
    return { value: undefined, diagnostics: [...found, broken(problem, placeIn(main, root))] }
  }
}

/** More faults than this are not looked for one after the other. */
const mostAttempts = 20

/** Compiles; where a rule is in the way, it is told and left out, and the others are compiled without it. */
async function compileWhatCan(
  saxon: Saxon,
  generator: object,
  schema: string,
  { compile }: RuleCompiler,
): Promise<Outcome<string | undefined>> {
  const diagnostics: Diagnostic[] = []
  let rest = schema
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const stylesheet = runStylesheet(saxon, generator, rest, "compile")
    try {
      return { value: await compile(stylesheet), diagnostics }
    } catch (error) {
      const fault = faultIn(stylesheet, (error as Error).message)
      diagnostics.push(broken(fault.problem, fault.mark === undefined ? undefined : spanOf(fault.mark)))
      const without = fault.mark === undefined ? undefined : leaveOutMarked(rest, fault.mark)
      if (without === undefined) break
      rest = without
    }
  }
  return { value: undefined, diagnostics }
}

/** What the compiler complains of: it names the line of the stylesheet, which holds the rule's mark. */
function faultIn(stylesheet: string, said: string): { problem: string; mark?: string } {
  const parts = /on line (\d+)(?: in .*?)? \{([\s\S]*?)\}: ([^\n]*)/.exec(said)
  // Saxon writes names with their namespace, and now and then a code at the end.
  const plain = (text: string) =>
    text
      .replace(/Q\{(http:\/\/www\.w3\.org\/2005\/xpath-functions)?\}/g, "")
      .replace(/\.?(XT\w{2}\d{4})?$/, "")
  // The stylesheet turns an assertion round, to find what fails.
  const expression = (parts?.[2] ?? "").trim().replace(/^not\(([\s\S]*)\)$/, "$1")
  const problem = parts ? `${expression}: ${plain(parts[3] ?? "")}` : plain(said.trim())
  const line = Number(parts?.[1] ?? 0)
  const elements = elementsOf(stylesheet)
  let [at, number] = [0, 1]
  let mark: string | undefined
  for (const element of elements) {
    for (; at < element.from; at++) if (stylesheet[at] === "\n") number++
    if (number > line) break
    mark = attributeOf(element, "x-stet:at") ?? mark
  }
  return mark === undefined ? { problem } : { problem, mark }
}
