import type { LetterBlock } from "./letters.js"

/** A word, and the id of the passage that it belonged to when the edition was last published. */
export interface Word {
  readonly text: string
  readonly of: string | undefined
}

/** A block on the editor's desk: an edit that copies, cuts or joins it carries the words with their ids along. */
export interface DeskBlock {
  readonly role: string
  readonly words: readonly Word[]
}

export interface DeskDocument {
  readonly name: string
  readonly blocks: readonly DeskBlock[]
}

/** The sources of an edition between two builds, with what was taken out of them. */
export interface Desk {
  readonly documents: readonly DeskDocument[]
  readonly bin: readonly DeskBlock[]
  readonly binned: readonly DeskDocument[]
}

export const textOf = ({ words }: DeskBlock): string => words.map((each) => each.text).join(" ")

/** A block that nobody has published yet. */
export const freshBlock = ({ role, text }: LetterBlock): DeskBlock => ({
  role,
  words: text.split(" ").map((word) => ({ text: word, of: undefined })),
})
