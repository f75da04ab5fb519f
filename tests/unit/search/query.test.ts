import { expect, test } from "vitest"
import type { Field } from "../../../src/search/passage.js"
import { readQuery } from "../../../src/search/query.js"

const fieldOf = new Map<string, Field>([
  ["struck", "struck"],
  ["gestrichen", "struck"],
])
const read = (typed: string) => readQuery(typed, fieldOf)
const plain = { isOpen: false, isExcluded: false }

test.each([
  ["", []],
  ['  * - " : ', []],
  [
    "Größe  blue",
    [
      { ...plain, terms: ["grosse"] },
      { ...plain, terms: ["blue"] },
    ],
  ],
  ["blu*", [{ ...plain, terms: ["blu"], isOpen: true }]],
  ['"The blue sky"', [{ ...plain, terms: ["the", "blue", "sky"] }]],
  ['"the blue', [{ ...plain, terms: ["the", "blue"] }]],
  ["„blauer Himmel“", [{ ...plain, terms: ["blauer", "himmel"] }]],
  [
    "“blue sky” grey",
    [
      { ...plain, terms: ["blue", "sky"] },
      { ...plain, terms: ["grey"] },
    ],
  ],
  ["struck:blue", [{ ...plain, terms: ["blue"], field: "struck" }]],
  ['Gestrichen:"blue sk*"', [{ terms: ["blue", "sk"], field: "struck", isOpen: true, isExcluded: false }]],
  ["Re:answer", [{ ...plain, terms: ["re", "answer"] }]],
  ["-war", [{ ...plain, terms: ["war"], isExcluded: true }]],
  ["well-known", [{ ...plain, terms: ["well", "known"] }]],
  ["l’amour", [{ ...plain, terms: ["lamour"] }]],
])("%s", (typed, clauses) => {
  expect(read(typed)).toEqual(clauses)
})
