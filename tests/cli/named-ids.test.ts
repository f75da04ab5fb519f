import { afterEach, beforeEach, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

// Ids that an editor gives stand for one thing for ever too: those of brought TEI, of notes and marks, and the names of
// documents. stet cannot keep them, for they are typed; it tells what was published under them, and at their addresses.

const binding = "The binding has come back this morning, and I am not content with it at all."
const paper = "Of the paper we had spoken in March; it is not the paper that you have now taken for it."
const boat = "My brother has bought a boat, and we shall be upon the lake until the end of August."
const roses = "In the garden the roses are out, more of them than in any year since we came here."
const uncle = "His uncle gave him the money for it, as he told nobody."
const binder = "The binder of the first book died in spring."
const tei = (...blocks: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter of another house</title></titleStmt>
<publicationStmt><p>Here.</p></publicationStmt><sourceDesc><p>There.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${blocks.join("\n")}
</body></text></TEI>
`
const numbered = (...words: readonly string[]) =>
  tei(...words.map((each, at) => `<p xml:id="p${at + 1}">${each}</p>`))
let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
}, 60_000)
afterEach(() => desk.clear())

const build = async () => {
  const { exitCode, stderr } = await desk.stet("build")
  expect([exitCode, stderr.includes(" error: ") ? stderr : ""]).toEqual([0, ""])
  return stderr
}

test("an id of brought TEI that goes says so at its address, and comes back for the same words only", async () => {
  await desk.write("sources/other.xml", numbered(binding, paper, boat))
  await build()
  await desk.write("edition.yaml", settings.replace("1.0.0", "1.1.0"))
  await desk.write("sources/other.xml", tei(`<p xml:id="p1">${binding}</p>`, `<p xml:id="p3">${boat}</p>`))
  expect(await build()).not.toContain("published-")
  for (const page of ["index", "diplomatic"]) {
    const html = await desk.read(`output/site/other/${page}.html`)
    expect(html).toMatch(/<li id="p2">[\s\S]*?Of the paper we had[\s\S]*?taken out in version 1\.1\.0/)
  }
  expect((await desk.stet("resolve", "other/index.html#p2")).stdout).toContain(
    "Withdrawn with 1.1.0: its words were taken out",
  )
  await desk.write("sources/other.xml", numbered(binding, roses, boat))
  expect(await build()).toMatch(
    /^sources\/other\.xml:6:4: warning: “p2” was published in 1\.0\.0 for “Of the paper[\s\S]*“In the garden[\s\S]*\[published-id-other\]/m,
  )
  await desk.write("sources/other.xml", numbered(binding, paper.replace("March", "April"), boat))
  expect(await build()).not.toContain("published-")
  expect(await desk.read("output/site/other/index.html")).not.toContain('<li id="p2">')
  expect((await desk.stet("resolve", "other/index.html#p2")).stdout).toContain("“March” now “April”")
}, 120_000)

test("numbers that all go up by one are told once, at each build anew, and stop a release", async () => {
  await desk.write("sources/other.xml", numbered(binding, paper, boat))
  await build()
  const ledger = await desk.read("citations.json")
  await desk.write("sources/other.xml", numbered(roses, binding, paper, boat))
  for (const told of [await build(), await build()]) {
    expect(told.match(/published-id-other/g)).toHaveLength(1)
    expect(told).toContain("those words have “p2” now. So it is with 2 more of this file's ids.")
  }
  // What was published stands in the ledger as it was, and whoever cited it hears where it is now.
  for (const line of ledger.split("\n").filter((each) => /"id":"p[12]"/.test(each)))
    expect(await desk.read("citations.json")).toContain(line.trim().replace(/\}?,?$/, ""))
  const { stdout } = await desk.stet("resolve", "other/index.html#p1")
  expect(stdout).toMatch(
    /its id stands for other words\. It said: “The binding[\s\S]*Its words are at other\/index\.html#p2/,
  )
  await desk.write("edition.yaml", `${settings}\ndate: 2026-01-01\n`)
  expect(await desk.stet("release", "1.0.0")).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("published-id-other"),
  })
}, 120_000)

test("a brought file that is renamed leaves a page that leads to it", async () => {
  await desk.write("sources/other.xml", numbered(binding, paper, boat))
  await desk.write("sources/quill.md", transcription(`${roses}\n`))
  await build()
  await desk.remove("sources/other.xml")
  await desk.write("sources/renamed.xml", numbered(binding, paper, boat))
  await build()
  const page = await desk.read("output/site/other/index.html")
  expect(page).toMatch(/<li id="p1">[\s\S]*?href="\.\.\/renamed\/index\.html#p1"/)
  expect(await desk.read("output/site/tei/other.xml")).toContain("A letter of another house")
  expect((await desk.stet("resolve", "https://example.org/other/#p3")).stdout).toContain(
    "renamed/index.html#p3",
  )
}, 120_000)

test("a note that gets another's number is told at its line", async () => {
  const letter = (first: string, ...notes: readonly string[]) =>
    transcription(`${first}\n\n${notes.map((each, at) => `[^${at + 1}]: ${each}`).join("\n\n")}\n`)
  await desk.write("sources/quill.md", letter(`${boat}[^1]`, uncle))
  await build()
  await desk.write("sources/quill.md", letter(`${binding}[^1]\n\n${boat}[^2]`, binder, uncle))
  expect(await build()).toMatch(
    /^sources\/quill\.md:\d+:\d+: warning: “quill\.note-1” was published[\s\S]*those words have “quill\.note-2” now/m,
  )
  await desk.write("sources/quill.md", letter(`${boat}[^1]`, "He had it from an uncle."))
  expect(await build()).not.toContain("published-")
}, 120_000)

test("a file that takes the name of another document is told, until that document is back", async () => {
  const letter = (...words: readonly string[]) => transcription(`${words.join("\n\n")}\n`)
  await desk.write("sources/quill.md", letter(binding, paper, boat))
  await build()
  await desk.write("sources/moved.md", letter(binding, paper, boat))
  await desk.write("sources/quill.md", letter(roses, uncle, binder))
  for (const told of [await build(), await build()])
    expect(told).toMatch(
      /^sources\/quill\.md:1:1: warning: .*under the name “quill”.*\[published-document-other\]/m,
    )
  await desk.remove("sources/moved.md")
  await desk.write("sources/quill.md", letter(binding, paper, boat))
  await desk.write("sources/moved.md", letter(roses, uncle, binder))
  // Now it is the other name that was another's.
  expect(await build()).not.toContain("name “quill”")
}, 120_000)
