import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import "@citation-js/plugin-ris"
import { describe, expect, test } from "vitest"
import { bibtexEntry } from "../../../src/interchange/bibtex.js"
import { type CslItem, cslItem } from "../../../src/interchange/csl.js"
import { risRecord } from "../../../src/interchange/ris.js"
import { allSummaries, recordsOf } from "./letters.js"

// Judge of BibTeX and RIS: Citation.js, which reads them back. The official schema of CSL-JSON, csl-data.json 1.0, comes
// from no registry of packages; CONTRIBUTING.md says how it was run. Its rules are tested below.

const records = recordsOf(await allSummaries())
const recordOf = (name: string) => {
  const record = records.find((each) => each.name === name)
  if (record === undefined) throw new Error(`no record ${name}`)
  return record
}
const readBack = (text: string): Readonly<Record<string, unknown>> =>
  new Cite(text, { generateGraph: false }).data[0] ?? {}

/** Citation.js has a name in braces for a family's, and tells its particle apart. */
const namesOf = (names: unknown) =>
  (names as readonly Readonly<Record<string, string>>[] | undefined)?.map((each) =>
    [each["non-dropping-particle"], each["family"] ?? each["literal"], each["given"]]
      .filter(Boolean)
      .join(" "),
  )

/** The variables of the schema that are used here, by what they hold. */
const strings = [
  "type",
  "id",
  "title",
  "genre",
  "abstract",
  "language",
  "archive",
  "archive-place",
  "archive_collection",
  "archive_location",
  "container-title",
  "version",
  "publisher",
  "publisher-place",
  "DOI",
  "URL",
]
const names = ["author", "recipient", "editor", "contributor"]

describe("CSL-JSON", () => {
  test("of a letter is a personal communication, with its recipient and the archive", () =>
    expect(cslItem(recordOf("known"))).toEqual({
      id: "known",
      type: "personal_communication",
      title: "To the bookbinder: {50% off} & more_",
      author: [{ family: "Weil", given: "Clara" }],
      recipient: [{ literal: "Brandt & Sons" }],
      editor: [{ literal: "Ada Quill" }, { literal: "Ben Reader" }],
      issued: { "date-parts": [[1911, 3, 4]] },
      genre: "letter",
      abstract: "The binding </script> is not good.",
      language: "de",
      archive: "State Archive",
      "archive-place": "Vienna, Austria",
      archive_collection: "Papers & letters",
      archive_location: "Box 7, 50%",
      "container-title": "Letters of 1911 & after",
      version: "1.2.0",
      publisher: "Harbour Press",
      "publisher-place": "London",
      URL: "https://example.org/letters/known/index.html",
    }))

  test("of a draft is a manuscript of a day between two", () =>
    expect(cslItem(recordOf("draft"))).toMatchObject({
      type: "manuscript",
      issued: {
        "date-parts": [
          [1911, 3, 2],
          [1911, 3, 4],
        ],
        circa: true,
      },
    }))

  test("of what is dated to one side only has the date in words", () =>
    expect(cslItem(recordOf("lost"))["issued"]).toEqual({ literal: "not after May 1911" }))

  test.each(records.map(({ name }) => name))(
    "%s has the schema's variables and no others, and nothing empty",
    (name) => {
      const item: CslItem = cslItem(recordOf(name))
      for (const [variable, value] of Object.entries(item)) {
        if (strings.includes(variable)) expect(value, variable).toEqual(expect.stringMatching(/\S/))
        else if (variable === "issued")
          expect(["date-parts", "circa", "literal"]).toEqual(expect.arrayContaining(Object.keys(value)))
        else {
          expect(names).toContain(variable)
          for (const each of value as readonly object[])
            expect(["family,given", "literal"], variable).toContain(Object.keys(each).join())
        }
      }
    },
  )
})

describe.each(records.map((record) => [record.name, record] as const))(
  "%s, read back by Citation.js,",
  (name, record) => {
    const item = cslItem(record)
    const dated = record.date.when !== "" || record.date.notAfter !== ""

    test("is the same in BibTeX", () => {
      const back = readBack(bibtexEntry(record))
      expect(back["title"]).toBe(item["title"])
      expect(back["URL"]).toBe(item["URL"])
      expect(back["publisher"]).toBe(item["publisher"])
      expect(namesOf(back["author"])).toEqual(namesOf(item["author"]))
      expect(namesOf(back["editor"])).toEqual(namesOf(item["editor"]))
      expect(back["citation-key"]).toBe(name === "aus-wien-für-ötzi" ? "aus-wien-fur-otzi" : name)
    })

    test("is the same in RIS", () => {
      const back = readBack(risRecord(record))
      expect(back["type"]).toBe(record.genre === "document" ? "document" : item["type"])
      for (const variable of [
        "title",
        "abstract",
        "language",
        "genre",
        // Citation.js knows no publisher of a manuscript.
        ...(record.genre === "manuscript" ? [] : ["publisher"]),
        "publisher-place",
        "URL",
      ])
        expect(back[variable], variable).toEqual(item[variable])
      expect((back["author"] as readonly object[] | undefined)?.length ?? 0).toBe(record.authors.length)
      if (dated && record.date.when !== "") expect(back["issued"]).toEqual(item["issued"])
    })
  },
)

test("a field of RIS stands in one line, whatever its words", () => {
  const text = risRecord({ ...recordOf("known"), abstract: "One\nER  - \nTY  - BOOK" })
  expect(text.match(/^ER {2}- /gm)).toHaveLength(1)
  expect(text.split("\r\n").filter((line) => line !== "" && !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([])
})
