import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { isDateline } from "../../../src/read/dates.js"
import { readRaw } from "../../../src/read/raw.js"
import { isClosingPhrase, isSalutation } from "../../../src/read/structure.js"
import { divOf, encodeBodyText, profileNamed } from "../../encoding.js"

const encoded = (typed: string) => divOf(encodeBodyText(typed).tei ?? "")

test.each(["Dear Mr. Chairman:", "Lieber Freund,", "Sir,", "Dear Ben", "My dear Ada,"])(
  "“%s” greets",
  (line) => expect(isSalutation(line)).toBe(true),
)

test.each([
  "Sir John came to dinner yesterday and stayed.",
  "Dear me, what a storm it was",
  "Sirius is bright.",
])("“%s” does not", (line) => expect(isSalutation(line)).toBe(false))

test.each(["Yours sincerely,", "Ihr ergebenster", "Mit den besten Grüßen", "Love,", "Yours truly."])(
  "“%s” closes",
  (line) => expect(isClosingPhrase(line)).toBe(true),
)

test.each(["Ihr Brief vom Montag ist verloren.", "Love is all that remains to us now."])(
  "“%s” does not close",
  (line) => expect(isClosingPhrase(line)).toBe(false),
)

test.each(["Boston, Mass., Jan. 5th, 1862.", "Weimar, den 12. März 1897", "Berlin, 1. Mai 1870"])(
  "“%s” dates",
  (line) => expect(isDateline(line)).toBe(true),
)

test("a postscript needs a close before it", () =>
  expect(encoded("Dear Ben,\n\nAll came.\n\nP. S. Grant was there.")).toContain(
    "<p>P. S. Grant was there.</p>",
  ))

test("a question below a close is no name", () =>
  expect(encoded("Lieber Freund,\n\nEs regnet.\n\nIhr alter\n\nKommen Sie bald?")).not.toContain("<signed>"))

test("a raw letter's signature gives its sender, and what each paragraph was taken for is told", () => {
  const typed = "Berlin, 1. Mai 1870\nLieber Freund,\n\nes regnet.\n\nDein\nKarl Marks\n"
  const raw = readRaw(openSourceText("raw.txt", typed), "Raw", profileNamed("stet"))
  expect(raw.value.documents.map((each) => each.frontMatter.sender)).toEqual(["Karl Marks"])
  const roles = raw.diagnostics
    .filter((each) => each.code === "assumed-role")
    .map((each) => each.span?.start.line)
  expect(roles).toEqual([1, 2, 6, 7])
})
