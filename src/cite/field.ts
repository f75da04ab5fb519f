import { type CitableBlock, isWhole, lastSeen, type PublishedPassage } from "../model/ledger.js"
import { grouped } from "./grouped.js"
import { openShingles, type Shingles } from "./likeness.js"

/** A passage as it was last seen, or a block of the present edition. */
export interface Side extends CitableBlock {
  /** Its place among the passages, or among the blocks. */
  readonly at: number
  readonly whole: boolean
  /** Made when they are asked for, for most are never. */
  readonly shingles: () => Shingles
}

/** A published passage that looks for its block. */
export interface Sought extends Side {
  /** Its words at the first publication. */
  readonly first: string
  readonly gone: boolean
}

/** Published passages and blocks, and which of them belong together as far as it is known. */
export interface Field {
  readonly sought: readonly Sought[]
  readonly blocks: readonly Side[]
  /** The shingles of any text. */
  readonly shinglesOf: (text: string) => Shingles
  readonly join: (passage: Sought, block: Side) => void
  readonly passageOf: (block: Side) => Sought | undefined
  readonly blockOf: (passage: Sought) => Side | undefined
  /** Those that have no partner yet, of a document or of all. */
  readonly openPassages: (gone: boolean, document?: string) => readonly Sought[]
  readonly openBlocks: (document?: string) => readonly Side[]
  /** All of a document, in order. */
  readonly passagesIn: (document: string) => readonly Sought[]
  readonly blocksIn: (document: string) => readonly Side[]
}

/** Roles whose words are much the same in all letters: they say which passage it is only within their document. */
const formulaic: ReadonlySet<string> = new Set([
  "opener",
  "closer",
  "salute",
  "dateline",
  "signed",
  "address",
  "addrLine",
  "fw",
])

/** About how many words a text has: those between blanks or, in scripts without blanks, one for so many signs as are sure to be more. */
export function sizeOf(text: string): number {
  if (text === "") return 0
  const parts = text.split(" ").length
  return parts > 1 ? parts : Math.max(1, Math.floor(text.length / 16))
}

/** Whether the words of a block are its own, and not such as stand in all letters. */
export const isTelling = (block: CitableBlock): boolean => !isFormulaic(block)

export const isFormulaic = ({ role }: CitableBlock): boolean => formulaic.has(role)

export function openField(passages: readonly PublishedPassage[], blocks: readonly CitableBlock[]): Field {
  const { of: shinglesOf } = openShingles()
  const side = (each: CitableBlock, at: number): Side => ({
    ...each,
    at,
    whole: isWhole(each.role),
    shingles: () => shinglesOf(each.text),
  })
  const sought = passages.map((each, at): Sought => {
    return { ...side(lastSeen(each), at), first: each.text, gone: each.gone !== undefined }
  })
  const sides = blocks.map(side)
  const ofBlock: (Sought | undefined)[] = []
  const ofPassage: (Side | undefined)[] = []
  const documentOf = (each: CitableBlock) => each.document
  const [soughtIn, sidesIn] = [grouped(sought, documentOf), grouped(sides, documentOf)]
  return {
    sought,
    blocks: sides,
    shinglesOf,
    join: (passage, block) => {
      ofBlock[block.at] = passage
      ofPassage[passage.at] = block
    },
    passageOf: (block) => ofBlock[block.at],
    blockOf: (passage) => ofPassage[passage.at],
    openPassages: (gone, document) =>
      (document === undefined ? sought : (soughtIn.get(document) ?? [])).filter(
        (each) => each.gone === gone && ofPassage[each.at] === undefined,
      ),
    openBlocks: (document) =>
      (document === undefined ? sides : (sidesIn.get(document) ?? [])).filter(
        (each) => ofBlock[each.at] === undefined,
      ),
    passagesIn: (document) => soughtIn.get(document) ?? [],
    blocksIn: (document) => sidesIn.get(document) ?? [],
  }
}
