import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { readSchema, validate } from "../../src/relaxng/index.js"
import { shared, sharedFile } from "./shared.js"

const root = fileURLToPath(new URL("../../", import.meta.url))
const rng = sharedFile("schemas/tei_all-4.12.0.rng")
const hasJing = spawnSync("jing", []).error === undefined
const absent = rng === undefined || !hasJing || sharedFile("corpora") === undefined

/** Files of a folder, in the order of their names; so many of them, evenly spread. */
function sample(folder: string, count: number): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => `${folder}/${name}`)
  const step = Math.max(1, files.length / count)
  return files.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

/**
 * What jing is asked about: tei_all for all its size, and files both valid and not. Jing stops at a file
 * that isn't well-formed or whose DTD is not there, so these are left out.
 */
function chosen(): readonly (readonly [string, string])[] {
  const houses = [
    "schnitzler-briefe",
    "legalkraus",
    "whitman-mss",
    "transkribus-tei-bv",
    "tei-publisher-demo",
  ]
  return [
    ...sample(`${root}tests/schema`, 20),
    ...houses.flatMap((house) => sample(`${shared}/corpora/${house}`, 10)),
  ]
    .map((path) => [path, readFileSync(path, "utf8")] as const)
    .filter(([, text]) => !text.includes("<!DOCTYPE"))
}

test.skipIf(absent)("tei_all finds the same files valid as jing does", { timeout: 120_000 }, () => {
  const { schema, errors } = readSchema(readFileSync(rng ?? "", "utf8"))
  expect(errors).toEqual([])
  if (schema === undefined) return
  const judged = chosen()
    .map(([path, text]) => ({ path, errors: validate(schema, text) }))
    .filter((each) => each.errors.every(({ code }) => code !== "not-well-formed"))
  expect(judged.length).toBeGreaterThanOrEqual(50)
  const { stdout } = spawnSync("jing", [rng ?? "", ...judged.map(({ path }) => path)], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  })
  const invalid = new Set(stdout.split("\n").map((line) => /^(.*?\.xml):\d+:\d+: error/.exec(line)?.[1]))
  const ours = judged.filter((each) => each.errors.length > 0).map(({ path }) => path)
  expect(ours).toEqual(judged.map(({ path }) => path).filter((path) => invalid.has(path)))
  expect(ours.length).toBeGreaterThan(20)
  expect(ours.length).toBeLessThan(judged.length)
})
