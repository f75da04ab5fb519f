import fc from "fast-check"
import { expect, test } from "vitest"
import { mergeLedgers } from "../../src/cite/merge.js"
import { writeLedger } from "../../src/cite/write-ledger.js"
import { emptyLedger } from "../../src/model/ledger.js"
import { readLedger } from "../../src/read/ledger.js"
import { freshBlock } from "../../src/tools/citations/desk.js"
import { editOnce } from "../../src/tools/citations/edits.js"
import { realLetters } from "../../src/tools/citations/letters.js"
import { publish } from "../../src/tools/citations/script.js"
import { numbersFrom } from "../../src/tools/synthetic-letters.js"

const letters = realLetters()

/** An edition that two editors go on with, each on a branch. */
const branches = fc.integer({ min: 1, max: 1_000_000_000 }).map((seed) => {
  const next = numbersFrom(seed)
  const letter = () => letters[Math.floor(next() * letters.length)] ?? []
  const documents = ["a", "b", "c"].map((name) => ({ name, blocks: letter().slice(0, 12).map(freshBlock) }))
  const desk = { documents, bin: [], binned: [] }
  const base = publish(desk, emptyLedger, "1.0.0").ledger
  const branch = (release: string) => {
    let edited: Parameters<typeof editOnce>[0] = desk
    for (let edits = 0; edits < 4; edits++) edited = editOnce(edited, { next, letter }).desk
    return publish(edited, base, release).ledger
  }
  return { base, ours: branch("1.1.0"), theirs: branch("1.0.1") }
})

test("a merged ledger has every id and every document of both branches, each once", () => {
  fc.assert(
    fc.property(branches, ({ base, ours, theirs }) => {
      const { value } = mergeLedgers(base, ours, theirs)
      const all = [base, ours, theirs]
      const ids = new Set(all.flatMap((each) => each.passages.map(({ id }) => id)))
      const names = new Set(all.flatMap((each) => each.documents.map(({ name }) => name)))
      expect(value.passages.map(({ id }) => id).sort()).toEqual([...ids].sort())
      expect(value.documents.map(({ name }) => name).sort()).toEqual([...names].sort())
      const read = readLedger(new TextEncoder().encode(writeLedger(value)), "citations.json")
      expect(read.diagnostics).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test("merging with a branch that changed nothing gives the other", () => {
  fc.assert(
    fc.property(branches, ({ base, ours }) => {
      for (const merged of [mergeLedgers(base, ours, base), mergeLedgers(base, base, ours)])
        expect([
          merged.value.passages.map((each) => JSON.stringify(each)).sort(),
          merged.diagnostics,
        ]).toEqual([ours.passages.map((each) => JSON.stringify(each)).sort(), []])
    }),
    { numRuns: 40 },
  )
})
