/** What a token is: a word, a sign between words, the printed number of a point, or a gap in the text. */
export type TokenKind = "word" | "sign" | "label" | "gap"

/** The smallest part of a text that is compared; offsets in UTF-16 units of the witness's TEI. */
export interface Token {
  readonly kind: TokenKind
  /** As it stands there. */
  readonly text: string
  /** What is compared: letters without case and compatibility forms (Unicode NFKC); one sign for all quotes, one for all dashes. */
  readonly key: string
  /** Whether a blank stands before it. */
  readonly spaced: boolean
  /** Whether it lies in an addition, which is a matter of this witness alone. */
  readonly isAdded: boolean
  readonly from: number
  readonly to: number
}

/**
 * Characters that stand together in the TEI. A reference is a run by itself, and so is what is read where an
 * element stands: the blank of a line break, the sign of a gap.
 */
export interface Run {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly isAdded: boolean
}

/** Words that a witness strikes out itself. They are never compared as its text. */
export interface Deletion {
  /** The index of the token before which they stand. */
  readonly before: number
  readonly tokens: readonly Token[]
  readonly runs: readonly Run[]
  readonly from: number
  readonly to: number
}

/** A paragraph, a point of a list, a line of verse, a salutation…: what an edition gives an id. */
export interface TextBlock {
  /** Its place among the blocks of its witness, from 0. */
  readonly index: number
  /** Its xml:id, if it has one. */
  readonly id: string | undefined
  /** By what it is pointed at: its id, or an XPath to it (TEI Guidelines, 17.2.4). */
  readonly fragment: string
  /** The TEI element. */
  readonly name: string
  /** The text as finally meant. */
  readonly tokens: readonly Token[]
  /** The same as it stands in the TEI, blanks between the tokens included, without a point's number. */
  readonly runs: readonly Run[]
  readonly deletions: readonly Deletion[]
  /** The start tag of its element. */
  readonly from: number
  readonly to: number
}

/** One document as a witness of a text. TEI: `<witness>`. */
export interface Witness {
  readonly name: string
  /** The TEI file, as it is pointed at. */
  readonly file: string
  /** The whole TEI, in which all offsets count. */
  readonly text: string
  readonly blocks: readonly TextBlock[]
}

/** Tokens as a reader writes them, with single blanks. */
export function wordingOf(tokens: readonly Token[]): string {
  return tokens.map((token, index) => (index > 0 && token.spaced ? ` ${token.text}` : token.text)).join("")
}

/** How many of them are words or gaps, which is what shares are counted in. */
export function countWords(tokens: readonly Token[]): number {
  return tokens.filter((token) => token.kind === "word" || token.kind === "gap").length
}
