/** The middle one of several times, or halfway between the two in the middle. */
export function median(times: readonly number[]): number {
  const ordered = [...times].sort((a, b) => a - b)
  const middle = (ordered.length - 1) / 2
  return ((ordered[Math.floor(middle)] ?? 0) + (ordered[Math.ceil(middle)] ?? 0)) / 2
}

/** How long a piece of work takes, in milliseconds. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Prints one line of a table: the first column takes `width` characters, the others twelve each. */
export function row(width: number, name: string, ...cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join("")}\n`)
}
