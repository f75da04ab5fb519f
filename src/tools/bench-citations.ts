/**
 * `npm run bench:citations`: editions of letters that people wrote are published, edited at random and published
 * again, 500 times over: how many ids are kept and how many rightly gone, and how many wrongly. Of the first 60, or as
 * many as `--sites N` says, the sites are made: how many addresses and ids that were ever published have nothing at them.
 * Then how long it takes to find the passages of an edition of 10,000 blocks, and of one twice as long. With ../shared, or the folder that
 * STET_SHARED names, the letters are those of seven houses; `--wrong` lists what went wrong.
 */
import { emptyLedger } from "../model/ledger.js"
import { row, timed } from "./bench-figures.js"
import { type Desk, freshBlock, textOf } from "./citations/desk.js"
import { type Chance, editOnce } from "./citations/edits.js"
import { manyLetters, realLetters } from "./citations/letters.js"
import { publish, runScript, type Step } from "./citations/script.js"
import { type Answers, openSites } from "./citations/sites.js"
import { numbersFrom } from "./synthetic-letters.js"

const width = 44
const scripts = 500
const say = (line: string) => process.stdout.write(`${line}\n`)
const letters = realLetters()
say(`${letters.length} letters of ${letters.flat().length} blocks\n`)

const steps: { readonly seed: number; readonly step: Step }[] = []
const time = timed(() => {
  for (let seed = 1; seed <= scripts; seed++)
    for (const step of runScript(seed, letters).slice(1)) steps.push({ seed, step })
})
const figures = (some: readonly Step[]) => {
  const count = (of: "kept" | "rightlyGone" | "wronglyKept" | "wronglyLost") =>
    String(some.reduce((sum, { verdict }) => sum + verdict[of].length, 0))
  return [count("kept"), count("rightlyGone"), count("wronglyKept"), count("wronglyLost")]
}
row(width, "ids at builds after", "kept", "right. gone", "wrong. kept", "wrong. lost")
const kinds = [...new Set(steps.flatMap(({ step }) => step.kinds))].sort()
for (const kind of kinds)
  row(
    width,
    `  ${kind}`,
    ...figures(steps.map(({ step }) => step).filter((step) => step.kinds.includes(kind))),
  )
row(width, `all ${scripts} scripts, ${steps.length} builds`, ...figures(steps.map(({ step }) => step)))
say(`${(time / 1000).toFixed(1)} s`)
if (process.argv.includes("--wrong")) for (const each of steps) wrongIn(each.seed, each.step)

say("")
const option = process.argv.indexOf("--sites")
const answersTo = await openSites(letters)
const answers: Answers[] = []
for (let seed = 1; seed <= (option < 0 ? 60 : Number(process.argv[option + 1])); seed++)
  answers.push(await answersTo(seed))
const sum = (of: (each: Answers) => number) => String(answers.reduce((all, each) => all + of(each), 0))
row(width, "sites", "addresses", "unanswered", "ids on pages", "missing")
row(
  width,
  `all of ${answers.length} scripts`,
  ...[sum((each) => each.addresses), sum((each) => each.unanswered.length)],
  ...[sum((each) => each.ids), sum((each) => each.missing.length)],
)
if (process.argv.includes("--wrong"))
  for (const each of answers.flatMap(({ unanswered, missing }) => [...unanswered, ...missing])) say(each)

say("")
row(width, "processor time to find the passages of", "unchanged", "edited", "all renamed", "all reworded")
for (const size of [10_000, 20_000]) {
  const documents = manyLetters(letters, size).map((blocks, index) => ({
    name: `letter-${index}`,
    blocks: blocks.map(freshBlock),
  }))
  const { ledger } = publish({ documents }, emptyLedger, "1.0.0")
  const edited = editedDesk({ documents, bin: [], binned: [] }, size / 10)
  const renamed = documents.map((each) => ({ ...each, name: `new-${each.name}` }))
  const reworded = documents.map(({ name, blocks }) => ({
    name,
    blocks: blocks.map((block) => ({
      ...block,
      words: block.words.map((word, at) => (at % 7 === 3 ? { ...word, text: `${word.text}e` } : word)),
    })),
  }))
  const seconds = (desk: Pick<Desk, "documents">) => {
    const begun = process.cpuUsage()
    publish(desk, ledger, "1.1.0")
    const { user, system } = process.cpuUsage(begun)
    return `${((user + system) / 1e6).toFixed(2)} s`
  }
  row(
    width,
    `${size} blocks`,
    seconds({ documents }),
    seconds(edited),
    seconds({ documents: renamed }),
    seconds({ documents: reworded }),
  )
}

function editedDesk(desk: Desk, edits: number): Desk {
  const next = numbersFrom(7)
  const chance: Chance = { next, letter: () => letters[Math.floor(next() * letters.length)] ?? [] }
  let now = desk
  for (let edit = 0; edit < edits; edit++) now = editOnce(now, chance).desk
  return now
}

function wrongIn(seed: number, { kinds, before, kept, blocks, verdict }: Step): void {
  const published = new Map(before.passages.map((each) => [each.id, each.now?.text ?? each.text]))
  for (const kind of ["wronglyKept", "wronglyLost"] as const)
    for (const id of verdict[kind]) {
      say(`\n${seed} ${kind} ${id} after: ${kinds.join(", ")}`)
      say(`  was: ${published.get(id)}`)
      const at = kept.ids.indexOf(id)
      const block = blocks[at]
      if (block) say(`  is now: ${textOf(block)}`)
      for (const other of blocks)
        if (other !== block && other.words.some((word) => word.of === id)) say(`  words in: ${textOf(other)}`)
    }
}
