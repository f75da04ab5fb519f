import type { Field, Side, Sought } from "./field.js"
import { canStandByLetters, likenessOfLetters } from "./likeness.js"
import type { Relations } from "./relations.js"

/** Where more than so many stand between two that are known, none of them has a place of its own. */
const gapLimit = 12

/** Those that wait, by the neighbour that is known, on the one side and on the other. */
interface Gaps {
  readonly after: ReadonlyMap<number, readonly Sought[]>
  readonly before: ReadonlyMap<number, readonly Sought[]>
}

/** What stands before the first and after the last. */
const edge = -1

/**
 * Joins what stands beside the same neighbour as before: short passages in which a name or a figure was
 * corrected, and what has no words at all, such as a separator.
 */
export function joinInGaps(field: Field, { pairs }: Relations): void {
  for (const { from, to } of pairs)
    for (const whole of [false, true]) {
      const open = field.openBlocks(to)
      if (open.length === 0 || field.openPassages(false, from).length === 0) continue
      const gaps = gapsIn(field, from, whole)
      for (const { run, last, next } of runsIn(field, to, whole)) {
        const gap = new Set([...(gaps.after.get(last) ?? []), ...(gaps.before.get(next) ?? [])])
        if (gap.size <= gapLimit && run.length <= gapLimit) joinLikest(field, [...gap], run)
      }
    }
}

function gapsIn(field: Field, document: string, whole: boolean): Gaps {
  const after = new Map<number, readonly Sought[]>()
  const before = new Map<number, readonly Sought[]>()
  let run: Sought[] = []
  let last = edge
  for (const each of field.passagesIn(document)) {
    if (each.gone || each.whole !== whole) continue
    if (field.blockOf(each)) {
      after.set(last, run)
      before.set(each.at, run)
      last = each.at
      run = []
    } else run.push(each)
  }
  after.set(last, run)
  before.set(edge, run)
  return { after, before }
}

function runsIn(field: Field, document: string, whole: boolean) {
  const runs: { readonly run: readonly Side[]; readonly last: number; readonly next: number }[] = []
  let run: Side[] = []
  let last = edge
  for (const each of field.blocksIn(document)) {
    if (each.whole !== whole) continue
    const passage = field.passageOf(each)
    if (passage) {
      if (run.length > 0) runs.push({ run, last, next: passage.at })
      last = passage.at
      run = []
    } else run.push(each)
  }
  if (run.length > 0) runs.push({ run, last, next: edge })
  return runs
}

function joinLikest(field: Field, gap: readonly Sought[], run: readonly Side[]): void {
  const found = gap.flatMap((passage) =>
    run.flatMap((block) => {
      if (passage.role !== block.role || passage.role === "div" || field.blockOf(passage)) return []
      const same = passage.text === block.text
      if (!same && !canStandByLetters(passage.text, block.text)) return []
      if (passage.first !== passage.text && !canStandByLetters(passage.first, block.text)) return []
      return [{ passage, block, score: same ? 1 : likenessOfLetters(passage.text, block.text) }]
    }),
  )
  found.sort((a, b) => b.score - a.score || a.block.at - b.block.at || a.passage.at - b.passage.at)
  for (const { passage, block } of found)
    if (!field.blockOf(passage) && !field.passageOf(block)) field.join(passage, block)
}
