import { spawn } from "node:child_process"
import { appendFile, mkdir, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Console } from "../../src/cli/console.js"
import { watchCommand } from "../../src/cli/watch.js"
import { type Desk, front, openDesk, settings } from "./stet.js"

// Nothing is measured here: a machine may be so busy that a change is seen late.
const patience = { timeout: 60_000, interval: 20 }
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/a.md", "one")
})
afterEach(() => desk.clear())

/** Watches the desk; `during` is what a run does. */
function watching(during: (number: number) => Promise<void> = async () => {}, below = ".") {
  const headings: string[] = []
  const stop = new AbortController()
  let runs = 0
  let waits = 0
  let running = 0
  let most = 0
  const console: Console = {
    progress: () => {
      waits++
    },
    say: () => {},
    part: (heading) => {
      headings.push(heading.replaceAll("\\", "/").replaceAll(`${desk.folder}/`, ""))
    },
    finish: () => 0,
  }
  const run = async () => {
    most = Math.max(most, ++running)
    await during(++runs)
    running--
    return 1
  }
  const ended = watchCommand(console, run, [join(desk.folder, below)], stop.signal)
  return {
    headings,
    /** Waits until so many runs are over. */
    over: (number: number) => vi.waitFor(() => expect(waits).toBe(number), patience),
    /** Once all is still: how many runs there were, and how many at once. */
    end: async () => {
      await pause(600)
      stop.abort()
      return { exitCode: await ended, runs, most }
    },
  }
}

const at = (path: string) => join(desk.folder, path)
/** Writes a file at one go, so that no half of it can be seen. */
async function put(path: string, text: string) {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(".put"), text)
  await rename(at(".put"), at(path))
}
async function saveByRenaming(path: string, text: string) {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(`${path}.tmp`), text)
  await rename(at(`${path}.tmp`), at(path))
}

test("runs at once, and again when a file was written, replaced, moved or deleted", async () => {
  const watch = watching()
  const changes: readonly (readonly [() => Promise<unknown>, string])[] = [
    [() => appendFile(at("sources/a.md"), "two"), "sources/a.md"],
    [() => saveByRenaming("sources/a.md", "three"), "sources/a.md"],
    [() => saveByRenaming("sources/a.md", "threw"), "sources/a.md"],
    [() => appendFile(at("sources/a.md"), "four"), "sources/a.md"],
    [() => put("sources/new/below/b.md", "five"), "sources/new/below/b.md"],
    [() => appendFile(at("sources/new/below/b.md"), "six"), "sources/new/below/b.md"],
    [() => rename(at("sources/new"), at("sources/old")), "sources/new/below/b.md, sources/old/below/b.md"],
    [() => appendFile(at("sources/old/below/b.md"), "seven"), "sources/old/below/b.md"],
    [() => rm(at("sources/a.md")), "sources/a.md"],
    [() => appendFile(at("edition.yaml"), "\n"), "edition.yaml"],
  ]
  await watch.over(1)
  for (const [index, [change, heading]] of changes.entries()) {
    await change()
    await watch.over(index + 2)
    expect(watch.headings.at(-1)).toBe(heading)
  }
  expect(await watch.end()).toEqual({ exitCode: 0, runs: changes.length + 1, most: 1 })
}, 120_000)

test("changes during a run lead to one more run, one at a time", async () => {
  const watch = watching(async (number) => {
    if (number > 1) return
    for (const name of ["b", "c", "d", "e", "f"]) {
      await desk.write(`sources/${name}.md`, "x")
      await pause(100)
    }
  })
  await watch.over(2)
  expect(watch.headings).toEqual(["sources/b.md, sources/c.md, sources/d.md and 2 more"])
  expect(await watch.end()).toMatchObject({ runs: 2, most: 1 })
})

test("its own output, hidden files and installed packages are no change", async () => {
  const watch = watching()
  await watch.over(1)
  await desk.write("output/site/index.html", "x")
  await desk.write(".git/index", "x")
  await desk.write("sources/.a.md.swp", "x")
  await desk.write("node_modules/x/index.js", "x")
  expect(await watch.end()).toMatchObject({ runs: 1 })
  expect(watch.headings).toEqual(["ended"])
})

test("survives that its folder goes away and comes back", async () => {
  const watch = watching()
  await watch.over(1)
  await rename(desk.folder, `${desk.folder}-away`)
  await watch.over(2)
  await rename(`${desk.folder}-away`, desk.folder)
  await watch.over(3)
  await put("sources/a.md", "words")
  await watch.over(4)
  expect(watch.headings.at(-1)).toBe("sources/a.md")
  expect(await watch.end()).toMatchObject({ exitCode: 0 })
}, 120_000)

test("one file is watched by its name", async () => {
  const watch = watching(undefined, "sources/a.md")
  await watch.over(1)
  await desk.write("sources/b.md", "x")
  await put("sources/a.md", "two")
  await watch.over(2)
  expect(watch.headings).toEqual(["sources/a.md"])
  expect(await watch.end()).toMatchObject({ runs: 2 })
})

test("stet check --watch prints each run's problems and ends on SIGINT with 0", async () => {
  const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))
  await desk.write("sources/a.md", `---\n${front}---\n~~so\n`)
  const child = spawn(process.execPath, [program, "check", "--watch"], { cwd: desk.folder })
  let told = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => {
      told += part
    })
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)))
  const waits = (number: number) =>
    vi.waitFor(() => expect(told.split("Waiting for changes").length - 1).toBe(number), patience)
  await waits(1)
  expect(told).toContain("[mark-unclosed]")
  await put("sources/a.md", `---\n${front}---\nso\n`)
  await waits(2)
  expect(told).toContain("── sources/a.md ──")
  expect(told.split("── sources/a.md ──")[1]).toContain("1 document checked")
  child.kill("SIGINT")
  expect(await ended).toBe(0)
}, 180_000)

test("what a program reads is one report, so that it can't be watched", async () => {
  for (const format of ["--json", "--format=sarif"])
    expect(await desk.stet("check", "--watch", format)).toMatchObject({ exitCode: 2, stdout: "" })
})
