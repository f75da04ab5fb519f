import {
  imageAddress,
  type PageImage,
  type PlacedImages,
  placeImages,
  type Zone,
} from "../model/facsimile.js"
import { beginsUnmarked, pageBreaksIn } from "../model/page-breaks.js"
import type { Block } from "../model/transcription.js"
import { imageId, zoneId } from "./named-ids.js"
import { said } from "./said.js"
import { type TeiElement, tei } from "./tei.js"

/** What pages point at with `facs`. */
export interface PageFacs {
  /** The number and the images of the page on which the text begins without a sign for it; none where it has no image. */
  readonly start?: { readonly n: string | undefined; readonly facs: string }
  /** The images of each sign for a new page, by where the sign stands, in UTF-16 units. */
  readonly byOffset: ReadonlyMap<number, string>
}

/** Which page of a transcription points at which images. */
export function pageFacs(
  name: string,
  images: readonly Pick<PageImage, "id" | "page">[],
  blocks: readonly Block[],
): PageFacs {
  const byOffset = new Map<number, string>()
  if (images.length === 0) return { byOffset }
  const breaks = pageBreaksIn(blocks)
  const placed = placeImages(images, breaks, beginsUnmarked(blocks))
  breaks.forEach(({ span }, index) => {
    const shown = placed.breaks[index] ?? []
    if (shown.length > 0)
      byOffset.set(
        span.start.offset,
        pointersTo(shown, (id) => imageId(name, id)),
      )
  })
  const start = startOf(name, images, placed)
  return { byOffset, ...(start ? { start } : {}) }
}

/** The `pb` that is put before the text, if its first page has an image and no sign. */
export function startOf(
  name: string,
  images: readonly Pick<PageImage, "id" | "page">[],
  { start }: PlacedImages,
): PageFacs["start"] {
  if (start.length === 0) return undefined
  const n = images.find(({ id }) => id === start[0])?.page
  return { n, facs: pointersTo(start, (id) => imageId(name, id)) }
}

/** Pointers within a file, by the ids that they have there. */
export const pointersTo = (ids: readonly string[], idOf: (id: string) => string): string =>
  ids.map((id) => `#${idOf(id)}`).join(" ")

/**
 * The images of a document with their zones. The address of an image leads from the TEI to where the site has
 * it; what a library serves of it is the graphic's `source`.
 */
export function encodeFacsimile(images: readonly PageImage[], name: string): TeiElement | undefined {
  if (images.length === 0) return undefined
  return tei(
    "facsimile",
    {},
    images.map((image) => {
      const { id, file, page, label, iiif, header, zones } = image
      const corners = header && { ulx: "0", uly: "0", lrx: String(header.width), lry: String(header.height) }
      const graphic = tei("graphic", {
        url: imageAddress(file),
        width: header && `${header.width}px`,
        height: header && `${header.height}px`,
        mimeType: header?.mimeType,
        source: iiif,
      })
      const attributes = { "xml:id": imageId(name, id), n: page, ...corners }
      return tei("surface", attributes, [
        said("label", label),
        graphic,
        ...zones.map((zone) => encodeZone(zone, name)),
      ])
    }),
  )
}

function encodeZone({ id, box, points }: Zone, name: string): TeiElement {
  const [x = 0, y = 0, width = 0, height = 0] = box ?? []
  const corners = { ulx: x, uly: y, lrx: x + width, lry: y + height }
  const place = points
    ? { points: points.map((point) => point.join(",")).join(" ") }
    : Object.fromEntries(Object.entries(corners).map(([key, value]) => [key, String(value)]))
  return tei("zone", { "xml:id": zoneId(name, id), ...place })
}
