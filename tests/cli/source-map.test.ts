import { afterEach, beforeEach, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

// For each TEI file a map leads from its elements and texts back to the transcription, where it is asked for.

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/letter.md", transcription("Dear Ben,\n\nThe ~~big~~ boat is in.\n"))
})

afterEach(() => desk.clear())

interface Node {
  readonly element?: string
  readonly line: number
  readonly column: number
  readonly start: readonly [number, number, number]
  readonly end: readonly [number, number, number]
}

test("a map is written only where it is asked for", async () => {
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(Object.keys(await desk.snapshot("output")).filter((path) => path.endsWith(".map.json"))).toEqual([])
  expect((await desk.stet("build", "--source-map")).exitCode).toBe(0)
  expect(
    Object.keys(await desk.snapshot("output")).filter((path) => path.endsWith(".map.json")),
  ).toHaveLength(1)
}, 60_000)

test("it leads from a deletion in the TEI to the signs in the transcription", async () => {
  await desk.stet("build", "--source-map")
  const tei = (await desk.read("output/tei/letter.xml")).split("\n")
  const source = await desk.read("sources/letter.md")
  const map = JSON.parse(await desk.read("output/tei/letter.map.json")) as { readonly nodes: readonly Node[] }
  const deletion = map.nodes.find((each) => each.element === "del")
  if (!deletion) throw new Error("the map has no deletion")
  expect(tei[deletion.line - 1]?.slice(deletion.column - 1)).toMatch(/^<del /)
  expect(source.slice(deletion.start[2], deletion.end[2])).toBe("~~big~~")
  expect(source.split("\n")[deletion.start[0] - 1]?.slice(deletion.start[1] - 1)).toMatch(/^~~big~~/)
}, 60_000)

test("the same sources give the same map", async () => {
  await desk.stet("build", "--source-map")
  const first = await desk.read("output/tei/letter.map.json")
  await desk.stet("build", "--source-map")
  expect(await desk.read("output/tei/letter.map.json")).toBe(first)
}, 60_000)
