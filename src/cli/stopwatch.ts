/** How long each stage took, in milliseconds; `load` counts from the start of the process. */
export interface Stopwatch {
  begin(stage: string): void
  stop(): Readonly<Record<string, number>>
}

export function openStopwatch(): Stopwatch {
  const spent = new Map<string, number>()
  let stage = "load"
  let since = 0
  const close = () => {
    const now = performance.now()
    spent.set(stage, (spent.get(stage) ?? 0) + now - since)
    since = now
  }
  return {
    begin: (next) => {
      close()
      stage = next
    },
    stop: () => {
      close()
      const rounded = [...spent].map(([name, time]) => [name, Math.round(time)] as const)
      return { ...Object.fromEntries(rounded), total: Math.round(since) }
    },
  }
}
