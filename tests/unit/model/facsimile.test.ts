import { expect, test } from "vitest"
import { identifiedImages, imageAddress, imagePath, placeImages } from "../../../src/model/facsimile.js"

const images = (...pages: readonly (string | undefined)[]) =>
  pages.map((page, index) => ({ id: `i${index + 1}`, page }))
const breaks = (...numbers: readonly (string | undefined)[]) => numbers.map((n) => ({ n }))

test("images without a page are those of the pages in order", () => {
  const placed = placeImages(images(undefined, undefined, undefined), breaks("2", undefined), true)
  expect(placed).toEqual({ start: ["i1"], breaks: [["i2"], ["i3"]], unplaced: [] })
})

test("a text that begins with a sign for a page has no other page before it", () => {
  const placed = placeImages(images(undefined, undefined), breaks("1"), false)
  expect(placed).toEqual({ start: [], breaks: [["i1"]], unplaced: ["i2"] })
})

test("an image goes to the page that has its number, several to one", () => {
  const placed = placeImages(images("3", "2", "3", "1"), breaks("2", "3"), true)
  expect(placed).toEqual({ start: ["i4"], breaks: [["i2"], ["i1", "i3"]], unplaced: [] })
})

test("a sign that names its images gets no others", () => {
  const named = [{ n: "1", images: ["i2"] }, { n: "1" }]
  expect(placeImages(images("1", "1"), named, false)).toEqual({
    start: [],
    breaks: [["i2"], ["i1"]],
    unplaced: [],
  })
})

test("ids are made from the files' names, and are the document's only ones", () => {
  const ids = identifiedImages(
    ["a/1.jpg", "b/1.png", "Brief Nr. 2 – „Anfang“.jpg", "ä.png", "x.y.webp"].map((file) => ({
      file,
      zones: [],
    })),
  ).map(({ id }) => id)
  expect(ids).toEqual(["i1", "i1-2", "Brief-Nr.-2-Anfang", "image", "x.y"])
})

test("the site has an image below images/, and an address holds no sign that ends it", () => {
  expect(imagePath("images/a.jpg")).toBe("images/a.jpg")
  expect(imagePath("scans/a.jpg")).toBe("images/scans/a.jpg")
  expect(imageAddress(`scans/a "b" 'c' <d>#?&.jpg`)).toBe(
    "../images/scans/a%20%22b%22%20%27c%27%20%3Cd%3E%23%3F%26.jpg",
  )
})
