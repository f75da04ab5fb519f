import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { decodeUtf8, sizeLimit } from "../../../src/read/source-text.js"
import { placesOf } from "../../encoding.js"

const problems = (...bytes: readonly number[]) =>
  placesOf(decodeUtf8(Uint8Array.from(bytes), "a.md").diagnostics)
const [a, lf, cr] = [0x61, 0x0a, 0x0d]

test.each([
  [[a, 0xff], "1:2 file-not-utf8"],
  [[a, lf, a, 0xc3, a], "2:2 file-not-utf8"],
  [[a, cr, lf, 0xe2, 0x82], "2:1 file-not-utf8"],
  [[0xed, 0xa0, 0x80], "1:1 file-not-utf8"],
  [[0xc0, 0x80], "1:1 file-not-utf8"],
  [[], "1:1 file-empty"],
  [[lf, 0x20], "1:1 file-empty"],
  [[a, 0x00], "1:2 character-forbidden"],
  [[a, lf, a, 0xef, 0xbf, 0xbf], "2:2 character-forbidden"],
  [[0xe2, 0x80, 0xae, a], "1:1 bidi-control"],
])("bytes %j: %s", (bytes, problem) => expect(problems(...bytes)).toEqual([problem]))

test("the byte and its position are named", () =>
  expect(decodeUtf8(Uint8Array.of(a, 0xff), "a.md").diagnostics[0]?.message).toContain(
    "byte 0xFF at position 1",
  ))

test("a file that is too large is not read", () => {
  const { value, diagnostics } = decodeUtf8(new Uint8Array(sizeLimit + 1), "a.md")
  expect([value.text, placesOf(diagnostics)]).toEqual(["", ["1:1 file-too-large"]])
})

test("a byte order mark is kept", () =>
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, a), "a.md").value.text).toBe("\ufeffa"))

test.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 2, 1],
  [4, 2, 3],
  [5, 3, 1],
  [6, 4, 1],
])("offset %i stands in line %i, column %i", (offset, line, column) =>
  expect(openSourceText("a", "a\nb\r\n\rc").pointAt(offset)).toEqual({ line, column, offset }),
)

test("a point is the same in whatever order points are asked for", () => {
  const text = "a\nb\r\n\rc\n\n"
  const offsets = Array.from({ length: text.length + 2 }, (_, offset) => offset)
  const fresh = offsets.map((offset) => openSourceText("a", text).pointAt(offset))
  const source = openSourceText("a", text)
  for (const first of offsets)
    for (const then of offsets)
      expect([source.pointAt(first), source.pointAt(then)]).toEqual([fresh[first], fresh[then]])
})
