import type { Collation, Passage } from "./collation.js"
import type { TextBlock } from "./witness.js"
import { countWords } from "./witness.js"

/** How far two blocks agree; one side is missing where only one witness has the words. */
export interface Agreement {
  readonly a: TextBlock | undefined
  readonly b: TextBlock | undefined
  /** Words that each has there, and words of it in which both agree. */
  readonly wordsInA: number
  readonly wordsInB: number
  readonly agreeing: number
  /** The agreeing words of both among all words of both, from 0 to 1; 1 where there are none. */
  readonly share: number
  readonly isMoved: boolean
}

/** The table of agreement, a row for each pair of blocks in the order of the collation, and the sum of all. */
export function agreement({ passages }: Collation): {
  readonly rows: readonly Agreement[]
  readonly whole: Agreement
} {
  const pairs = new Map<string, Passage[]>()
  for (const passage of passages) {
    const key = `${passage.a?.block.index} ${passage.b?.block.index}`
    const list = pairs.get(key) ?? []
    list.push(passage)
    pairs.set(key, list)
  }
  const rows = [...pairs.values()].map(agreementOf).filter((row) => row.wordsInA + row.wordsInB > 0)
  const { wordsInA, wordsInB, agreeing, share } = agreementOf(passages)
  const isMoved = rows.some((row) => row.isMoved)
  return { rows, whole: { a: undefined, b: undefined, wordsInA, wordsInB, agreeing, share, isMoved } }
}

/** How many words each witness has, and in how many of them both agree. */
export function countsOf({ passages }: Collation): Pick<Agreement, "wordsInA" | "wordsInB" | "agreeing"> {
  const { wordsInA, wordsInB, agreeing } = agreementOf(passages)
  return { wordsInA, wordsInB, agreeing }
}

function agreementOf(passages: readonly Passage[]): Agreement {
  const [first] = passages
  let [wordsInA, wordsInB, agreeing] = [0, 0, 0]
  for (const { kind, a, b } of passages.flatMap((passage) => passage.parts)) {
    const words = countWords(a)
    wordsInA += words
    wordsInB += countWords(b)
    if (kind === "agreement") agreeing += words
  }
  const all = wordsInA + wordsInB
  return {
    a: first?.a?.block,
    b: first?.b?.block,
    wordsInA,
    wordsInB,
    agreeing,
    share: all === 0 ? 1 : (2 * agreeing) / all,
    isMoved: passages.some((passage) => passage.isMoved),
  }
}
