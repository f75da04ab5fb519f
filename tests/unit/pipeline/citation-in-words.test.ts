import { expect, test } from "vitest"
import { bibliographicRecord } from "../../../src/model/bibliographic-record.js"
import { citationInWords } from "../../../src/pipeline/citation-in-words.js"
import { wordsIn } from "../../interface.js"
import { allSummaries, edition } from "../interchange/letters.js"

const [english, german] = [wordsIn("en"), wordsIn("de")]
const summary = (await allSummaries()).find(({ name }) => name === "known")
if (summary === undefined) throw new Error("no letter")
const record = bibliographicRecord(summary, edition)

test("a letter is cited in the language of the pages, with the day in words", () => {
  expect(citationInWords(record, english)).toBe(
    "Clara Weil, “To the bookbinder: {50% off} & more_”, in Letters of 1911 & after, ed. Ada Quill and Ben Reader, edition 1.2.0 (24 November 2026), known, https://example.org/letters/known/index.html.",
  )
  expect(citationInWords(record, german)).toBe(
    "Clara Weil, „To the bookbinder: {50% off} & more_“, in: Letters of 1911 & after, hg. von Ada Quill und Ben Reader, Version 1.2.0 (24. November 2026), known, https://example.org/letters/known/index.html.",
  )
})

test("a passage is cited with its own address, from the edition's root where it is not known where that stands", () => {
  expect(citationInWords(record, english, "known.abc")).toMatch(
    /, known, https:\/\/example\.org\/letters\/known\/index\.html#known\.abc\.$/,
  )
  const { address, ...homeless } = record
  expect(address).toBeDefined()
  expect(citationInWords(homeless, english)).toMatch(/\(24 November 2026\), known\.$/)
  expect(citationInWords(homeless, english, "known.abc")).toMatch(/, known\/index\.html#known\.abc\.$/)
})

test("what is not known is left out", () => {
  const { date, ...undated } = record.edition
  expect(date).toBe("2026-11-24")
  expect(citationInWords({ ...record, authors: [], edition: undated }, english)).toMatch(
    /^“To the .* edition 1\.2\.0, known, https/,
  )
})
