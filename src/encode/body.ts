import type { Block, Section } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import { encodeBlocks } from "./blocks.js"
import { type BodyContext, facsOf, identified } from "./identified.js"
import { handId, stageId } from "./named-ids.js"
import { type TeiElement, tei } from "./tei.js"

/** The type of a section's div, by what a transcription calls the section. */
export const sectionTypes = {
  session: "writingSession",
  enclosure: "enclosure",
  envelope: "envelope",
} as const

/** What the first sitting has its id from, since it has no heading of its own. */
export const firstSitting = "first sitting"

/** A stretch of the document with what it is called, up to the next one. */
interface Part {
  readonly section?: Section
  readonly blocks: readonly Block[]
}

/**
 * Encodes a document's blocks as one `div`, with a `div` beside it for each enclosure and envelope; the
 * blank lines between the blocks stay where they are. Where a letter was written in several sittings,
 * each of them is a `div` within, since TEI has no text after a letter's close.
 */
export function encodeBody(blocks: readonly Block[], context: BodyContext): readonly TeiElement[] {
  const [first, ...others] = encodeGroups(blocks, context)
  const { start } = context.pages
  if (start === undefined || first === undefined)
    return [first, ...others].filter((each) => each !== undefined)
  // The page on which the text begins has an image, and no sign was typed for it.
  return [{ ...first, children: [tei("pb", { ...start }), ...first.children] }, ...others]
}

function encodeGroups(blocks: readonly Block[], context: BodyContext): readonly TeiElement[] {
  const groups: Part[][] = [[]]
  for (const part of partsOf(blocks)) {
    if (part.section && part.section.name !== "session") groups.push([])
    groups.at(-1)?.push(part)
  }
  // A file that begins with an enclosure or an envelope has no letter before it, only blank lines.
  const [first] = groups
  const lead = first?.[0]?.blocks ?? []
  if (groups.length > 1 && first?.length === 1 && lead.every((block) => block.kind === "blank")) {
    const [second, ...others] = groups.slice(1)
    const opened = encodeGroup(second ?? [], context, lead)
    return [opened, ...others.map((group) => encodeGroup(group, context))]
  }
  return groups.map((group) => encodeGroup(group, context))
}

function partsOf(blocks: readonly Block[]): readonly Part[] {
  const starts = blocks.flatMap((block, index) => (block.kind === "section" ? [index] : []))
  const first: Part = { blocks: blocks.slice(0, starts[0] ?? blocks.length) }
  const others = starts.map((start, index): Part => {
    const end = starts[index + 1] ?? blocks.length
    return { section: blocks[start] as Section, blocks: blocks.slice(start + 1, end) }
  })
  return [first, ...others]
}

function encodeGroup(
  parts: readonly Part[],
  context: BodyContext,
  before: readonly Block[] = [],
): TeiElement {
  const [first, ...sessions] = parts
  const { section, blocks = [] } = first ?? {}
  const attributes = section
    ? sectionAttributes(section, context)
    : { type: context.divType, "xml:id": context.divId }
  const head = section ? sectionHead(section, context) : []
  const own = encodeBlocks(blocks, context)
  const written = blocks.some((block) => block.kind !== "blank")
  // The first sitting is a part like the others, once there are others.
  const lead =
    sessions.length > 0 && written
      ? [tei("div", { type: sectionTypes.session, "xml:id": context.ids.idOf("div", firstSitting) }, own)]
      : own
  const rest = sessions.map((part) => {
    const within = part.section as Section
    const whole = { ...within.span, end: part.blocks.at(-1)?.span.end ?? within.span.end }
    const children = [...sectionHead(within, context), ...encodeBlocks(part.blocks, context)]
    return tei("div", sectionAttributes(within, context), children, whole)
  })
  const blanks = encodeBlocks(before, context)
  return tei("div", attributes, [...blanks, ...head, ...lead, ...rest], section?.span)
}

const sectionHead = (section: Section, context: BodyContext) =>
  section.heading.length > 0 ? [identified("head", {}, section.heading, context, section.span)] : []

function sectionAttributes({ name, heading, attributes }: Section, context: BodyContext) {
  const { hand, stage, zone } = attributes
  return {
    type: sectionTypes[name],
    hand: hand === undefined ? undefined : `#${handId(context.name, hand)}`,
    change: stage === undefined ? undefined : `#${stageId(context.name, stage)}`,
    ...facsOf(zone, context),
    "xml:id": context.ids.idOf("div", `${sectionTypes[name]} ${textOf(heading)}`),
  }
}
