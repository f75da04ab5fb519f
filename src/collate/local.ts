/** A stretch of a block as numbers: what stands at each place, how much it says, and what is taken already. */
export interface Strip {
  readonly keys: Int32Array
  readonly weights: Float64Array
  readonly taken: Uint8Array
}

/** Where two strips agree best; ends are after the last token. */
export interface Likeness {
  readonly score: number
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

const forgoWord = 0.12
const forgoSign = 0.01
const costOf = (weight: number) => (weight > 0.05 ? forgoWord : forgoSign)

/**
 * The stretch of each strip in which both agree best (Smith and Waterman 1981): equal tokens count what they
 * weigh, each token left out costs a little, and a stretch ends where it costs more than it brings.
 */
export function bestLikeness(a: Strip, b: Strip): Likeness {
  const width = b.keys.length + 1
  // Beside each score, where its stretch began, so that no way back need be kept.
  let above = new Float64Array(width)
  let aboveStart = new Int32Array(width)
  let row = new Float64Array(width)
  let rowStart = new Int32Array(width)
  let best: Likeness = { score: 0, a0: 0, a1: 0, b0: 0, b1: 0 }
  for (let i = 1; i <= a.keys.length; i++) {
    const key = a.keys[i - 1] ?? 0
    const weight = a.weights[i - 1] ?? 0
    const isTaken = a.taken[i - 1] === 1
    row[0] = 0
    for (let j = 1; j < width; j++) {
      if (isTaken || b.taken[j - 1] === 1) {
        row[j] = 0
        continue
      }
      let score = (above[j] ?? 0) - costOf(weight)
      let start = aboveStart[j] ?? 0
      const left = (row[j - 1] ?? 0) - costOf(b.weights[j - 1] ?? 0)
      if (left > score) {
        score = left
        start = rowStart[j - 1] ?? 0
      }
      if (b.keys[j - 1] === key && weight > 0) {
        const before = above[j - 1] ?? 0
        if (before + weight >= score) {
          score = before + weight
          start = before > 0 ? (aboveStart[j - 1] ?? 0) : (i - 1) * width + (j - 1)
        }
      }
      row[j] = Math.max(0, score)
      rowStart[j] = start
      if (score > best.score) best = { score, a0: Math.floor(start / width), a1: i, b0: start % width, b1: j }
    }
    ;[above, row] = [row, above]
    ;[aboveStart, rowStart] = [rowStart, aboveStart]
  }
  return best
}
