import fc from "fast-check"
import { expect, test } from "vitest"
import { canStand, openShingles } from "../../src/cite/likeness.js"
import { writeLedger } from "../../src/cite/write-ledger.js"
import { lastSeen, type PublishedPassage } from "../../src/model/ledger.js"
import { readLedger } from "../../src/read/ledger.js"
import { realLetters } from "../../src/tools/citations/letters.js"
import { publish, runScript, type Step } from "../../src/tools/citations/script.js"

const letters = realLetters()
const script = fc.integer({ min: 1, max: 1_000_000_000 }).map((seed) => runScript(seed, letters))
const steps = (check: (step: Step, builds: readonly Step[]) => void) =>
  fc.assert(
    fc.property(script, (builds) => {
      for (const step of builds) check(step, builds)
    }),
    { numRuns: 60 },
  )
const { of: shinglesOf } = openShingles()

test("an id once published stands on one block, or has gone to ids that were published", () =>
  steps(({ before, kept }) => {
    const { passages } = kept.ledger
    const known = new Set(passages.map((each) => each.id))
    expect(known.size).toBe(passages.length)
    expect(new Set(kept.ids).size).toBe(kept.ids.length)
    expect(before.passages.filter((each) => !known.has(each.id))).toEqual([])
    const standing = passages.filter((each) => !each.gone).map((each) => each.id)
    expect([...standing].sort()).toEqual([...kept.ids].sort())
    expect(passages.flatMap((each) => each.gone?.to ?? []).filter((id) => !known.has(id))).toEqual([])
  }))

test("what was first published under an id is never changed", () =>
  steps(({ before, kept }) => {
    const after = new Map(kept.ledger.passages.map((each) => [each.id, each]))
    const first = ({ id, document, role, text, before, after, release }: PublishedPassage) =>
      JSON.stringify([id, document, role, text, before, after, release])
    for (const each of before.passages) {
      const now = after.get(each.id)
      expect(now && first(now)).toBe(first(each))
    }
  }))

test("a block that has an id is like what was published under it, or holds it", () =>
  steps(({ kept }) => {
    for (const each of kept.ledger.passages)
      if (!each.gone)
        expect(
          each.text === lastSeen(each).text || canStand(each.text, lastSeen(each).text, shinglesOf),
          each.id,
        ).toBe(true)
  }))

test("building again changes nothing, and what was written is read back", () =>
  steps(({ kept }, builds) => {
    const written = writeLedger(kept.ledger)
    const read = readLedger(new TextEncoder().encode(written), "citations.json")
    expect(read.diagnostics).toEqual([])
    expect(writeLedger(read.value)).toBe(written)
    const last = builds.at(-1)
    if (kept !== last?.kept) return
    const again = publish(last.desk, read.value, `1.${builds.length - 1}.0`)
    expect(again.ids).toEqual(kept.ids)
    expect(writeLedger(again.ledger)).toBe(written)
  }))

test("by the construction of an edit, no id stands in the wrong place, and of a thousand hardly one is lost", () => {
  const verdicts = Array.from({ length: 150 }, (_, seed) => runScript(seed + 1, letters)).flatMap((builds) =>
    builds.map((each) => each.verdict),
  )
  const count = (of: "kept" | "rightlyGone" | "wronglyKept" | "wronglyLost") =>
    verdicts.reduce((sum, each) => sum + each[of].length, 0)
  expect(count("kept") + count("rightlyGone")).toBeGreaterThan(500)
  expect(count("wronglyKept")).toBe(0)
  expect(count("wronglyLost") / count("kept")).toBeLessThan(0.005)
})
