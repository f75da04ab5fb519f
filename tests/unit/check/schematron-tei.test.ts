import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { openRules, type Rules } from "../../../src/check/rules.js"
import { placeTei } from "../../../src/check/tei-document.js"
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js"
import { flawIn } from "../../../src/xml/well-formed.js"
import { compiled } from "./schematron-rules.js"

/** To compile and run 155 rules over a hundred files takes some time. */
const timeout = 180_000

const root = fileURLToPath(new URL("../../../", import.meta.url))
const shared = process.env["STET_SHARED"] ?? join(root, "../shared")
const schema = join(shared, "schemas/tei_all-4.12.0.rng")
const corpora = ["schnitzler-briefe", "sga-shelley-godwin", "serafin-letters", "amp-auden", "tei-p5-test"]
const absent = [schema, ...corpora.map((name) => join(shared, "corpora", name))].find(
  (path) => !existsSync(path),
)
if (absent) console.warn(`Skipped: TEI's own rules were not run, because there is no ${absent}.`)

let opened: Promise<Rules> | undefined
async function rulesOfTei(): Promise<Rules> {
  const { value, diagnostics } = await compiled(schema, (path) =>
    path === schema ? readFileSync(path, "utf8") : undefined,
  )
  expect(diagnostics).toEqual([])
  return await openRules(value ?? "")
}

async function found(path: string): Promise<readonly Diagnostic[]> {
  opened ??= rulesOfTei()
  const { check } = await opened
  const text = readFileSync(path, "utf8")
  return flawIn(text) ? [] : check(placeTei({ name: path, text }))
}

test.skipIf(absent)(
  "all of TEI's rules can be worked out for every file of these houses",
  async () => {
    const files = corpora.flatMap((name) =>
      readdirSync(join(shared, "corpora", name), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".xml"))
        .map((file) => join(shared, "corpora", name, file)),
    )
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) {
      const codes = new Set((await found(file)).map((each) => each.code))
      expect([...codes].filter((code) => code !== "rule-failed" && code !== "rule-warned")).toEqual([])
    }
  },
  timeout,
)

test.skipIf(absent)(
  "TEI's file of faults has them where TEI says",
  async () => {
    const path = join(shared, "corpora/tei-p5-test/detest/detest.xml")
    const lines = (await found(path)).map((each) => `${each.span?.start.line} ${each.message.slice(0, 40)}`)
    for (const line of [
      "104 The @generatedBy attribute is for use wi",
      "260 The <abbr> element should not be categor",
      "276 The <div> element should not be categori",
      "137 The element indicated by @spanTo (#ds2) ",
      "26 @schemeVersion can only be used if @sche",
      "175 You may not nest one <s> element within ",
      "255 If @to is supplied on <span>, @from must",
    ])
      expect(lines).toContain(line)
  },
  timeout,
)
