import { diffArrays } from "diff"

/** Words that stood at a place, and those that stand there now. Neither is ever empty: a word beside them is told too. */
export interface WordChange {
  readonly was: string
  readonly now: string
}

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What was reworded, place by place; the words between two places are the same in both. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const changes: WordChange[] = []
  let [atA, atB] = [0, 0]
  let [fromA, fromB] = [0, 0]
  const flush = () => {
    if (fromA === atA && fromB === atB) return
    const [span, other] = withNeighbour([fromA, atA], [fromB, atB], a, b)
    changes.push({ was: sliceOf(before, a, span), now: sliceOf(after, b, other) })
  }
  for (const { value, added, removed } of diffArrays(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
  )) {
    if (removed) atA += value.length
    else if (added) atB += value.length
    else {
      flush()
      atA += value.length
      atB += value.length
      fromA = atA
      fromB = atB
    }
  }
  flush()
  return changes
}

type Span = readonly [from: number, to: number]

/** Where nothing stood or stands, the word before it says where that is; at the beginning, the word after it. */
function withNeighbour(
  a: Span,
  b: Span,
  ofA: readonly Token[],
  ofB: readonly Token[],
): readonly [Span, Span] {
  if (a[0] < a[1] && b[0] < b[1]) return [a, b]
  if (a[0] > 0 && b[0] > 0)
    return [
      [a[0] - 1, a[1]],
      [b[0] - 1, b[1]],
    ]
  return [
    [a[0], Math.min(a[1] + 1, ofA.length)],
    [b[0], Math.min(b[1] + 1, ofB.length)],
  ]
}

function sliceOf(text: string, tokens: readonly Token[], [from, to]: Span): string {
  if (from >= to) return ""
  return text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? text.length)
}

/** Words, and signs one by one; blanks part them and are none. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[^\s]/gu)].map(
    ({ 0: found, index }) => ({
      text: found,
      from: index,
      to: index + found.length,
    }),
  )
}
