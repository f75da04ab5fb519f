/** What the header of an image's file says: its kind, and the size at which a browser shows it, in pixels. */
export interface ImageHeader {
  readonly mimeType: "image/jpeg" | "image/png" | "image/webp"
  readonly width: number
  readonly height: number
}

/** A stretch of an image, in pixels from its upper left corner. TEI: `<zone>`. */
export interface Zone {
  readonly id: string
  /** x, y, width, height. */
  readonly box?: readonly number[] | undefined
  /** The corners of a polygon, each x and y. */
  readonly points?: readonly (readonly number[])[] | undefined
}

/** An image as the front matter names it. */
export interface ImageEntry {
  /** Its path in the edition's folder. */
  readonly file: string
  /** The number of the page that it shows; where none is said, it is the page at its place in the list. */
  readonly page?: string | undefined
  readonly label?: string | undefined
  /** Where a library serves it, by IIIF. */
  readonly iiif?: string | undefined
  readonly zones: readonly Zone[]
}

/** An image of a document. TEI: `<surface>` with a `<graphic>`. */
export interface PageImage extends ImageEntry {
  /** The file's name without folder and ending, as far as an id can hold it; the document's only one. */
  readonly id: string
  /** Undefined where nobody looked at the file. */
  readonly header?: ImageHeader | undefined
}

/** The images of a document with their ids. */
export function identifiedImages(entries: readonly ImageEntry[]): readonly PageImage[] {
  const taken = new Set<string>()
  return entries.map((entry) => {
    const stem = (entry.file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "")
    const plain = stem.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+|-+$/g, "") || "image"
    const base = /^[A-Za-z]/.test(plain) ? plain : `i${plain}`
    let id = base
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
    taken.add(id)
    return { ...entry, id }
  })
}

/** What a sign for a new page says: the page's number, and the images, if they are named there. */
export interface PageBreak {
  readonly n?: string | undefined
  readonly images?: readonly string[] | undefined
}

/** Which images show which page, all by their ids. */
export interface PlacedImages {
  /** Those of the page on which the text begins without a sign for it. */
  readonly start: readonly string[]
  /** Those of each sign for a new page, in order. */
  readonly breaks: readonly (readonly string[])[]
  /** Those for which there is no page. */
  readonly unplaced: readonly string[]
}

/**
 * Finds the page that each image shows: the one whose sign names it; else the one with its number; else the one
 * at its place in the list. The page on which the text begins needs no sign: it is that of the first image,
 * or of the one whose page is 1.
 */
export function placeImages(
  images: readonly { readonly id: string; readonly page?: string | undefined }[],
  breaks: readonly PageBreak[],
  beginsUnmarked: boolean,
): PlacedImages {
  const start: string[] = []
  const placed = breaks.map((each) => [...(each.images ?? [])])
  const named = new Set(placed.flat())
  const unplaced: string[] = []
  images.forEach(({ id, page }, index) => {
    if (named.has(id)) return
    const numbered = breaks.findIndex((each) => each.images === undefined && each.n === page)
    const counted = beginsUnmarked ? index - 1 : index
    const at = page !== undefined ? numbered : counted
    const isFirst = beginsUnmarked && (index === 0 || page === "1")
    if (at >= 0 && breaks[at]?.images === undefined && placed[at]) placed[at].push(id)
    else if (isFirst && (page === undefined || numbered < 0)) start.push(id)
    else unplaced.push(id)
  })
  return { start, breaks: placed, unplaced }
}

/** Where the site has the images, seen from its root; the TEI lies in tei/ beside it. */
const imageFolder = "images/"

/** The path of an image on the site, by its path in the edition's folder. */
export const imagePath = (file: string): string =>
  file.startsWith(imageFolder) ? file : `${imageFolder}${file}`

/** The address that leads from the TEI to an image of the site, by the image's path in the edition's folder. */
export const imageAddress = (file: string): string =>
  [
    "..",
    ...imagePath(file)
      .split("/")
      .map((step) => encodeURIComponent(step).replaceAll("'", "%27")),
  ].join("/")
