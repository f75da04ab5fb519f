import fc from "fast-check"
import { expect, test } from "vitest"
import { fullTerm, lengthen, partTerms, shardsOf, shorten, shortTerm } from "../../../src/search/shards.js"

test("where a term stands is written short, and read back", () => {
  expect(shorten({ 4: 1, 5: 3, 50: 1 })).toBe("4 1.3 19")
  fc.assert(
    fc.property(
      fc.dictionary(fc.nat(100_000).map(String), fc.integer({ min: 1, max: 5000 })),
      (frequencies) => {
        if (Object.keys(frequencies).length > 0)
          expect(lengthen(shorten(frequencies))).toEqual({ ...frequencies })
      },
    ),
  )
  const term: [string, Record<string, Record<string, number>>] = ["blue", { 0: { 1: 2, 9: 1 }, 3: { 1: 1 } }]
  expect(fullTerm(shortTerm(term))).toEqual(term)
})

test("every term lies in the shards that are loaded for it, whole or begun, and no shard is too large", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "ü", "z", "𝔞"), minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.integer({ min: 12, max: 60 }), (terms, limit) => {
      const parts = partTerms(
        terms.map((term) => [term, 0, "1"]),
        limit,
      )
      const firsts = parts.map(([first]) => first?.[0] ?? "")
      expect(parts.flat().map(([term]) => term)).toEqual([...terms].sort())
      for (const part of parts)
        if (part.length > 1) expect(JSON.stringify(part).length).toBeLessThanOrEqual(limit + 2)
      for (const term of terms) {
        const holder = parts.findIndex((part) => part.some(([each]) => each === term))
        expect(shardsOf(term, false, firsts)).toEqual([holder])
        for (let length = 1; length <= term.length; length++)
          expect(shardsOf(term.slice(0, length), true, firsts)).toContain(holder)
      }
    }),
  )
})
