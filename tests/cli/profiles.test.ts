import { afterEach, beforeEach, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

// An edition names its profile in edition.yaml: one that comes with stet, or its own in sources/profiles.

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/letter.md", transcription("Dear Ben,\n\nThe 26<sup>th</sup> of +May+.\n"))
})

afterEach(() => desk.clear())

const house = `name: house
title: The house of Quill
extends: fromthepage
signs:
  - { typed: "+…+", means: addition, as: { place: above } }
`
const tei = () => desk.read("output/tei/letter.xml")

test("one that comes with stet", async () => {
  await desk.write("edition.yaml", `${settings}profile: fromthepage\n`)
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await tei()).toContain('26<hi rend="superscript">th</hi>')
  expect(await tei()).toContain("<label>&lt;sup&gt;")
}, 60_000)

test("its own, with the declaration and the key to signs that follow from it", async () => {
  await desk.write("edition.yaml", `${settings}profile: house\n`)
  await desk.write("sources/profiles/house.yaml", house)
  const run = await desk.stet("build")
  expect([run.exitCode, run.stderr]).toEqual([0, expect.not.stringContaining("warning")])
  expect(await tei()).toContain('<add place="above"')
  expect(await tei()).toContain("<label>+…+</label>")
  expect(await desk.read("output/site/letter/diplomatic.html")).toContain("+…+")
}, 60_000)

test("one that there is not", async () => {
  await desk.write("edition.yaml", `${settings}profile: hause\n`)
  await desk.write("sources/profiles/house.yaml", house)
  const run = await desk.stet("build")
  expect([run.exitCode, run.stderr]).toEqual([
    1,
    expect.stringMatching(/edition\.yaml:\d+:10: error: “hause”/),
  ])
}, 60_000)

test("one with a mistake, at its own line", async () => {
  await desk.write("edition.yaml", `${settings}profile: house\n`)
  await desk.write("sources/profiles/house.yaml", house.replace("addition", "adition"))
  const run = await desk.stet("build")
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toMatch(/sources\/profiles\/house\.yaml:5:\d+: error: .*did you mean “addition”/)
}, 60_000)

test("without one, what was assumed is told once", async () => {
  await desk.write("edition.yaml", settings)
  const run = await desk.stet("check")
  expect([run.exitCode, run.stderr.match(/assumed-notation/g)?.length]).toEqual([0, 1])
}, 60_000)
