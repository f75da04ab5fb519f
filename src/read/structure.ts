import {
  type Block,
  type DocumentKindHint,
  type Paragraph,
  type Role,
  textOf,
} from "../model/transcription.js"
import { findDate, isDateline } from "./dates.js"

const salutation =
  /^(?:(?:my|mein|meine|mon|ma)\s+)?(?:very\s+)?(?:dear|dearest|lieber?|liebste[rs]?|geehrter?|sehr\s+geehrter?|cher|chère|sir|madam|gentlemen|honored|esteemed)\b[^\n]{0,80}$/iu
const closingPhrase =
  /^(?:yours|sincerely|respectfully|faithfully|affectionately|cordially|very truly|with (?:best|kind|warm|love|every|all)|mit (?:den )?(?:besten|herzlich|freundlich|vielen)|hochachtungsvoll|ihr|ihre|dein|deine|love|best)\b[^\n]{0,60}$/iu
const signature = /^(?:\((?:s|sgd|signed|gez)\.?\)|\/s\/|(?:signed|gez\.|sgd\.):?)\s*\S[^\n]{0,80}$/iu
const postscript = /^(?:p\.?\s?s\.?|n\.?\s?b\.?)[\s:]/iu

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
  const texts = blocks.map((block) => (block.kind === "paragraph" ? textOf(block.children) : ""))
  const salute = blocks.findIndex(
    (block, index) => block.kind === "paragraph" && index < openingReach && isSalutation(texts[index] ?? ""),
  )
  if (salute >= 0) roles.set(salute, "salute")
  for (let index = 0; index < blocks.length; index++) {
    if (salute >= 0 ? index >= salute : false) break
    const block = blocks[index] as Block
    if (block.kind === "point") break
    if (block.kind !== "paragraph") continue
    const text = texts[index] ?? ""
    if (isDateline(text)) roles.set(index, "dateline")
    else if (isBoldOnly(block)) roles.set(index, "head")
    else if (salute < 0 || isProse(text)) break
    else if (kind === "press-release" && isUpperCase(text)) roles.set(index, "release-head")
    else roles.set(index, "head")
  }
  recogniseClose(blocks, texts, salute, roles)
  return blocks.map((block, index) => {
    const role = roles.get(index)
    if (block.kind !== "paragraph" || !role) return block
    const date = role === "dateline" ? findDate(texts[index] ?? "") : undefined
    return { ...block, role, ...(date ? { date } : {}) }
  })
}

function recogniseClose(
  blocks: readonly Block[],
  texts: readonly string[],
  salute: number,
  roles: Map<number, Role>,
): void {
  for (let index = blocks.length - 1; index > salute; index--) {
    const block = blocks[index] as Block
    if (block.kind === "blank" || block.kind === "separator") continue
    if (block.kind !== "paragraph") break
    const text = (texts[index] ?? "").trim()
    const before = previousParagraph(blocks, index)
    if (signature.test(text)) roles.set(index, "signed")
    else if (postscript.test(text)) roles.set(index, "postscript")
    else if (isClosingPhrase(text)) roles.set(index, "closing")
    else if (before > salute && isName(text) && isClosingPhrase(texts[before] ?? "")) {
      roles.set(index, "signed")
    } else break
  }
  // A postscript comes after a close; without one “P. S. Grant was there” is a sentence.
  const closed = [...roles]
    .filter(([, role]) => role === "closing" || role === "signed")
    .map(([index]) => index)
  for (const [index, role] of roles)
    if (role === "postscript" && !closed.some((each) => each < index)) roles.delete(index)
}

function previousParagraph(blocks: readonly Block[], index: number): number {
  let at = index - 1
  while (at >= 0 && blocks[at]?.kind === "blank") at--
  return blocks[at]?.kind === "paragraph" ? at : -1
}
