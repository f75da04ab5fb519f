import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { readInline } from "../../../src/read/inline.js"
import { depthLimit } from "../../../src/read/mark-stack.js"
import { signsOf } from "../../../src/read/notation.js"
import { placesOf, profileNamed } from "../../encoding.js"

const signs = signsOf(profileNamed("stet"))
const read = (text: string) => readInline(openSourceText("a.md", text), 0, text.length, signs)
const nested = (times: number) => `${"<sup>".repeat(times)}x${"</sup>".repeat(times)}`

test("marks nest as deep as the limit", () => expect(read(nested(depthLimit)).diagnostics).toEqual([]))

test("deeper marks are reported once, at the first too many", () =>
  expect(placesOf(read(nested(256)).diagnostics)[0]).toBe(`1:${depthLimit * 5 + 1} mark-too-deep`))

test("a mark that is none leaves its neighbours one text", () =>
  expect(read("a ~~b").children).toMatchObject([{ kind: "text", text: "a ~~b" }]))

test("mark-up is exactly the signs", () =>
  expect(read("a<u>b</u>").markup).toEqual([
    { start: 1, end: 4 },
    { start: 5, end: 9 },
  ]))
