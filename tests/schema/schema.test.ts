import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Check } from "../../src/check/check-document.js"
import { checkText, editionSchema } from "../checking.js"

const root = fileURLToPath(new URL("../../", import.meta.url))
const xslt3 = createRequire(import.meta.url).resolve("xslt3/xslt3.js")
const shared = process.env["STET_SHARED"] ?? join(root, "../shared")
const tei = join(shared, "schemas/tei_all-4.12.0.rng")
const hasJing = spawnSync("jing", [], { stdio: "ignore" }).error === undefined
const absent = !existsSync(tei) ? `there is no ${tei}` : hasJing ? undefined : "jing is not installed"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const filesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".xml"))
const validFiles = filesIn("tests/schema/valid")
const invalidFiles = filesIn("tests/schema/invalid")
const firstComment = (text: string) => /<!--([\s\S]*?)-->/.exec(text)?.[1]?.trim() ?? ""

let scratch: string
let schema: readonly Check[]

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "stet-schema-"))
  transform("schema/sch-to-xsl.xsl", "schema/edition.sch", "compile", "rules.xsl")
  xslt(`-xsl:${join(scratch, "rules.xsl")}`, `-export:${join(scratch, "rules.sef.json")}`, "-nogo")
  schema = await editionSchema(readFileSync(join(scratch, "rules.sef.json"), "utf8"))
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

function xslt(...words: readonly string[]): void {
  const result = spawnSync(process.execPath, [xslt3, ...words], { encoding: "utf8" })
  if (result.status !== 0) throw new Error(`${result.stdout}${result.stderr}`)
}

/** Transforms a file of the repository; the result is a file in the scratch folder. */
function transform(stylesheet: string, source: string, mode: string, product: string): string {
  const made = join(scratch, product)
  xslt(`-xsl:${join(root, stylesheet)}`, `-s:${join(root, source)}`, `-im:${mode}`, `-o:${made}`)
  return readFileSync(made, "utf8")
}

describe("the edition's schema", () => {
  test.each(validFiles)("accepts valid/%s", (name) => {
    const text = read(`tests/schema/valid/${name}`)
    expect(firstComment(text)).toMatch(/^requirement: \S/)
    expect(checkText(name, text, schema)).toEqual([])
  })

  test.each(invalidFiles)("refuses invalid/%s with its code, once", (name) => {
    const text = read(`tests/schema/invalid/${name}`)
    const code = /^requirement: [\s\S]+; code: ([\w-]+)$/.exec(firstComment(text))?.[1]
    const found = checkText(name, text, schema)
    expect(found.map((each) => each.code)).toEqual([code])
    expect(found[0]?.span?.file).toBe(name)
  })

  test("is what the ODD says, byte for byte", () => {
    const rng = transform("schema/odd-to-rng.xsl", "schema/edition.odd", "declare", "edition.rng")
    const sch = transform("schema/odd-to-sch.xsl", "schema/edition.odd", "gather", "edition.sch")
    expect(rng).toBe(read("schema/edition.rng"))
    expect(sch).toBe(read("schema/edition.sch"))
  })
})

describe("all of TEI 4.12.0", () => {
  if (absent) console.warn(`Skipped: nothing was compared with all of TEI, because ${absent}.`)

  test.skipIf(absent)("accepts the ODD and every valid file", () => {
    const files = validFiles.map((name) => join(root, "tests/schema/valid", name))
    const result = spawnSync("jing", [tei, join(root, "schema/edition.odd"), ...files], { encoding: "utf8" })
    expect(result.stdout).toBe("")
    expect(result.status).toBe(0)
  })
})
