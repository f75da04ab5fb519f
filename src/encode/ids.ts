import { createHash } from "node:crypto"

const letters = "abcdefghijkmnpqrstuvwxyz23456789"

/** Gives ids to the blocks of one document. */
export interface Identifiers {
  idOf(role: string, content: string): string
}

/**
 * Ids made from what a block says, not from where it stands: inserting or moving a paragraph changes
 * no other's id. Blocks that say the same are told apart by their order. An id begins with the
 * document's name, so that it is unique across the edition.
 */
export function openIdentifiers(document: string): Identifiers {
  const seen = new Map<string, number>()
  return {
    idOf: (role, content) => {
      const words = content.normalize("NFC").replace(/\s+/gu, " ").trim()
      const digest = createHash("sha256").update(`${role}\n${words}`).digest()
      const name = Array.from(digest.subarray(0, 7), (byte) => letters[byte % letters.length]).join("")
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return count === 1 ? `${document}.${name}` : `${document}.${name}-${count}`
    },
  }
}
