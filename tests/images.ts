import { deflateSync } from "node:zlib"
import type { ImageFolder } from "../src/read/images.js"

// Images made by hand for the tests: their headers are real, and the PNG can be shown.

const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((each) => each.charCodeAt(0)) : [...part],
    ),
  )
const two = (value: number) => [value >> 8, value & 0xff]
const four = (value: number) => [...two(value >>> 16), ...two(value & 0xffff)]

export const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** The first segments of a JPEG; `before` are segments that stand before its size. */
export const jpeg = (width: number, height: number, ...before: readonly Uint8Array[]): Uint8Array =>
  bytes(
    [0xff, 0xd8],
    ...before,
    [0xff, 0xc0, 0, 17, 8, ...two(height), ...two(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    [0xff, 0xd9],
  )

/** A segment of Exif that says how the picture is to be turned. */
export const exif = (orientation: number): Uint8Array => {
  const tiff = bytes(
    "MM",
    [0, 42],
    four(8),
    two(1),
    two(0x0112),
    two(3),
    four(1),
    two(orientation),
    [0, 0],
    four(0),
  )
  return bytes([0xff, 0xe1], two(8 + tiff.length), "Exif", [0, 0], tiff)
}

/** A PNG in one colour from white to grey, with darker bands as of lines of writing. */
export function png(width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height).fill(0xee)
  for (let y = 0; y < height; y++) {
    const at = y * (width + 1)
    rows[at] = 0
    const isLine = y > height / 10 && y < height * 0.9 && Math.floor(y / (height / 40)) % 2 === 0
    if (isLine) rows.fill(0x77, at + 1 + Math.floor(width / 10), at + 1 + Math.floor(width * 0.9))
  }
  return bytes(
    [0x89],
    "PNG\r\n",
    [0x1a, 0x0a],
    chunk("IHDR", [...four(width), ...four(height), 8, 0, 0, 0, 0]),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", []),
  )
}

function chunk(name: string, data: readonly number[] | Uint8Array): Uint8Array {
  const body = bytes(name, data)
  let crc = 0xffffffff
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return bytes(four(data.length), body, four((crc ^ 0xffffffff) >>> 0))
}

/** The three forms of WebP, as far as their size. */
export const webp = {
  simple: (width: number, height: number) =>
    bytes(
      "RIFF",
      four(0),
      "WEBPVP8 ",
      four(0),
      [0, 0, 0, 0x9d, 0x01, 0x2a],
      [width & 0xff, width >> 8, height & 0xff, height >> 8],
    ),
  lossless: (width: number, height: number) => {
    const bits = (width - 1) | ((height - 1) << 14)
    return bytes("RIFF", four(0), "WEBPVP8L", four(0), [
      0x2f,
      bits & 0xff,
      (bits >> 8) & 0xff,
      (bits >> 16) & 0xff,
      bits >>> 24,
    ])
  },
  extended: (width: number, height: number) => {
    const three = (value: number) => [value & 0xff, (value >> 8) & 0xff, value >> 16]
    return bytes("RIFF", four(0), "WEBPVP8X", four(10), [0, 0, 0, 0], three(width - 1), three(height - 1))
  },
}

/** A folder that holds these files and nothing else. */
export const folderOf = (
  files: Readonly<Record<string, Uint8Array>>,
): ImageFolder & { readonly bytes: (path: string) => Uint8Array | undefined } => ({
  bytes: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  beginning: (path, length) => {
    const found = Object.hasOwn(files, path) ? files[path] : undefined
    return found && { bytes: found.subarray(0, length), size: found.length }
  },
  paths: () => new Set(Object.keys(files)),
})
