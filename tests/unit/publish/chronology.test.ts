import { expect, test } from "vitest"
import { dayOf, inOrderOfTime, yearOf } from "../../../src/publish/chronology.js"
import { letter } from "./summaries.js"

test.each([
  ["1894-10-15", [1894, 10, 15], [1894, 10, 15]],
  ["1894-10", [1894, 10, 1], [1894, 10, 31]],
  ["1894", [1894, 1, 1], [1894, 12, 31]],
  ["-0043-03-15", [-43, 3, 15], [-43, 3, 15]],
  ["12026", [12026, 1, 1], [12026, 12, 31]],
  ["--05-03", undefined, undefined],
  ["May 1894", undefined, undefined],
  ["", undefined, undefined],
] as const)("the first and the last day of %j", (date, first, last) => {
  expect(dayOf(date, "first")).toEqual(first)
  expect(dayOf(date, "last")).toEqual(last)
})

test.each([
  ["days", ["b 1894-10-16", "a 1894-10-15"], "ab"],
  ["a sure date before a vague one that begins with it", ["c 1894", "b 1894-01", "a 1894-01-01"], "abc"],
  ["a vague date where it begins", ["b 1894-02-01", "a 1894", "c 1895"], "abc"],
  ["limits where the first is", ["b 1894/1896", "a 1893-12-31", "c 1895-01-01"], "abc"],
  ["a limit that stands alone", ["b /1894-03-01", "c 1894-04-01/", "a 1894-02-01"], "abc"],
  ["undated ones last, in the edition's order", ["y", "x", "a 1894"], "ayx"],
  ["years before our era and five-figured ones", ["c 12026", "b 0900", "a -0043"], "abc"],
  ["the edition's order where nothing else decides", ["b 1894", "a 1894"], "ba"],
] as const)("in order of time: %s", (_, documents, order) => {
  const summaries = documents.map((each) => {
    const [name = "", when] = each.split(" ")
    return letter(name, "", "", when)
  })
  expect(inOrderOfTime(summaries).map(({ name }) => name)).toEqual([...order])
})

test("a document is listed in the first year in which it can have been written", () => {
  expect(yearOf(letter("a", "", "", "1894-12-31/1895-01-02"))).toBe(1894)
  expect(yearOf(letter("a", "", "", "/1895"))).toBe(1895)
  expect(yearOf(letter("a", "", ""))).toBeUndefined()
})
