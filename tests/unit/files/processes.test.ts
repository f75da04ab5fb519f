import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"

// Real processes need the built program; “npm test” builds it first.
const built = new URL("../../../dist/files.js", import.meta.url)
let folder = ""

beforeEach(async () => {
  expect(existsSync(built), "“npm run build” comes first").toBe(true)
  folder = await mkdtemp(join(tmpdir(), "stet-processes-"))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** A process that publishes an edition of one word, twenty files of it, as often as told. */
function publisher(word: string, times: number, limit = ""): ChildProcess {
  const program = `
    const { writeAtomically } = await import(${JSON.stringify(built.href)})
    const files = Array.from({ length: 20 }, (_, at) => ({
      path: (at % 2 ? "tei/" : "site/") + ${JSON.stringify(word)} + at, content: ${JSON.stringify(word)} }))
    process.stdout.write("begun")
    for (let time = 0; time < ${times}; time++) {
      const { value } = await writeAtomically(${JSON.stringify(folder)}, files, ["tei", "site"])
      if (!value) process.exit(1)
    }`
  const node = [process.execPath, "--input-type=module", "-e", program]
  return spawn("sh", ["-c", `${limit || ":"}; exec "$@"`, "sh", ...node], {
    stdio: ["ignore", "pipe", "inherit"],
  })
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    // It may have ended before anybody asked.
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once("exit", done)
  })
const begun = (child: ChildProcess) => new Promise((done) => child.stdout?.once("data", done))

/** The words of all files in place; a whole edition has twenty files of one word. */
async function wordsInPlace(): Promise<readonly string[]> {
  const lists = await Promise.all(
    ["tei", "site"].map(async (name) =>
      (await readdir(join(folder, name))).map((file) => join(folder, name, file)),
    ),
  )
  return Promise.all(lists.flat().map((file) => readFile(file, "utf8")))
}

test("two processes that publish at once never mix", async () => {
  const codes = await Promise.all([publisher("one", 8), publisher("two", 8)].map(ended))
  const words = await wordsInPlace()
  expect([codes, words.length, new Set(words).size]).toEqual([[0, 0], 20, 1])
  expect((await readdir(folder)).sort()).toEqual(["site", "tei"])
})

test("a process killed at any moment leaves an edition that the next replaces whole", async () => {
  for (let moment = 0; moment < 12; moment++) {
    const victim = publisher(`victim${moment}`, 1000)
    await begun(victim)
    await pause(moment * 5)
    victim.kill("SIGKILL")
    await ended(victim)
    expect(await ended(publisher("next", 1))).toBe(0)
    expect(await wordsInPlace()).toEqual(Array(20).fill("next"))
    expect((await readdir(folder)).sort()).toEqual(["site", "tei"])
  }
}, 60_000)

test("a disk that takes no more leaves the old edition, and nothing beside it", async () => {
  expect(await ended(publisher("old", 1))).toBe(0)
  // A file may have one block: for what is longer there is no room, as on a disk that is full.
  const victim = publisher("a long word".repeat(1000), 1, "ulimit -f 1")
  expect(await ended(victim)).toBe(1)
  expect(await wordsInPlace()).toEqual(Array(20).fill("old"))
  expect((await readdir(folder)).sort()).toEqual(["site", "tei"])
})

test("what a killed process left half done is the old edition or the new as soon as the next command looks at it", async () => {
  const { repairFolder } = (await import(built.href)) as typeof import("../../../src/files.js")
  for (let moment = 0; moment < 12; moment++) {
    expect(await ended(publisher("old", 1))).toBe(0)
    const victim = publisher("new", 1)
    await begun(victim)
    await pause(moment * 4)
    victim.kill("SIGKILL")
    await ended(victim)
    await repairFolder(folder)
    const words = await wordsInPlace()
    expect([words.length, new Set(words).size]).toEqual([20, 1])
    expect((await readdir(folder)).sort()).toEqual(["site", "tei"])
  }
}, 60_000)
