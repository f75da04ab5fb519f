import { type Field, isFormulaic, type Side, type Sought, sizeOf } from "./field.js"
import type { Relations } from "./relations.js"

const rank = ({ whole }: Side) => (whole ? "whole" : "part")

/** Joins all passages of documents in which nothing has changed. */
export function joinUnchanged(field: Field): void {
  for (const name of new Set(field.blocks.map((each) => each.document))) {
    const passages = field.passagesIn(name).filter((each) => !each.gone)
    const blocks = field.blocksIn(name)
    const isSame = (block: Side, at: number) =>
      passages[at]?.text === block.text && passages[at].role === block.role
    if (passages.length === blocks.length && blocks.every(isSame))
      for (const [at, passage] of passages.entries()) field.join(passage, blocks[at] as Side)
  }
}

/**
 * Joins passages and blocks of the same words that stand once in the last edition and once in this one: from eight
 * words on wherever they stand, from `least` words on in documents that belong together or, without `relations`,
 * wherever they stand too.
 */
export function joinDistinct(field: Field, gone: boolean, least: number, relations?: Relations): void {
  const passages = once(field.openPassages(gone), least)
  const blocks = once(field.openBlocks(), least)
  for (const [key, passage] of passages) {
    const block = blocks.get(key)
    if (!passage || !block) continue
    if (!relations || sizeOf(block.text) >= 8 || relations.has(passage.document, block.document))
      field.join(passage, block)
  }
}

/** Those whose words no other has, by their words. */
function once<Each extends Side>(
  sides: readonly Each[],
  least: number,
): ReadonlyMap<string, Each | undefined> {
  const found = new Map<string, Each | undefined>()
  for (const each of sides) {
    if (isFormulaic(each) || sizeOf(each.text) < least) continue
    const key = `${rank(each)} ${each.text}`
    found.set(key, found.has(key) ? undefined : each)
  }
  return found
}

type KeyOf = (side: Side) => string | undefined

/** What two must have in common, from the surest on. */
const surroundings: readonly KeyOf[] = [
  (each) => JSON.stringify([rank(each), each.role, each.text, each.before, each.after]),
  (each) => JSON.stringify([rank(each), each.text, each.before, each.after]),
  (each) => JSON.stringify([rank(each), each.text, each.before]),
  (each) => JSON.stringify([rank(each), each.text, "", each.after]),
]

/**
 * Joins passages and blocks of the same words in documents that belong together: first those with the same
 * surroundings, and at last, where there are `least` words to go by, those that only have the same words, in
 * their order. Only those that count.
 */
export function joinInPlace(
  field: Field,
  gone: boolean,
  { pairs }: Relations,
  least: number,
  counts: (side: Side) => boolean = () => true,
): void {
  const keys: readonly KeyOf[] = [
    ...surroundings,
    (each) => (sizeOf(each.text) < least ? undefined : `${rank(each)} ${each.text}`),
  ]
  for (const { from, to } of pairs) {
    for (const keyOf of keys) {
      const passages = field.openPassages(gone, from).filter(counts)
      const blocks = field.openBlocks(to).filter(counts)
      if (passages.length === 0 || blocks.length === 0) break
      joinByKey(field, passages, blocks, keyOf)
    }
  }
}

/** Of those with one key the first belongs to the first, and so on. */
function joinByKey(field: Field, passages: readonly Sought[], blocks: readonly Side[], keyOf: KeyOf): void {
  const waiting = new Map<string, Sought[]>()
  for (const passage of [...passages].reverse()) {
    const key = keyOf(passage)
    if (key === undefined) continue
    const list = waiting.get(key)
    if (list) list.push(passage)
    else waiting.set(key, [passage])
  }
  for (const block of blocks) {
    const key = keyOf(block)
    const passage = key === undefined ? undefined : waiting.get(key)?.pop()
    if (passage) field.join(passage, block)
  }
}
