import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { archiveOf } from "../../../src/publish/archive.js"
import type { PublishInput } from "../../../src/publish/site.js"
import { inEnglish } from "../../interface.js"

const input = (told: Partial<PublishInput["edition"]> = {}) =>
  ({
    edition: {
      title: "Briefe: Größe & Maß",
      editors: ["Ada Editor", "Ben Reader"],
      version: "1.2.0",
      date: "2026-11-24",
      licence: "CC BY 4.0",
      licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
      statement: "All that is left of them.",
      ...inEnglish,
      ...told,
    },
  }) as PublishInput

const files = [
  { path: "b/b.reading.txt", content: "Größe\n" },
  { path: "b/index.html", content: "<p>" },
  { path: "tei/b.xml", content: new Uint8Array([60, 84, 47, 62]) },
  { path: "schema/edition.rng", content: "<grammar/>" },
]

const contentsOf = (told?: Partial<PublishInput["edition"]>) => {
  const { content } = archiveOf(input(told), files)
  if (typeof content === "string") throw new Error("a ZIP is bytes")
  return content
}

test("the archive has one address for ever, and a folder named after the edition in letters that every system knows", () => {
  const folder = (told?: Partial<PublishInput["edition"]>) =>
    Object.keys(unzipSync(contentsOf(told)))[0]?.split("/")[0]
  expect(archiveOf(input(), files).path).toBe("downloads/edition.zip")
  expect(folder()).toBe("briefe-grosse-mass-1.2.0")
  expect(folder({ title: "Письма", version: "" })).toBe("edition")
  expect(folder({ title: "../../x", version: "1/.." })).toBe("x-1")
})

test("it holds TEI, texts and schema, the licence and a README, in one folder, and no pages", () => {
  const entries = unzipSync(contentsOf())
  expect(Object.keys(entries)).toEqual(
    ["LICENCE.txt", "README.txt", "schema/edition.rng", "tei/b.xml", "text/b.reading.txt"].map(
      (name) => `briefe-grosse-mass-1.2.0/${name}`,
    ),
  )
  const read = (name: string) =>
    strFromU8(entries[`briefe-grosse-mass-1.2.0/${name}`] ?? new Uint8Array()).split("\n")
  expect(read("text/b.reading.txt")[0]).toBe("Größe")
  expect(read("README.txt").slice(0, 3)).toEqual([
    "Briefe: Größe & Maß",
    "Ada Editor, Ben Reader",
    "1.2.0, 2026-11-24",
  ])
  expect(read("README.txt")).toContain("All that is left of them.")
  expect(read("LICENCE.txt")[0]).toBe("CC BY 4.0")
})

test("the same edition gives the same bytes, in every time zone and in whatever order its files come", () => {
  const kept = process.env["TZ"]
  try {
    const made = ["UTC", "Pacific/Kiritimati", "America/St_Johns"].map((zone) => {
      process.env["TZ"] = zone
      return contentsOf()
    })
    expect(made[1]).toEqual(made[0])
    expect(made[2]).toEqual(made[0])
  } finally {
    if (kept === undefined) delete process.env["TZ"]
    else process.env["TZ"] = kept
  }
  expect(archiveOf(input(), [...files].reverse()).content).toEqual(contentsOf())
})

test("an edition without a date, or with one that a ZIP cannot say, has the first day of ZIP", () => {
  const day = (bytes: Uint8Array) => (bytes[12] ?? 0) + 256 * (bytes[13] ?? 0)
  expect(day(contentsOf({ date: undefined }))).toBe(33)
  expect(day(contentsOf({ date: "1962-10-27" }))).toBe(33)
  expect(day(contentsOf())).toBe(((2026 - 1980) << 9) | (11 << 5) | 24)
})
