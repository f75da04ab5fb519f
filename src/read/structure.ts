import type { PhenomenonName } from "../model/phenomena.js"
import type { Block, DocumentKindHint, Inline, Paragraph, Role } from "../model/transcription.js"
import { contentOf } from "../model/walk.js"
import { findDate, isDateline } from "./dates.js"

const salutation =
  /^(?:(?:my|mein|meine|mon|ma)\s+)?(?:very\s+)?(?:dear|dearest|lieber?|liebste[rs]?|geehrter?|sehr\s+geehrter?|cher|chère|sir|madam|gentlemen|honored|esteemed)\b[^\n]{0,80}$/iu
const closingPhrase =
  /^(?:yours|sincerely|respectfully|faithfully|affectionately|cordially|very truly|with (?:best|kind|warm|love|every|all)|mit (?:den )?(?:besten|herzlich|freundlich|vielen)|hochachtungsvoll|ihr|ihre|dein|deine|love|best)\b[^\n]{0,60}$/iu
const signature = /^(?:\((?:s|sgd|signed|gez)\.?\)|\/s\/|(?:signed|gez\.|sgd\.):?)\s*\S[^\n]{0,80}$/iu
const postscript = /^(?:(?:p\.?\s?){1,3}s\.?|n\.?\s?b\.?)[\s:]/iu

/** Whether a paragraph's text greets somebody: “Dear Mr. Chairman:”. */
export function isSalutation(text: string): boolean {
  const line = text.trim()
  // With no comma, colon or exclamation mark after it only a few words greet; “Sir John came to dinner” tells.
  return (
    salutation.test(line) && (/[:,!]$/.test(line) || (/\p{L}$/u.test(line) && line.split(/\s+/).length <= 3))
  )
}

/** Whether a paragraph's text signs: “(s) John F. Kennedy”. */
export const isSignature = (text: string): boolean => signature.test(text.trim())

/** Whether a line closes the letter: “Yours sincerely,”. */
export function isClosingPhrase(text: string): boolean {
  const line = text.trim()
  // “Ihr Brief vom Montag ist verloren.” is a sentence; “Yours sincerely.” is none.
  return (
    closingPhrase.test(line) &&
    (/[,\p{L}]$/u.test(line) ? line.split(/\s+/).length <= 9 : line.split(/\s+/).length <= 3)
  )
}

/** Whether a line may be the name below a close: a few words, no question and no sentence. */
const isName = (text: string) =>
  text.length <= 60 &&
  !text.includes("\n") &&
  !/[?!,;:]$|\p{Ll}{2}\.$/u.test(text) &&
  text.split(/\s+/).length <= 6

/** Whether a paragraph begins a postscript: “P.S. …”. */
export const isPostscript = (text: string): boolean => postscript.test(text.trim())

/** The name in a signature, without the sign for “signed”. */
export const signedName = (text: string): string =>
  text.trim().replace(/^(?:\([^)]*\)|\/s\/|signed:?|gez\.|sgd\.)\s*/iu, "")

const isBoldOnly = (block: Paragraph) => {
  const [only, ...rest] = block.children
  return rest.length === 0 && only?.kind === "highlight" && only.rend === "bold"
}
const isUpperCase = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** More than eight words that end as a sentence does are no heading. */
const isProse = (text: string) => /[.!?]["'”’)]*\s*$/.test(text) && text.trim().split(/\s+/).length > 8

/** How far into a document a salutation is looked for, in blocks. */
export const openingReach = 24

/**
 * Says what each paragraph does in the letter: what stands before the salutation, the dateline, the
 * salutation, and at the end the closing phrase, the signature and the postscript. Only paragraphs
 * that look so are named; all others stay the letter's prose.
 */
export function recogniseStructure(blocks: readonly Block[], kind: DocumentKindHint): readonly Block[] {
  const roles = new Map<number, Role>()
  const texts = blocks.map((block) => (block.kind === "paragraph" ? wordsOf(block.children) : ""))
  const stated = blocks.findIndex((block) => statedRole(block) === "salute")
  const salute =
    stated >= 0
      ? stated
      : blocks.findIndex(
          (block, index) =>
            block.kind === "paragraph" &&
            !block.stated &&
            index < openingReach &&
            isSalutation(texts[index] ?? ""),
        )
  if (salute >= 0) roles.set(salute, "salute")
  for (let index = 0; index < blocks.length; index++) {
    if (salute >= 0 ? index >= salute : false) break
    const block = blocks[index] as Block
    if (block.kind === "point") break
    if (block.kind !== "paragraph" || block.stated) continue
    const text = texts[index] ?? ""
    if (text.trim() === "") continue
    if (isDateline(text)) roles.set(index, "dateline")
    else if (isBoldOnly(block)) roles.set(index, "head")
    else if (salute < 0 || isProse(text)) break
    else if (kind === "press-release" && isUpperCase(text)) roles.set(index, "release-head")
    else roles.set(index, "head")
  }
  recogniseClose(blocks, texts, salute, roles)
  return blocks.map((block, index) => {
    const role = statedRole(block) ?? roles.get(index)
    if (block.kind !== "paragraph" || !role) return block
    const date = role === "dateline" ? findDate(texts[index] ?? "") : undefined
    return { ...block, role, ...(date ? { date } : {}) }
  })
}

/** Blocks that do not end the search for a close from the end on. */
const passedOver: ReadonlySet<Block["kind"]> = new Set([
  "blank",
  "separator",
  "block-mark",
  "note-block",
  "postscript",
  "address",
])

/** What the editor himself said a paragraph does, with a directive. */
const statedRole = (block: Block): Role | undefined =>
  block.kind === "paragraph" && block.stated ? block.role : undefined

function recogniseClose(
  blocks: readonly Block[],
  texts: readonly string[],
  salute: number,
  roles: Map<number, Role>,
): void {
  // A date below the name is the closer's; whether there is a name is known only further up.
  const dated: number[] = []
  for (let index = blocks.length - 1; index > salute; index--) {
    const block = blocks[index] as Block
    if (passedOver.has(block.kind) || statedRole(block) !== undefined) continue
    if (block.kind !== "paragraph") break
    const text = (texts[index] ?? "").trim()
    const before = previousParagraph(blocks, index)
    if (signature.test(text)) roles.set(index, "signed")
    else if (postscript.test(text)) roles.set(index, "postscript")
    else if (isClosingPhrase(text)) roles.set(index, "closing")
    else if (before > salute && isName(text) && isClosingPhrase(texts[before] ?? "")) {
      roles.set(index, "signed")
    } else if (isDateline(text)) dated.push(index)
    else break
  }
  // A postscript comes after a close; without one “P. S. Grant was there” is a sentence.
  const closed = blocks.flatMap((block, index) => {
    const role = statedRole(block) ?? roles.get(index)
    return role === "closing" || role === "signed" ? [index] : []
  })
  const first = closed[0] ?? Number.POSITIVE_INFINITY
  for (const index of dated) if (index > first) roles.set(index, "dateline")
  for (const [index, role] of roles) if (role === "postscript" && index < first) roles.delete(index)
}

/** The words by which a paragraph's role is known: without stamps, notes and what is printed on the sheet. */
function wordsOf(children: readonly Inline[]): string {
  let words = ""
  for (const child of children) {
    if (child.kind === "text") words += child.text
    else if (child.kind !== "note" && !(child.kind === "mark" && notWritten.has(child.name)))
      words += wordsOf(contentOf(child))
  }
  return words
}

const notWritten: ReadonlySet<PhenomenonName> = new Set([
  ...(["stamp", "author-note", "metamark", "catchword", "page-number", "running-head"] as const),
])

function previousParagraph(blocks: readonly Block[], index: number): number {
  let at = index - 1
  while (at >= 0 && passedOver.has(blocks[at]?.kind ?? "paragraph")) at--
  return blocks[at]?.kind === "paragraph" ? at : -1
}
