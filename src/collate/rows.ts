import type { Collation, Passage } from "./collation.js"
import type { Part } from "./compare.js"
import type { Mark } from "./cut.js"
import { toldDifferences } from "./order.js"

/** A place of the comparison: a passage as both witnesses have it, or as the one whose place this is. */
export interface Row {
  /** From 1. */
  readonly n: number
  readonly passage: Passage
  /** What is shown here; of a passage that is moved, each side at its own place. */
  readonly sides: "both" | "a" | "b"
}

/** A difference in words, numbered through the comparison in the order of the rows. */
export interface NumberedDifference {
  readonly n: number
  readonly passage: Passage
  readonly part: Part
  readonly a: Mark
  readonly b: Mark
}

/**
 * The rows of a comparison: read down, each side is the whole text of its witness in its own order. What is
 * moved, or stands in one witness alone, has a row where that witness has it.
 */
export function rowsOf({ passages }: Collation): readonly Row[] {
  const ordered = (side: "a" | "b") =>
    passages
      .filter((passage) => passage[side])
      .sort((one, other) => {
        const [x, y] = [one[side], other[side]]
        return x && y ? x.block.index - y.block.index || x.from - y.from : 0
      })
  const isAnchor = ({ a, b, isMoved }: Passage) => a !== undefined && b !== undefined && !isMoved
  const rows: Row[] = []
  const put = (passage: Passage, sides: Row["sides"]) => rows.push({ n: rows.length + 1, passage, sides })
  const [inA, inB] = [ordered("a"), ordered("b")]
  let next = 0
  const putUntil = (anchor: Passage | undefined) => {
    for (let each = inB[next]; each && each !== anchor; each = inB[++next]) put(each, "b")
    next++
  }
  for (const passage of inA) {
    if (!isAnchor(passage)) put(passage, "a")
    else {
      putUntil(passage)
      put(passage, "both")
    }
  }
  putUntil(undefined)
  return rows
}

/** The differences in words within passages that both witnesses have. */
export function numberedDifferences(rows: readonly Row[]): readonly NumberedDifference[] {
  const seen = new Set<Passage>()
  const found: NumberedDifference[] = []
  for (const { passage } of rows) {
    const { a, b, parts } = passage
    if (!a || !b || seen.has(passage)) continue
    seen.add(passage)
    for (const part of toldDifferences(parts)) {
      const n = found.length + 1
      const [atA, atB] = [a.from + part.atA, b.from + part.atB]
      const mark = { n, kind: part.kind }
      found.push({
        n,
        passage,
        part,
        a: { ...mark, from: atA, to: atA + part.a.length },
        b: { ...mark, from: atB, to: atB + part.b.length },
      })
    }
  }
  return found
}
