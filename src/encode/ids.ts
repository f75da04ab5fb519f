import { hash } from "node:crypto"

const letters = "abcdefghijkmnpqrstuvwxyz23456789"

/** Blanks that are not one single space already, as most are. */
const otherBlanks = /[^\S ]\s*| \s+/gu

/** A block that was given an id: the element, its words with blanks as one, and the id that they alone make. */
export interface IdentifiedBlock {
  readonly role: string
  readonly text: string
  readonly proposed: string
}

/** Gives ids to the blocks of one document. */
export interface Identifiers {
  idOf(role: string, content: string): string
  /** All that have been asked for, in the order in which they were. */
  readonly blocks: readonly IdentifiedBlock[]
}

/**
 * Ids made from what a block says, not from where it stands: inserting or moving a paragraph changes
 * no other's id. Blocks that say the same are told apart by their order. An id begins with the
 * document's name, so that it is unique across the edition. `kept` are the ids under which the blocks were
 * published, in the order in which they are asked for; they go before those that the words make.
 */
export function openIdentifiers(document: string, kept: readonly string[] = []): Identifiers {
  const seen = new Map<string, number>()
  const blocks: IdentifiedBlock[] = []
  return {
    blocks,
    idOf: (role, content) => {
      const words = content.normalize("NFC").replace(otherBlanks, " ").trim()
      // One character for each byte; a buffer for each block would be dear.
      const digest = hash("sha256", `${role}\n${words}`, "binary")
      let name = ""
      for (let at = 0; at < 7; at++) name += letters[digest.charCodeAt(at) % letters.length]
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      const proposed = count === 1 ? `${document}.${name}` : `${document}.${name}-${count}`
      blocks.push({ role, text: words, proposed })
      return kept[blocks.length - 1] ?? proposed
    },
  }
}
