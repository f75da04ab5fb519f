import { isPhenomenon } from "../model/phenomena.js"
import { type AttributeRule, agency, zone } from "../model/phenomenon.js"
import type { Role, Section } from "../model/transcription.js"

/** `::salute[…]` and the like: what a paragraph does in the letter, said by the editor. */
export const roleDirectives: Readonly<Record<string, Role | "letterhead">> = {
  paragraph: "body",
  letterhead: "letterhead",
  "release-head": "release-head",
  head: "head",
  dateline: "dateline",
  salute: "salute",
  closing: "closing",
  signed: "signed",
  postscript: "postscript",
}

const { hand, stage } = agency
const written = { hand, stage, zone }

/** `::session` and the like: a part of the document that runs to the next one or the end. */
export const sectionDirectives: Readonly<Record<Section["name"], Readonly<Record<string, AttributeRule>>>> = {
  session: written,
  enclosure: written,
  envelope: written,
}

/** `:::verse` … `:::`: blocks that belong together. The last three are passages struck, added, damaged. */
export const containerDirectives = [
  "quote",
  "postscript",
  "verse",
  "address",
  "deletion",
  "addition",
  "damage",
] as const

export type ContainerDirective = (typeof containerDirectives)[number]

export const isContainer = (name: string): name is ContainerDirective =>
  (containerDirectives as readonly string[]).includes(name)

/** Whether there is a directive of this name, of whatever kind. */
export const isDirective = (name: string): boolean =>
  Object.hasOwn(roleDirectives, name) ||
  Object.hasOwn(sectionDirectives, name) ||
  isContainer(name) ||
  isPhenomenon(name)

export const isSection = (name: string): name is Section["name"] => Object.hasOwn(sectionDirectives, name)
