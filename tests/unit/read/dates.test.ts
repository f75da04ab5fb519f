import { expect, test } from "vitest"
import { findDate, isDateline } from "../../../src/read/dates.js"

test.each([
  ["October 27, 1962", "1962-10-27"],
  ["27 October 1962", "1962-10-27"],
  ["Wien, 27. Okt. 1962", "1962-10-27"],
  ["le 1er mai 1911", undefined],
  ["2 mai 1911", "1911-05-02"],
  ["August 1st, 1899", "1899-08-01"],
  ["1911-05-03", "1911-05-03"],
  ["29 February 1900", undefined],
  ["29 February 2000", "2000-02-29"],
  ["0 May 1911", undefined],
  ["Maybe 3, 1911", undefined],
  ["1911-13-01", undefined],
])("%s is the day %s", (line, when) => expect(findDate(line)?.when).toBe(when))

test("a date's words have their place in the line", () =>
  expect(findDate("Whitby, 3 May 1911.")).toEqual({ when: "1911-05-03", start: 8, end: 18 }))

test.each(["3 May 1911", "Whitby, 3 May 1911", "St. Ives, May 3, 1911.", "3 May 1911, Whitby"])(
  "“%s” is a dateline",
  (line) => expect(isDateline(line)).toBe(true),
)

test.each([
  "On 3 May 1911 the boat came in.",
  "we met on 3 May 1911",
  "Whitby",
  "3 May 1911: the boat is in",
])("“%s” is none", (line) => expect(isDateline(line)).toBe(false))
