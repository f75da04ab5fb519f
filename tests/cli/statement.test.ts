import { afterAll, beforeAll, expect, test } from "vitest"
import { answers, type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
const edition = `${settings}date: 2026-11-29\nprofile: stet\n`
const letter = (words: string, more = "") =>
  transcription(`Dear Ben,\n\nThe ${words} boat is in.\n`, `transcriber: Ada Quill\n${more}`)
beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", edition)
  await desk.write("sources/a.md", letter("blue"))
}, 60_000)
afterAll(() => desk.clear())

interface Found {
  readonly code: string
  readonly message: string
  readonly span?: { readonly file: string; readonly start: { readonly line: number } }
}
const found = async (...args: readonly string[]) => {
  const { stdout } = await desk.stet(...args, "--json")
  return (JSON.parse(stdout) as { diagnostics: readonly Found[] }).diagnostics
}

test("every empty slot of the statement stops a release", async () => {
  const missing = (await found("release", "1.0.0")).filter(({ code }) => code === "statement-missing")
  expect(missing).toHaveLength(8)
  expect(missing[0]?.message).toBe(
    "The edition does not say which documents are in it, and which are not (`selection`).",
  )
  await desk.write("edition.yaml", edition + answers.replace(/ {2}silentChanges: .*\n/, ""))
  const [one, ...others] = (await found("release", "1.0.0")).filter(
    ({ code }) => code === "statement-missing",
  )
  expect([
    one?.span?.file,
    one?.span?.start.line,
    one?.message.includes("silentChanges"),
    others.length,
  ]).toEqual(["edition.yaml", 12, true, 0])
  await desk.write("edition.yaml", `${edition}textualStatement: { selektion: x }\n`)
  expect(await found("check")).toMatchObject([{ code: "field-unknown", span: { start: { line: 11 } } }])
}, 60_000)

test("the statement has a page, with what was answered and what was not, and who made each text", async () => {
  await desk.write("edition.yaml", edition + answers.replace(/ {2}annotation: .*\n/, ""))
  expect((await desk.stet("build")).exitCode).toBe(0)
  const page = await desk.read("output/site/statement.html")
  expect(page).toContain('<h2 id="silentChanges">Silent changes</h2><p>None.</p>')
  expect(page).toContain('<h2 id="annotation">Annotation</h2><p class="empty">Nothing is said of this.</p>')
  expect(page).toContain("<dt>Transcribed by</dt><dd>Ada Quill</dd>")
  expect(page).toContain("<dt>Proof-read by</dt><dd>Nothing is said of this.</dd>")
  expect(await desk.read("output/site/index.html")).toContain('href="statement.html"')
}, 60_000)

test("a reading is written down with the text that was read, and shown", async () => {
  const run = await desk.stet(
    "proofread",
    "a",
    "--by",
    "Ben Folio",
    "--against",
    "the original",
    "--on",
    "2026-11-28",
  )
  expect(run.exitCode, run.stderr).toBe(0)
  expect(await desk.read("proofreading.yaml")).toMatch(
    /\nreadings:\n {2}- document: "a"\n {4}by: "Ben Folio"\n {4}against: "the original"\n {4}on: "2026-11-28"\n {4}text: "[0-9a-f]{16}"\n$/,
  )
  expect(await found("check")).toEqual([])
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await desk.read("output/tei/a.xml")).toContain(
    '<resp when="2026-11-28">proof-reading against the original</resp>',
  )
  expect(await desk.read("output/site/statement.html")).toContain(
    "<dt>Proof-read by</dt><dd>Ben Folio (against the original, 28 November 2026)</dd>",
  )
  // What is decoded is the transcription without it: who transcribed is not who read.
  expect((await desk.stet("decode", "output/tei/a.xml")).stdout).toContain("transcriber: Ada Quill")
}, 60_000)

test("what is said of the letter does not void its reading, nor other signs for the same; an edit does", async () => {
  await desk.write("sources/a.md", letter("blue", "place: Harbour\n"))
  expect(await found("check")).toEqual([])
  await desk.write("sources/a.md", letter("grey"))
  expect(await found("check")).toMatchObject([
    {
      code: "proof-reading-void",
      message: "This text has been edited since Ben Folio read it against the original on 2026-11-28.",
      span: { file: "sources/a.md", start: { line: 1 } },
    },
  ])
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await desk.read("output/tei/a.xml")).not.toContain("proof-reading")
  await desk.write("sources/a.md", letter("~~blue~~"))
  expect(await found("check")).toMatchObject([{ code: "proof-reading-void" }])
  const again = await desk.stet(
    "proofread",
    "a",
    "--by",
    "Ada: Quill",
    "--against",
    "a photograph",
    "--on",
    "2026-11-29",
  )
  expect(again.exitCode, again.stderr).toBe(0)
  expect(await found("check")).toEqual([])
}, 60_000)

test("a reading of no document, by nobody or on no day is told at its line", async () => {
  expect((await found("proofread", "b", "--by", "x", "--against", "y")).map(({ code }) => code)).toEqual([
    "proof-reading-astray",
  ])
  await desk.write(
    "proofreading.yaml",
    'readings:\n  - { document: aa, by: x, against: y, on: "2026-11-29", text: "0000000000000000" }\n',
  )
  expect(await found("check")).toMatchObject([
    { code: "proof-reading-astray", span: { file: "proofreading.yaml", start: { line: 2 } } },
  ])
  await desk.write(
    "proofreading.yaml",
    'readings:\n  - { document: a, by: "", against: y, on: soon, text: x }\n',
  )
  expect((await found("check")).map(({ code, span }) => [code, span?.file])).toEqual([
    ["field-unfit", "proofreading.yaml"],
    ["field-unfit", "proofreading.yaml"],
    ["field-unfit", "proofreading.yaml"],
  ])
}, 60_000)
