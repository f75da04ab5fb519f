import { describe, expect, test } from "vitest"
import { feedOf } from "../../../src/interchange/feed.js"
import { allSummaries, edition, recordsOf } from "./letters.js"
import { all, readXml } from "./read-xml.js"

// Judge: the rules of RFC 4287; no registry of packages has a validator of Atom that runs without the network.

const records = recordsOf(await allSummaries())
const text = feedOf(records, edition) ?? ""
const feed = all(readXml(text), "feed")[0]
const entries = feed === undefined ? [] : all(feed, "entry")
const namesIn = (of: typeof feed) => of?.children.map(({ name }) => name) ?? []

describe("the feed of changes", () => {
  test("has the version and each change that has a day, the latest first", () =>
    expect(entries.map((each) => [all(each, "title")[0]?.words, all(each, "summary")[0]?.words])).toEqual([
      ["Letters of 1911 & after 1.2.0", "All that is left of them."],
      ["To the bookbinder: {50% off} & more_", "“grey”, not “blue”."],
      ["To the bookbinder: {50% off} & more_", "A date corrected."],
    ]))

  test("has one id, one title and one time, as has each entry (4.1.1, 4.1.2)", () => {
    for (const each of [feed, ...entries])
      for (const name of ["id", "title", "updated"])
        expect(
          namesIn(each).filter((child) => child === name),
          name,
        ).toHaveLength(1)
  })

  test("has an author for all entries, and a link to itself (4.1.1)", () => {
    expect(namesIn(feed).filter((name) => name === "author")).toHaveLength(2)
    expect(text).toContain(
      '<link rel="self" type="application/atom+xml" href="https://example.org/letters/feed.xml"/>',
    )
  })

  test("gives each entry an alternate link, since it has no content (4.1.2)", () => {
    for (const each of entries)
      expect(all(each, "link").map(({ attributes }) => attributes["rel"])).toEqual(["alternate"])
  })

  test("has ids that are addresses and all different (4.2.6), and times of RFC 3339 (3.3)", () => {
    const ids = [
      ...entries.flatMap((each) => all(each, "id")),
      ...(feed?.children.filter(({ name }) => name === "id") ?? []),
    ]
    for (const { words } of ids) expect(new URL(words).href).toBe(words)
    expect(new Set(ids.map(({ words }) => words)).size).toBe(ids.length)
    for (const { words } of all(readXml(text), "updated"))
      expect(words).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  test("is as new as its newest entry", () =>
    expect(feed?.children.find(({ name }) => name === "updated")?.words).toBe("2026-11-24T00:00:00Z"))

  test("keeps the id of a change when another is put before it", () => {
    const more = records.map((record) => ({
      ...record,
      changes: [{ when: "2026-01-01", words: "New." }, ...record.changes],
    }))
    const idsOf = (xml: string) => Array.from(xml.matchAll(/<id>([^<]+#change-[^<]+)<\/id>/g), ([, id]) => id)
    expect(idsOf(feedOf(more, edition) ?? "")).toEqual(expect.arrayContaining(idsOf(text)))
    expect(idsOf(text)).toHaveLength(2)
  })

  test("is not there where nobody knows the addresses, or where nothing has a day", () => {
    expect(feedOf(records, { ...edition, url: undefined })).toBeUndefined()
    expect(feedOf([], { ...edition, date: undefined })).toBeUndefined()
  })
})
