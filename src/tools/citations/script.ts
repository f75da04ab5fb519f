import { diffWords } from "diff"
import { type KeptIds, keepIds } from "../../cite/keep-ids.js"
import { inSurroundings } from "../../cite/surroundings.js"
import { openIdentifiers } from "../../encode/ids.js"
import { emptyLedger, type Ledger, lastSeen } from "../../model/ledger.js"
import { numbersFrom } from "../synthetic-letters.js"
import { type Desk, type DeskBlock, freshBlock, textOf } from "./desk.js"
import { type Chance, editOnce } from "./edits.js"
import type { LetterBlock } from "./letters.js"

/** What became of the ids of an edition at one build. */
export interface Verdict {
  /** It stands on the block that has most of its words, or on one that says or said the very same. */
  readonly kept: readonly string[]
  /** It has gone, and no block is clearly the passage. */
  readonly rightlyGone: readonly string[]
  /** It stands on a block that another has more of its words than. */
  readonly wronglyKept: readonly string[]
  /** It has gone, though a block has most of its words and little else. */
  readonly wronglyLost: readonly string[]
}

/** One build of a script, with what was done before it. */
export interface Step {
  readonly kinds: readonly string[]
  readonly before: Ledger
  readonly kept: KeptIds
  /** The blocks in the order of the ids. */
  readonly blocks: readonly DeskBlock[]
  readonly verdict: Verdict
  /** The sources as they were built. */
  readonly desk: Desk
}

/**
 * An edition that is published, edited at random and published again, several times. Each word carries the id that
 * it had at the last build, so that it is known by construction where a passage is.
 */
export function runScript(seed: number, letters: readonly (readonly LetterBlock[])[]): readonly Step[] {
  const next = numbersFrom(seed)
  // No letter is taken twice: which of two that say the same has gone, nobody could tell.
  const deck = [...letters.keys()]
  const letter = () => {
    const [drawn = Math.floor(next() * letters.length)] = deck.splice(Math.floor(next() * deck.length), 1)
    return letters[drawn] ?? []
  }
  const chance: Chance = { next, letter }
  const count = 2 + Math.floor(next() * 3)
  const documents = Array.from({ length: count }, (_, index) => ({
    name: `letter-${index + 1000}`,
    blocks: letter().slice(0, 25).map(freshBlock),
  }))
  let desk: Desk = { documents, bin: [], binned: [] }
  let ledger = emptyLedger
  const builds = 2 + Math.floor(next() * 3)
  return Array.from({ length: builds }, (_, build) => {
    const kinds: string[] = []
    for (let edits = build === 0 ? 0 : 1 + Math.floor(next() * 5); edits > 0; edits--) {
      const edited = editOnce(desk, chance)
      desk = edited.desk
      kinds.push(edited.kind)
    }
    const before = ledger
    const kept = publish(desk, before, `1.${build}.0`)
    const blocks = desk.documents.flatMap((each) => each.blocks)
    const homes = desk.documents.flatMap((each) => each.blocks.map(() => each.name))
    const verdict = judge(before, kept, blocks, homes)
    const built = { kinds, before, kept, blocks, verdict, desk }
    ledger = kept.ledger
    desk = labelled(desk, kept.ids)
    return built
  })
}

/** Builds: what stet does between encoding a document for the first time and for the second. */
export function publish({ documents }: Pick<Desk, "documents">, ledger: Ledger, release: string): KeptIds {
  return keepIds(ledger, {
    release,
    documents: documents.map(({ name }) => ({ name, title: name })),
    blocks: documents.flatMap(({ name, blocks }) => {
      const { idOf, blocks: identified } = openIdentifiers(name)
      for (const block of blocks) idOf(block.role, textOf(block))
      return inSurroundings(name, identified)
    }),
  })
}

/** Gives the words of each block its id. */
function labelled(desk: Desk, ids: readonly string[]): Desk {
  let at = 0
  const documents = desk.documents.map((document) => ({
    ...document,
    blocks: document.blocks.map((block) => {
      const id = ids[at++]
      return { ...block, words: block.words.map((word) => ({ ...word, of: id })) }
    }),
  }))
  return { ...desk, documents }
}

function judge(
  before: Ledger,
  { ids, ledger }: KeptIds,
  blocks: readonly DeskBlock[],
  homes: readonly string[],
): Verdict {
  const standing = new Map(ids.map((id, at) => [id, at]))
  const holdings = holdingsOf(blocks)
  const wordsOfId = new Map(
    [...before.passages].map((each) => [each.id, (each.now?.text ?? each.text).split(" ").length]),
  )
  const goneBefore = new Set(before.passages.filter((each) => each.gone).map((each) => each.id))
  const twinsOf = twinsIn(before)
  const saidBefore = new Map(before.passages.map((each) => [each.id, each.now?.text ?? each.text]))
  const known = new Set(ledger.passages.map((each) => each.id))
  const verdict = {
    kept: [] as string[],
    rightlyGone: [] as string[],
    wronglyKept: [] as string[],
    wronglyLost: [] as string[],
  }
  for (const [id, size] of wordsOfId) {
    const held = holdings.byId.get(id) ?? new Map<number, number>()
    const most = Math.max(0, ...held.values())
    const at = standing.get(id)
    if (at !== undefined) {
      const here = held.get(at) ?? 0
      // Of two pieces that are nearly as long either may keep the id; and what a letter says twice is said twice.
      const isTwin =
        [...held].some(([other, count]) => {
          const [one, two] = [blocks[at], blocks[other]]
          return count === most && one && two && textOf(one) === textOf(two) && homes[at] === homes[other]
        }) || twinsOf(id).some((twin) => (holdings.byId.get(twin)?.get(at) ?? 0) > 0)
      // A draft and its letter share paragraphs: where the one has gone, the other has its very words.
      const isCopy =
        size >= 12 && most === 0 && blocks[at] && areCopies(textOf(blocks[at]), saidBefore.get(id))
      verdict[(here > 0 && here >= 0.75 * most) || isTwin || isCopy ? "kept" : "wronglyKept"].push(id)
      continue
    }
    if (goneBefore.has(id) && most === 0) continue
    const isClear = [...held].some(([block, count]) => {
      const rival = Math.max(
        0,
        ...[...(holdings.byBlock[block] ?? [])].filter(([other]) => other !== id).map(([, words]) => words),
      )
      const length = blocks[block]?.words.length ?? 0
      return count === most && count >= 0.5 * size && count >= 0.5 * length && rival < count
    })
    verdict[isClear || !known.has(id) ? "wronglyLost" : "rightlyGone"].push(id)
  }
  return verdict
}

/** Whether nine words in ten are the same, in their order. */
function areCopies(one: string, other = ""): boolean {
  const parts = diffWords(one, other)
  const words = (some: typeof parts) => some.reduce((sum, { value }) => sum + value.split(" ").length, 0)
  return words(parts.filter(({ added, removed }) => !added && !removed)) >= 0.9 * other.split(" ").length
}

/** The other ids whose passages said the very same in the same document. */
function twinsIn({ passages }: Ledger): (id: string) => readonly string[] {
  const ids = new Map<string, string[]>()
  const keys = passages.map((passage) => {
    const { document, text } = lastSeen(passage)
    const key = JSON.stringify([document, text])
    ids.set(key, [...(ids.get(key) ?? []), passage.id])
    return [passage.id, key] as const
  })
  const keyOf = new Map(keys)
  return (id) => (ids.get(keyOf.get(id) ?? "") ?? []).filter((each) => each !== id)
}

/** How many words of an id each block has, and how many of each id a block has. */
function holdingsOf(blocks: readonly DeskBlock[]) {
  const byId = new Map<string, Map<number, number>>()
  const byBlock = blocks.map(({ words }, at) => {
    const own = new Map<string, number>()
    for (const { of } of words) if (of !== undefined) own.set(of, (own.get(of) ?? 0) + 1)
    for (const [id, count] of own) {
      const held = byId.get(id) ?? new Map<number, number>()
      held.set(at, count)
      byId.set(id, held)
    }
    return own
  })
  return { byId, byBlock }
}
