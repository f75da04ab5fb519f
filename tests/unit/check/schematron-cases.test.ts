import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test, vi } from "vitest"
import { foundBy, type Read } from "./schematron-rules.js"

// The compiler is started anew for each set of rules, and takes its time where other tests run beside it.
vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL("../../schema/schematron/", import.meta.url))

test.each(readdirSync(root))("schematron/%s finds what found.txt says", async (name) => {
  const read: Read = (path) =>
    existsSync(`${root}${name}/${path}`) ? readFileSync(`${root}${name}/${path}`, "utf8") : undefined
  const rules = ["rules.sch", "rules.rng", "rules.odd"].find((file) => read(file) !== undefined) ?? ""
  expect(read(rules)).toMatch(/<!-- requirement: \S/)
  const found = await foundBy(rules, read, "letter.xml")
  expect(`${found.join("\n")}\n`).toBe(read("found.txt"))
})
