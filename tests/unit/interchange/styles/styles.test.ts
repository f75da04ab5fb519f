import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type CslItem, cslItem } from "../../../../src/interchange/csl.js"
import { dateInStyle, yearsOf } from "../../../../src/interchange/styles/dates.js"
import { citationIn, citationsOf } from "../../../../src/interchange/styles/styled.js"
import type { BibliographicRecord } from "../../../../src/model/bibliographic-record.js"
import {
  type CitationRun,
  type CitationStyle,
  citationStyles,
  wordsOfCitation,
} from "../../../../src/model/citation.js"
import { asPart } from "./as-judged.js"
import { absent, judged } from "./judge.js"
import { anonymous, called, on, records } from "./records.js"

const isCi = process.env["CI"] === "true"

/** Works' titles between asterisks, as the judge has them. */
const shown = (runs: readonly CitationRun[]) =>
  runs.map(({ kind, words }) => (kind === "title" ? `*${words}*` : words)).join("")
const names = Object.keys(records)
const recordOf = (name: string): BibliographicRecord => {
  const record = records[name]
  if (record === undefined) throw new Error(`no record ${name}`)
  return record
}

/** Where the judge's words are not ours, on purpose. */
interface Deviation {
  readonly styles: readonly CitationStyle[]
  /** Only there; everywhere if left out. */
  readonly record?: string
  readonly judge: string | RegExp
  readonly ours: string
  readonly why: string
}
const deviations: readonly Deviation[] = [
  {
    styles: ["chicago"],
    judge: /, Version (?=1)|(?<=\*)\. Version (?=1)/,
    ours: ", version ",
    why: "The judge takes the version for the name of an edition, which begins with a capital.",
  },
  {
    styles: ["apa"],
    judge: "(Original work published ",
    ours: "(Original work written ",
    why: "A letter was written, and published by nobody.",
  },
  {
    styles: ["chicago-note", "chicago"],
    record: "initials, hyphens and apostrophes",
    judge: "J.R.R.",
    ours: "J. R. R.",
    why: "The Chicago Manual (10.12) has blanks between initials; the judge's style leaves them as they were typed.",
  },
  {
    styles: ["chicago-note"],
    record: "a title with a full stop",
    judge: "the Dr.” March",
    ours: "the Dr.,” March",
    why: "A comma follows the full stop of an abbreviation (Chicago 6.123); the judge's engine drops it.",
  },
  {
    styles: ["chicago-note", "chicago", "mla"],
    record: "a title with quotation marks at its end",
    judge: /’([,.])”/,
    ours: "$1’”",
    why: "Commas and full stops stand within both marks (Chicago 6.9); the judge's engine goes within one.",
  },
  {
    styles: citationStyles,
    record: "a French title with quotation marks",
    judge: /« ?\u202f?\u00a0?reliure\s?»/,
    ours: "« reliure »",
    why: "Blanks stand as the edition has them; the judge puts in those of French printers.",
  },
  {
    styles: ["chicago"],
    record: "neither place nor publisher",
    judge: "1.2.0., 2026",
    ours: "1.2.0, 2026",
    why: "The judge's style takes the end of the version for the end of a sentence, and goes on.",
  },
  {
    styles: ["apa"],
    record: "names of Hebrew and Arabic",
    judge: "דוד.,",
    ours: "דוד,",
    why: "A script without capitals has no initials, and what is not shortened has no stop.",
  },
  {
    styles: citationStyles,
    record: "a passage of a letter with a doi",
    judge: "https://doi.org/10.1234/letters.1.letter",
    ours: "https://example.org/letters/letter/index.html#letter.abc",
    why: "The DOI is the letter's; whoever cites a passage leads to the passage.",
  },
]

if (absent !== "")
  test.skipIf(!isCi)(`pandoc's citeproc is asked about every citation; ${absent}`, () =>
    expect(absent).toBe(""),
  )
else
  describe("pandoc's citeproc", () => {
    const ask = (style: CitationStyle) =>
      judged(
        style,
        names.map((name, at) => ({ ...asPart(style, recordOf(name)), id: `item${at}` })),
      )
    const answers = new Map(citationStyles.map((style) => [style, ask(style)]))
    const judgeOf = (style: CitationStyle, name: string): string =>
      answers.get(style)?.get(`item${names.indexOf(name)}`) ?? ""
    const concern = (each: Deviation, style: CitationStyle, name: string) =>
      each.styles.includes(style) && (each.record ?? name) === name

    describe.each(citationStyles)("of %s", (style) => {
      test.each(names)("%s", (name) => {
        const theirs = deviations
          .filter((each) => concern(each, style, name))
          .reduce((words, { judge, ours }) => words.replace(judge, ours), judgeOf(style, name))
        expect(shown(citationIn(style, recordOf(name)))).toBe(theirs)
      })
    })

    test.each(deviations)("is not followed: $why", (each) => {
      for (const style of each.styles) {
        const told = names.filter((name) => concern(each, style, name)).map((name) => judgeOf(style, name))
        expect(told.filter((words) => words.replace(each.judge, each.ours) !== words).length).toBeGreaterThan(
          0,
        )
      }
    })

    const datings = [
      { when: "1911-03-04" },
      { when: "1911-05" },
      { when: "1911" },
      { when: "1962-09-30" },
      { from: "1894-10-01", to: "1894-10-03" },
      { from: "1894-09-28", to: "1894-10-03" },
      { from: "1893-12-31", to: "1894-01-02" },
      { from: "1893", to: "1894" },
    ].map(on)
    test.each([
      ["chicago-note", "month first"],
      ["mla", "day first"],
    ] as const)("of %s writes the same dates, %s", (style, order) => {
      const page = (date: BibliographicRecord["date"], at: number): CslItem => {
        const { issued = {} } = cslItem({ ...recordOf("a letter"), date })
        return { id: `date${at}`, type: "webpage", title: "A title", "container-title": "Site", issued }
      }
      const told = judged(style, datings.map(page))
      datings.forEach((date, at) => {
        expect(told.get(`date${at}`)).toContain(`, ${dateInStyle(date, order)}.`)
      })
    })
  })

test("a letter of nobody begins with its title, though the judge puts the editors in the writer's place", () => {
  const [letter, draft] = ["a letter of nobody", "a draft of nobody"].map((name) => {
    const record = anonymous[name]
    return record && Object.fromEntries(citationsOf(record).map(({ style, runs }) => [style, shown(runs)]))
  })
  const address = "https://example.org/letters/letter/index.html"
  const [title, edition] = ["Clara Weil to the Bookbinder, 4 March 1911", "*Letters of 1911 and After*"]
  expect(letter).toEqual({
    "chicago-note": `“${title},” March 4, 1911, in ${edition}, ed. Ada Quill and Ben Reader, version 1.2.0 (London: Harbour Press, 2026), ${address}.`,
    chicago: `“${title}.” March 4, 1911. In ${edition}, edited by Ada Quill and Ben Reader, version 1.2.0. London: Harbour Press, 2026. ${address}.`,
    mla: `“${title}.” 4 Mar. 1911. ${edition}, edited by Ada Quill and Ben Reader, version 1.2.0, Harbour Press, 2026, ${address}.`,
    apa: `Clara Weil to the bookbinder, 4 March 1911 [Letter to Brandt & Sons]. (2026). In Ada Quill & Ben Reader (Eds.), *Letters of 1911 and after* (Version 1.2.0). Harbour Press. ${address} (Original work written 1911)`,
  })
  expect(draft?.["apa"]).toMatch(/^Is it war now\? \[Draft\]\. \(2026\)\. In /)
})

test.each([
  [{}, "", "", ""],
  [{ notAfter: "1911-05" }, "not after May 1911", "not after May 1911", "not after 1911"],
  [{ notBefore: "1911-05-01" }, "not before May 1, 1911", "not before 1 May 1911", "not before 1911"],
  [{ from: "1911" }, "from 1911", "from 1911", "not before 1911"],
  [{ to: "1911" }, "until 1911", "until 1911", "not after 1911"],
  [
    { notBefore: "1911-03-02", notAfter: "1911-03-04" },
    "between March 2 and 4, 1911",
    "between 2 and 4 Mar. 1911",
    "1911",
  ],
  [
    { notBefore: "1910", notAfter: "1911-03" },
    "between 1910 and March 1911",
    "between 1910 and Mar. 1911",
    "1910–1911",
  ],
  [{ when: "-0044-03-15" }, "March 15, 44 BC", "15 Mar. 44 BC", "44 B.C.E."],
])("of a day that is not known is said what is known: %o", (dating, long, short, years) => {
  const date = on(dating)
  expect([dateInStyle(date, "month first"), dateInStyle(date, "day first"), yearsOf(date)]).toEqual([
    long,
    short,
    years,
  ])
})

test("a document of which nothing is known is cited without gaps", () => {
  const record = recordOf("a letter")
  const bare = { ...record, title: "", kind: "", authors: [], recipients: [], address: undefined }
  const cited = {
    ...bare,
    date: on({}),
    edition: { ...record.edition, editors: [], publisher: "", place: "" },
  }
  expect(citationsOf(cited).map(({ runs }) => shown(runs))).toEqual([
    "Letter, in *Letters of 1911 and After*, version 1.2.0, 2026.",
    "Letter. In *Letters of 1911 and After*, version 1.2.0, 2026.",
    "Letter. *Letters of 1911 and After*, version 1.2.0, 2026.",
    "[Letter]. (2026). In *Letters of 1911 and after* (Version 1.2.0).",
  ])
})

test("in each style stand the title of the edition, its version and the address, whatever the words", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 40 })
  fc.assert(
    fc.property(words, words, fc.constantFrom(...citationStyles), (title, name, style) => {
      const record = { ...recordOf("a draft"), title, authors: [called(name)] }
      const cited = wordsOfCitation(citationIn(style, record))
      expect(cited.toLowerCase()).toContain("letters of 1911 and after")
      expect(cited).toContain("ersion 1.2.0")
      expect(cited).toContain("https://example.org/letters/letter/index.html")
      expect(cited).not.toMatch(/\n/)
    }),
  )
})
