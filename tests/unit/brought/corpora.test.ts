import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { locateSchemas, schemasOf } from "../../../src/brought/association.js"
import { decodeXml } from "../../../src/brought/decode.js"
import { expandIncludes } from "../../../src/brought/include.js"
import { kindOf } from "../../../src/brought/kind.js"
import { readBrought } from "../../../src/brought/source.js"
import { elementsOf } from "../../../src/xml/elements.js"
import { flawIn } from "../../../src/xml/well-formed.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const folder = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "corpora")
const absent = !existsSync(folder) && process.env["CI"] === undefined
if (absent) console.warn(`Skipped: no files of other editions were read, because ${folder} is not there.`)

interface Reading {
  readonly file: string
  /** What came of it: a kind, or the error that it was left out for. */
  readonly outcome: string
  readonly told: readonly string[]
  readonly line: number | undefined
}

const pathOf = (file: string) => join(folder, file)
const textIn = (file: string) =>
  existsSync(pathOf(file)) ? decodeXml(readFileSync(pathOf(file)), file).value : undefined

/** All that is done with a brought file before it is checked. */
function readFile(file: string): Reading {
  const decoded = decodeXml(readFileSync(pathOf(file)), file)
  const read = decoded.value === undefined ? decoded : readBrought(decoded.value, file)
  const diagnostics = [...decoded.diagnostics, ...(read === decoded ? [] : read.diagnostics)]
  if (read.value === undefined) {
    const [error] = diagnostics
    const told = diagnostics.map(({ code }) => code)
    return { file, outcome: error?.code ?? "nothing", told, line: error?.span?.start.line }
  }
  const expanded = expandIncludes(file, read.value, textIn)
  expect(flawIn(expanded.value.text), file).toBeUndefined()
  const schemas = locateSchemas(schemasOf(read.value, file), file, (path) => existsSync(pathOf(path)))
  const [first] = elementsOf(expanded.value.text)
  const told: string[] = [...diagnostics, ...expanded.diagnostics, ...schemas.diagnostics].map(
    ({ code }) => code,
  )
  for (const { path } of schemas.value) told.push(`schema ${path}`)
  return { file, outcome: first ? kindOf(first) : "empty", told, line: undefined }
}

const count = (names: readonly string[]) =>
  Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((each) => each === name).length]),
  )

test.skipIf(absent)("files of all houses are read, or told why not, without a crash", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(xml|odd|rng|sch)$/.test(name))
    .sort()
  const readings = files.map(readFile)
  const outcomes = count(readings.map(({ outcome }) => outcome))
  console.info("Files of other editions:", outcomes)
  console.info("What they are told:", count(readings.flatMap(({ told }) => told)))
  if (process.env["STET_DIFFERENCES"])
    for (const { file, outcome, told, line } of readings)
      console.info(file, outcome, line ?? "", told.join(", "))
  expect(files.length).toBeGreaterThanOrEqual(138)
  const lineOf = (name: string) => readings.find(({ file }) => file.endsWith(name))
  // The line at which xmllint finds them too.
  expect(lineOf("malformed/schnitzler/editionsrichtlinien.xml")).toMatchObject({
    outcome: "tei-not-well-formed",
    line: 684,
  })
  expect(lineOf("malformed/stylesheets/testrend.xml")).toMatchObject({
    outcome: "tei-not-well-formed",
    line: 26,
  })
  expect(lineOf("malformed/whitman-drafts/duk.00142.xml")).toMatchObject({ line: 72 })
  expect(lineOf("malformed/whitman-drafts/duk.00890.xml")).toMatchObject({ line: 105 })
  expect(lineOf("malformed/whitman-drafts/hun.00028.xml")).toMatchObject({ line: 96 })
  expect(lineOf("malformed/whitman-drafts/loc.00007.xml")).toMatchObject({ line: 77 })
  expect(lineOf("malformed/whitman-drafts/loc.00014.xml")).toMatchObject({ line: 97 })
  expect(lineOf("malformed/whitman-p4/uva.00243.xml")).toMatchObject({ outcome: "doctype-refused", line: 3 })
  expect(lineOf("tei-p5-test/testminimal.xml")).toMatchObject({ outcome: "doctype-refused", line: 1 })
})
