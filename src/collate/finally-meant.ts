import { attributeOf, type PlacedElement } from "../xml/elements.js"

/** Elements that are blocks; what stands in one within another belongs to the inner one. */
const blocks = new Set(
  (
    "p ab l head item salute signed dateline closer opener trailer byline epigraph argument postscript " +
    "speaker stage cell label docTitle docAuthor docDate docImprint imprimatur zone"
  ).split(" "),
)
/** What an editor says, registers among it, or what stands on the page beside the text. */
const leftOut = new Set(
  (
    "fw figDesc metamark teiHeader standOff listTranspose certainty respons desc listPerson listPlace listOrg " +
    "listBibl listEvent listObject listNym listRelation listApp listWit listChange"
  ).split(" "),
)
/** Where a line or page ends, and so a word, unless the contrary is said (TEI: att.breaking). */
const breaks = new Set("lb pb cb gb milestone line space addrLine row".split(" "))
const written = ["sic", "orig", "abbr"]

export const isBlock = (local: string): boolean => blocks.has(local)
/** Also the parts of an opener and a closer stand each by itself, be they written without a blank. */
export const isBreak = ({ local, parent }: PlacedElement): boolean =>
  breaks.has(local) || parent?.local === "opener" || parent?.local === "closer"

/** Elements between whose children blanks say nothing. */
export const isBlankBetween = (local: string): boolean =>
  local === "subst" || local === "choice" || local === "app"

/** What an element does to the text as finally meant. */
export type Effect = "text" | "left-out" | "deleted" | "added" | "restored" | "gap" | "note"

/**
 * What becomes of the text in an element. `siblings` are the names of the elements in `choice` or `app`
 * that stand beside it. The page counts: of `<choice>` what is written there, of `<supplied>` only what was
 * lost and not what was forgotten; `<restore>` takes a deletion back.
 */
export function effectOf(element: PlacedElement, siblings: readonly string[]): Effect {
  const { local, parent } = element
  if (leftOut.has(local)) return "left-out"
  if (parent?.local === "choice") return chosen(siblings, written) === element.index ? "text" : "left-out"
  if (parent?.local === "app") return chosen(siblings, ["lem"]) === element.index ? "text" : "left-out"
  switch (local) {
    case "del":
      return "deleted"
    case "add":
      return isOfRestoredSubstitution(element) ? "deleted" : "added"
    case "restore":
    case "undo":
      return "restored"
    case "gap":
      return "gap"
    case "ex":
      return "left-out"
    case "supplied":
      return attributeOf(element, "reason")?.startsWith("omitted") ? "left-out" : "text"
    case "ref":
      return attributeOf(element, "type") === "note" ? "left-out" : "text"
    case "note":
      return isWriters(element) ? "note" : "left-out"
    default:
      return "text"
  }
}

/** Half of a substitution that the writer took back as a whole: what had been struck counts again, what had been added does not. */
export const isOfRestoredSubstitution = ({ parent }: PlacedElement): boolean =>
  parent?.local === "subst" && parent.parent?.local === "restore"

/** The place of the child that counts, from 1: the first with one of these names, or the very first. */
const chosen = (siblings: readonly string[], names: readonly string[]) =>
  Math.max(
    0,
    siblings.findIndex((name) => names.includes(name)),
  ) + 1

/** Whether the writer made a note, and not the editor: it stands somewhere on the page, and nobody else answers for it. */
function isWriters(note: PlacedElement): boolean {
  const has = (name: string) => attributeOf(note, name) !== undefined
  const type = attributeOf(note, "type") ?? ""
  return (has("place") || has("hand")) && !has("resp") && !/editorial|textConst/i.test(type)
}
