import { expect, test } from "vitest"
import { realLetters } from "../../src/tools/citations/letters.js"
import { openSites } from "../../src/tools/citations/sites.js"

// Sixty such scripts are run by `npm run bench:citations`.

test("every address and every id of a page that was ever published has something at it, whatever is edited", async () => {
  const answersTo = await openSites(realLetters())
  for (const seed of [2, 18]) {
    const { addresses, ids, unanswered, missing } = await answersTo(seed)
    expect([unanswered, missing]).toEqual([[], []])
    expect(Math.min(addresses, ids)).toBeGreaterThan(40)
  }
}, 180_000)
