import { describe, expect, test } from "vitest"
import { decodeXml } from "../../../src/brought/decode.js"
import { textLimit } from "../../../src/xml/well-formed.js"

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))),
  )
const big = (text: string) => Buffer.from(text, "utf16le").swap16()
const decoded = (bytes: Uint8Array) => {
  const { value, diagnostics } = decodeXml(bytes, "a.xml")
  return {
    value,
    told: diagnostics.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`),
    messages: diagnostics.map(({ message }) => message),
  }
}
const says = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`

describe("the encoding is told by", () => {
  test.each([
    ["nothing, and is UTF-8", bytesOf("<a>ä𝄞</a>"), "<a>ä𝄞</a>"],
    ["a mark of UTF-8", bytesOf([0xef, 0xbb, 0xbf], "<a>ä</a>"), "<a>ä</a>"],
    [
      "a mark of UTF-16, small end first",
      bytesOf([0xff, 0xfe], [...Buffer.from("<a>ä</a>", "utf16le")]),
      "<a>ä</a>",
    ],
    ["a mark of UTF-16, big end first", bytesOf([0xfe, 0xff], [...big("<a>ä</a>")]), "<a>ä</a>"],
    [
      "the shape of UTF-16 without a mark",
      Buffer.from(`${says("UTF-16")}<a>ä</a>`, "utf16le"),
      `${says("UTF-16")}<a>ä</a>`,
    ],
    ["the shape of the other UTF-16", big(`${says("utf-16be")}<a>ä</a>`), `${says("utf-16be")}<a>ä</a>`],
    [
      "a declaration of ISO-8859-1",
      bytesOf(says("ISO-8859-1"), "<a>", [0xe4], "</a>"),
      `${says("ISO-8859-1")}<a>ä</a>`,
    ],
    [
      "a declaration of ISO-8859-15",
      bytesOf(says("iso-8859-15"), "<a>", [0xa4], "</a>"),
      `${says("iso-8859-15")}<a>€</a>`,
    ],
    [
      "a declaration of windows-1252",
      bytesOf(says("windows-1252"), "<a>", [0x93, 0x80], "</a>"),
      `${says("windows-1252")}<a>“€</a>`,
    ],
    [
      "a declaration of windows-1251",
      bytesOf(says("windows-1251"), "<a>", [0xc4], "</a>"),
      `${says("windows-1251")}<a>Д</a>`,
    ],
    [
      "a declaration in single quotation marks",
      bytesOf("<?xml version='1.0' encoding='latin1'?><a>", [0xe4], "</a>"),
      "<?xml version='1.0' encoding='latin1'?><a>ä</a>",
    ],
  ])("%s", (_, bytes, expected) => {
    expect(decoded(bytes)).toMatchObject({ value: expected, told: [] })
  })
})

test("what the bytes show counts more than what the file says", () => {
  const utf8 = decoded(bytesOf(says("UTF-16"), "<a>ä</a>"))
  expect(utf8).toMatchObject({ value: `${says("UTF-16")}<a>ä</a>`, told: ["encoding-contradicted 1:1"] })
  expect(utf8.messages).toEqual(["This file says that it is UTF-16, and it is UTF-8; it was read as UTF-8."])
  const wide = decoded(bytesOf([0xff, 0xfe], [...Buffer.from(`${says("utf-8")}<a/>`, "utf16le")]))
  expect(wide.told).toEqual(["encoding-contradicted 1:1"])
})

test("an encoding that nobody knows is an error", () => {
  expect(decoded(bytesOf(says("Klingon-1"), "<a/>"))).toMatchObject({
    value: undefined,
    told: ["encoding-unknown 1:1"],
  })
  expect(decoded(bytesOf([0xff, 0xfe, 0, 0], "<a/>")).told).toEqual(["encoding-unknown 1:1"])
})

test("a byte that is no character is told at its line and column", () => {
  const plain = bytesOf("<a>\nä", [0xe4], "</a>")
  expect(decoded(plain)).toMatchObject({ value: undefined, told: ["file-not-utf8 2:2"] })
  expect(decoded(plain).messages[0]).toContain("byte 0xE4 at position 6")
  expect(decoded(bytesOf(says("shift_jis"), "\n<a>", [0x82, 0xa0, 0x80], "</a>")).told).toEqual([
    "bytes-mistaken 2:5",
  ])
  expect(decoded(bytesOf(says("us-ascii"), "\n<a>", [0xe4], "</a>")).told).toEqual(["bytes-mistaken 2:4"])
  expect(decoded(bytesOf(says("windows-1252"), "\n<a>", [0x81], "</a>")).told).toEqual(["bytes-mistaken 2:4"])
})

test("windows-1252 that says ISO-8859-1 is read as what it is, with a word on it", () => {
  const { value, told, messages } = decoded(bytesOf(says("ISO-8859-1"), "\n<a>", [0x93, 0x94], "</a>"))
  expect(value).toContain("<a>“”</a>")
  expect(told).toEqual(["encoding-guessed 2:4"])
  expect(messages[0]).toContain("holds 2 bytes that have no letter there, the first of them 0x93")
})

test("characters that XML cannot hold are errors at their places, and not told without end", () => {
  expect(decoded(bytesOf("<a>\n\u0001\u0002</a>"))).toMatchObject({
    value: undefined,
    told: ["character-forbidden 2:1", "character-forbidden 2:2"],
  })
  expect(decoded(bytesOf("\u0000".repeat(100_000))).told).toHaveLength(50)
})

test("direction controls are told once; marks of direction are letters of their scripts", () => {
  const found = decoded(bytesOf("<a>\n\u202e\u202c \u200f</a>"))
  expect(found.value).toContain("\u202e")
  expect(found.told).toEqual(["direction-control 2:1"])
  expect(found.messages[0]).toContain("one of 2")
  expect(decoded(bytesOf("<a>\u200f</a>")).told).toEqual([])
})

test("a file can be large to a limit, and no larger", () => {
  expect(decoded(new Uint8Array(textLimit + 1)).told).toEqual(["tei-too-large 1:1"])
})
