import { type Desk, type DeskBlock, type DeskDocument, freshBlock, type Word } from "./desk.js"
import type { LetterBlock } from "./letters.js"

/** What an editor does to the sources; undefined where there is nothing to do it to. */
type Edit = (desk: Desk, chance: Chance) => Desk | undefined

/** By what an edit chooses: numbers from 0 up to 1, and letters that the edition does not have. */
export interface Chance {
  readonly next: () => number
  readonly letter: () => readonly LetterBlock[]
}

const below = ({ next }: Chance, limit: number) => Math.floor(next() * limit)

/** One edit of each kind, by its name. */
export const edits: Readonly<Record<string, Edit>> = {
  "words reworded": (desk, chance) =>
    onBlock(desk, chance, (block) => {
      const part = 0.05 + chance.next() * 0.3
      const donor = chance.letter().flatMap(({ text }) => text.split(" "))
      const words = block.words.flatMap((word): readonly Word[] => {
        if (chance.next() >= part) return [word]
        const other = { text: donor[below(chance, donor.length)] ?? "word", of: undefined }
        const kind = below(chance, 3)
        return kind === 0 ? [] : kind === 1 ? [other] : [word, other]
      })
      return words.length > 0 ? [{ ...block, words }] : undefined
    }),
  "a letter corrected": (desk, chance) =>
    onBlock(desk, chance, (block) => {
      const at = below(chance, block.words.length)
      const word = block.words[at]
      if (!word || word.text.length < 4) return undefined
      const place = 1 + below(chance, word.text.length - 1)
      const text = `${word.text.slice(0, place)}e${word.text.slice(place + 1)}`
      return [{ ...block, words: block.words.with(at, { ...word, text }) }]
    }),
  "words added": (desk, chance) =>
    onBlock(desk, chance, (block) => {
      const [added] = chance.letter()
      return added && [{ ...block, words: [...block.words, ...freshBlock(added).words] }]
    }),
  "a block split": (desk, chance) =>
    onBlock(desk, chance, (block) => {
      if (block.words.length < 8) return undefined
      const at = 2 + below(chance, block.words.length - 4)
      return [
        { ...block, words: block.words.slice(0, at) },
        { ...block, words: block.words.slice(at) },
      ]
    }),
  "two blocks joined": (desk, chance) => {
    const place = placeIn(desk, chance)
    const [one, other] = place ? [place.document.blocks[place.at], place.document.blocks[place.at + 1]] : []
    if (!place || !one || !other || one.role !== other.role) return undefined
    const joined = { ...one, words: [...one.words, ...other.words] }
    return withBlocks(desk, place.document, place.document.blocks.toSpliced(place.at, 2, joined))
  },
  "a block moved": (desk, chance) => {
    const place = placeIn(desk, chance)
    const block = place?.document.blocks[place.at]
    if (!place || !block || place.document.blocks.length < 2) return undefined
    const without = withBlocks(desk, place.document, place.document.blocks.toSpliced(place.at, 1))
    return putBlock(without, chance, block, chance.next() < 0.6 ? place.document.name : undefined)
  },
  "a document put in another order": (desk, chance) => {
    const document = desk.documents[below(chance, desk.documents.length)]
    if (!document) return undefined
    const blocks = document.blocks
      .map((block) => ({ block, key: chance.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ block }) => block)
    return withBlocks(desk, document, blocks)
  },
  "a block deleted": (desk, chance) => {
    const place = placeIn(desk, chance)
    const block = place?.document.blocks[place.at]
    if (!place || !block || place.document.blocks.length < 2) return undefined
    const without = withBlocks(desk, place.document, place.document.blocks.toSpliced(place.at, 1))
    return { ...without, bin: [...without.bin, block] }
  },
  "a block brought back": (desk, chance) => {
    const at = below(chance, desk.bin.length)
    const block = desk.bin[at]
    return block && putBlock({ ...desk, bin: desk.bin.toSpliced(at, 1) }, chance, block)
  },
  "a block put in": (desk, chance) => {
    const letter = chance.letter()
    const block = letter[below(chance, letter.length)]
    return block && putBlock(desk, chance, freshBlock(block))
  },
  "a file renamed": (desk, chance) => {
    const document = desk.documents[below(chance, desk.documents.length)]
    if (!document) return undefined
    const name = freeName(desk, chance)
    return withDocuments(desk, (each) => (each === document ? { ...each, name } : each))
  },
  "two files' names exchanged": (desk, chance) => {
    const [one, other] = [desk.documents[0], desk.documents[1 + below(chance, desk.documents.length - 1)]]
    if (!one || !other || one === other) return undefined
    return withDocuments(desk, (each) =>
      each === one ? { ...each, name: other.name } : each === other ? { ...each, name: one.name } : each,
    )
  },
  "a document taken out": (desk, chance) => {
    const document = desk.documents[below(chance, desk.documents.length)]
    if (!document || desk.documents.length < 2) return undefined
    const documents = desk.documents.filter((each) => each !== document)
    return { ...desk, documents, binned: [...desk.binned, document] }
  },
  "a document brought back": (desk, chance) => {
    const at = below(chance, desk.binned.length)
    const document = desk.binned[at]
    if (!document) return undefined
    const name = desk.documents.some((each) => each.name === document.name)
      ? freeName(desk, chance)
      : document.name
    return {
      ...desk,
      documents: [...desk.documents, { ...document, name }],
      binned: desk.binned.toSpliced(at, 1),
    }
  },
  "a document put in": (desk, chance) => {
    const blocks = chance.letter().slice(0, 12).map(freshBlock)
    return { ...desk, documents: [...desk.documents, { name: freeName(desk, chance), blocks }] }
  },
  "a document parted": (desk, chance) => {
    const document = desk.documents[below(chance, desk.documents.length)]
    if (!document || document.blocks.length < 4) return undefined
    const at = 1 + below(chance, document.blocks.length - 2)
    const rest = { name: freeName(desk, chance), blocks: document.blocks.slice(at) }
    const first = withBlocks(desk, document, document.blocks.slice(0, at))
    return { ...first, documents: [...first.documents, rest] }
  },
}

/** One edit that there is something to do for; says what was done. */
export function editOnce(desk: Desk, chance: Chance): { readonly desk: Desk; readonly kind: string } {
  const kinds = Object.keys(edits)
  for (;;) {
    const kind = kinds[below(chance, kinds.length)] ?? ""
    const edited = edits[kind]?.(desk, chance)
    if (edited) return { desk: edited, kind }
  }
}

function placeIn({ documents }: Desk, chance: Chance) {
  const document = documents[below(chance, documents.length)]
  return document && { document, at: below(chance, document.blocks.length) }
}

function onBlock(
  desk: Desk,
  chance: Chance,
  edit: (block: DeskBlock) => readonly DeskBlock[] | undefined,
): Desk | undefined {
  const place = placeIn(desk, chance)
  const block = place?.document.blocks[place.at]
  const edited = block && edit(block)
  return (
    place &&
    edited &&
    withBlocks(desk, place.document, place.document.blocks.toSpliced(place.at, 1, ...edited))
  )
}

function putBlock(desk: Desk, chance: Chance, block: DeskBlock, name?: string): Desk {
  const document =
    desk.documents.find((each) => each.name === name) ?? desk.documents[below(chance, desk.documents.length)]
  if (!document) return desk
  const at = below(chance, document.blocks.length + 1)
  return withBlocks(desk, document, document.blocks.toSpliced(at, 0, block))
}

const withBlocks = (desk: Desk, document: DeskDocument, blocks: readonly DeskBlock[]): Desk =>
  withDocuments(desk, (each) => (each.name === document.name ? { ...each, blocks } : each))

const withDocuments = (desk: Desk, change: (document: DeskDocument) => DeskDocument): Desk => ({
  ...desk,
  documents: desk.documents.map(change),
})

function freeName({ documents, binned }: Desk, chance: Chance): string {
  const taken = new Set([...documents, ...binned].map((each) => each.name))
  for (;;) {
    const name = `letter-${below(chance, 1_000_000)}`
    if (!taken.has(name)) return name
  }
}
