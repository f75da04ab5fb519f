/**
 * What is left when publishing is broken off: “kill -9” at random moments, a full disk, two builds at once.
 *
 * Of a release, one folder, what is left is looked at as it lies there; of a build, three folders, after
 * what a next command puts right, without building anew. Prints how often it was the old edition as a whole, the
 * new one as a whole, and anything else; exits with 1 if there was anything else.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { repairFolder } from "../files.js"

const kills = Number(process.argv[2] ?? 200)
const filesPerFolder = 60
const program = new URL("../files.js", import.meta.url).href

type Left = "old" | "new" | "none" | "mixed"

/** A process that publishes files of one word in each of these folders. */
function publisher(folder: string, owned: readonly string[], word: string, shell = ""): ChildProcess {
  const script = `
    const { writeAtomically } = await import(${JSON.stringify(program)})
    const owned = ${JSON.stringify(owned)}
    const files = owned.flatMap((name) => Array.from({ length: ${filesPerFolder} }, (_, at) => (
      { path: name + "/" + at, content: ${JSON.stringify(word)}.repeat(3000) })))
    process.stdout.write("begun")
    const { value } = await writeAtomically(${JSON.stringify(folder)}, files, owned)
    process.exit(value ? 0 : 1)`
  const node = [process.execPath, "--input-type=module", "-e", script]
  return shell === ""
    ? spawn(node[0] ?? "", node.slice(1), { stdio: ["ignore", "pipe", "ignore"] })
    : spawn("sh", ["-c", `${shell}; exec "$@"`, "sh", ...node], { stdio: ["ignore", "pipe", "ignore"] })
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once("exit", done)
  })
const begun = (child: ChildProcess) =>
  Promise.race([new Promise((done) => child.stdout?.once("data", done)), ended(child)])

/** What lies in the folders now. */
async function left(folder: string, owned: readonly string[]): Promise<Left> {
  const words = new Set<string>()
  for (const name of owned) {
    const files = await readdir(join(folder, name)).catch(() => [])
    if (files.length !== 0 && files.length !== filesPerFolder) return "mixed"
    if (files.length === 0) words.add("none")
    for (const file of files) {
      const text = await readFile(join(folder, name, file), "utf8")
      words.add(/^(old|new)\1*$/.exec(text)?.[1] ?? "mixed")
      if (text.length !== 9000) return "mixed"
    }
  }
  const [word] = words
  return words.size === 1 ? (word as Left) : "mixed"
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "stet-publishing-"))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How long a publishing takes from its first word on, in milliseconds: the moments of the kills lie within. */
async function duration(owned: readonly string[]): Promise<number> {
  return inFolder(async (folder) => {
    const child = publisher(folder, owned, "old")
    await begun(child)
    const start = performance.now()
    await ended(child)
    return performance.now() - start
  })
}

async function killed(name: string, owned: readonly string[], before: boolean): Promise<boolean> {
  const span = (await duration(owned)) * 2
  const found: Record<Left, number> = { old: 0, new: 0, none: 0, mixed: 0 }
  for (let time = 0; time < kills; time++) {
    await inFolder(async (folder) => {
      if (before) await ended(publisher(folder, owned, "old"))
      const victim = publisher(folder, owned, "new")
      await begun(victim)
      await pause(Math.random() * span)
      victim.kill("SIGKILL")
      await ended(victim)
      // A release is one folder, and looked at as it is.
      if (before) await repairFolder(folder)
      found[await left(folder, owned)] += 1
    })
  }
  const whole = before ? found.old + found.new : found.none + found.new
  const words = before
    ? `old ${found.old}, new ${found.new}, anything else ${kills - whole}`
    : `not there ${found.none}, whole ${found.new}, anything else ${kills - whole}`
  console.log(`${name}, ${kills} × kill -9 within ${Math.round(span)} ms: ${words}`)
  return whole === kills
}

/** A file may not be longer than a kilobyte: the disk is full for what is longer. */
async function fullDisk(): Promise<boolean> {
  return inFolder(async (folder) => {
    const owned = ["tei", "schema", "site"]
    await ended(publisher(folder, owned, "old"))
    const code = await ended(publisher(folder, owned, "new", "ulimit -f 1"))
    const after = await left(folder, owned)
    const strays = (await readdir(folder)).filter((name) => !owned.includes(name))
    console.log(
      `a disk that takes no more: exit code ${code}, ${after} edition, ${strays.length} files left over`,
    )
    return code === 1 && after === "old" && strays.length === 0
  })
}

async function atOnce(): Promise<boolean> {
  return inFolder(async (folder) => {
    const owned = ["tei", "schema", "site"]
    let mixed = 0
    for (let time = 0; time < 10; time++) {
      const codes = await Promise.all(["old", "new"].map((word) => ended(publisher(folder, owned, word))))
      if (codes.some((code) => code !== 0) || (await left(folder, owned)) === "mixed") mixed += 1
    }
    console.log(`10 × two builds at once: ${mixed} mixed or failed`)
    return mixed === 0
  })
}

const results = [
  await killed("a build over an old edition", ["tei", "schema", "site"], true),
  await killed("a release", ["1.0.0"], false),
  await fullDisk(),
  await atOnce(),
]
process.exitCode = results.every(Boolean) ? 0 : 1
