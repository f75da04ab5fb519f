import fc from "fast-check"
import { expect, test } from "vitest"
import { fold, wordsIn } from "../../../src/search/fold.js"

test.each([
  ["Müller", "muller"],
  ["Größe", "grosse"],
  ["GROẞE", "grosse"],
  ["Œuvre", "oeuvre"],
  ["Ærø", "aero"],
  ["Łódź", "lodz"],
  ["ſelbſt", "selbst"],
  ["ﬁn", "fin"],
  ["don’t", "dont"],
  ["Ἀχιλλεύς", "αχιλλευσ"],
  ["שָׁלוֹם", "שלום"],
  ["İstanbul", "istanbul"],
  ["ex\u00adample", "example"],
])("%s is found as %s", (written, folded) => {
  expect(fold(written)).toBe(folded)
})

test("the words of a text know where they stand, and marks within a word are part of it", () => {
  const text = "Ein Bu\u0308ndel, „so–so“ 3."
  expect(wordsIn(text).map(({ terms, from, to }) => [terms[0], text.slice(from, to)])).toEqual([
    ["ein", "Ein"],
    ["bundel", "Bu\u0308ndel"],
    ["so", "so"],
    ["so", "so"],
    ["3", "3"],
  ])
})

test("what an apostrophe joins is found whole and by its longer parts", () => {
  expect(wordsIn("l’amour O'Brien Ann’s don’t").map(({ terms }) => terms)).toEqual([
    ["lamour", "amour"],
    ["obrien", "brien"],
    ["anns", "ann"],
    ["dont", "don"],
  ])
})

test("where a script sets no blanks, each sign is a word", () => {
  expect(wordsIn("東京 tokyo").map(({ terms }) => terms[0])).toEqual(["東", "京", "tokyo"])
})

test("folding a folded word changes nothing, and no term has a blank", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const { terms, from, to } of wordsIn(text)) {
        expect(text.slice(from, to)).not.toBe("")
        for (const term of terms) {
          expect(fold(term)).toBe(term)
          expect(term).not.toMatch(/\s/)
        }
      }
    }),
  )
})
