import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { FrontMatter } from "../model/edition.js"
import {
  type ImageHeader,
  identifiedImages,
  type PageImage,
  placeImages,
  type Zone,
} from "../model/facsimile.js"
import { nearest } from "../model/nearest.js"
import { beginsUnmarked, pageBreaksIn } from "../model/page-breaks.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Block } from "../model/transcription.js"
import { allBlocks, visitInline } from "../model/walk.js"
import { headLength, readImageHeader } from "./image-header.js"

/** What is asked of the edition's folder; src/files/folder.ts answers it. */
export interface ImageFolder {
  /** The first bytes of a file, and how many it has; undefined where it is not there or leads out. */
  readonly beginning: (
    path: string,
    length: number,
  ) => { readonly bytes: Uint8Array; readonly size: number } | undefined
  readonly paths: () => ReadonlySet<string>
}

/** The most bytes that an image may have. */
export const imageLimit = 64 * 1024 * 1024

/** A browser takes a file for what its ending says, where a server knows no better. */
const endings = /\.(?:jpe?g|png|webp)$/i

/** What an image's file is, or what is wrong with it. */
export type ImageLook =
  | { readonly kind: "image"; readonly header: ImageHeader }
  | { readonly kind: "fault"; readonly code: "image-unusable" | "image-too-large"; readonly values: Values }
  | { readonly kind: "missing" }

type Values = Readonly<Record<string, string | number>>

/** Looks at a file that is to be shown as an image. */
export function lookAtImage(path: string, folder: ImageFolder): ImageLook {
  const found = folder.beginning(path, headLength)
  if (!found) return { kind: "missing" }
  const unusable = (problem: string): ImageLook => ({
    kind: "fault",
    code: "image-unusable",
    values: { file: path, problem },
  })
  const read = readImageHeader(found.bytes)
  if (read.kind === "fault") return unusable(read.problem)
  if (!endings.test(path)) return unusable("its name does not end in .jpg, .jpeg, .png or .webp")
  if (found.size > imageLimit)
    return {
      kind: "fault",
      code: "image-too-large",
      values: { file: path, size: found.size, limit: imageLimit },
    }
  return { kind: "image", header: read.header }
}

/**
 * The images of a document, with every mistake in what is said of them: files that are not there or no
 * images, pages that are not there, zones beyond the edge of their image. Without a folder no file is
 * looked at.
 */
export function readImages(
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  fieldSpan: (path: string) => SourceSpan | undefined,
  folder?: ImageFolder,
): Outcome<readonly PageImage[]> {
  const diagnostics: Diagnostic[] = []
  const images = identifiedImages(frontMatter.images).map((image, index): PageImage => {
    const span = fieldSpan(`images.${index}.file`)
    if (!isPlainPath(image.file)) {
      diagnostics.push(diagnose("path-outside", { name: image.file }, span))
      return image
    }
    if (!folder) return image
    const look = lookAtImage(image.file, folder)
    if (look.kind === "image") return { ...image, header: look.header }
    diagnostics.push(
      look.kind === "fault"
        ? diagnose(look.code, look.values, span)
        : diagnose(
            "image-missing",
            { target: image.file, more: "", suggestion: suggestionFor(image.file, folder) },
            span,
          ),
    )
    return image
  })
  diagnostics.push(...checkZones(images, fieldSpan))
  diagnostics.push(...checkPages(images, blocks, fieldSpan))
  return { value: images, diagnostics }
}

/** Whether a path is one that all systems take alike, and that does not climb. */
const isPlainPath = (path: string): boolean =>
  !/[\\:]|[\p{Cc}\u2028\u2029]/u.test(path) && path.split("/").every((step) => !/^\.{0,2}$/.test(step))

function suggestionFor(path: string, folder: ImageFolder): string {
  const nameIn = (each: string) => each.slice(each.lastIndexOf("/") + 1)
  const paths = [...folder.paths()]
  const elsewhere = paths.find((each) => nameIn(each).toLowerCase() === nameIn(path).toLowerCase())
  if (elsewhere !== undefined) return `There is “${elsewhere}”; paths count from the edition's folder.`
  const guess = nearest(path, paths.filter((each) => endings.test(each)).slice(0, 2000), 120)
  return guess === undefined
    ? "Check the spelling; paths count from the edition's folder, in which edition.yaml lies."
    : `Did you mean “${guess}”?`
}

function checkZones(
  images: readonly PageImage[],
  fieldSpan: (path: string) => SourceSpan | undefined,
): readonly Diagnostic[] {
  const known = new Set<string>()
  return images.flatMap(({ header, zones, file }, image) =>
    zones.flatMap((zone, index) => {
      const path = `images.${image}.zones.${index}`
      const found: Diagnostic[] = []
      if (known.has(zone.id)) found.push(diagnose("zone-twice", { id: zone.id }, fieldSpan(`${path}.id`)))
      known.add(zone.id)
      if (header && reachesBeyond(zone, header)) {
        const values = { file, width: header.width, height: header.height }
        const place = zone.box ? "box" : "points"
        found.push(diagnose("zone-outside", values, fieldSpan(`${path}.${place}`)))
      }
      return found
    }),
  )
}

function reachesBeyond({ box, points }: Zone, { width, height }: ImageHeader): boolean {
  const [x = 0, y = 0, wide = 0, high = 0] = box ?? []
  const corners = [[x + wide, y + high], ...(points ?? [])]
  return corners.some(([right = 0, lower = 0]) => right > width || lower > height)
}

function checkPages(
  images: readonly PageImage[],
  blocks: readonly Block[],
  fieldSpan: (path: string) => SourceSpan | undefined,
): readonly Diagnostic[] {
  const breaks = pageBreaksIn(blocks)
  const { unplaced } = placeImages(images, breaks, beginsUnmarked(blocks))
  const found = images.flatMap(({ id, file, page }, index) => {
    if (!unplaced.includes(id)) return []
    return page === undefined
      ? [diagnose("image-unused", { file }, fieldSpan(`images.${index}.file`))]
      : [diagnose("image-page-missing", { file, page }, fieldSpan(`images.${index}.page`))]
  })
  const named = images.map((each) => each.id)
  const zones = images.flatMap((each) => each.zones.map((zone) => zone.id))
  const check = (
    code: "image-undeclared" | "zone-undeclared",
    target: string,
    known: readonly string[],
    span: SourceSpan,
  ) => {
    if (known.includes(target)) return
    const guess = nearest(target, known)
    const suggestion = guess ? `Did you mean “${guess}”?` : `Known: ${known.join(", ") || "none"}.`
    found.push(diagnose(code, { target, suggestion }, span))
  }
  for (const { images: typed, span } of breaks)
    for (const each of typed ?? []) check("image-undeclared", each, named, span)
  visitInline(blocks, (child) => {
    const zone = "attributes" in child ? child.attributes["zone"] : undefined
    if (zone !== undefined) check("zone-undeclared", zone, zones, child.span)
  })
  for (const block of allBlocks(blocks)) {
    const zone =
      block.kind === "section" ? block.attributes["zone"] : "zone" in block ? block.zone : undefined
    if (zone !== undefined) check("zone-undeclared", zone, zones, block.span)
  }
  return found
}
