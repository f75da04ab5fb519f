import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { EncodedDocument } from "../encode/encode-document.js"
import { addressOf } from "../model/address.js"
import type { Edition } from "../model/edition.js"
import { imageAddress, imagePath } from "../model/facsimile.js"
import type { SiteImage } from "../model/page.js"
import { startOfFile } from "../model/source-span.js"
import { type ImageFolder, lookAtImage } from "../read/images.js"
import type { BroughtTei } from "./brought.js"

/** An image of the site, and the file in the edition's folder that it is. */
export interface PublishedImage extends SiteImage {
  readonly source: string
}

/** The images of each document, by its name. */
export type ImagesOfDocuments = ReadonlyMap<string, readonly PublishedImage[]>

/**
 * The images that the site is to have. Those of transcriptions were looked at when they were read; of brought
 * TEI, files that `graphic`, `media` or `facs` names and that lie in the folder. What cannot be shown there
 * is a warning, since no page depends on it.
 */
export function imagesOfEdition(
  edition: Edition,
  encoded: readonly EncodedDocument[],
  brought: readonly BroughtTei[],
  folder: ImageFolder,
): Outcome<ImagesOfDocuments> {
  const images = new Map<string, readonly PublishedImage[]>()
  const diagnostics: Diagnostic[] = []
  for (const document of edition.documents) {
    if (!encoded.some((each) => each.name === document.name)) continue
    const own = document.images.flatMap(({ file, header }): readonly PublishedImage[] => {
      if (!header) return []
      const { width, height } = header
      return [{ url: imageAddress(file), path: imagePath(file), width, height, source: file }]
    })
    if (own.length > 0) images.set(document.name, own)
  }
  for (const each of brought) {
    const own = imagesOfBrought(each, folder, diagnostics)
    if (own.length > 0) images.set(each.name, own)
  }
  return { value: images, diagnostics: [...diagnostics, ...clashes(images)] }
}

function imagesOfBrought(
  { expanded, document, file }: BroughtTei,
  folder: ImageFolder,
  diagnostics: Diagnostic[],
): readonly PublishedImage[] {
  const found = new Map<string, PublishedImage>()
  const seen = new Set<string>()
  for (const element of document.elements) {
    for (const attribute of element.attributes) {
      const names =
        attribute.name === "facs"
          ? attribute.value.split(/\s+/).filter((each) => each !== "" && !each.includes("#"))
          : attribute.name === "url" && (element.local === "graphic" || element.local === "media")
            ? [attribute.value]
            : []
      for (const url of names) {
        if (seen.has(url)) continue
        seen.add(url)
        const address = addressOf(url, file)
        const look = address.kind === "path" ? lookAtImage(address.path, folder) : undefined
        // What is not there is told where pointers are followed.
        if (address.kind !== "path" || !look || look.kind === "missing") continue
        if (look.kind === "image")
          found.set(url, {
            url,
            path: placeOf(url, address.path),
            source: address.path,
            ...sizeOf(look.header),
          })
        else {
          const told = diagnose(look.code, look.values, expanded.spanAt(attribute.from, attribute.to))
          diagnostics.push({ ...told, severity: "warning" })
        }
      }
    }
  }
  return [...found.values()]
}

const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => ({ width, height })

/**
 * Brought TEI is published as it came: where its own address, counted from tei/, leads to a place of the site
 * that is free for images, the image goes there, so that the two belong together.
 */
function placeOf(url: string, source: string): string {
  const address = addressOf(url, "tei/")
  const isFree = address.kind === "path" && /^(?:images|tei)\/./.test(address.path)
  return isFree ? address.path : imagePath(source)
}

/** Two files that would get one place on the site. */
function clashes(images: ImagesOfDocuments): readonly Diagnostic[] {
  const taken = new Map<string, string>()
  return [...images.values()].flat().flatMap(({ path, source }) => {
    const key = path.normalize("NFC").toLowerCase()
    const other = taken.get(key)
    taken.set(key, source)
    return other === undefined || other === source
      ? []
      : [diagnose("name-clash", { name: source, other }, startOfFile(source))]
  })
}

/** The image files of a site, each once, read only when they are written. */
export function imageFiles(
  images: ImagesOfDocuments,
  folder: { readonly bytes: (path: string) => Uint8Array | undefined },
): readonly { readonly path: string; readonly content: () => Uint8Array }[] {
  const files = new Map([...images.values()].flat().map(({ path, source }) => [path, source]))
  return Array.from(files, ([path, source]) => ({
    path,
    content: () => {
      const bytes = folder.bytes(source)
      if (bytes === undefined) throw new Error(`the image ${source} is not there any more`)
      return bytes
    },
  }))
}
