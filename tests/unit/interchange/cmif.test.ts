import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { cmifOf } from "../../../src/interchange/cmif.js"
import type { EditionRecord } from "../../../src/model/bibliographic-record.js"
import { readSchema, validate } from "../../../src/relaxng/index.js"
import { sharedFile } from "../../relaxng/shared.js"
import { allSummaries, edition, recordsOf } from "./letters.js"
import { all, readXml } from "./read-xml.js"

// The schema of CMIF 1.1 comes from no registry of packages, so that a subset of TEI is held to all of TEI here, by jing
// and by our own validator, and to CMIF's own rules below: its documentation, the content models of its ODD and its
// Schematron (W0001, E0001–E0004).

const records = recordsOf(await allSummaries())
const cmif = (told: Partial<EditionRecord> = {}, of = records) => cmifOf(of, { ...edition, ...told })
const made = cmif() ?? ""

describe("the index of letters", () => {
  const read = readXml(made)
  const letters = all(read, "correspDesc")

  test("has the letters that were sent, and no draft, nothing unsent, nothing given to the press", () =>
    expect(letters.map(({ attributes }) => attributes["key"])).toEqual([
      "known",
      "lost",
      "aus-wien-für-ötzi",
      "kennedy-khrushchev-1962-10-27-letter",
    ]))

  test("leads to each letter and to the edition that has it", () => {
    const [source] = all(read, "bibl")
    expect(source?.attributes["xml:id"]).toMatch(
      /^[a-f][0-9a-f]{7}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(source?.attributes["type"]).toBe("online")
    for (const { attributes } of letters) {
      expect(attributes["source"]).toBe(`#${source?.attributes["xml:id"]}`)
      expect(attributes["ref"]).toBe(
        `https://example.org/letters/${encodeURIComponent(attributes["key"] ?? "")}/index.html`,
      )
    }
  })

  test("keeps the number of the edition from one version to the next", () => {
    const idOf = (text: string | undefined) => /xml:id="([^"]+)"/.exec(text ?? "")?.[1]
    expect(idOf(cmif({ version: "2.0.0", date: "2027-01-01", title: "Other" }))).toBe(idOf(made))
    expect(idOf(cmif({ url: "https://example.org/others" }))).not.toBe(idOf(made))
  })

  test("says of each letter who sent it and who got it, if only that nobody knows (E0001, E0002)", () => {
    for (const letter of letters) {
      expect(letter.children.map(({ attributes }) => attributes["type"])).toEqual(["sent", "received"])
      for (const act of letter.children)
        expect(all(act, "persName").length + all(act, "orgName").length).toBeGreaterThan(0)
    }
    expect(made).toContain("<persName>Unknown</persName>")
  })

  test("dates nothing by an empty date, and each date by a day, a month or a year (E0004)", () => {
    const dates = all(read, "profileDesc").flatMap((each) => all(each, "date"))
    expect(dates.map(({ attributes }) => attributes)).toEqual([
      { when: "1911-03-04" },
      { notAfter: "1911-05" },
      { from: "1894-10-01", to: "1894-10-03" },
      { when: "1962-10-27" },
    ])
  })

  test("names persons and places as the authorities do that such indexes know", () => {
    expect(made).toContain('<persName ref="https://d-nb.info/gnd/118540238">Clara Weil</persName>')
    expect(made).toContain('<orgName ref="https://viaf.org/viaf/24602065">Brandt &amp; Sons</orgName>')
    expect(made).toContain('<placeName ref="https://www.geonames.org/2761369">Vienna</placeName>')
    expect(made).toContain("<placeName>Linz</placeName>")
  })

  test("has of the header what the format asks for, in its order", () => {
    const [stated] = all(read, "publicationStmt")
    expect(stated?.children.map(({ name }) => name)).toEqual(["publisher", "idno", "date", "availability"])
    expect(stated?.children[1]).toMatchObject({
      attributes: { type: "url" },
      words: "https://example.org/letters/cmif.xml",
    })
    expect(stated?.children[2]?.attributes["when"]).toBe("2026-11-24T00:00:00Z")
    expect(all(read, "titleStmt")[0]?.children.map(({ name }) => name)).toEqual(["title", "editor", "editor"])
    expect(all(read, "email")[0]?.words).toBe("ada@example.org")
    expect(all(read, "bibl")[0]?.words).toContain(
      "Ada Quill, Ben Reader: Letters of 1911 & after. Version 1.2.0. Harbour Press, London 2026.",
    )
  })
})

test.each([
  ["https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"],
  ["http://creativecommons.org/licenses/by/4.0/deed.de", "https://creativecommons.org/licenses/by/4.0/"],
  ["https://creativecommons.org/publicdomain/zero/1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
])("an edition under %s gives its index to all", (url, licence) => {
  expect(cmif({ licence: { name: "L", url }, metadataLicence: undefined })).toContain(`target="${licence}"`)
})

test("nobody's licence is given for him, and no address or date is made up", () => {
  expect(cmif({ metadataLicence: undefined })).toBeUndefined()
  expect(cmif({ url: undefined })).toBeUndefined()
  expect(cmif({ date: undefined })).toBeUndefined()
  expect(
    cmif(
      {},
      records.filter(({ name }) => name === "draft"),
    ),
  ).toBeUndefined()
})

describe("by all of TEI", () => {
  const schema = sharedFile("schemas/tei_all-4.12.0.rng") ?? ""
  const hasJing = spawnSync("jing", []).error === undefined
  const folder = mkdtempSync(join(tmpdir(), "stet-cmif-"))
  beforeAll(() => writeFileSync(join(folder, "cmif.xml"), made))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.runIf(schema !== "")(
    "it is valid to our own validator",
    () => {
      const grammar = readSchema(readFileSync(schema, "utf8"), { uri: schema }).schema
      if (!grammar) throw new Error("tei_all cannot be read")
      expect(validate(grammar, made)).toEqual([])
    },
    60_000,
  )

  test.runIf(schema !== "" && hasJing)(
    "it is valid to jing",
    () => {
      const { stdout, status } = spawnSync("jing", [schema, join(folder, "cmif.xml")], { encoding: "utf8" })
      expect([stdout, status]).toEqual(["", 0])
    },
    60_000,
  )
})
