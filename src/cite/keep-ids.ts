import {
  type CitableBlock,
  type Ledger,
  lastSeen,
  type PublishedDocument,
  type PublishedPassage,
} from "../model/ledger.js"
import { changedSince } from "./changed-since.js"
import { matchBlocks } from "./match.js"
import { documentsInOrder, passagesInOrder } from "./order.js"
import { withdrawalsOf } from "./withdraw.js"

/** The blocks of an edition, and what each would be called if nothing had been published. */
export interface PresentEdition {
  /** The version of the edition. */
  readonly release: string
  readonly documents: readonly { readonly name: string; readonly title: string }[]
  /** In the order of the documents. */
  readonly blocks: readonly (CitableBlock & { readonly proposed: string })[]
}

/** The id of each block, and the ledger with them. */
export interface KeptIds {
  readonly ids: readonly string[]
  readonly ledger: Ledger
}

/**
 * Gives each block the id under which it was published; what is new gets the one that is proposed, or with a number
 * after it where that id has ever been another's. An id whose passage is found no more is withdrawn, and is given
 * back when its words return. The same edition and ledger give the same; an edition that is asked again with the
 * ledger that it got, gets that.
 */
export function keepIds(ledger: Ledger, { release, documents, blocks }: PresentEdition): KeptIds {
  const { passages } = ledger
  const matched = matchBlocks(passages, blocks)
  const taken = new Set(passages.map((each) => each.id))
  const ids = blocks.map(({ proposed }, index) => {
    const passage = passages[matched[index] ?? -1]
    if (passage) return passage.id
    const id = untaken(proposed, taken)
    taken.add(id)
    return id
  })
  const present = blocks.map((block, index) => {
    const passage = passages[matched[index] ?? -1]
    const id = ids[index] ?? ""
    return passage ? standing(passage, block) : published(id, block, release)
  })
  const found = new Set(matched)
  const lost = passages.filter((each, index) => each.gone === undefined && !found.has(index))
  const before = new Map(passages.map((each) => [each.id, lastSeen(each).text]))
  const withdrawals = withdrawalsOf(lost, present, before, release)
  const gone = passages
    .filter((_, index) => !found.has(index))
    .map((each) => ({ ...each, gone: each.gone ?? withdrawals.get(each.id) }))
  return {
    ids,
    ledger: {
      pages: ledger.pages,
      documents: documentsWith(ledger.documents, documents, release),
      passages: passagesInOrder([...present, ...gone]),
      named: ledger.named,
    },
  }
}

/** The proposed id, or the first number after it that is free. */
function untaken(proposed: string, taken: ReadonlySet<string>): string {
  if (!taken.has(proposed)) return proposed
  const stem = proposed.replace(/-\d+$/, "")
  let number = 2
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}

function published(id: string, block: CitableBlock, release: string): PublishedPassage {
  const { document, role, text, before, after } = block
  return { id, document, role, text, before, after, release }
}

/** A passage that stands there, be it again. */
function standing(passage: PublishedPassage, block: CitableBlock): PublishedPassage {
  const { id, document, role, text, before, after, release } = passage
  const moved = [...(passage.moved ?? [])]
  if ((moved.at(-1) ?? document) !== block.document) moved.push(block.document)
  const now = changedSince(passage, block)
  return {
    ...{ id, document, role, text, before, after, release },
    ...(moved.length > 0 ? { moved } : {}),
    ...(now === undefined ? {} : { now }),
  }
}

function documentsWith(
  known: readonly PublishedDocument[],
  present: PresentEdition["documents"],
  release: string,
): readonly PublishedDocument[] {
  const titles = new Map(present.map((each) => [each.name, each.title]))
  const names = new Set(known.map((each) => each.name))
  const kept = known.map(({ gone, taken: _, ...each }): PublishedDocument => {
    const title = titles.get(each.name)
    return title === undefined ? { ...each, gone: gone ?? release } : { ...each, title }
  })
  const fresh = present
    .filter(({ name }) => !names.has(name))
    .map(({ name, title }) => ({ name, title, release, pages: [] }))
  return documentsInOrder([...kept, ...fresh])
}
