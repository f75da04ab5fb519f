import { expect, test } from "vitest"
import type { EncodedDocument } from "../../../src/encode/encode-document.js"
import { sourceMapOf } from "../../../src/encode/source-map.js"
import type { SourceSpan } from "../../../src/model/source-span.js"

/** A stretch of the first line, by its offsets. */
const span = (start: number, end: number, file = "sources/a.md"): SourceSpan => ({
  file,
  start: { line: 1, column: start + 1, offset: start },
  end: { line: 1, column: end + 1, offset: end },
})

const encoded = (more: Partial<EncodedDocument>): EncodedDocument => ({
  name: "a",
  text: "",
  source: "sources/a.md",
  places: [],
  textPlaces: [],
  blocks: [],
  ...more,
})

test("elements and texts stand in the order of the TEI file, one on each line", () => {
  const map = sourceMapOf(
    encoded({
      places: [
        { name: "p", id: "a.x", line: 2, column: 1, origin: span(0, 9) },
        { name: "hi", line: 2, column: 9, origin: span(2, 5) },
      ],
      textPlaces: [
        { line: 2, column: 7, origin: span(0, 2) },
        { line: 2, column: 13, origin: span(3, 4) },
        { line: 3, column: 1, origin: span(5, 9) },
      ],
    }),
  )
  expect(map.split("\n").slice(1, -2)).toEqual([
    '{"element":"p","id":"a.x","line":2,"column":1,"start":[1,1,0],"end":[1,10,9]},',
    '{"line":2,"column":7,"start":[1,1,0],"end":[1,3,2]},',
    '{"element":"hi","line":2,"column":9,"start":[1,3,2],"end":[1,6,5]},',
    '{"line":2,"column":13,"start":[1,4,3],"end":[1,5,4]},',
    '{"line":3,"column":1,"start":[1,6,5],"end":[1,10,9]}',
  ])
  expect(JSON.parse(map)).toMatchObject({ version: 1, file: "a.xml", source: "sources/a.md" })
})

test("a node made from another file names it", () => {
  const origin = span(0, 1, "sources/registers/people.yaml")
  const { nodes } = JSON.parse(
    sourceMapOf(encoded({ places: [{ name: "person", line: 1, column: 1, origin }] })),
  )
  expect(nodes[0].file).toBe("sources/registers/people.yaml")
})

test("a document with nothing from the source has an empty map", () =>
  expect(JSON.parse(sourceMapOf(encoded({}))).nodes).toEqual([]))
