import { expect, test } from "vitest"
import { contextOf, hitsIn } from "../../../src/search/hits.js"
import {
  added,
  asRead,
  asWritten,
  fields,
  type Passage,
  struck,
  termsOf,
} from "../../../src/search/passage.js"
import { readQuery } from "../../../src/search/query.js"

const passage = (...stretches: readonly (readonly [string, number])[]): Passage => ({
  id: "p",
  isNote: false,
  stretches: stretches.map(([text, ways]) => ({ text, ways })),
})
const grey = passage(["A gr", 0], ["e", struck], ["a", added], ["y sky", 0])
const fieldOf = new Map(fields.map((field) => [field, field]))
const found = (of: Passage, typed: string) => {
  const clauses = readQuery(typed, fieldOf)
  return hitsIn(of, clauses, new Set(fields)).map(({ field, pieces }) => [
    field,
    pieces.map(({ stretch, from, to }) => of.stretches[stretch]?.text.slice(from, to)).join("|"),
  ])
}

test("a word changed in its midst is found as it was, as it is, and by its struck letters", () => {
  expect(termsOf(grey, "text")).toEqual(["a", "gray", "sky"])
  expect(termsOf(grey, "struck")).toEqual(["grey", "e"])
  expect(termsOf(grey, "added")).toEqual(["gray", "a"])
  expect(found(grey, "gray")).toEqual([
    ["text", "gr|a|y"],
    ["added", "gr|a|y"],
  ])
  expect(found(grey, "grey")).toEqual([["struck", "gr|e|y"]])
  expect(found(grey, "text:grey")).toEqual([])
})

test("a phrase is found in one state of the text, and struck where a word of it is struck", () => {
  expect(found(grey, '"gray sky"')).toEqual([
    ["text", "gr|a|y|sky"],
    ["added", "gr|a|y|sky"],
  ])
  expect(found(grey, 'struck:"a grey sky"')).toEqual([["struck", "A|gr|e|y|sky"]])
  expect(found(grey, '"gray grey"')).toEqual([])
  expect(found(grey, '"gray sk*"')).toHaveLength(2)
})

test("no two words are glued together where a deletion took the blank between them", () => {
  const words = passage(["one", 0], [" two ", struck], ["three", 0])
  expect(termsOf(words, "text")).toEqual(["one", "three"])
  expect(termsOf(words, "struck")).toEqual(["two"])
})

test("what was added and struck again is found as struck and as added", () => {
  const both = passage(["I ", 0], ["really ", struck | added], ["came", 0])
  expect(termsOf(both, "text")).toEqual(["i", "came"])
  expect(termsOf(both, "struck")).toEqual(["really"])
  expect(termsOf(both, "added")).toEqual(["really"])
})

test("the editor's spelling is text, and the writer's is found as written", () => {
  const corrected = passage(["the ", 0], ["teh", asWritten], ["end", asRead], [" of it", 0])
  expect(termsOf(corrected, "text")).toEqual(["the", "end", "of", "it"])
  expect(termsOf(corrected, "written")).toEqual(["teh"])
  const shown = (typed: string) =>
    contextOf(corrected, hitsIn(corrected, readQuery(typed, fieldOf), new Set(fields)))
      .parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join("")
  expect(shown("teh")).toBe("the [teh] of it")
  expect(shown("end")).toBe("the [end] of it")
})

test("notes are searched as notes only, and what is left out marks nothing", () => {
  const note = { ...passage(["about blue", 0]), isNote: true }
  expect(found(note, "blue")).toEqual([["notes", "blue"]])
  expect(found(note, "text:blue")).toEqual([])
  expect(found(note, "-blue")).toEqual([])
})

test("the context is cut between words, and hits that overlap are marked once", () => {
  const long = passage([`${"before ".repeat(30)}blue sky ${"after ".repeat(60)}`, 0])
  const hits = hitsIn(long, readQuery('blue "blue sky"', fieldOf), new Set(fields))
  const { parts, isCutBefore, isCutAfter } = contextOf(long, hits)
  expect([isCutBefore, isCutAfter]).toEqual([true, true])
  expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["blue", "sky"])
  const whole = parts.map(({ text }) => text).join("")
  expect(whole).toMatch(/^before .* after$/)
  expect(whole.length).toBeLessThan(320)
})
