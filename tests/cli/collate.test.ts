import { spawnSync } from "node:child_process"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
const draft =
  "Dear Ben,\n\nThe boat is ~~out~~ in the harbour.\n\nSend two barrels of flour to Whitby.\n\n(s) Ada\n"
const letter =
  "Dear Ben,\n\nSend two barrels of flour to Whitby.\n\nThe old boat is in the harbour.\n\n(s) Ada\n"

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/draft.md", transcription(draft))
  await desk.write("sources/letter.md", transcription(letter))
  await desk.stet("build")
})
afterAll(() => desk.clear())

test("two documents are compared, with the places of their transcriptions", async () => {
  const { exitCode, stdout } = await desk.stet("collate", "draft", "letter")
  expect(exitCode).toBe(0)
  expect(stdout).toContain("A  draft (sources/draft.md)\nB  letter (sources/letter.md)\n")
  const lines = (await desk.read("sources/letter.md")).split("\n")
  const line = lines.findIndex((each) => each.startsWith("The old")) + 1
  expect(stdout).toContain(`only in B: “old” (${line}:5), after “The”`)
  expect(stdout).toMatch(/A paragraph \d \(\d+:1\) — B paragraph \d \(\d+:1\), moved/)
  expect(stdout).not.toContain("out")
  expect(stdout).toMatch(/97 % {2}of all words: 17 agree of 17 in A and 18 in B/)
})

test("a TEI file is compared with a document, or with another file", async () => {
  const mixed = await desk.stet("collate", "output/tei/draft.xml", "letter")
  expect(mixed).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("A  draft (output/tei/draft.xml)"),
  })
  const same = await desk.stet("collate", "output/tei/draft.xml", "output/tei/draft.xml")
  expect(same).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("The witnesses do not differ.") })
})

test("the result is wanted as TEI or as data", async () => {
  const tei = await desk.stet("collate", "draft", "letter", "--format", "tei")
  expect(tei.stdout).toMatch(
    /^<\?xml [\s\S]*<app type="absent" from="draft\.xml#draft\.\w+"[\s\S]*<\/TEI>\n$/,
  )
  const { stdout } = await desk.stet("collate", "draft", "letter", "--format", "json")
  const { collation, exitCode, diagnostics } = JSON.parse(stdout)
  expect([exitCode, diagnostics]).toEqual([0, []])
  expect(
    collation.passages.flatMap((each: { differences: readonly object[] }) => each.differences),
  ).toMatchObject([{ kind: "absent", a: null, b: { text: "old" } }])
})

const xmllint = spawnSync("xmllint", ["--version"]).error !== undefined

test.skipIf(xmllint)("its TEI is well-formed for others too", async () => {
  const { stdout } = await desk.stet("collate", "draft", "letter", "--format", "tei")
  expect(spawnSync("xmllint", ["--noout", "-"], { input: stdout, encoding: "utf8" }).stderr).toBe("")
})

test.each([
  [
    "a document that is not there",
    ["draft", "lettre"],
    "“lettre” is no document of this edition. [reference-unresolved]",
  ],
  ["a file that is not there", ["none.xml", "letter"], "[file-not-found]"],
  ["a file that is no TEI", ["draft", "broken.xml"], "[tei-not-well-formed]"],
])("%s is told", async (_, names, told) => {
  await desk.write("broken.xml", "<TEI><text>")
  const { exitCode, stdout, stderr } = await desk.stet("collate", ...names)
  expect([exitCode, stdout]).toEqual([1, ""])
  expect(stderr).toContain(told)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test("the known documents are named, and two are needed", async () => {
  expect((await desk.stet("collate", "draft", "lettre")).stderr).toContain("Known: draft, letter.")
  expect((await desk.stet("collate", "draft")).exitCode).toBe(2)
  expect((await desk.stet("collate", "draft", "letter", "--format", "pdf")).exitCode).toBe(2)
})
