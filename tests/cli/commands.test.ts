import { afterAll, beforeAll, expect, test } from "vitest"
import { catalogue } from "../../src/diagnostics/catalogue.js"
import { type Desk, openDesk, transcription } from "./stet.js"

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.clear())

test.each([
  ["--frobnicate"],
  ["publish"],
  ["build", "--colour"],
  ["import"],
  ["decode"],
  ["build", "a", "b"],
  ["explain", "no-such-code"],
])("stet %s %s is wrong usage", async (...args) => {
  const { exitCode, stdout, stderr } = await desk.stet(...args)
  expect([exitCode, stdout]).toEqual([2, ""])
  expect(stderr).not.toBe("")
})

test("stet by itself is wrong usage and says what there is", async () => {
  const { exitCode, stderr } = await desk.stet()
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("build")])
})

test.each([["--version"], ["--help"], ["help", "build"]])("stet %s %s is right", async (...args) =>
  expect((await desk.stet(...args)).exitCode).toBe(0),
)

test("a folder without an edition", async () => {
  const { exitCode, stderr } = await desk.stet("build")
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("[edition-missing]")])
})

test("a file that is not there", async () => {
  const { exitCode, stderr } = await desk.stet("check", "none.txt")
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("[file-not-found]")])
})

test("explain says what a problem means", async () => {
  const { exitCode, stdout } = await desk.stet("explain", "mark-unclosed")
  const wording = catalogue["mark-unclosed"].wording.replace("{mark}", "…")
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining(wording)])
  expect(stdout).not.toMatch(/\{\w+\}/)
  expect(stdout).toMatch(/For example, in line 1, column \d+:\n\n {4}\S/)
})

test("explain lists every problem", async () =>
  expect((await desk.stet("explain")).stdout.trim().split("\n")).toEqual(Object.keys(catalogue)))

const raw = "Whitby, 3 May 1911\n\nDear Ben,\n\nThe boat is in.\n\n(s) Ada Quill\n"

test("import proposes an edition that can be checked, and does not overwrite it", async () => {
  await desk.write("letters.txt", raw)
  expect(await desk.stet("import", "letters.txt", "--into", "new")).toMatchObject({ exitCode: 0 })
  const proposed = await desk.snapshot("new")
  expect(await desk.read("new/sources/letters-letter.md")).toMatch(/\n---\nWhitby, 3 May 1911\n/)
  await desk.write("new/sources/letters-letter.md", transcription("Mine.\n"))
  const again = await desk.stet("import", "letters.txt", "--into", "new")
  expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining("[file-exists]")])
  expect(await desk.read("new/sources/letters-letter.md")).toBe(transcription("Mine.\n"))
  expect(Object.keys(await desk.snapshot("new"))).toEqual(Object.keys(proposed))
})

test("a build of a fresh edition says in one line what it does not write, and stops at nothing", async () => {
  expect(await desk.stet("init", "fresh")).toMatchObject({ exitCode: 0 })
  const { exitCode, stderr } = await desk.stet("build", "--output", "fresh-output", "fresh")
  expect(exitCode).toBe(0)
  const told = stderr
    .split("\n")
    .filter((line) => line !== "" && !/^(?:Reading|Encoding|Rendering|Writing)/.test(line))
  expect(told).toEqual([
    expect.stringMatching(/^fresh\/edition\.yaml:1:1: info: .*“url: https:.*\[files-left-out\]$/),
  ])
})

test("init does not overwrite", async () => {
  await desk.write("mine/edition.yaml", "title: Mine\n")
  const { exitCode, stderr } = await desk.stet("init", "mine")
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("[file-exists]")])
  expect(await desk.read("mine/edition.yaml")).toBe("title: Mine\n")
})

test("check writes nothing", async () => {
  await desk.write("one.txt", raw)
  const before = await desk.snapshot(".")
  expect((await desk.stet("check", "one.txt")).exitCode).toBe(0)
  expect(await desk.snapshot(".")).toEqual(before)
})

test("with --json nothing but JSON is printed", async () => {
  const { exitCode, stdout, stderr } = await desk.stet("check", "one.txt", "--json")
  const found = JSON.parse(stdout) as { exitCode: number; documents: readonly string[] }
  expect([exitCode, found.exitCode, found.documents, stderr]).toEqual([0, 0, ["letter"], ""])
})

test("grammar prints a TextMate grammar of the edition's signs", async () => {
  const { exitCode, stdout } = await desk.stet("grammar")
  expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ scopeName: "text.stet" })])
})
