import { addressOf } from "../../model/address.js"
import {
  type ImageEntry,
  identifiedImages,
  type PageImage,
  placeImages,
  type Zone,
} from "../../model/facsimile.js"
import type { Block } from "../../model/transcription.js"
import { type PageFacs, pageFacs, startOf } from "../facsimile.js"
import { imageId, zoneId } from "../named-ids.js"
import type { TeiElement } from "../tei.js"
import { type DecodeContext, refuse, withoutPrefix } from "./attributes.js"
import { childrenOf, inside, wordsIn } from "./xml.js"

/** The attributes that stet writes in a facsimile. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  facsimile: [],
  surface: ["xml:id", "n", "ulx", "uly", "lrx", "lry"],
  label: [],
  graphic: ["url", "width", "height", "mimeType", "source"],
  zone: ["xml:id", "ulx", "uly", "lrx", "lry", "points"],
}

/** The field `images` of the front matter, from the facsimile of a TEI file; what stet does not write is reported. */
export function decodeImages(root: TeiElement, context: DecodeContext): readonly ImageEntry[] {
  const facsimile = inside(root, "facsimile")
  const images = childrenOf(facsimile).flatMap((surface): readonly ImageEntry[] => {
    const graphics = childrenOf(surface).filter((each) => each.name === "graphic")
    const address = addressOf(graphics[0]?.attributes["url"] ?? "#", "tei/")
    if (graphics.length !== 1 || address.kind !== "path") {
      refuse(
        context,
        "this <surface>",
        "stet writes each with one image that lies beside the TEI",
        surface.origin,
      )
      return []
    }
    const label = wordsIn(inside(surface, "label"))
    const { n: page } = surface.attributes
    const iiif = graphics[0]?.attributes["source"]
    const zones = childrenOf(surface).flatMap((each) =>
      each.name === "zone" ? [decodeZone(each, context)] : [],
    )
    return [
      {
        file: address.path,
        ...(page === undefined ? {} : { page }),
        ...(label === undefined ? {} : { label }),
        ...(iiif === undefined ? {} : { iiif }),
        zones,
      },
    ]
  })
  checkFacsimile(facsimile, context)
  const ids = identifiedImages(images).map(({ id }) => imageId(context.name, id))
  childrenOf(facsimile).forEach((surface, index) => {
    if (surface.attributes["xml:id"] !== ids[index])
      refuse(context, "the id of this <surface>", "stet makes it from the name of the file", surface.origin)
  })
  return images
}

function checkFacsimile(node: TeiElement | undefined, context: DecodeContext): void {
  if (node === undefined) return
  const known = Object.hasOwn(attributes, node.name) ? attributes[node.name] : undefined
  if (known === undefined)
    refuse(context, `<${node.name}>`, "stet writes no such element in a facsimile", node.origin)
  for (const key of Object.keys(node.attributes))
    if (known && !known.includes(key))
      refuse(context, `${key} on <${node.name}>`, "stet writes no such attribute there", node.origin)
  for (const child of childrenOf(node)) checkFacsimile(child, context)
}

function decodeZone(node: TeiElement, context: DecodeContext): Zone {
  const id = withoutPrefix(node.attributes["xml:id"] ?? "", zoneId(context.name, ""))
  if (id === undefined) refuse(context, "the id of this <zone>", "stet writes it otherwise", node.origin)
  const { points, ulx, uly, lrx, lry } = node.attributes
  if (points !== undefined)
    return { id: id ?? "", points: points.split(" ").map((point) => point.split(",").map(Number)) }
  const [left = 0, top = 0, right = 0, bottom = 0] = [ulx, uly, lrx, lry].map(Number)
  return { id: id ?? "", box: [left, top, right - left, bottom - top] }
}

/** What the body says of pages, once what follows from the list of images is left out. */
export interface DecodedPages {
  readonly body: TeiElement
  readonly usualFacs: ReadonlyMap<TeiElement, string>
  /** What the pages of these blocks point at, as stet would encode them. */
  readonly pagesOf: (blocks: readonly Block[]) => PageFacs
}

type ShownImage = Pick<PageImage, "id" | "page">

/** Takes out of a body the `pb` that was put there for an image alone, and finds which others need no mention. */
export function decodePages(body: TeiElement, name: string, images: readonly ShownImage[]): DecodedPages {
  const pagesOf = (blocks: readonly Block[]) => pageFacs(name, images, blocks)
  if (images.length === 0) return { body, usualFacs: new Map(), pagesOf }
  const [division, ...others] = body.children
  const lead = division?.kind === "element" ? division.children[0] : undefined
  const next = division?.kind === "element" ? division.children[1] : undefined
  // A line end follows a sign that was typed there.
  const isLead = lead?.kind === "element" && lead.name === "pb" && next?.kind !== "text"
  const whole = openingOf(body, isLead ? lead : undefined)
  const { placed, usualFacs } = usualPlaces(name, images, whole)
  const start = isLead ? startOf(name, images, placed) : undefined
  const isStart = isLead && start?.facs === lead.attributes["facs"] && start?.n === lead.attributes["n"]
  if (!isStart || division?.kind !== "element")
    return {
      body,
      usualFacs: isLead ? usualPlaces(name, images, openingOf(body)).usualFacs : usualFacs,
      pagesOf,
    }
  const rest = { ...division, children: division.children.slice(1) }
  return {
    body: { ...body, children: [rest, ...others] },
    usualFacs,
    pagesOf: (blocks) => ({ byOffset: pagesOf(blocks).byOffset }),
  }
}

interface Opening {
  readonly breaks: readonly TeiElement[]
  readonly beginsUnmarked: boolean
}

/** All `pb` of a body but one, and whether words stand before the first. */
function openingOf(body: TeiElement, without?: TeiElement): Opening {
  const breaks: TeiElement[] = []
  let begins: boolean | undefined
  const visit = (node: TeiElement): void => {
    for (const child of node.children) {
      if (child.kind === "text") {
        if (child.text.trim() !== "") begins ??= true
      } else if (child.name === "pb" && child !== without) {
        begins ??= false
        breaks.push(child)
      } else visit(child)
    }
  }
  visit(body)
  return { breaks, beginsUnmarked: begins ?? true }
}

/** Which page each image shows: a `pb` that points elsewhere than it would by itself was told to. */
function usualPlaces(name: string, images: readonly ShownImage[], { breaks, beginsUnmarked }: Opening) {
  const told = new Set<TeiElement>()
  for (;;) {
    const typed = breaks.map((each) => ({
      n: each.attributes["n"],
      images: told.has(each) ? imagesAt(each, name) : undefined,
    }))
    const placed = placeImages(images, typed, beginsUnmarked)
    const others = breaks.filter(
      (each, index) => !told.has(each) && imagesAt(each, name).join(" ") !== placed.breaks[index]?.join(" "),
    )
    if (others.length === 0) {
      const untold = breaks.filter((each) => !told.has(each))
      return { placed, usualFacs: new Map(untold.map((each) => [each, each.attributes["facs"] ?? ""])) }
    }
    for (const each of others) told.add(each)
  }
}

const imagesAt = ({ attributes: { facs } }: TeiElement, name: string): readonly string[] =>
  (facs ?? "").split(" ").flatMap((each) => withoutPrefix(each, `#${imageId(name, "")}`) ?? [])
