import { firstSitting, sectionTypes } from "../body.js"
import { openIdentifiers } from "../ids.js"
import { handId, stageId } from "../named-ids.js"
import type { TeiElement } from "../tei.js"
import { checkAttributes, type DecodeContext, withoutPrefix, zoneOf } from "./attributes.js"
import { leavesOf } from "./canonical.js"
import { decodeInline } from "./inline.js"
import type { ItemList } from "./item-list.js"
import { plainText } from "./pieces.js"

/** What a section is called in a transcription, by the type of its div. */
const sectionNames = new Map<string | undefined, string>(
  Object.entries(sectionTypes).map(([name, type]) => [type, name]),
)

/**
 * Puts the line that begins a section, with its heading; gives the index of the div's child from which on
 * the section's blocks stand. `isFirst`: the body begins with it.
 */
export function decodeSectionHead(
  node: TeiElement,
  path: string,
  isFirst: boolean,
  context: DecodeContext,
  list: ItemList,
): number {
  const { type, hand, change, facs } = node.attributes
  const zone = zoneOf(node, context)
  const known = { type: sectionNames.has(type) ? type : undefined, hand, change }
  checkAttributes(node, zone === undefined ? known : { ...known, facs }, context)
  // Blank lines before the first section of all stand in it, before its heading.
  const [first, second] = node.children
  const before = isFirst && first?.kind === "text" && second?.kind === "element" ? first.text : ""
  const head = before === "" ? first : second
  const isHead = head?.kind === "element" && head.name === "head" && head.attributes["type"] === undefined
  const headed = isHead ? decodeInline(head.children, context) : []
  const heading = isHead && (before === "" || isSaidBy(node, plainText(headed)))
  const lead = heading && before !== "" ? 1 : 0
  if (lead > 0) list.blank(before, node)
  // The first sitting is told from others by its id alone.
  if (isMadeFrom(node, firstSitting)) return 0
  const ofHand = withoutPrefix(hand ?? "", `#${handId(context.name, "")}`)
  const ofStage = withoutPrefix(change ?? "", `#${stageId(context.name, "")}`)
  const values = {
    ...(ofHand === undefined ? {} : { hand: ofHand }),
    ...(ofStage === undefined ? {} : { stage: ofStage }),
    ...(zone === undefined ? {} : { zone }),
  }
  list.items.push({
    kind: "block",
    form: { kind: "section", name: sectionNames.get(type) ?? "", values, pieces: heading ? headed : [] },
    expected: heading ? leavesOf(head, `${path}/${node.name}`).map((each) => each.whole) : [],
    ...{ inner: "", text: "", element: node.name, span: node.origin },
  })
  return heading ? lead + 1 : 0
}

/** The id of a section is made from its heading. */
const isSaidBy = (node: TeiElement, words: string) => isMadeFrom(node, `${node.attributes["type"]} ${words}`)

/**
 * Whether the id of a div is made from these words, under whatever name its document had then. Of sections that
 * are called the same all but the first have a number after their id.
 */
function isMadeFrom({ attributes }: TeiElement, words: string): boolean {
  const made = openIdentifiers("").idOf("div", words)
  return attributes["xml:id"]?.replace(/-\d+$/, "").endsWith(made) === true
}
