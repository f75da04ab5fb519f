/** Edits from one spelling to the other: letters put in, left out, exchanged, or two of them turned round. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isTurned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isTurned) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = above
    above = current
  }
  return above[b.length] ?? 0
}

/** Shorter beginnings of words than this say nothing: `p` begins too many. */
const leastBeginning = 3

/** How far apart two spellings are that one might be taken for the other; undefined where they are too far. */
function farness(written: string, right: string): number | undefined {
  const [a, b] = [written.toLowerCase(), right.toLowerCase()]
  const most = Math.max(1, Math.floor(a.length / 3))
  const isOtherCase = written !== right && a === b
  if (isOtherCase) return 0.5
  const edits = distance(a, b, most)
  // Where every letter differs, nothing is near.
  if (edits <= most && edits < Math.max(a.length, b.length)) return edits
  const isBeginning = Math.min(a.length, b.length) >= leastBeginning && (a.startsWith(b) || b.startsWith(a))
  return isBeginning ? most + 0.5 : undefined
}

/**
 * Of right spellings those that are nearest to what was written (Damerau and Levenshtein's distance, of at
 * most a third of the letters, or one the beginning of the other), in their order; none where none is near.
 */
export function nearestOf<Each>(
  written: string,
  right: Iterable<Each>,
  spelling: (each: Each) => string,
): readonly Each[] {
  let least = Number.POSITIVE_INFINITY
  let found: Each[] = []
  for (const each of right) {
    const far = farness(written, spelling(each))
    if (far === undefined || far > least) continue
    if (far < least) found = []
    least = far
    found.push(each)
  }
  return found
}
