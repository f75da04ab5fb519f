/**
 * `npm run bench:encode`: how fast transcriptions become TEI, beside remark (Markdown to HTML) and pandoc
 * (Markdown to TEI) on the same words. All take turns in one run; medians. stet reads, encodes, writes
 * and reads back what it wrote to see that no character is missing; the others do less. Exit code 1
 * where stet falls short of its aims.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openRemark, openStet } from "./bench-contestants.js"
import { type Corpus, corpusOf } from "./bench-corpora.js"
import { median, row, timed } from "./bench-figures.js"
import { frontMatter } from "./bench-transcribe.js"

const trials = [
  { bytes: 20_000, rounds: 11 },
  { bytes: 200_000, rounds: 9 },
  { bytes: 2_000_000, rounds: 5 },
] as const
const nameWidth = 36
const leastTimesPandoc = 10
const mostTimesRemark = 3

/** Where a corpus lies for those that are processes of their own. */
interface Files {
  readonly source: string
  readonly body: string
  readonly output: string
}

interface Contestant {
  readonly name: string
  readonly run: (corpus: Corpus, files: Files) => void
}

const stet = "stet, in process"
const stetAlone = "stet, its own process"
const remark = "remark, in process"
const remarkAlone = "remark, its own process"
const pandoc = "pandoc, its own process"

/** Medians in milliseconds of each contestant, one for each size. */
type Results = ReadonlyMap<string, readonly number[]>

await bench()

async function bench(): Promise<void> {
  const contestants = await assemble()
  const corpora = trials.map(({ bytes }) => corpusOf(bytes, frontMatter()))
  const scratch = mkdtempSync(join(tmpdir(), "stet-bench-"))
  const at = (name: string) => join(scratch, name)
  const files: Files = { source: at("letter.md"), body: at("body.md"), output: at("output") }
  const results = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  try {
    corpora.forEach((corpus, index) => {
      writeFileSync(files.source, corpus.file)
      writeFileSync(files.body, corpus.body)
      const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
      // The first round warms up, and is not counted.
      for (let round = -1; round < (trials[index]?.rounds ?? 0); round++)
        for (const { name, run } of contestants) {
          const time = timed(() => run(corpus, files))
          if (round >= 0) times.get(name)?.push(time)
        }
      for (const [name, each] of times) results.get(name)?.push(median(each))
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  report(corpora, results)
}

async function assemble(): Promise<readonly Contestant[]> {
  const encode = await openStet()
  const render = await openRemark()
  const once = fileURLToPath(new URL("bench-once.js", import.meta.url))
  const alone = (name: string, command: string, words: (files: Files) => readonly string[]): Contestant => ({
    name,
    run: (_, files) => {
      const { status, error, stderr } = spawnSync(command, words(files), { encoding: "utf8" })
      if (status !== 0) throw new Error(`${name}: ${error ?? stderr}`)
    },
  })
  const contestants = [
    { name: stet, run: ({ file }: Corpus) => void encode(file) },
    { name: remark, run: ({ body }: Corpus) => void render(body) },
    alone(stetAlone, process.execPath, ({ source, output }) => [once, "stet", source, output]),
    alone(remarkAlone, process.execPath, ({ body, output }) => [once, "remark", body, output]),
  ]
  if (spawnSync("pandoc", ["--version"], { stdio: "ignore" }).error) return contestants
  const words = ({ body, output }: Files) => ["-f", "markdown", "-t", "tei", "-o", output, body]
  return [...contestants, alone(pandoc, "pandoc", words)]
}

function report(corpora: readonly Corpus[], results: Results): void {
  const say = (line = "") => process.stdout.write(`${line}\n`)
  const [before, largest] = [corpora.at(-2)?.bytes ?? 0, corpora.at(-1)?.bytes ?? 0]
  const sizes = corpora.map(({ bytes }) => `${(bytes / 1000).toFixed(0)} kB`)
  /** MB/s of what the largest has over the one before it, so that starting does not count. */
  const steady = (name: string) => {
    const times = results.get(name) ?? []
    return (largest - before) / 1000 / ((times.at(-1) ?? 0) - (times.at(-2) ?? 0))
  }
  say(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}; medians, in turns.`)
  say("Steady: MB/s of what the largest has over the one before it, so that starting does not count.")
  say()
  row(nameWidth, "ms", ...sizes, "MB/s", "steady")
  for (const [name, times] of results) {
    const whole = largest / 1000 / (times.at(-1) ?? 1)
    row(nameWidth, name, ...times.map((time) => time.toFixed(1)), whole.toFixed(2), steady(name).toFixed(2))
  }
  say()
  row(nameWidth, "stet is so many times as fast as", ...sizes, "", "steady")
  const beside = (other: string, own: string) => {
    const times = (results.get(other) ?? []).map((time, index) => time / (results.get(own)?.[index] ?? 1))
    row(
      nameWidth,
      other,
      ...times.map((each) => each.toFixed(2)),
      "",
      (steady(own) / steady(other)).toFixed(2),
    )
    return times
  }
  const besideRemark = beside(remark, stet)
  beside(remarkAlone, stetAlone)
  say()
  if (Math.min(...besideRemark) < 1 / mostTimesRemark)
    miss(`it takes over ${mostTimesRemark} times remark's time`)
  if (!results.has(pandoc)) {
    say("Absent: pandoc is not installed.")
    return
  }
  beside(pandoc, stetAlone)
  const ahead = steady(stet) / steady(pandoc)
  say(`In process and without pandoc's start: ${ahead.toFixed(1)} times pandoc.`)
  if (ahead < leastTimesPandoc) miss(`it is not ${leastTimesPandoc} times as fast as pandoc`)
}

function miss(what: string): void {
  process.stdout.write(`stet misses its aim: ${what}.\n`)
  process.exitCode = 1
}
