import { afterAll, beforeAll, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
const body = "Dear Ben,\n\nThe :unclear[boat]{cert=low} ~~is~~ in.\n\n(s) Ada\n"
const normal = `---
title: Ada Quill to Ben Folio
kind: letter
sender: Ada Quill
recipient: Ben Folio
licence: unknown
---
Dear Ben,

The <unclear>boat</unclear>{cert=low} ~~is~~ in.

(s) Ada
`

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/a.md", transcription(body))
  await desk.stet("build")
})
afterAll(() => desk.clear())

test("a TEI file is written as the transcription that it stands for", async () => {
  expect(await desk.stet("decode", "output/tei/a.xml")).toEqual({ exitCode: 0, stdout: normal, stderr: "" })
  const { stdout } = await desk.stet("decode", "output/tei/a.xml", "--json")
  expect(JSON.parse(stdout)).toEqual({ transcription: normal, exitCode: 0, diagnostics: [] })
})

test("it is typed in the edition's own profile", async () => {
  await desk.write("edition.yaml", `${settings}profile: critic-markup\n`)
  const { stdout } = await desk.stet("decode", "output/tei/a.xml")
  expect(stdout).toContain("The :unclear[boat]{cert=low} {--is--} in.")
  await desk.write("edition.yaml", settings)
})

test("what stet does not write is named with its line, and nothing is written", async () => {
  const tei = await desk.read("output/tei/a.xml")
  await desk.write(
    "b.xml",
    tei.replace("<unclear", '<unclear evidence="conjecture"').replace(" in.", " <num>1</num>."),
  )
  const { exitCode, stdout, stderr } = await desk.stet("decode", "b.xml")
  const line = tei.split("\n").findIndex((each) => each.includes("<unclear")) + 1
  expect([exitCode, stdout]).toEqual([1, ""])
  expect(stderr).toMatch(new RegExp(`b\\.xml:${line}:\\d+[\\s\\S]*evidence="conjecture"`))
  expect(stderr).toMatch(new RegExp(`b\\.xml:${line}:\\d+[\\s\\S]*<num>`))
  expect(stderr).toContain("[tei-undecodable]")
})

test.each([
  ["no XML at all", "Dear Ben", "[tei-not-well-formed]"],
  ["a file that breaks off", "<TEI><text>", "[tei-not-well-formed]"],
  ["a document type", "<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>&a;</TEI>", "[doctype-refused]"],
  [
    "no header",
    '<TEI xml:id="a"><text><body><div xml:id="a.text"/></body></text></TEI>',
    "[tei-undecodable]",
  ],
  ["no document", "<TEI/>", "[tei-undecodable]"],
])("%s is refused", async (_, tei, code) => {
  await desk.write("c.xml", tei)
  expect(await desk.stet("decode", "c.xml")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: expect.stringContaining(code),
  })
})
