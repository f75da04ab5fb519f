/** The known word that is fewest letters away from one that was typed; none if all are far. */
export function nearest(typed: string, known: readonly string[], longest = 40): string | undefined {
  // No name is so long; what is is nowhere near one.
  if (typed.length > longest) return undefined
  const limit = Math.max(1, Math.round(typed.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const word of known) {
    const distance = lettersApart(typed.toLowerCase(), word.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = word
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein's distance; gives up, with `limit`, once it is reached. */
export function lettersApart(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    // From here on it can only grow.
    if (Math.min(...next) >= limit) return limit
    row = next
  }
  return row[b.length] ?? limit
}
