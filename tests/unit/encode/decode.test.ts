import { expect, test } from "vitest"
import { decodeBody } from "../../../src/encode/decode.js"
import { encodeBodyText } from "../../encoding.js"

const decoded = (body: string) => decodeBody(encodeBodyText(body).tei ?? "")

test.each([
  ["a <del>b</del> {--c--}", "a ~~b~~ ~~c~~"],
  ["<s>a</s><s>b</s>", "~~a~~<del>b</del>"],
  ["<del>a <del>b</del></del>", "~~a <del>b</del>~~"],
  ["a  \nb", "a\\\nb"],
  ["a {++b++} <ins>c</ins>", "a <add>b</add> <add>c</add>"],
  ["a * b", "a \\* b"],
  ["___", "---"],
  ["# A", "# A"],
  ["1\\. a", "1\\. a"],
  ["a\r\\# b", "a\r\\# b"],
  ["{~~a~>b~~}", "{~~a~>b~~}"],
])("%j in normal form is %j", (typed, normal) => expect(decoded(typed)).toBe(normal))

test.each(["", "<TEI>", "<TEI/>", "<!DOCTYPE TEI><TEI><text><body/></text></TEI>"])(
  "%j holds no body",
  (tei) => expect(decodeBody(tei)).toBeUndefined(),
)
