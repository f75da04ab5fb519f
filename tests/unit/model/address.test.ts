import { expect, test } from "vitest"
import { addressFrom, addressOf } from "../../../src/model/address.js"

const led = (href: string, base = "sources/letters/a.xml") => {
  const found = addressOf(href, base)
  return found.kind === "path" ? found.path : found.kind
}

test.each([
  ["b.xml", "sources/letters/b.xml"],
  ["./b.xml#c", "sources/letters/b.xml"],
  ["../../b%20c.xml", "b c.xml"],
  ["ä ö.xml", "sources/letters/ä ö.xml"],
  ["100%.xml", "sources/letters/100%.xml"],
  ["", "sources/letters/a.xml"],
  ["#c", "sources/letters/a.xml"],
  ["parts/", "sources/letters/parts/"],
  ["../../../b.xml", "outside"],
  ["%2e%2e/%2E%2E/../etc/passwd", "outside"],
  ["..%2f..%2f..%2fetc/passwd", "outside"],
  ["/etc/passwd", "outside"],
  ["file:///etc/passwd", "outside"],
  ["C:\\letters\\b.xml", "outside"],
  ["c:/letters/b.xml", "outside"],
  ["..\\b.xml", "outside"],
  ["b.xml%00", "outside"],
  ["http://localhost/b.xml", "remote"],
  ["//localhost/b.xml", "remote"],
  ["data:text/xml,<a/>", "remote"],
])("%s leads to %s", (href, expected) => {
  expect(led(href)).toBe(expected)
})

test("an address from one file to another leads there", () => {
  for (const path of [
    "sources/letters/b.xml",
    "b.xml",
    "sources/c/d e.xml",
    "sources/50%.xml",
    "sources/letters/",
    "x/#.xml",
  ])
    expect(led(addressFrom("sources/letters/a.xml", path)), path).toBe(path)
})
