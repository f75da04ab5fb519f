/**
 * `npm run bench`: how long this repository's own edition takes, built cold in a fresh process, beside
 * what an editor would otherwise start: jing to validate the TEI, Saxon on Java to render its views.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { median } from "./bench-figures.js"

/** A command whose start, work and end are timed together, as a user waits for it. */
interface Contestant {
  readonly name: string
  readonly command: string
  readonly words: readonly string[]
}

interface Run {
  readonly milliseconds: number
  readonly status: number | null
  readonly said: string
}

const root = fileURLToPath(new URL("../../", import.meta.url))
const rounds = 7
const saxon = "/usr/share/java/Saxon-HE.jar"
const fullTei = join(root, "../shared/schemas/tei_all-4.12.0.rng")
const stetName = "stet build, everything"

bench()

function bench(): void {
  const scratch = mkdtempSync(join(tmpdir(), "stet-bench-"))
  try {
    // The first build is not timed: it makes the TEI that the others read.
    const first = time(stet())
    if (first.status !== 0) {
      process.stderr.write(`The edition does not build:\n${first.said}\n`)
      process.exitCode = 1
      return
    }
    const tei = teiFiles()
    const { contestants, absent } = assemble(tei, scratch)
    const runs = new Map(contestants.map(({ name }) => [name, [] as Run[]]))
    // Taken in turns, so that a slow minute of the machine falls on all of them.
    for (let round = 0; round < rounds; round++)
      for (const contestant of contestants) runs.get(contestant.name)?.push(time(contestant))
    report(runs, absent, tei)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function stet(): Contestant {
  const words = [join(root, "dist/cli/main.js"), "build", "--timings", "--json"]
  return { name: stetName, command: process.execPath, words }
}

function teiFiles(): readonly string[] {
  const folder = join(root, "output/tei")
  const names = readdirSync(folder).filter((name) => name.endsWith(".xml"))
  return names.sort().map((name) => join(folder, name))
}

/** Who takes part, and why others do not. */
function assemble(
  tei: readonly string[],
  scratch: string,
): { readonly contestants: readonly Contestant[]; readonly absent: readonly string[] } {
  const contestants = [stet()]
  const absent: string[] = []
  for (const [name, schema] of [
    ["jing, the edition's schema", join(root, "schema/edition.rng")],
    ["jing, all of TEI 4.12.0", fullTei],
  ] as const) {
    if (!isInstalled("jing")) absent.push(`${name}: jing is not installed`)
    else if (!existsSync(schema)) absent.push(`${name}: there is no ${schema}`)
    else contestants.push({ name, command: "jing", words: [schema, ...tei] })
  }
  const stylesheet = join(root, "xslt/edition.xsl")
  if (!isInstalled("java")) absent.push("Saxon-HE: java is not installed")
  else if (!existsSync(saxon)) absent.push(`Saxon-HE: there is no ${saxon}`)
  else
    for (const { view, mode } of viewsOf(readFileSync(stylesheet, "utf8"))) {
      const transform = ["-cp", saxon, "net.sf.saxon.Transform", `-s:${join(root, "output/tei")}`]
      const words = [...transform, `-xsl:${stylesheet}`, `-im:${mode}`, `-o:${join(scratch, view)}`]
      mkdirSync(join(scratch, view))
      contestants.push({ name: `Saxon-HE on Java, ${view} view`, command: "java", words })
    }
  return { contestants, absent }
}

/** The views of a document, which are the stylesheet's public modes, named as Saxon wants them. */
function viewsOf(stylesheet: string): readonly { readonly view: string; readonly mode: string }[] {
  const namespace = /xmlns:view="([^"]*)"/.exec(stylesheet)?.[1] ?? ""
  const modes = stylesheet.matchAll(/<xsl:mode\b[^>]*?\sname="view:([\w-]+)"/g)
  const names = Array.from(modes, ([, name = ""]) => name)
  // The index is a page of the whole edition.
  const views = names.filter((name) => name !== "index")
  return views.map((view) => ({ view, mode: `{${namespace}}${view}` }))
}

function isInstalled(command: string): boolean {
  return spawnSync(command, ["-version"], { stdio: "ignore" }).error === undefined
}

function time({ command, words }: Contestant): Run {
  const start = performance.now()
  const result = spawnSync(command, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 })
  const milliseconds = performance.now() - start
  return { milliseconds, status: result.status, said: `${result.stdout}${result.stderr}` }
}

function report(
  runs: ReadonlyMap<string, readonly Run[]>,
  absent: readonly string[],
  tei: readonly string[],
): void {
  const say = (line = "") => process.stdout.write(`${line}\n`)
  const processor = cpus()[0]?.model.trim() ?? "unknown processor"
  say(`${tei.length} documents, ${rounds} runs each in turns, fresh processes, medians.`)
  say(`${processor}, ${cpus().length} cores, Node ${process.versions.node}.`)
  say()
  const whole = medianOf(runs.get(stetName) ?? [])
  const row = (name: string, median: string, least: string, most: string, ratio: string) =>
    say(
      `${name.padEnd(38)}${median.padStart(10)}${least.padStart(10)}${most.padStart(10)}${ratio.padStart(10)}`,
    )
  row("", "median ms", "least", "most", "× stet")
  const line = (name: string, times: readonly number[]) => {
    const ordered = [...times].sort((a, b) => a - b)
    const middle = median(ordered)
    const [least = 0, most = 0] = [ordered[0], ordered.at(-1)]
    row(name, middle.toFixed(0), least.toFixed(0), most.toFixed(0), (middle / whole).toFixed(2))
  }
  for (const [name, each] of runs) {
    line(
      name,
      each.map((run) => run.milliseconds),
    )
    if (name === stetName) for (const [stage, times] of stagesOf(each)) line(`  of which ${stage}`, times)
  }
  const views = [...runs].filter(([name]) => name.startsWith("Saxon-HE"))
  if (views.length > 0) {
    const sums = Array.from({ length: rounds }, (_, round) =>
      views.reduce((sum, [, each]) => sum + (each[round]?.milliseconds ?? 0), 0),
    )
    line("Saxon-HE on Java, the views together", sums)
  }
  const failed = [...runs].filter(([, each]) => each.some((run) => run.status !== 0))
  if (absent.length + failed.length > 0) say()
  for (const each of absent) say(`Absent: ${each}.`)
  for (const [name, each] of failed) {
    const run = each.find(({ status }) => status !== 0)
    say(`Failed: ${name} ended with ${run?.status}: ${run?.said.trim().split("\n")[0]}`)
  }
}

/** The stages' times in each run, from the line of JSON that `--timings --json` prints. */
function stagesOf(runs: readonly Run[]): ReadonlyMap<string, readonly number[]> {
  const stages = new Map<string, number[]>()
  for (const { said } of runs) {
    const found = said.split("\n").find((line) => line.startsWith('{"timings"'))
    if (found === undefined) continue
    const { timings } = JSON.parse(found) as { readonly timings: Readonly<Record<string, number>> }
    for (const [stage, milliseconds] of Object.entries(timings))
      stages.set(stage, [...(stages.get(stage) ?? []), milliseconds])
  }
  return stages
}

function medianOf(runs: readonly Run[]): number {
  return median(runs.map((run) => run.milliseconds))
}
