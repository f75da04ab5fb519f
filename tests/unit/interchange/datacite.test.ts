import { describe, expect, test } from "vitest"
import { dataciteOf } from "../../../src/interchange/datacite.js"
import { allSummaries, edition, recordsOf } from "./letters.js"
import { all, readXml } from "./read-xml.js"

// Judge: the rules of DataCite's schema 4.7, whose XSD is in no registry of packages; CONTRIBUTING.md tells how it was run.

const records = recordsOf(await allSummaries())
const made = dataciteOf(records, edition) ?? ""
const [resource] = readXml(made).children
const words = (name: string) => (resource ? all(resource, name).map((each) => each.words) : [])

describe("the record for DataCite", () => {
  test("has what the schema asks for, and each wrapper once", () => {
    const names = resource?.children.map(({ name }) => name) ?? []
    expect(names).toEqual(
      expect.arrayContaining([
        "identifier",
        "creators",
        "titles",
        "publisher",
        "publicationYear",
        "resourceType",
      ]),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(resource?.attributes["xmlns"]).toBe("http://datacite.org/schema/kernel-4")
    for (const each of resource?.children ?? []) expect(each.words.trim(), each.name).not.toBe("")
  })

  test("names the DOI, the editors as creators, and the year", () => {
    expect(words("identifier")).toEqual(["10.1234/letters.1"])
    expect(words("creatorName")).toEqual(["Ada Quill", "Ben Reader"])
    expect(words("nameIdentifier")).toEqual(["https://orcid.org/0000-0002-1825-0097"])
    expect(words("publicationYear")).toEqual(["2026"])
    expect(made).toContain(
      'rightsURI="https://creativecommons.org/licenses/by-sa/4.0/" rightsIdentifier="CC-BY-SA-4.0" rightsIdentifierScheme="SPDX"',
    )
  })

  test("covers the time of all dated documents", () =>
    expect(made).toContain('<date dateType="Coverage">1894-10-01/1962-10-27</date>'))

  test("is not there without a DOI or a year", () => {
    expect(dataciteOf(records, { ...edition, doi: undefined })).toBeUndefined()
    expect(dataciteOf(records, { ...edition, date: undefined })).toBeUndefined()
  })
})
