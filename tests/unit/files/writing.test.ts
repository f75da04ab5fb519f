import { spawnSync } from "node:child_process"
import * as disk from "node:fs/promises"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { writeAtomically } from "../../../src/files.js"

vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof disk>()
  return { ...actual, rename: vi.fn(actual.rename) }
})

const { rename: realRename } = await vi.importActual<typeof disk>("node:fs/promises")
const { mkdir, mkdtemp, readdir, readFile, rm, writeFile } = disk
const owned = ["tei", "site"]
let folder = ""

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-writing-"))
})

afterEach(async () => {
  vi.mocked(disk.rename).mockImplementation(realRename)
  await rm(folder, { recursive: true, force: true })
})

/** An edition of one word: each of its files holds it, so that a mixture shows. */
const edition = (word: string) => [
  { path: "tei/letter.xml", content: word },
  { path: "site/index.html", content: new TextEncoder().encode(word) },
  { path: `site/pages/${word}.html`, content: word },
]

const publish = (word: string) => writeAtomically(folder, edition(word), owned)

/** Every file below the folder with its content. */
async function published(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map((file) => readFile(file, "utf8")))
  return Object.fromEntries(files.map((file, at) => [file.slice(folder.length + 1), contents[at] ?? ""]))
}

const whole = (word: string) => ({
  "tei/letter.xml": word,
  "site/index.html": word,
  [`site/pages/${word}.html`]: word,
})

/** From the given rename on, all fail (`forever`) or only that one does. */
function failAt(step: number, forever: boolean): void {
  let count = 0
  vi.mocked(disk.rename).mockImplementation(async (from, to) => {
    count++
    if (count === step || (forever && count > step))
      throw Object.assign(new Error("EIO: broken"), { code: "EIO" })
    return realRename(from, to)
  })
}

const codesOf = (outcome: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  outcome.diagnostics.map((each) => each.code)

test("a new edition takes the place of the old one and leaves nothing else behind", async () => {
  await publish("old")
  await writeFile(join(folder, "notes.txt"), "the editor's")
  expect(await publish("new")).toEqual({ value: true, diagnostics: [] })
  expect(await published()).toEqual({ ...whole("new"), "notes.txt": "the editor's" })
})

test.each([1, 2, 3, 4, 5])("a failure at rename %i leaves the old edition whole", async (step) => {
  await publish("old")
  failAt(step, false)
  const outcome = await publish("new")
  expect([outcome.value, codesOf(outcome)]).toEqual([false, ["file-unwritable"]])
  expect(await published()).toEqual(whole("old"))
})

test.each([1, 2, 3])("a failure at rename %i of a first build leaves nothing", async (step) => {
  failAt(step, false)
  expect((await publish("new")).value).toBe(false)
  expect(await published()).toEqual({})
})

test.each([1, 2, 3, 4, 5])("a build that dies at rename %i is undone by the next", async (step) => {
  await publish("old")
  failAt(step, true)
  await publish("new")
  // The undoing dies as well, one step further on each time.
  for (let undoing = 1; undoing <= 4; undoing++) {
    failAt(undoing, true)
    await publish("new")
  }
  vi.mocked(disk.rename).mockImplementation(realRename)
  const broken = [...edition("new"), { path: "tei/letter.xml", content: "twice" }]
  expect((await writeAtomically(folder, broken, owned)).value).toBe(false)
  expect(await published()).toEqual(whole("old"))
})

test("a file that cannot be written leaves the old edition whole", async () => {
  await publish("old")
  const clash = [...edition("new"), { path: "tei/letter.xml/below.xml", content: "" }]
  expect(codesOf(await writeAtomically(folder, clash, owned))).toEqual(["file-unwritable"])
  expect(await published()).toEqual(whole("old"))
})

test.each(["../x", "tei/../../x", "/tei/x", "other/x", "tei", "tei//x", "tei\\x/y", "site/c:x", "tei/a\0"])(
  "nothing is written to %j",
  async (path) => {
    const outcome = await writeAtomically(folder, [{ path, content: "" }], owned)
    expect([outcome.value, codesOf(outcome)]).toEqual([false, ["path-outside"]])
    expect(await published()).toEqual({})
  },
)

test("a staging folder that came from elsewhere moves nothing", async () => {
  const staging = join(folder, ".stet-staging-1")
  await mkdir(join(staging, "old"), { recursive: true })
  await writeFile(join(staging, "owned.json"), '["../elsewhere"]')
  expect(codesOf(await publish("new"))).toEqual(["file-unwritable"])
})

test("many builds at once never mix", async () => {
  const words = Array.from({ length: 12 }, (_, at) => `word${at}`)
  const outcomes = await Promise.all(words.map(publish))
  expect(outcomes.every((outcome) => outcome.value)).toBe(true)
  const files = await published()
  expect(files).toEqual(whole(files["tei/letter.xml"] ?? ""))
})

test("a build waits for another only so long", async () => {
  const held = JSON.stringify({ pid: process.ppid, host: hostname(), token: "t" })
  await writeFile(join(folder, ".stet-lock"), held)
  const outcome = await writeAtomically(folder, edition("new"), owned, 100)
  expect([outcome.value, codesOf(outcome)]).toEqual([false, ["build-locked"]])
  expect(await published()).toEqual({ ".stet-lock": held })
})

test("the lock of a dead process is taken over, by one of those who wait at a time", async () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid
  for (const pid of [dead, process.pid]) {
    await writeFile(join(folder, ".stet-lock"), JSON.stringify({ pid, host: hostname(), token: "lost" }))
    const outcomes = await Promise.all(["one", "two", "three"].map(publish))
    expect(outcomes.every((outcome) => outcome.value)).toBe(true)
    const files = await published()
    expect(files).toEqual(whole(files["tei/letter.xml"] ?? ""))
  }
})

test("the lock of another machine is respected", async () => {
  const elsewhere = JSON.stringify({ pid: 1, host: "elsewhere.example", token: "t" })
  for (const content of [elsewhere, "{}"]) {
    await writeFile(join(folder, ".stet-lock"), content)
    expect(codesOf(await writeAtomically(folder, edition("new"), owned, 50))).toEqual(["build-locked"])
  }
})

test("a lock that is just being written is respected", async () => {
  await writeFile(join(folder, ".stet-lock"), "")
  const outcome = writeAtomically(folder, edition("new"), owned, 50)
  await pause(200)
  const held = JSON.stringify({ pid: process.ppid, host: hostname(), token: "t" })
  await writeFile(join(folder, ".stet-lock"), held)
  expect(codesOf(await outcome)).toEqual(["build-locked"])
})

test("a lock whose writer was killed a moment ago is waited for, however short the patience", async () => {
  await writeFile(join(folder, ".stet-lock"), "")
  expect((await writeAtomically(folder, edition("new"), owned, 0)).value).toBe(true)
  expect(await published()).toEqual(whole("new"))
})
