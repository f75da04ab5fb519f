import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { inject, vi } from "vitest"

/**
 * What is made once in a run, in a folder of its own: by the worker that asks first, while others wait. `make`
 * fills the folder and gives what is to be known of it, as plain data.
 */
export async function madeOnce<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(inject("sharedFolder"), name)
  const known = `${folder}.json`
  if (isFirst(folder)) {
    try {
      tell(known, { made: await make(folder) })
    } catch (error) {
      tell(known, { failed: error instanceof Error ? error.stack : String(error) })
      throw error
    }
  }
  await vi.waitUntil(() => existsSync(known), { timeout: 280_000, interval: 50 })
  const { made, failed } = JSON.parse(readFileSync(known, "utf8")) as {
    readonly made: T
    readonly failed?: string
  }
  if (failed !== undefined) throw new Error(failed)
  return made
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** At one go, so that nobody reads half of it. */
function tell(file: string, content: unknown): void {
  writeFileSync(`${file}.part`, JSON.stringify(content))
  renameSync(`${file}.part`, file)
}
