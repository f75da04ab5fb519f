import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { checkText, grammarFrom } from "../../checking.js"
import { placesOf } from "../../encoding.js"

const fromRoot = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8")
const grammar = grammarFrom(fromRoot("schema/edition.rng"))
const letter = fromRoot("output/tei/kennedy-khrushchev-1962-10-27-letter.xml")

const found = (text: string) => checkText("letter.xml", text, [grammar])
const placeOf = (text: string, what: string) => {
  const before = text.slice(0, text.indexOf(what)).split("\n")
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`
}

test("a letter that fits the schema has no fault", () => expect(found(letter)).toEqual([]))

/** What is done to the letter, where the fault stands then, its code, what is said, and what is proposed. */
const faults: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    "<opener",
    "<strike>x</strike><opener",
    "<strike>",
    "tei-element-unknown",
    "The schema knows no element <strike>",
    "can stand here",
  ],
  [
    "</p>",
    "<lbb/></p>",
    "<lbb/>",
    "tei-element-unknown",
    "no element <lbb>; <lb> (line beginning) would be the nearest",
    "can stand here",
  ],
  [
    "</closer>",
    "<closer/></closer>",
    "<closer/>",
    "tei-element-misplaced",
    "<closer> cannot stand at this place in <closer>",
    "can stand here: ",
  ],
  [
    "<body>",
    '<body colour="red">',
    'colour="red"',
    "tei-attribute-unknown",
    "<body> cannot have the attribute @colour",
    "Attributes it can have",
  ],
  [
    "<p ",
    '<p corespp="#x" ',
    'corespp="#x"',
    "tei-attribute-unknown",
    "@corespp; @corresp would be the nearest",
    "@corresp",
  ],
  [
    "<p ",
    '<p cert="hihg" ',
    'cert="hihg"',
    "tei-attribute-value",
    "@cert of <p> (paragraph) cannot be “hihg”; “high” would be the nearest",
    "“high”, “low”, “medium” or “unknown”",
  ],
  [
    "<opener",
    "Well,\n<opener",
    "Well,",
    "tei-text-misplaced",
    "No text can stand here in <div> (text division): “Well,”",
    "can stand here",
  ],
  [
    "<p ",
    "<p><ptr/></p><p ",
    "<ptr/>",
    "tei-attribute-missing",
    "<ptr> (pointer) lacks an attribute: @target",
    "start tag",
  ],
  [
    'when="1962-10-27"',
    'when="1962-10-72"',
    'when="1962-10-72"',
    "tei-attribute-value",
    "@when of <date> cannot be “1962-10-72”",
    "a day such as 1962-10-27",
  ],
]

test.each(faults)("%s → %s", (from, to, what, code, wording, hint) => {
  const text = letter.replace(from, to)
  const problems = found(text)
  expect(placesOf(problems)).toEqual([`${placeOf(text, what)} ${code}`])
  expect(problems[0]?.message).toContain(wording)
  expect(problems[0]?.hint).toContain(hint)
})

test("what is missing is named, and told at what comes too early", () => {
  const text = letter.replace(/<titleStmt>[\s\S]*?<\/titleStmt>/, "")
  const problems = found(text)
  expect(placesOf(problems)).toEqual([`${placeOf(text, "<editionStmt>")} tei-element-missing`])
  expect(problems[0]?.message).toBe(
    "Something is missing in <fileDesc> before <editionStmt>: <titleStmt> (title statement).",
  )
})

test("what is missing at the end is told at the element that lacks it", () => {
  const text = letter.replace(/<sourceDesc>[\s\S]*?<\/sourceDesc>/, "")
  const problems = found(text)
  expect(placesOf(problems)).toEqual([`${placeOf(text, "<fileDesc>")} tei-element-missing`])
  expect(problems[0]?.message).toContain("<sourceDesc> (source description)")
})

test("one cause gives one fault, and the next is found too", () => {
  const text = letter.replace("<opener", "<strike/><opener").replace("</closer>", "</closer><blink/>")
  expect(placesOf(found(text))).toEqual([
    `${placeOf(text, "<strike/>")} tei-element-unknown`,
    `${placeOf(text, "<blink/>")} tei-element-unknown`,
  ])
})

test("an id that is given twice is told where it is given again", () => {
  const [, id = ""] = /<p xml:id="([^"]+)"/.exec(letter) ?? []
  const text = letter.replace("</p>", `<lb xml:id="${id}"/></p>`)
  const [only, ...more] = found(text)
  expect([more, only?.code, only?.message]).toEqual([
    [],
    "tei-id-twice",
    `The id “${id}” is given a second time in this file.`,
  ])
})

test("what is not XML has the place where it breaks, and nothing more is said", () => {
  const [only, ...more] = found(letter.replace("</opener>", "</openner>"))
  expect([more, only?.code, only?.span?.start.line]).toEqual([
    [],
    "tei-not-well-formed",
    Number(placeOf(letter, "</opener>").split(":")[0]),
  ])
})
