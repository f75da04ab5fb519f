import fc from "fast-check"
import { expect, test } from "vitest"
import { headLength, readImageHeader } from "../../../src/read/image-header.js"
import { imageLimit, lookAtImage } from "../../../src/read/images.js"
import { exif, folderOf, jpeg, png, text, webp } from "../../images.js"

const comment = (length: number) =>
  Uint8Array.from([
    0xff,
    0xfe,
    (length + 2) >> 8,
    (length + 2) & 0xff,
    ...new Array<number>(length).fill(0xc0),
  ])

test.each([
  ["a JPEG", jpeg(1200, 1800), "image/jpeg", 1200, 1800],
  [
    "a JPEG with much before its size",
    jpeg(1200, 1800, comment(60_000), comment(60_000)),
    "image/jpeg",
    1200,
    1800,
  ],
  ["a JPEG with fill bytes", jpeg(12, 18, Uint8Array.from([0xff, 0xff, 0xff])), "image/jpeg", 12, 18],
  ["a JPEG that lies as it is", jpeg(1200, 1800, exif(1)), "image/jpeg", 1200, 1800],
  ["a JPEG upside down", jpeg(1200, 1800, exif(3)), "image/jpeg", 1200, 1800],
  ["a JPEG turned on its side", jpeg(1200, 1800, exif(6)), "image/jpeg", 1800, 1200],
  ["a PNG", png(60, 90), "image/png", 60, 90],
  ["a WebP", webp.simple(600, 900), "image/webp", 600, 900],
  ["a WebP without loss", webp.lossless(600, 9000), "image/webp", 600, 9000],
  ["a WebP with more in it", webp.extended(70_000, 90_000), "image/webp", 70_000, 90_000],
])("%s tells its kind and its size", (_, bytes, mimeType, width, height) => {
  expect(readImageHeader(bytes)).toEqual({ kind: "image", header: { mimeType, width, height } })
})

test.each([
  ["", "it is empty"],
  ["%PDF-1.4", "it is PDF"],
  ["II*\0", "TIFF"],
  ["GIF89a", "it is GIF"],
  ["\0\0\0\x20ftypheic", "HEIC"],
  ['\ufeff<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "it is SVG"],
  ["<!DOCTYPE html><p>", "a page of HTML"],
  ["The boat is in.", "those of no image"],
])("%j is no image: %s", (words, problem) => {
  expect(readImageHeader(text(words))).toMatchObject({ problem: expect.stringContaining(problem) as string })
})

test("an image that is cut anywhere before its size says so, or is none", () => {
  for (const whole of [
    jpeg(1200, 1800, exif(6)),
    png(60, 90),
    webp.simple(6, 9),
    webp.lossless(6, 9),
    webp.extended(6, 9),
  ]) {
    for (let length = 0; length < 20; length++)
      expect(readImageHeader(whole.subarray(0, length)).kind, String(length)).toBe("fault")
  }
})

test("an image of no width, and one that ends before it begins, are refused", () => {
  expect(readImageHeader(png(0, 9)).kind).toBe("fault")
  expect(readImageHeader(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, 0, 0])).kind).toBe("fault")
  expect(readImageHeader(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])).kind).toBe("fault")
})

test("no bytes whatever make it throw, or take long", () => {
  const begun = fc
    .constantFrom(jpeg(9, 9, exif(6)), png(9, 9), webp.simple(9, 9))
    .map((each) => [...each.slice(0, 12)])
  fc.assert(
    fc.property(begun, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      expect(["image", "fault"]).toContain(readImageHeader(Uint8Array.from([...head, ...rest])).kind)
    }),
  )
  const endless = new Uint8Array(headLength).fill(0xff)
  endless[1] = 0xd8
  expect(readImageHeader(endless).kind).toBe("fault")
})

test("an image that is too large is told, and one whose name a browser would take for a page", () => {
  const bytes = png(60, 90)
  const folder = {
    ...folderOf({ "images/a.html": bytes }),
    beginning: () => ({ bytes, size: imageLimit + 1 }),
  }
  expect(lookAtImage("images/a.png", folder)).toMatchObject({ kind: "fault", code: "image-too-large" })
  expect(lookAtImage("images/a.html", folder)).toMatchObject({ kind: "fault", code: "image-unusable" })
})
