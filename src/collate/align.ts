/** Two places, one in each sequence, that hold the same or nearly the same. */
export type Match = readonly [a: number, b: number]

/** What is compared: how much a match says, and whether two keys that aren't equal are nearly so. */
export interface Measure {
  /** What a match of the `index`th of the first sequence with its equal counts. */
  readonly weight: (index: number) => number
  readonly isNear?: (a: string, b: string) => boolean
}

/** So many comparisons are made at once; what is longer is parted first. */
const cellLimit = 250_000

/**
 * The heaviest common subsequence of two sequences of keys, in order.
 *
 * Equal beginnings and ends are taken first. What remains is compared whole if it is short enough; otherwise it
 * is parted where keys stand that each sequence has once (the idea of Bram Cohen's patience diff), and in the
 * middle where there are none. So the work is bounded by the length times a constant.
 */
export function align(a: readonly string[], b: readonly string[], measure: Measure): readonly Match[] {
  const matches: Match[] = []
  const open: { a0: number; a1: number; b0: number; b1: number }[] = [
    { a0: 0, a1: a.length, b0: 0, b1: b.length },
  ]
  for (let part = open.pop(); part; part = open.pop()) {
    let { a0, a1, b0, b1 } = part
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) matches.push([a0++, b0++])
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) matches.push([--a1, --b1])
    if (a0 === a1 || b0 === b1) continue
    if ((a1 - a0) * (b1 - b0) <= cellLimit) {
      for (const match of heaviest(a, b, { a0, a1, b0, b1 }, measure)) matches.push(match)
      continue
    }
    const anchors = anchorsIn(a, b, { a0, a1, b0, b1 })
    const borders: readonly Match[] = anchors.length > 0 ? anchors : [[(a0 + a1) >> 1, (b0 + b1) >> 1]]
    let [fromA, fromB] = [a0, b0]
    for (const [atA, atB] of [...borders, [a1, b1] as const]) {
      open.push({ a0: fromA, a1: atA, b0: fromB, b1: atB })
      fromA = atA
      fromB = atB
    }
  }
  return matches.sort((one, other) => one[0] - other[0])
}

interface Part {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Needleman and Wunsch's table, in which leaving out costs nothing. */
function heaviest(
  a: readonly string[],
  b: readonly string[],
  part: Part,
  measure: Measure,
): readonly Match[] {
  const { a0, a1, b0, b1 } = part
  const width = b1 - b0 + 1
  const best = new Float64Array((a1 - a0 + 1) * width)
  const worth = (i: number, j: number) => {
    const [one = "", other = ""] = [a[i], b[j]]
    if (one === other) return measure.weight(i) + 1e-6
    return measure.isNear?.(one, other) ? measure.weight(i) / 2 : 0
  }
  for (let i = a1 - 1; i >= a0; i--) {
    for (let j = b1 - 1; j >= b0; j--) {
      const at = (i - a0) * width + (j - b0)
      const without = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0)
      const value = worth(i, j)
      best[at] = value > 0 ? Math.max(without, value + (best[at + width + 1] ?? 0)) : without
    }
  }
  const matches: Match[] = []
  for (let [i, j] = [a0, b0]; i < a1 && j < b1; ) {
    const at = (i - a0) * width + (j - b0)
    const value = worth(i, j)
    const here = best[at] ?? 0
    if (value > 0 && here === value + (best[at + width + 1] ?? 0)) matches.push([i++, j++])
    else if (here === best[at + width]) i++
    else j++
  }
  return matches
}

/** Keys that each part has exactly once, as far as both have them in one order. */
function anchorsIn(a: readonly string[], b: readonly string[], part: Part): readonly Match[] {
  const once = (keys: readonly string[], from: number, to: number) => {
    const places = new Map<string, number>()
    for (let at = from; at < to; at++) {
      const key = keys[at] ?? ""
      places.set(key, places.has(key) ? -1 : at)
    }
    return places
  }
  const inB = once(b, part.b0, part.b1)
  const pairs: Match[] = []
  for (const [key, at] of once(a, part.a0, part.a1)) {
    const other = inB.get(key) ?? -1
    if (at >= 0 && other >= 0) pairs.push([at, other])
  }
  const kept = heaviestRun(pairs.map(([, other]) => ({ place: other, weight: 1 })))
  return pairs.filter((_, index) => kept.has(index))
}

/**
 * The indices of the heaviest run of places that only rise; n·log n, by a tree of the best sums so far
 * (Fenwick 1994).
 */
export function heaviestRun(
  items: readonly { readonly place: number; readonly weight: number }[],
): ReadonlySet<number> {
  const order = [...new Set(items.map((item) => item.place))].sort((one, other) => one - other)
  const rankOf = new Map(order.map((place, index) => [place, index + 1]))
  const tree = new Array<number>(order.length + 1).fill(-1)
  const sums: number[] = []
  const before: number[] = []
  const sumOf = (index: number) => (index < 0 ? 0 : (sums[index] ?? 0))
  items.forEach(({ place, weight }, index) => {
    const rank = rankOf.get(place) ?? 0
    let previous = -1
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const candidate = tree[at] ?? -1
      if (sumOf(candidate) > sumOf(previous)) previous = candidate
    }
    before.push(previous)
    sums.push(sumOf(previous) + weight)
    for (let at = rank; at <= order.length; at += at & -at)
      if (sumOf(index) > sumOf(tree[at] ?? -1)) tree[at] = index
  })
  const kept = new Set<number>()
  let last = sums.reduce((best, sum, index) => (sum > sumOf(best) ? index : best), -1)
  for (; last >= 0; last = before[last] ?? -1) kept.add(last)
  return kept
}
