/**
 * `npm run bench:linear`: whether reading, encoding and reporting take time in proportion to a
 * transcription's length, whatever is typed. Exit code 1 where twice the length takes more than two and
 * a half times as long, 200 kB take more than a second, or something throws. Words after the command
 * choose the inputs whose names contain one of them.
 */
import { printDiagnostic } from "../diagnostics/print.js"
import { median, row } from "./bench-figures.js"
import { type Pathological, pathological } from "./bench-pathological.js"
import { openTranscriber } from "./bench-transcribe.js"

const size = 100_000
const leastRounds = 3
const mostRounds = 7
const mostMilliseconds = 1_000
const mostGrowth = 2.5
/** Below this, in milliseconds, the shorter time says nothing about growth; longer inputs are taken then. */
const leastTelling = 15
const nameWidth = 54

interface Measured {
  readonly small: number
  readonly large: number
  /** What 100 kB and 200 kB were multiplied by. */
  readonly scale: number
}

const transcribe = await openTranscriber()

/**
 * Everything that a command would do with the file but for checking the TEI, in milliseconds of the
 * processor's time: what else the machine is doing does not count.
 */
function work(text: string): number {
  const bytes = new TextEncoder().encode(text)
  const before = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const { diagnostics } = transcribe(bytes)
  for (const each of diagnostics) {
    printDiagnostic(each, () => text)
    // What goes on for longer than this is a breach already, and need not be waited for.
    if (spent() > 3 * mostMilliseconds) break
  }
  return spent()
}

/** Smaller sizes first, so that what grows fast is found out before it takes minutes. */
function breaksEarly({ make }: Pathological): boolean {
  return [8, 4, 2].some((part) => work(make(size / part)) > mostMilliseconds)
}

function measure({ make }: Pathological, scale: number): Measured {
  const [short, long] = [make(size * scale), make(2 * size * scale)]
  const small: number[] = []
  const large: number[] = []
  for (let round = 0; round < mostRounds; round++) {
    small.push(work(short))
    large.push(work(long))
    // Long times vary less from one to the next.
    if (round + 1 >= leastRounds && median(large) > mostMilliseconds / 4) break
  }
  return { small: median(small), large: median(large), scale }
}

const growth = ({ small, large }: Measured) => large / small
const keeps = (measured: Measured) =>
  (measured.scale > 1 || measured.large <= mostMilliseconds) &&
  (measured.small < leastTelling || growth(measured) <= mostGrowth)

/** Longer inputs where the time tells nothing, and once more where a slow moment may have been to blame. */
function judge(input: Pathological): Measured {
  let measured = measure(input, 1)
  if (measured.small < leastTelling) measured = measure(input, 8)
  return keeps(measured) ? measured : measure(input, measured.scale)
}

function main(words: readonly string[]): void {
  const chosen = pathological.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  let breaches = 0
  row(nameWidth, "", "kB", "ms", "ms, twice", "growth", "")
  for (const input of chosen) {
    try {
      if (breaksEarly(input)) {
        breaches++
        row(nameWidth, input.name, "", "", `> ${mostMilliseconds}`, "", "BREACH")
        continue
      }
      const measured = judge(input)
      const kept = keeps(measured)
      if (!kept) breaches++
      row(
        nameWidth,
        input.name,
        String((size * measured.scale) / 1000),
        measured.small.toFixed(1),
        measured.large.toFixed(1),
        growth(measured).toFixed(2),
        kept ? "" : "BREACH",
      )
    } catch (error) {
      breaches++
      row(nameWidth, input.name, "", "", "", "", "THROWS")
      process.stdout.write(`  ${String(error).slice(0, 200)}\n`)
    }
  }
  process.stdout.write(`\n${chosen.length} kinds of input, ${breaches} breaches.\n`)
  process.exitCode = breaches === 0 ? 0 : 1
}

main(process.argv.slice(2))
