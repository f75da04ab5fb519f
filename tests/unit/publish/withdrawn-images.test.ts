import { expect, test } from "vitest"
import { withdrawnImage } from "../../../src/publish/withdrawn-images.js"
import { readImageHeader } from "../../../src/read/image-header.js"

test("what stands for an image that has gone is an image of the kind that its address promises", () => {
  for (const [end, format] of Object.entries({
    png: "png",
    PNG: "png",
    jpg: "jpeg",
    jpeg: "jpeg",
    JPG: "jpeg",
    webp: "webp",
  })) {
    const reading = readImageHeader(withdrawnImage(end) ?? new Uint8Array())
    expect(reading, end).toMatchObject({ header: { mimeType: `image/${format}`, width: 24, height: 32 } })
  }
  expect(withdrawnImage("tiff")).toBeUndefined()
})
