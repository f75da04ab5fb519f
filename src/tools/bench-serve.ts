/**
 * `npm run bench:serve`: how long an editor waits, from saving a file to the open page being told, in a preview
 * of a hundred letters: where the words of one letter change, and where a change touches every page.
 */
import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { median } from "./bench-figures.js"

const program = fileURLToPath(new URL("../cli/main.js", import.meta.url))
const letters = Number(process.argv[2] ?? 100)
const rounds = { words: 9, everything: 3 }

const settings = (title: string) => `title: ${title}
editors:
  - name: Clara Weil
publisher: Harbour Press
version: "1.0.0"
licence: CC0 1.0
language: en
profile: stet
conventions: { substitution: neighbouring, falseStart: repeated-label }
`

/** A letter of five kilobytes with forty marks; `words` are its own. */
function letter(number: number, words: string): string {
  const sentence = "The binding has come back and I am not content with it, since leather was promised and"
  const paragraph = (at: number) =>
    `${sentence} ~~not${at}~~ <sup>never</sup> sent. ${sentence} linen has [come?] on :date[4 March]{when=1911-03-04}. ${sentence} this is ${at} of ${number}: ${sentence} so on.`
  const body = Array.from({ length: 10 }, (_, at) => paragraph(at)).join("\n\n")
  return `---
title: Letter ${number} to the bookbinder
kind: letter
sender: Clara Weil
recipient: Jonas Brandt
date: 1911-03-${String(1 + (number % 28)).padStart(2, "0")}
licence: public domain
---

Dear Mr. Brandt, ${words},

${body}

Yours, Clara Weil
`
}

const folder = mkdtempSync(join(tmpdir(), "stet-bench-"))
/** As editors save: the new file takes the place of the old one. */
const save = (path: string, text: string) => {
  writeFileSync(join(folder, ".saved"), text)
  renameSync(join(folder, ".saved"), join(folder, path))
}

mkdirSync(join(folder, "sources"))
save("edition.yaml", settings("Letters"))
for (let number = 1; number <= letters; number++) save(`sources/letter-${number}.md`, letter(number, "again"))
const begun = performance.now()
const child = spawn(process.execPath, [program, "serve", "--port", "0", "--open", "no"], { cwd: folder })
try {
  await measure()
} finally {
  child.kill("SIGINT")
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  let said = ""
  let heard: () => void = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      said += part
      heard()
    })
  const until = async (pattern: RegExp) => {
    while (!pattern.test(said)) await new Promise<void>((resolve) => (heard = resolve))
    return pattern.exec(said)?.[0] ?? ""
  }
  const address = await until(/http:\/\/[\d.:]+\//)
  await until(/Waiting for changes/)
  const first = performance.now() - begun
  const events = await openEvents(`${address}.preview/events/letter-7/index.html`)
  await events.next()
  const told = async (change: () => void) => {
    const start = performance.now()
    change()
    await events.next()
    const waited = performance.now() - start
    // The program has to be at rest again before the next change.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return waited
  }
  const words: number[] = []
  for (let round = 0; round < rounds.words; round++)
    words.push(await told(() => save("sources/letter-7.md", letter(7, `time ${round}`))))
  const everything: number[] = []
  for (let round = 0; round < rounds.everything; round++)
    everything.push(await told(() => save("edition.yaml", settings(`Letters ${round}`))))
  const say = (what: string, figures: readonly number[]) =>
    process.stdout.write(
      `${what.padEnd(44)} ${(median(figures) / 1000).toFixed(2).padStart(7)} s  (${figures.length} times)\n`,
    )
  process.stdout.write(`A preview of ${letters} letters; from saving to the page being told, median\n`)
  say("first build, from the start of the program", [first])
  say("the words of one letter", words)
  say("the title of the edition, on every page", everything)
}

/** Messages of a page's events, one by one. */
async function openEvents(address: string): Promise<AsyncIterator<string>> {
  const response = await fetch(address)
  const messages = async function* () {
    let text = ""
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString()
      const parts = text.split("\n\n")
      text = parts.pop() ?? ""
      yield* parts
    }
  }
  return messages()
}
