/**
 * `npm run bench:faults`: how often stet names the right line and the right code for a fault that was put into a
 * valid edition, beside what jing and xmllint make of the same TEI. Needs jing and xmllint; with ../shared, or the
 * folder that STET_SHARED names, letters of another house are faulted as well. `--wrong` lists what went wrong.
 */
import { row } from "./bench-figures.js"
import { askContestants, type Notice } from "./faults/contestants.js"
import type { Verdict } from "./faults/judge.js"
import { allowances, judgeAll, openSuite } from "./faults/suite.js"
import { teiGroups } from "./faults/tei-faults.js"

const width = 46
const say = (line: string) => process.stdout.write(`${line}\n`)
const share = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`

const suite = await openSuite({ transcription: 5, tei: 6, schema: 3 })
if (!suite.editions.some(({ name }) => name.startsWith("amp-auden")))
  say("There is no ../shared: only stet's own TEI is faulted.\n")
for (const { name, files } of suite.editions) {
  const [error] = (await suite.judge.findingsIn(files)).filter(({ severity }) => severity === "error")
  if (error)
    throw new Error(`${name} is not valid: ${error.span?.file}:${error.span?.start.line} ${error.message}`)
}
const transcriptions = await judgeAll(suite.judge, suite.transcriptions)
const tei = await judgeAll(suite.judge, suite.tei)
const schemas = await judgeAll(suite.judge, suite.schemas)
const others = askContestants(suite.tei)
const all = [...transcriptions, ...tei, ...schemas]

table("in transcriptions", transcriptions)
table("in TEI", tei)
table("in schemas", schemas)
say("")
summary("all faults", all)
summary("in transcriptions", transcriptions)
summary("in TEI", tei)
summary("in schemas", schemas)
say("")
compare()
say("")
const findings = all.reduce((sum, each) => sum + each.findings.length, 0)
const alone = all.filter((each) => each.findings.length === 1).length
say(
  `diagnostics for one fault: ${(findings / all.length).toFixed(2)} on average, exactly one for ${share(alone, all.length)}`,
)
say("\nTwo lines are right for:")
for (const [kind, why] of Object.entries(allowances)) say(`  ${kind}: ${why}`)
if (process.argv.includes("--wrong")) for (const verdict of all) if (!verdict.code) say(wrongOf(verdict))

/** One line for each kind: how many, how many right, and what the others saw. */
function table(title: string, verdicts: readonly Verdict[]): void {
  say("")
  row(width, title, "faults", "line", "code", "findings", "jing line", "xmllint")
  for (const kind of new Set(verdicts.map(({ fault }) => fault.kind))) {
    const these = verdicts.filter(({ fault }) => fault.kind === kind)
    const seen = (by: ReadonlyMap<unknown, Notice>) =>
      by.has(these[0]?.fault) ? `${these.filter(({ fault }) => by.get(fault)?.line).length}` : "-"
    const found = these.reduce((sum, each) => sum + each.findings.length, 0) / these.length
    row(
      width,
      kind,
      `${these.length}`,
      `${these.filter((each) => each.line).length}`,
      `${these.filter((each) => each.code).length}`,
      found.toFixed(1),
      seen(others.jing),
      seen(others.xmllint),
    )
  }
}

/** What of the faults in TEI is told at the right line: by stet, and by the others. */
function compare(): void {
  row(width, "at the right line in TEI, of what it takes", "faults", "stet", "jing", "xmllint")
  const groups = Object.entries(teiGroups).map(([name, kinds]) => {
    const names = new Set(kinds.map((kind) => kind.name))
    return [name, tei.filter(({ fault }) => names.has(fault.kind))] as const
  })
  for (const [name, verdicts] of [...groups, ["all of it", tei] as const]) {
    const by = (of: ReadonlyMap<unknown, Notice>) =>
      share(verdicts.filter(({ fault }) => of.get(fault)?.line).length, verdicts.length)
    const ours = share(verdicts.filter((each) => each.line).length, verdicts.length)
    row(width, name, `${verdicts.length}`, ours, by(others.jing), by(others.xmllint))
  }
  const told = (of: ReadonlyMap<unknown, Notice>) =>
    share([...of.values()].filter((each) => each.told).length, tei.length)
  const ours = share(tei.filter((each) => each.findings.length > 0).length, tei.length)
  row(width, "told at all, at whatever line", `${tei.length}`, ours, told(others.jing), told(others.xmllint))
  say("xmllint is held to our own schema only; with TEI's it takes fifteen seconds to begin.")
}

function summary(name: string, verdicts: readonly Verdict[]): void {
  const kinds = new Set(verdicts.map(({ fault }) => fault.kind)).size
  const line = verdicts.filter((each) => each.line).length
  const code = verdicts.filter((each) => each.code).length
  say(
    `${name}: ${verdicts.length} of ${kinds} kinds; the right line for ${share(line, verdicts.length)}, the right code for ${share(code, verdicts.length)}`,
  )
}

function wrongOf({ fault, findings }: Verdict): string {
  const { code, file, line, orLine } = fault.expected
  const wanted = `${fault.kind} [${fault.edition.name}]: ${file}:${line}${orLine === undefined ? "" : ` or ${orLine}`} ${code}`
  const got = findings.map(
    (each) => `    ${each.span?.file}:${each.span?.start.line} ${each.code}: ${each.message}`,
  )
  return [`\n${wanted}`, ...(got.length > 0 ? got : ["    nothing was told"])].join("\n")
}
