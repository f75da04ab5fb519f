import { describe, expect, test } from "vitest"
import { interchangeOf } from "../../../src/interchange/interchange.js"
import type { EditionRecord } from "../../../src/model/bibliographic-record.js"
import { startOfFile } from "../../../src/model/source-span.js"
import { allSummaries, edition } from "./letters.js"

// Judge: the files that are written. What is told to be left out is what an edition that says more has besides.

const summaries = await allSummaries()
const images = [{ url: "a.jpg", path: "images/a.jpg", width: 10, height: 10 }]
const at = startOfFile("edition.yaml")
const kinds = [
  ...["dts/", "sitemap.xml", "linkset.json", "manifest.json", "feed.xml"],
  ...["cmif.xml", "ro-crate-metadata.json", "datacite.xml"],
]

function writtenBy(told: EditionRecord, hasImages: boolean): readonly string[] {
  const interchange = interchangeOf(told)
  const paths = [
    ...summaries.flatMap((each) => interchange.documentFiles(each, [], hasImages ? images : [])),
    ...interchange.editionFiles(summaries, []),
  ].map(({ path }) => path)
  const found = kinds.filter((kind) =>
    paths.some((path) => path.startsWith(kind) || path.endsWith(`/${kind}`)),
  )
  return [...found, ...(interchange.hasBook ? ["the e-book"] : [])].sort()
}

const told = (of: EditionRecord, hasImages = true, list = summaries) =>
  interchangeOf(of, at).leftOut(list, hasImages)
const named = (message: string) => [...kinds, "the e-book"].filter((each) => message.includes(each)).sort()

const unlike: Partial<EditionRecord> = {
  licence: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
}
const choices = [false, true].flatMap((url) =>
  [false, true].flatMap((date) =>
    [false, true].flatMap((metadataLicence) =>
      [false, true].flatMap((doi) =>
        [false, true].map((hasImages) => ({ url, date, metadataLicence, doi, hasImages })),
      ),
    ),
  ),
)

describe("what an edition does not write", () => {
  test.each(choices)("is told, and nothing else is: $url $date $metadataLicence $doi $hasImages", (says) => {
    const { hasImages } = says
    const full = { ...edition, ...unlike, doi: says.doi ? edition.doi : undefined }
    const some: EditionRecord = {
      ...full,
      url: says.url ? edition.url : undefined,
      date: says.date ? edition.date : undefined,
      metadataLicence: says.metadataLicence ? edition.metadataLicence : undefined,
    }
    const has = writtenBy(some, hasImages)
    const missing = writtenBy(full, hasImages).filter((each) => !has.includes(each))
    const diagnostics = told(some, hasImages)
    expect(diagnostics.length).toBe(missing.length > 0 ? 1 : 0)
    expect(diagnostics.flatMap(({ message }) => named(message))).toEqual(missing)
  })

  test("is told with the lines that would bring it, where edition.yaml stands", () => {
    const [only, ...others] = told({ ...edition, url: undefined, date: undefined, doi: undefined }, false)
    expect(others).toEqual([])
    expect(only).toMatchObject({ code: "files-left-out", severity: "info", span: at })
    expect(only?.message).toContain("the e-book, ro-crate-metadata.json (“date: 2026-11-24”)")
  })

  test("is no index of letters where no letter was sent", () =>
    expect(told({ ...edition, metadataLicence: undefined, ...unlike }, false, [])).toEqual([]))

  test("is not told where there is no edition.yaml", () =>
    expect(interchangeOf({ ...edition, url: undefined }).leftOut(summaries, true)).toEqual([]))
})
