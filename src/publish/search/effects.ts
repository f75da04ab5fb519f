import { added, asRead, asWritten, struck } from "../../search/passage.js"
import type { XmlElement } from "../../xml/tree.js"
import { elementsIn, localName } from "./tei.js"

/** What holds inside an element: how its text is written, and whether the writer restored it. */
export interface Standing {
  readonly ways: number
  /** Of deletions and restorations round this place, the innermost that is not struck itself. */
  readonly isRestored: boolean
}

/** What an element says of the text in it. */
export function standingIn(element: XmlElement, outer: Standing, parent: XmlElement | undefined): Standing {
  const { ways, isRestored } = outer
  switch (localName(element)) {
    case "del":
      return isRestored ? { ways, isRestored: false } : { ways: ways | struck, isRestored: false }
    case "restore":
      return { ways, isRestored: true }
    case "add":
      // Of a substitution that was taken back, what had been added is given up.
      return isRestored && parent && localName(parent) === "subst"
        ? { ways: ways | added | struck, isRestored: false }
        : { ways: ways | added, isRestored: false }
    case "metamark":
      return { ways: ways | asWritten, isRestored }
    case "fw":
      return isRepeated(element) ? { ways: ways | asWritten, isRestored } : outer
    default:
      return parent && localName(parent) === "choice"
        ? { ways: ways | choiceWay(element, parent), isRestored }
        : outer
  }
}

/** What each page repeats for the binder or the reader. */
const isRepeated = ({ attributes }: XmlElement) =>
  ["catch", "pageNum", "header"].includes(attributes["type"] ?? "")

const editors = ["corr", "reg", "expan"]
const writers = ["sic", "orig", "abbr"]

/** Of two wordings one is read: the editor's, if there is one. */
function choiceWay(element: XmlElement, choice: XmlElement): number {
  const all = elementsIn(choice)
  const read = editors
    .map((name) => all.find((each) => localName(each) === name))
    .find((each) => each !== undefined)
  if (element !== (read ?? all[0])) return asWritten
  return read && all.some((each) => writers.includes(localName(each))) ? asRead : 0
}

// What stands alone on the page; its words never join those beside it.
const blocks = new Set(
  (
    "p ab head label item l salute signed dateline addrLine trailer byline opener closer cell line speaker castItem " +
    "titlePart docAuthor docDate docEdition imprimatur div div1 div2 div3 div4 div5 div6 div7 front back body text group " +
    "floatingText lg list table row postscript address sp stage castList titlePage docTitle epigraph argument figure " +
    "TEI sourceDoc surface surfaceGrp zone listBibl bibl biblStruct entry listPerson listPlace listOrg person place org"
  ).split(" "),
)

/** Whether an element parts its words from those round it. */
export function isBlock(element: XmlElement): boolean {
  return blocks.has(localName(element)) || elementsIn(element).some((child) => blocks.has(localName(child)))
}

export const isBreak = (element: XmlElement) =>
  ["lb", "pb", "cb", "gb", "milestone"].includes(localName(element))

/** What has no words of its own on the page, or only those that the page puts there. */
export const isWordless = (element: XmlElement) =>
  [
    ..."gap space alt altGrp join joinGrp link linkGrp listTranspose transpose certainty precision".split(
      " ",
    ),
    ..."index divGen teiHeader standOff xenoData".split(" "),
  ].includes(localName(element))

/** A note of the writer's; all others are an editor's. */
export const isWriters = ({ attributes }: XmlElement) =>
  attributes["type"] === "authorial" || ["author", "#author"].includes(attributes["resp"] ?? "")
