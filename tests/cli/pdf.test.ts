import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { findChromium } from "../browser/chromium.js"
import { judge } from "../judge.js"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

const pdfinfo = judge("pdfinfo", "poppler-utils")
const pdftotext = judge("pdftotext", "poppler-utils")
const qpdf = judge("qpdf", "qpdf")

let desk: Desk
let german: Desk
const letter = `Dear **Ben**,

The ~~blue~~ boat<sup>s</sup> ~~is~~<sup>are</sup> in the office of the first offshore affidavit, [3 words illegible].

:::deletion
As to the mare, I have been cheated.
:::

You^are^ [[ben|my friend]] & <old> “ﬁne”.
`
beforeAll(async () => {
  process.env["CHROME_PATH"] ??= findChromium()
  ;[desk, german] = await Promise.all([openDesk(), openDesk()])
  await desk.write("edition.yaml", `${settings}date: 2026-11-29\nprofile: stet\n`)
  await desk.write("sources/a.md", transcription(letter))
  await desk.write("sources/boat.md", transcription("Dear Ben,\n\nThe ~~grey~~ boat is out.\n"))
  await desk.write("sources/registers/people.yaml", "people:\n  - { id: ben, name: Ben Folio }\n")
  await german.write(
    "edition.yaml",
    `${settings.replace("language: en", "language: de")}profile: stet\nurl: https://letters.example.org/\n`,
  )
  await german.write(
    "sources/a.md",
    transcription("Lieber Ben,\n\ndas ~~blaue~~ Boot ist <sub>schon</sub> da.\n"),
  )
  for (const each of [desk, german]) expect(await each.stet("build")).toMatchObject({ exitCode: 0 })
}, 120_000)
afterAll(() => Promise.all([desk.clear(), german.clear()]))

const found = async (...args: readonly string[]) => {
  const run = await desk.stet("pdf", ...args, "--json")
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: readonly { code: string; message: string }[]
  }
  return [run.exitCode, diagnostics.map(({ code, message }) => [code, message])] as const
}
const names = async () =>
  Object.keys(await desk.snapshot("output/pdf")).map((path) =>
    path.slice(desk.folder.length + "/output/pdf/".length),
  )
const inOneLine = (text: string) => text.replace(/\s+/g, " ")

test("without a site, a document or a browser nothing is printed, and it is said what to do", async () => {
  expect(await found("--output", "elsewhere")).toEqual([
    1,
    [["site-missing", "There is no site in elsewhere/site to print."]],
  ])
  expect(await found("boot")).toEqual([
    1,
    [["print-unknown", "The site has no diplomatic view of a document boot. Did you mean boat?"]],
  ])
  expect(await found("--chromium", "no/such/browser")).toEqual([
    1,
    [["browser-missing", "There is no program no/such/browser to print with."]],
  ])
  expect((await desk.stet("pdf", "--view", "sideways")).exitCode).toBe(2)
  await desk.write("releases/1.0.0/manifest-sha256.txt", "")
  expect(await found("--output", "releases/1.0.0", "--site", "output/site")).toEqual([
    1,
    [["release-frozen", "releases/1.0.0 is a release, and nothing is ever added to one."]],
  ])
  await expect(desk.snapshot("output/pdf")).rejects.toThrow()
}, 60_000)

test("all documents are printed, twice to the same bytes, and what is printed of one leaves the others", async () => {
  const run = await desk.stet("pdf")
  expect([run.exitCode, run.stdout], run.stderr).toEqual([
    0,
    "output/pdf/a.diplomatic.pdf\noutput/pdf/boat.diplomatic.pdf\n",
  ])
  const first = await desk.snapshot("output/pdf")
  expect(Object.keys(first)).toHaveLength(2)
  // Long enough for the clock of a PDF to go on by a second.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await desk.stet("pdf", "boat")).exitCode).toBe(0)
  expect((await desk.stet("pdf", "a")).exitCode).toBe(0)
  expect(await desk.snapshot("output/pdf")).toEqual(first)
  expect((await desk.stet("pdf", "boat", "--view", "reading", "--paper", "letter")).exitCode).toBe(0)
  expect(await names()).toEqual(["a.diplomatic.pdf", "boat.diplomatic.pdf", "boat.reading.pdf"])
  for (const content of Object.values(await desk.snapshot("output/pdf")))
    expect(content).not.toContain("file:")
}, 120_000)

test("a build leaves them, and what the site has no more goes with the next", async () => {
  await desk.remove("sources/boat.md")
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await names()).toContain("boat.diplomatic.pdf")
  expect((await desk.stet("pdf")).exitCode).toBe(0)
  expect(await names()).toEqual(["a.diplomatic.pdf"])
}, 60_000)

test(`a browser that fails leaves what was printed before`, async () => {
  const before = await desk.snapshot("output/pdf")
  const [exitCode, told] = await found("--chromium", process.execPath)
  expect([exitCode, told[0]?.[0]]).toEqual([1, "browser-failed"])
  expect(told[0]?.[1]).toMatch(/^Printing with .* failed: it ended by itself\. .*bad option/)
  expect(await desk.snapshot("output/pdf")).toEqual(before)
}, 60_000)

test.skipIf(pdfinfo.isAbsent)(
  `a PDF is tagged, has the title, the language and the day of the edition${pdfinfo.needs}`,
  async () => {
    const said = pdfinfo.says("-isodates", join(desk.folder, "output/pdf/a.diplomatic.pdf"))
    for (const line of [
      /^Title: +Ada Quill to Ben Folio \(diplomatic view\) · Quill's letters$/m,
      /^Creator: +stet\/\d/m,
      /^CreationDate: +2026-11-29T00:00:00Z$/m,
      /^ModDate: +2026-11-29T00:00:00Z$/m,
      /^Tagged: +yes$/m,
      /^JavaScript: +no$/m,
      /^Page size: .*\(A4\)$/m,
    ])
      expect(said).toMatch(line)
    const bytes = await desk.read("output/pdf/a.diplomatic.pdf")
    expect(bytes).toContain("/Lang (en)")
    expect(bytes).toContain("/DisplayDocTitle true")
    expect(bytes).toContain("/Outlines")
  },
)

test.skipIf(pdfinfo.isAbsent)(
  `its structure, by which it is read aloud, says in order what is struck, added and lost${pdfinfo.needs}`,
  async () => {
    const structure = pdfinfo.says("-struct-text", join(desk.folder, "output/pdf/a.diplomatic.pdf"))
    expect(structure).not.toContain("Error")
    const text = [...structure.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join("")
    expect(text).toContain(
      "Dear Ben,The [deleted: blue]  boat‸[added above the line: s] [deleted: is] ‸[added above the line: are] in the office of the first offshore affidavit, [3 words illegible].",
    )
    expect(text).toContain("[a deletion begins]As to the mare, I have been cheated.[the deletion ends]")
    expect(structure).toMatch(/ H1 \(block\)\n[\s\S]*Ada Quill to Ben Folio/)
  },
)

test.skipIf(pdftotext.isAbsent)(
  `every word of the diplomatic view is in its text, in order, and what is struck or added is marked${pdftotext.needs}`,
  async () => {
    const text = inOneLine(pdftotext.says(join(desk.folder, "output/pdf/a.diplomatic.pdf"), "-"))
    expect(text).toContain(
      "The [deleted: blue] boat‸[added above the line: s] [deleted: is] ‸[added above the line: are]",
    )
    let at = 0
    const words = (await desk.read("output/site/a/a.diplomatic.txt"))
      .replace(/\[[a-z ]+:/g, "")
      .split(/[\s[\]]+/)
      .filter(Boolean)
    expect(words.length).toBeGreaterThan(20)
    for (const word of words) {
      const next = text.indexOf(word, at)
      expect(next, word).toBeGreaterThanOrEqual(0)
      at = next + word.length
    }
  },
)

test.skipIf(pdftotext.isAbsent || pdfinfo.isAbsent)(
  `a German page is marked in German, and its links lead to where the edition stands${pdftotext.needs}`,
  async () => {
    expect((await german.stet("pdf")).exitCode).toBe(0)
    const path = join(german.folder, "output/pdf/a.diplomatic.pdf")
    const text = inOneLine(pdftotext.says(path, "-"))
    expect(text).toContain("das [gestrichen: blaue] Boot ist [unter der Zeile eingefügt: schon] da.")
    const bytes = await german.read("output/pdf/a.diplomatic.pdf")
    expect(bytes).toContain("/Lang (de)")
    expect(bytes).toContain("(https://letters.example.org/index.html)")
    expect(bytes).not.toContain("file:")
    expect(pdfinfo.says("-isodates", path)).toMatch(/^CreationDate: +1980-01-01T00:00:00Z$/m)
  },
  60_000,
)

test.skipIf(qpdf.isAbsent)(`its bytes are those of a sound PDF${qpdf.needs}`, () => {
  const said = qpdf.says("--check", join(desk.folder, "output/pdf/a.diplomatic.pdf"))
  expect(said).toContain("No syntax or stream encoding errors found")
})
