import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"

/** Asks a folder, again and again, whether anything in it has changed. */
export interface Watch {
  /**
   * Waits for a change since the watch was opened or since what it last told, and until all is still
   * again: the paths that came, went or changed. Undefined where it was called off.
   */
  readonly next: (signal: AbortSignal) => Promise<readonly string[] | undefined>
}

/** Between two looks, in milliseconds. */
const interval = 200
/** So long nothing must change before a change counts: an editor saves in several steps. */
const stillness = 100
/** A folder in which something changes all the time is checked nevertheless. */
const patience = 20

/**
 * Watches files and folders by looking at them: Node 20's own watcher no longer tells of a file that was
 * once replaced by renaming, which is how many editors save. What is hidden is passed over, and the
 * folders of these names at the top, such as the output, and what does not matter. What can't be read is as if it weren't there.
 */
export async function openWatch(
  paths: readonly string[],
  leftOut: readonly string[],
  matters: (path: string) => boolean = () => true,
): Promise<Watch> {
  const home = process.cwd()
  const look = async () => {
    goBackTo(home)
    const found = await lookAt(paths, new Set(leftOut))
    return new Map([...found].filter(([path]) => matters(path)))
  }
  let known = await look()
  return {
    next: async (signal) => {
      try {
        for (;;) {
          const begun = performance.now()
          let found = await look()
          if (changesOf(known, found).length > 0) {
            for (let tries = 0; tries < patience; tries++) {
              await setTimeout(stillness, undefined, { signal })
              const again = await look()
              const still = changesOf(found, again).length === 0
              found = again
              if (still) break
            }
            const changes = changesOf(known, found)
            known = found
            // Empty where all is again as it was.
            if (changes.length > 0) return changes
          }
          // A very large folder must not keep the machine busy.
          await setTimeout(Math.max(interval, 10 * (performance.now() - begun)), undefined, { signal })
        }
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      }
    },
  }
}

/**
 * A folder that was deleted and made again is another one of the same name, in which this process does not
 * stand unless it goes there.
 */
function goBackTo(home: string): void {
  try {
    process.chdir(home)
  } catch {
    // There is none at present.
  }
}

/** Files and their marks: what changes when a file is written or replaced. */
type Look = ReadonlyMap<string, string>

async function lookAt(paths: readonly string[], leftOut: ReadonlySet<string>): Promise<Look> {
  const found = new Map<string, string>()
  const mark = async (path: string) => {
    const seen = await stat(path, { bigint: true }).catch(() => undefined)
    if (seen?.isFile()) found.set(path, `${seen.mtimeNs} ${seen.size} ${seen.ino}`)
    return seen
  }
  const visit = async (folder: string, isTop: boolean): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue
      if (isTop && leftOut.has(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await visit(path, false)
      else await mark(path)
    }
  }
  for (const path of paths) if ((await mark(path))?.isDirectory()) await visit(path, true)
  return found
}

function changesOf(before: Look, after: Look): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort()
}
