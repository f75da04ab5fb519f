import type { CitableBlock, PublishedPassage } from "../model/ledger.js"
import { isTelling, openField } from "./field.js"
import { joinInGaps } from "./in-gaps.js"
import { joinAlike, joinAlikeInPlace } from "./like-words.js"
import { relationsIn } from "./relations.js"
import { joinDistinct, joinInPlace, joinUnchanged } from "./same-words.js"

/**
 * Finds for each block the published passage that it is, by its place in `passages`; undefined where it is new.
 * Passages and blocks stand in the order of their documents. What stood in the last edition goes before what
 * had gone, the same words before like ones, and words that say much before those that stand in every letter:
 * a salutation is followed into another document only after its letter. Takes time in proportion to the
 * edition, and more only for what has changed.
 */
export function matchBlocks(
  passages: readonly PublishedPassage[],
  blocks: readonly CitableBlock[],
): readonly (number | undefined)[] {
  const field = openField(passages, blocks)
  const relations = () => relationsIn(field)
  joinUnchanged(field)
  // Files that are both copied and renamed are told apart in the second round, when the one is known.
  for (let round = 0; round < 2; round++) {
    joinDistinct(field, false, 5, relations())
    joinInPlace(field, false, relations(), 3, isTelling)
  }
  joinDistinct(field, true, 5, relations())
  joinInPlace(field, true, relations(), 5, isTelling)
  joinAlikeInPlace(field, relations())
  joinAlike(field, false, relations(), isTelling)
  // Only now is it sure enough which document became which for what stands in every letter.
  joinInPlace(field, false, relations(), 3)
  joinAlike(field, false, relations())
  joinInPlace(field, false, relations(), 1)
  joinInGaps(field, relations())
  joinDistinct(field, false, 3)
  joinAlike(field, true, relations())
  joinInPlace(field, true, relations(), 5)
  return field.blocks.map((block) => field.passageOf(block)?.at)
}
