import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../", import.meta.url))
const xslt3 = createRequire(import.meta.url).resolve("xslt3/xslt3.js")
const stylesheets = ["schema", "xslt"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xsl"))
    .map((name) => join(folder, name)),
)

let scratch: string
let rules: string

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "stet-style-"))
  const made = join(scratch, "style.xsl")
  rules = join(scratch, "style.sef.json")
  const source = join(root, "schema/xslt-style.sch")
  xslt(`-xsl:${join(root, "schema/sch-to-xsl.xsl")}`, `-s:${source}`, "-im:compile", `-o:${made}`)
  xslt(`-xsl:${made}`, `-export:${rules}`, "-nogo")
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function xslt(...words: readonly string[]): void {
  const result = spawnSync(process.execPath, [xslt3, ...words], { encoding: "utf8" })
  if (result.status !== 0) throw new Error(`${result.stdout}${result.stderr}`)
}

function breachesOf(path: string): readonly string[] {
  const report = join(scratch, "report.xml")
  xslt(`-xsl:${rules}`, `-s:${path}`, "-im:check", `-o:${report}`)
  const found = readFileSync(report, "utf8").matchAll(/<failed id="([^"]*)"[^>]*>([\s\S]*?)<\/failed>/g)
  return Array.from(found, ([, id, message]) => `${id}: ${message?.trim()}`)
}

test.each(stylesheets)("%s keeps the house style", (path) => {
  expect(breachesOf(join(root, path))).toEqual([])
})

test("each rule of the house style finds its breach", () => {
  const path = join(scratch, "bad.xsl")
  writeFileSync(
    path,
    `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
      <xsl:mode name="m"/>
      <xsl:template match="a"><xsl:if test="$view = 'x'"/></xsl:template>
    </xsl:stylesheet>`,
  )
  const ids = breachesOf(path).map((breach) => breach.split(":")[0])
  expect(ids).toEqual(["type-missing", "mode-open", "view-tested"])
})
