import { type Field, isTelling, type Side, type Sought } from "./field.js"
import { canStand, likeness, likenessFloor, likenessOfWords } from "./likeness.js"
import type { Relations } from "./relations.js"

/** A shingle that stands oftener says nothing of where a passage went. */
const oftenest = 64
/** Each block is compared with so many passages, those that share most with it, and the other way round. */
const candidateLimit = 8

/** How like a block must be where the documents belong together and where not; more where an id had gone already. */
const floors = {
  standing: { related: likenessFloor, unrelated: 0.4 },
  gone: { related: 0.6, unrelated: 0.8 },
} as const
/** So many words a passage must have to be followed into a document that has nothing to do with its own. */
const enoughWords = 8

interface Likely {
  readonly passage: Sought
  readonly block: Side
  readonly score: number
}

/** So alike are two that nobody would look for a better one in another document. */
const sure = 0.6

/** Joins passages and blocks that are much alike, in documents that belong together. */
export function joinAlikeInPlace(field: Field, relations: Relations): void {
  for (const { from, to } of relations.pairs) {
    const passages = field.openPassages(false, from).filter(isTelling)
    const blocks = field.openBlocks(to).filter(isTelling)
    if (passages.length > 0 && blocks.length > 0) join(field, passages, blocks, relations, sure)
  }
}

/** Joins passages and blocks whose words are alike, wherever they stand; only those that count. */
export function joinAlike(
  field: Field,
  gone: boolean,
  relations: Relations,
  counts: (side: Side) => boolean = () => true,
): void {
  join(field, field.openPassages(gone).filter(counts), field.openBlocks().filter(counts), relations, 0)
}

/** The likest first. */
function join(
  field: Field,
  passages: readonly Sought[],
  blocks: readonly Side[],
  relations: Relations,
  least: number,
): void {
  const found: Likely[] = []
  for (const whole of [false, true]) {
    const ofRank = (each: Side) => each.whole === whole
    for (const [passage, block] of candidates(passages.filter(ofRank), blocks.filter(ofRank))) {
      const score = scoreOf(field, passage, block, relations)
      if (score !== undefined && score >= least) found.push({ passage, block, score })
    }
  }
  found.sort((a, b) => b.score - a.score || a.block.at - b.block.at || a.passage.at - b.passage.at)
  for (const { passage, block } of found)
    if (!field.blockOf(passage) && !field.passageOf(block)) field.join(passage, block)
}

/** Likeness, and a little for each sign that it is the same place; undefined where nothing is to be claimed. */
function scoreOf(field: Field, passage: Sought, block: Side, relations: Relations): number | undefined {
  // A division is known by its heading, word for word.
  if (passage.role === "div" || block.role === "div") return undefined
  const related = relations.has(passage.document, block.document)
  const alike = likeness(passage.shingles(), block.shingles())
  const floor = floors[passage.gone ? "gone" : "standing"][related ? "related" : "unrelated"]
  if (alike < floor) return undefined
  const words = Math.min(passage.shingles().words, block.shingles().words)
  if (!related && !(isTelling(passage) && isTelling(block) && words >= enoughWords)) return undefined
  if (!canStand(passage.first, block.text, field.shinglesOf)) return undefined
  const signs = [
    passage.role === block.role,
    passage.before === block.before,
    passage.after === block.after,
    related,
  ].filter(Boolean).length
  return (alike + likenessOfWords(passage.shingles(), block.shingles())) / 2 + 0.05 * signs
}

/** Which are to be compared: those that share most shingles. */
function candidates(
  passages: readonly Sought[],
  blocks: readonly Side[],
): readonly (readonly [Sought, Side])[] {
  const places = new Map<number, number[]>()
  passages.forEach((passage, index) => {
    for (const shingle of passage.shingles().counts.keys()) {
      const list = places.get(shingle)
      if (list) list.push(index)
      else places.set(shingle, [index])
    }
  })
  const chosen = new Map<number, readonly [Sought, Side]>()
  const choose = (passageIndex: number, blockIndex: number) => {
    const [passage, block] = [passages[passageIndex], blocks[blockIndex]]
    if (passage && block) chosen.set(passageIndex * blocks.length + blockIndex, [passage, block])
  }
  const mirrored = passages.map(() => new Map<number, number>())
  blocks.forEach((block, blockIndex) => {
    const sums = new Map<number, number>()
    for (const shingle of block.shingles().counts.keys()) {
      const list = places.get(shingle) ?? []
      if (list.length <= oftenest) for (const index of list) sums.set(index, (sums.get(index) ?? 0) + 1)
    }
    for (const index of most(sums)) choose(index, blockIndex)
    for (const [index, sum] of sums) mirrored[index]?.set(blockIndex, sum)
  })
  mirrored.forEach((sums, passageIndex) => {
    for (const index of most(sums)) choose(passageIndex, index)
  })
  return [...chosen.values()]
}

function most(sums: ReadonlyMap<number, number>): readonly number[] {
  return [...sums]
    .sort(([one, x], [other, y]) => y - x || one - other)
    .slice(0, candidateLimit)
    .map(([index]) => index)
}
