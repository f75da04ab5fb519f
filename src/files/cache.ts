import { createHash, randomUUID } from "node:crypto"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import { join } from "node:path"

/**
 * What is made of schemas and takes long to make, kept on disk from one run to the next. A kept form is
 * found by a hash of all it was made of, so that it can never be another's; whatever goes wrong with the
 * disk, it is made again.
 */
export interface Cache {
  /** What was kept under these words, or undefined. */
  readonly read: (words: readonly string[]) => Promise<string | undefined>
  /** Keeps it; that it could not be kept is no fault. */
  readonly keep: (words: readonly string[], made: string) => Promise<void>
}

/** The cache of this user: in STET_CACHE, or in the folder that systems keep for caches. */
export function openCache(environment: Readonly<Record<string, string | undefined>> = process.env): Cache {
  const named = environment["STET_CACHE"]
  const folder = named || join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "stet")
  const pathOf = (words: readonly string[]) => join(folder, hashOf(words))
  return {
    read: async (words) => {
      try {
        return await readFile(pathOf(words), "utf8")
      } catch {
        return undefined
      }
    },
    keep: async (words, made) => {
      const path = pathOf(words)
      const beside = `${path}.${randomUUID()}`
      try {
        await mkdir(folder, { recursive: true })
        // Renamed into place, so that nobody reads half of it.
        await writeFile(beside, made)
        await rename(beside, path)
      } catch {
        await rm(beside, { force: true }).catch(() => {})
      }
    },
  }
}

function hashOf(words: readonly string[]): string {
  const hash = createHash("sha256")
  // The length first: two words and their joining are not the same.
  for (const word of words) hash.update(`${word.length}:`).update(word)
  return hash.digest("hex")
}
