import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openRules } from "../../../src/check/rules.js"
import { compileRules } from "../../../src/check/schematron/compile-rules.js"
import { placeTei } from "../../../src/check/tei-document.js"
import type { Diagnostic, Outcome } from "../../../src/diagnostics/diagnostic.js"
import { compileStylesheet } from "../../../src/files/compile-stylesheet.js"

/** Gives the text of a file by its path, if there is one. */
export type Read = (path: string) => string | undefined

const schema = fileURLToPath(new URL("../../../schema/", import.meta.url))
let generator: string | undefined

/** What makes a stylesheet of rules, compiled from the sources, so that no build has to go before. */
export function generatorText(): string {
  if (generator !== undefined) return generator
  const scratch = mkdtempSync(join(tmpdir(), "stet-generator-"))
  const [xslt3, product] = [
    createRequire(import.meta.url).resolve("xslt3/xslt3.js"),
    join(scratch, "made.json"),
  ]
  const words = [xslt3, `-xsl:${schema}sch-to-xsl.xsl`, `-export:${product}`, "-nogo"]
  const result = spawnSync(process.execPath, words, { encoding: "utf8" })
  if (result.status !== 0) throw new Error(`${result.stdout}${result.stderr}`)
  generator = readFileSync(product, "utf8")
  rmSync(scratch, { recursive: true, force: true })
  return generator
}

/** Compiles the rules of a file, and what that includes. */
export async function compiled(
  path: string,
  read: Read,
  phase?: string,
): Promise<Outcome<string | undefined>> {
  return await compileRules([{ name: path, text: read(path) ?? "" }], {
    generator: generatorText(),
    load: async (href, from) => {
      const name = new URL(href, `file:///${from}`).pathname.slice(1)
      const text = read(name)
      return text === undefined ? undefined : { name, text }
    },
    compile: compileStylesheet,
    ...(phase === undefined ? {} : { phase }),
  })
}

/** What is wrong with the rules, and what they find in a file, one line for each. */
export async function foundBy(
  rules: string,
  read: Read,
  letter: string,
  phase?: string,
): Promise<readonly string[]> {
  const { value, diagnostics } = await compiled(rules, read, phase)
  const opened = value === undefined ? undefined : await openRules(value)
  const found = opened?.check(placeTei({ name: letter, text: read(letter) ?? "" })) ?? []
  const sorted = [...found].sort((a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0))
  return [...diagnostics, ...sorted].map(lineOf)
}

/** “letter.xml:2:3-10 error rule-failed: No number. (A rule of the schema asks for it.)” */
export function lineOf({ code, severity, message, span, hint, related }: Diagnostic): string {
  const end =
    span?.start.line === span?.end.line ? `${span?.end.column}` : `${span?.end.line}:${span?.end.column}`
  const place = span ? `${span.file}:${span.start.line}:${span.start.column}-${end}` : "nowhere"
  const also = related.map((each) => ` [${each.span.file}:${each.span.start.line}:${each.span.start.column}]`)
  const advice = /^rule-(failed|warned|told)$/.test(code) ? ` (${hint})` : ""
  return `${place} ${severity} ${code}: ${message}${advice}${also.join("")}`
}
