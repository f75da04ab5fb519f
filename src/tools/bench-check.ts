/**
 * `npm run bench:check`: how long validation takes beside jing, with TEI's full schema: one letter of
 * 50 kB from a cold start, and 300 letters, each without and with the compiled form of the schema. Needs jing, and ../shared or the folder that STET_SHARED names.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { median, row } from "./bench-figures.js"

const rounds = 5
const letters = 300
const nameWidth = 34
const root = fileURLToPath(new URL("../../", import.meta.url))
const rng = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "schemas/tei_all-4.12.0.rng")
const entry = fileURLToPath(new URL("../relaxng/index.js", import.meta.url))

/**
 * Validates the files that are named after the schema and its compiled form, and prints its time and its memory.
 * Where there is no compiled form it makes one.
 */
const program = `
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { openCompiled, readSchema, serialiseSchema, validate } from ${JSON.stringify(entry)}
const [rng, compiled, ...files] = process.argv.slice(1)
const read = () => {
  const { schema } = readSchema(readFileSync(rng, "utf8"))
  writeFileSync(compiled, serialiseSchema(schema))
  return schema
}
const imported = performance.now()
const schema = existsSync(compiled) ? openCompiled(readFileSync(compiled, "utf8")) : read()
const loaded = performance.now()
const faults = files.filter((file) => validate(schema, readFileSync(file, "utf8")).length > 0).length
const { maxRSS } = process.resourceUsage()
const judged = performance.now() - loaded
console.log(JSON.stringify({ faults, loaded: loaded - imported, judged, megabytes: maxRSS / 1024 }))
`

interface Ours {
  readonly faults: number
  readonly loaded: number
  readonly judged: number
  readonly megabytes: number
}

/** A letter of so many characters: the paragraphs of one that is there, again and again. */
function letterOf(size: number): string {
  const front =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>' +
    "<publicationStmt><p>For measuring</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>" +
    '<text><body><div type="letter"><opener><dateline><date when="1824-05-01">1 May</date></dateline>' +
    "<salute>Dear friend,</salute></opener>"
  const end = "<closer><salute>Yours</salute><signed>C.</signed></closer></div></body></text></TEI>"
  const paragraph = (number: number) =>
    `\n<p n="${number}">I have <subst><del rend="overstrike">sent</del><add place="above">given</add></subst> the ` +
    '<choice><abbr>vol.</abbr><expan>volume</expan></choice> to <persName ref="#p1">Weil</persName>,<lb/> who ' +
    '<unclear reason="faded" cert="low">thanks</unclear> you<note place="margin"><p>By <hi rend="underline">post</hi>.</p></note>.</p>'
  let text = front
  for (let number = 1; text.length + end.length < size; number++) text += paragraph(number)
  return text + end
}

/** Wall time of a program in milliseconds, and what it prints. */
function run(command: string, given: readonly string[]): readonly [number, string] {
  const start = performance.now()
  const { stdout, error } = spawnSync(command, given, { encoding: "utf8" })
  if (error !== undefined) throw error
  return [performance.now() - start, stdout]
}

/** Both programs in turn; `isFirst` without the compiled form, which is made then. */
function measure(name: string, files: readonly string[], compiled: string, isFirst: boolean): void {
  const ours: number[] = []
  const jings: number[] = []
  const told: Ours[] = []
  for (let round = 0; round < rounds; round++) {
    if (isFirst) rmSync(compiled, { force: true })
    const [time, printed] = run("node", ["--input-type=module", "--eval", program, rng, compiled, ...files])
    ours.push(time)
    told.push(JSON.parse(printed))
    const [jing, faults] = run("jing", [rng, ...files])
    jings.push(jing)
    if (faults.includes(": error:") || told.some((each) => each.faults > 0))
      throw new Error(`the letters are not valid: ${faults.slice(0, 500)}`)
  }
  const middle = (of: (each: Ours) => number) => median(told.map(of)).toFixed(0)
  const [a, b] = [median(ours), median(jings)]
  row(nameWidth, name, `${a.toFixed(0)} ms`, `${b.toFixed(0)} ms`, (a / b).toFixed(2))
  row(
    nameWidth,
    "  of it the schema / the letters",
    `${middle((each) => each.loaded)} ms`,
    `${middle((each) => each.judged)} ms`,
  )
  row(nameWidth, "  memory at its most", `${middle((each) => each.megabytes)} MB`)
}

if (!existsSync(rng)) throw new Error(`there is no ${rng}`)
const folder = mkdtempSync(join(tmpdir(), "bench-check-"))
try {
  const files = Array.from({ length: letters }, (_, index) => {
    const path = join(folder, `letter-${index}.xml`)
    writeFileSync(path, letterOf(index === 0 ? 50_000 : 18_000 + (index % 9) * 1000))
    return path
  })
  const size = files.reduce((sum, path) => sum + readFileSync(path).length, 0)
  row(nameWidth, "from start to end, median", "stet", "jing", "ratio")
  const compiled = join(folder, "tei_all.compiled")
  const one = files.slice(0, 1)
  measure("tei_all, 50 kB, first run", one, compiled, true)
  measure("tei_all, 50 kB, compiled form", one, compiled, false)
  measure(`${letters} letters, ${(size / 1e6).toFixed(1)} MB, first run`, files, compiled, true)
  measure(`${letters} letters, compiled form`, files, compiled, false)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
