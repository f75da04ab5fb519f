import { chmod, stat, symlink } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
const loose = transcription("Dear Ben,\n\nThe <del>boat</del> {--ship--} is 5\\* fast.\n\n___\n\n(s) Ada\n")
const normal = transcription("Dear Ben,\n\nThe ~~boat~~ ~~ship~~ is 5* fast.\n\n---\n\n(s) Ada\n")

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
})
afterAll(() => desk.clear())

test("what is not in normal form is listed, and nothing is written", async () => {
  await desk.write("sources/a.md", loose)
  await desk.write("sources/b.md", normal)
  const { exitCode, stdout, stderr } = await desk.stet("format", "--check")
  expect([exitCode, stdout]).toEqual([1, ""])
  expect(stderr).toContain("sources/a.md")
  expect(stderr).toContain("[format-differs]")
  expect(stderr).not.toContain("sources/b.md")
  expect(await desk.read("sources/a.md")).toBe(loose)
})

test("all transcriptions are typed in normal form, and then there is nothing more to do", async () => {
  await desk.write("sources/a.md", loose)
  await desk.write("sources/b.md", normal)
  await chmod(join(desk.folder, "sources/a.md"), 0o640)
  const { exitCode, stdout } = await desk.stet("format")
  expect([exitCode, stdout]).toEqual([0, "sources/a.md\n1 of 2 transcriptions changed.\n"])
  expect(await desk.read("sources/a.md")).toBe(normal)
  expect((await stat(join(desk.folder, "sources/a.md"))).mode & 0o777).toBe(0o640)
  expect((await desk.stet("format", "--check")).exitCode).toBe(0)
  expect(Object.keys(await desk.snapshot("."))).toHaveLength(3)
})

test("only the files that are named are typed anew, through a link too", async () => {
  await desk.write("sources/a.md", loose)
  await desk.write("other/c.md", loose)
  await symlink(join(desk.folder, "other/c.md"), join(desk.folder, "c.md"))
  const { exitCode, stdout } = await desk.stet("format", "c.md", "--json")
  expect([exitCode, JSON.parse(stdout)]).toEqual([0, { changed: ["c.md"], exitCode: 0, diagnostics: [] }])
  expect(await desk.read("other/c.md")).toBe(normal)
  expect(await desk.read("sources/a.md")).toBe(loose)
})

test("the front matter and its emendations stay as they are", async () => {
  const more = "# a remark\nemendations:\n  - { passage: teh boat, sic: teh, corr: the }\n"
  await desk.write("sources/a.md", transcription("The <s>ship</s>, teh boat.\n", more))
  expect((await desk.stet("format", "sources/a.md")).exitCode).toBe(0)
  expect(await desk.read("sources/a.md")).toBe(transcription("The ~~ship~~, teh boat.\n", more))
})

test("a transcription with mistakes is left alone, and the others are not", async () => {
  const wrong = transcription("The ~~boat.\n")
  await desk.write("sources/a.md", loose)
  await desk.write("sources/b.md", wrong)
  const { exitCode, stderr } = await desk.stet("format")
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("[mark-unclosed]")])
  expect(await desk.read("sources/b.md")).toBe(wrong)
  expect(await desk.read("sources/a.md")).toBe(normal)
})

test("where the same TEI would not come of it nothing is changed", async () => {
  // The emendation quotes signs that the normal form has otherwise.
  const more = 'emendations:\n  - { passage: "<s>ship</s> teh", sic: teh, corr: the }\n'
  const quoted = transcription("The <s>ship</s> teh boat.\n", more)
  await desk.write("sources/a.md", quoted)
  await desk.write("sources/b.md", normal)
  const { exitCode, stderr } = await desk.stet("format", "sources/a.md")
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining("[format-unsafe]")])
  expect(await desk.read("sources/a.md")).toBe(quoted)
})

test("a file that is not there, and a folder without an edition", async () => {
  const { exitCode, stderr } = await desk.stet("format", "none.md")
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining("[file-not-found]")])
  const empty = await openDesk()
  expect(await empty.stet("format")).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("[edition-missing]"),
  })
  await empty.clear()
})
