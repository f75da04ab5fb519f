import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { openRelaxNg } from "../../../src/check/relax-ng.js"
import { wellFormed } from "../../../src/check/well-formed.js"
import { placesOf } from "../../encoding.js"

const grammar = openRelaxNg(
  readFileSync(fileURLToPath(new URL("../../../schema/edition.rng", import.meta.url)), "utf8"),
)
const built = fileURLToPath(new URL("../../../output/tei/", import.meta.url))
const letter = readFileSync(`${built}kennedy-khrushchev-1962-10-27-letter.xml`, "utf8")

const found = (text: string) => {
  const tei = { name: "letter.xml", text }
  const reading = wellFormed(tei, grammar.faultOf)
  return reading.diagnostics.length > 0 ? reading.diagnostics : grammar.check(tei, reading.value)
}
const placeOf = (text: string, what: string) => {
  const before = text.slice(0, text.indexOf(what)).split("\n")
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`
}

test("a letter that fits the schema has no fault", () => expect(found(letter)).toEqual([]))

test("an element that does not belong has its place and what was expected", () => {
  const text = letter.replace("<opener", "<strike>x</strike><opener")
  const [only, ...more] = found(text)
  expect(more).toEqual([])
  expect(only && placesOf([only])).toEqual([`${placeOf(text, "<strike>")} tei-invalid`])
  expect(only?.message).toMatch(/<strike> may not stand here; expected: \w/)
})

test("an attribute that does not belong is told at its element", () => {
  const text = letter.replace("<body>", '<body colour="red">')
  expect(placesOf(found(text))).toEqual([`${placeOf(text, "<body")} tei-invalid`])
})

test("one cause gives one fault, and the next is found too", () => {
  const text = letter.replace("<opener", "<strike/><opener").replace("</closer>", "</closer><blink/>")
  expect(placesOf(found(text))).toEqual([
    `${placeOf(text, "<strike/>")} tei-invalid`,
    `${placeOf(text, "<blink/>")} tei-invalid`,
  ])
})

test("what is not XML has the place where it breaks", () => {
  const [only] = found(letter.replace("</opener>", "</openner>"))
  expect([only?.code, only?.span?.start.line]).toEqual([
    "tei-not-well-formed",
    Number(placeOf(letter, "</opener>").split(":")[0]),
  ])
})

test("a broken schema is our own fault", () => expect(() => openRelaxNg("<grammar/>")).toThrow(/broken/))
