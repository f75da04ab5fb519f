/** A block of the present edition that can be cited: a paragraph, a heading, an item of a list, a line of verse. */
export interface CitableBlock {
  readonly document: string
  /** The TEI element: “p”, “head”, “item”. */
  readonly role: string
  /** Its words, struck and added ones included, blanks as one. */
  readonly text: string
  /** The end of the block before and the beginning of the block after, of the same rank in the same document. */
  readonly before: string
  readonly after: string
}

/** How a published passage stands now, as far as it is otherwise than at its first publication. */
export interface PresentState {
  readonly role?: string | undefined
  readonly text?: string | undefined
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/**
 * Why an id has no block of its own any more: its words were taken out; they stand in another block with others
 * (`joined`); or they are still there and the passage became another (`rewritten`).
 */
export const withdrawalReasons = ["deleted", "joined", "rewritten"] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** That an id has gone; `to` are the ids of the blocks where most of its words went, if they went anywhere. */
export interface Withdrawal {
  /** The version of the edition in which it had gone. */
  readonly release: string
  readonly reason: WithdrawalReason
  readonly to: readonly string[]
}

/** An id that was published, and what it stands for: the first publication, which never changes, and what became of it. */
export interface PublishedPassage extends CitableBlock {
  readonly id: string
  /** The version of the edition that had it first. */
  readonly release: string
  /** The documents in which it has stood since, in order; the last is the one in which it stands. */
  readonly moved?: readonly string[] | undefined
  readonly now?: PresentState | undefined
  readonly gone?: Withdrawal | undefined
}

/**
 * Something in a document that has an id which no block's words make: whatever has one in TEI that was brought, and the
 * notes, marks, hands, stages, images and zones of a transcription. `text` are its first words, those of what has no
 * words of its own are empty; `before` and `after` as of a block.
 */
export interface NamedPlace {
  readonly document: string
  readonly id: string
  readonly role: string
  readonly text: string
  readonly before: string
  readonly after: string
}

/** A named id that was published; documents may share ids, so that it is known by its document and itself. */
export interface PublishedName extends NamedPlace {
  readonly release: string
  readonly now?: PresentState | undefined
  /** The version of the edition that had it no more, and what has its words. */
  readonly gone?: NameLost | undefined
  /** The version in which it had come to stand for other words. */
  readonly taken?: NameLost | undefined
}

export interface NameLost {
  readonly release: string
  readonly to?: { readonly document: string; readonly id: string } | undefined
}

/** So many characters are kept of what has a name: of what holds others, enough to know it again. */
export const lengthOfName = (role: string): number =>
  isWhole(role) || ["text", "body", "front", "back", "group"].includes(role) ? 300 : 10_000

/** A document that was published; `pages` are the addresses of its pages, texts and TEI, from the site's root. */
export interface PublishedDocument {
  readonly name: string
  /** As it was last called. */
  readonly title: string
  readonly release: string
  readonly pages: readonly string[]
  /** The version of the edition that had it no more. */
  readonly gone?: string | undefined
  /** The version in which a file of other words had taken its name. */
  readonly taken?: string | undefined
}

/** Every id and every address that an edition has ever published. */
export interface Ledger {
  /** The addresses of pages that are no document's own, from the site's root. */
  readonly pages: readonly string[]
  readonly documents: readonly PublishedDocument[]
  readonly passages: readonly PublishedPassage[]
  readonly named: readonly PublishedName[]
}

/** The ledger of an edition that has published nothing. */
export const emptyLedger: Ledger = { pages: [], documents: [], passages: [], named: [] }

/** The file in an edition's folder. */
export const ledgerFile = "citations.json"

/** A passage as it was last seen. */
export function lastSeen(passage: PublishedPassage): CitableBlock {
  const { document, role, text, before, after, moved, now } = passage
  return {
    document: moved?.at(-1) ?? document,
    role: now?.role ?? role,
    text: now?.text ?? text,
    before: now?.before ?? before,
    after: now?.after ?? after,
  }
}

/** The documents in which a passage has stood. */
export const documentsOf = ({ document, moved }: PublishedPassage): readonly string[] => [
  document,
  ...(moved ?? []),
]

/** Roles whose text is that of blocks within them. */
const wholes: ReadonlySet<string> = new Set([
  "opener",
  "closer",
  "list",
  "lg",
  "quote",
  "table",
  "address",
  "div",
])

/** Whether a block holds others that can be cited. A passage and what holds it never take each other's id. */
export const isWhole = (role: string): boolean => wholes.has(role)

/** Compares versions, “1.10.0” after “1.9.0”; negative if `a` comes first. */
export function compareReleases(a: string, b: string): number {
  const [x, y] = [a, b].map((each) => each.split(".").map(Number))
  for (let at = 0; at < 3; at++) {
    const difference = (x?.[at] ?? 0) - (y?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
