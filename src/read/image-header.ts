import type { ImageHeader } from "../model/facsimile.js"

/** As much of a file as is looked at, in bytes: what cameras and scanners put before the size is less. */
export const headLength = 1024 * 1024

/** What an image's first bytes say, or why they are no image that pages show. */
export type HeaderReading =
  | { readonly kind: "image"; readonly header: ImageHeader }
  | { readonly kind: "fault"; readonly problem: string }

/**
 * Reads kind and size from the first bytes of an image: JPEG (ITU T.81, B.2; turned as its Exif orientation
 * says, since browsers turn it so), PNG (W3C PNG, 11.2.1), WebP (RFC 9649). Never throws.
 */
export function readImageHeader(head: Uint8Array): HeaderReading {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    const size = sizeOf(view)
    if (size === undefined) return fault(otherKind(head))
    if (size.width === 0 || size.height === 0) return fault("its header gives it no width or no height")
    return { kind: "image", header: size }
  } catch (error) {
    // A view refuses to be read beyond its end.
    if (error instanceof RangeError) return fault("it breaks off before its size is told")
    throw error
  }
}

const fault = (problem: string): HeaderReading => ({ kind: "fault", problem })

const begins = (view: DataView, at: number, letters: string): boolean =>
  [...letters].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0))

function sizeOf(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 4) return undefined
  if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  if (begins(view, 0, "\x89PNG")) return pngSize(view)
  if (begins(view, 0, "RIFF") && begins(view, 8, "WEBP")) return webpSize(view)
  return undefined
}

function pngSize(view: DataView): ImageHeader | undefined {
  if (!begins(view, 4, "\r\n\x1a\n") || !begins(view, 12, "IHDR")) return undefined
  return { mimeType: "image/png", width: view.getUint32(16), height: view.getUint32(20) }
}

/** Goes from segment to segment to the frame header; each says how long it is. */
function jpegSize(view: DataView): ImageHeader {
  let turned = false
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new RangeError("no segment begins here")
    const marker = view.getUint8(at + 1)
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) at++
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      if (isFrame) {
        const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
        return { mimeType: "image/jpeg", ...(turned ? { width: height, height: width } : { width, height }) }
      }
      // After the beginning of the picture itself, or at the end, no size comes any more.
      if (marker === 0xda || marker === 0xd9) throw new RangeError("no frame header")
      const length = view.getUint16(at + 2)
      if (marker === 0xe1 && begins(view, at + 4, "Exif\0")) turned = isTurned(view, at + 10, at + 2 + length)
      at += 2 + Math.max(2, length)
    }
  }
}

/** Whether Exif says that width and height are exchanged: orientations 5 to 8 (CIPA DC-008, 4.6.4). */
function isTurned(view: DataView, base: number, end: number): boolean {
  const last = Math.min(end, view.byteLength)
  if (base + 8 > last) return false
  const little = begins(view, base, "II")
  const first = base + view.getUint32(base + 4, little)
  if (first + 2 > last) return false
  const entries = view.getUint16(first, little)
  for (let entry = first + 2; entry < first + 2 + entries * 12; entry += 12) {
    if (entry + 12 > last) return false
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5
  }
  return false
}

function webpSize(view: DataView): ImageHeader | undefined {
  const mimeType = "image/webp"
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  if (begins(view, 12, "VP8X")) return { mimeType, width: three(24) + 1, height: three(27) + 1 }
  if (begins(view, 12, "VP8L")) {
    const bits = view.getUint32(21, true)
    return { mimeType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (begins(view, 12, "VP8 ") && view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a)
    return { mimeType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return undefined
}

/** What a file is instead, for the files that are most often taken for images. */
function otherKind(head: Uint8Array): string {
  const text = new TextDecoder("latin1")
    .decode(head.subarray(0, 1024))
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, "")
  if (head.length === 0) return "it is empty"
  if (/<svg[\s>]/i.test(text)) return "it is SVG, which can bring scripts"
  if (/^<(?:!doctype html|html|head|body|script)/i.test(text)) return "it is a page of HTML"
  if (/^(?:II\*\0|MM\0\*)/.test(text)) return "it is TIFF, which browsers do not show"
  if (/^.{4}ftyp/s.test(text)) return "it is HEIC, AVIF or a film"
  if (text.startsWith("GIF8")) return "it is GIF"
  if (text.startsWith("%PDF")) return "it is PDF"
  return "its first bytes are those of no image"
}
