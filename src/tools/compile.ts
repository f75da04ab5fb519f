/**
 * `node dist/tools/compile.js`: makes what is derived from the schema, the stylesheets and the manual,
 * wherever it is older than what it is made of.
 */
import { spawnSync } from "node:child_process"
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { readSchema, serialiseSchema } from "../relaxng/index.js"
import { classicScript } from "./classic-script.js"
import { explanationsIn } from "./explanations.js"

const root = fileURLToPath(new URL("../../", import.meta.url))
const xslt3 = createRequire(import.meta.url).resolve("xslt3/xslt3.js")
const inRoot = (path: string) => join(root, path)
/** What makes a stylesheet of Schematron, here and where rules are brought. */
const schematronParts = ["sch-to-xsl", "sch-gather", "sch-expand", "sch-write"].map(
  (name) => `schema/${name}.xsl`,
)

compileSchema("schema/odd-to-rng.xsl", "declare", "schema/edition.rng")
compileGrammar("schema/edition.rng", "schema/edition.rng.json")
compileSchema("schema/odd-to-sch.xsl", "gather", "schema/edition.sch")
compileStylesheet("schema/sch-to-xsl.xsl", schematronParts, "xslt/sch-to-xsl.sef.json")
compileRules("schema/edition.sch", "xslt/schematron.sef.json")
if (existsSync(inRoot("xslt/edition.xsl")))
  compileStylesheet("xslt/edition.xsl", stylesheetsIn("xslt"), "xslt/edition.sef.json")

writeFileSync(
  inRoot("dist/browser/scripts/search-words.js"),
  classicScript("./index.js", "stetSearch", (path) =>
    readFileSync(inRoot(join("dist/search", path)), "utf8"),
  ),
)
gatherExplanations("tests/examples", "dist/cli/explanations.json")

/** What `stet explain` shows: the manual's examples, by the problem that each shows. */
function gatherExplanations(folder: string, product: string): void {
  const names = readdirSync(inRoot(folder)).filter((name) => name.endsWith(".md"))
  const pages = names.sort().map((name) => ({ name, text: readFileSync(inRoot(join(folder, name)), "utf8") }))
  writeFileSync(inRoot(product), `${JSON.stringify(explanationsIn(pages), null, 1)}\n`)
}

/** One product of the ODD. A file whose bytes would not change keeps its bytes. */
function compileSchema(stylesheet: string, mode: string, product: string): void {
  if (isFresh(product, ["schema/edition.odd", stylesheet])) return
  inScratch((scratch) => {
    const made = join(scratch, "made")
    transform(stylesheet, inRoot("schema/edition.odd"), mode, made)
    const bytes = readFileSync(made)
    const target = inRoot(product)
    // Only its time changes where its bytes do not, so that it counts as fresh the next time.
    if (existsSync(target) && readFileSync(target).equals(bytes)) utimesSync(target, new Date(), new Date())
    else writeFileSync(target, bytes)
  })
}

/** The grammar in the form that is opened quickest; made anew each time, since stet's own code may have changed. */
function compileGrammar(grammar: string, product: string): void {
  const { schema, errors } = readSchema(readFileSync(inRoot(grammar), "utf8"), { uri: grammar })
  if (!schema) throw new Error(errors.map((each) => `${grammar}:${each.line}: ${each.message}`).join("\n"))
  writeFileSync(inRoot(product), serialiseSchema(schema))
}

/** Schematron becomes a stylesheet, and that a stylesheet SaxonJS can run at once. */
function compileRules(rules: string, product: string): void {
  if (isFresh(product, [rules, ...schematronParts])) return
  inScratch((scratch) => {
    const made = join(scratch, "rules.xsl")
    transform("schema/sch-to-xsl.xsl", inRoot(rules), "compile", made)
    run([`-xsl:${made}`, `-export:${inRoot(product)}`, "-nogo", "-relocate:on"])
  })
}

function compileStylesheet(stylesheet: string, parts: readonly string[], product: string): void {
  if (isFresh(product, parts)) return
  run([`-xsl:${inRoot(stylesheet)}`, `-export:${inRoot(product)}`, "-nogo", "-relocate:on"])
}

function transform(stylesheet: string, source: string, mode: string, product: string): void {
  run([`-xsl:${inRoot(stylesheet)}`, `-s:${source}`, `-im:${mode}`, `-o:${product}`])
}

function run(words: readonly string[]): void {
  const result = spawnSync(process.execPath, [xslt3, ...words], { cwd: root, encoding: "utf8" })
  const said = `${result.stdout}${result.stderr}`.trim()
  if (result.status !== 0) throw new Error(`xslt3 ${words.join(" ")}\n${said}`)
  if (said !== "") process.stderr.write(`${said}\n`)
}

/** Whether a product is younger than everything it is made of. */
function isFresh(product: string, inputs: readonly string[]): boolean {
  if (!existsSync(inRoot(product))) return false
  const made = statSync(inRoot(product)).mtimeMs
  return inputs.every((input) => statSync(inRoot(input)).mtimeMs < made)
}

function stylesheetsIn(folder: string): readonly string[] {
  const names = readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" })
  return names.filter((name) => name.endsWith(".xsl")).map((name) => join(folder, name))
}

function inScratch(work: (scratch: string) => void): void {
  const scratch = mkdtempSync(join(tmpdir(), "stet-compile-"))
  try {
    work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
