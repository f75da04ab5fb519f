import { randomUUID } from "node:crypto"
import { readFile, rm, stat, writeFile } from "node:fs/promises"
import { hostname } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { codeOf } from "./paths.js"

export const lockName = ".stet-lock"

/** Milliseconds after which a file that is still empty is no longer being written. */
const staleAfter = 2000

/** How long, in milliseconds, it may take until it is clear who holds a lock that cannot be read. */
const unclearFor = staleAfter + 1000

/** Who holds a lock. A process number alone says little: a container gives the same one every time. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly token: string
}

/** The tokens of the locks that this process holds. */
const held = new Set<string>()

/**
 * Takes the lock of a folder and gives back what releases it, or undefined if another build still
 * holds it after `wait` milliseconds. The lock of a process of this machine that is dead is taken over.
 */
export async function takeLock(folder: string, wait: number): Promise<(() => Promise<void>) | undefined> {
  const lock = join(folder, lockName)
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomUUID() }
  const content = JSON.stringify(holder)
  const deadline = performance.now() + wait
  while (!(await create(lock, content, holder.token))) {
    const holding = await stateOf(lock)
    if (holding === "abandoned" && (await clear(lock))) continue
    const patience = holding === "alive" ? 0 : unclearFor
    if (performance.now() > deadline + patience) return undefined
    await pause(25)
  }
  return async () => {
    // Somebody may have deleted the file by hand, and another build have taken the lock since.
    if ((await contentOf(lock)) === content) await rm(lock, { force: true })
    held.delete(holder.token)
  }
}

async function create(lock: string, content: string, token: string): Promise<boolean> {
  held.add(token) // before the file is there, lest a sister in this process think it abandoned
  try {
    await writeFile(lock, content, { flag: "wx" })
    return true
  } catch (error) {
    held.delete(token)
    if (codeOf(error) === "EEXIST") return false
    if (codeOf(error) === "ENOSPC") await rm(lock, { force: true })
    throw error
  }
}

/** Whether a file was last written so long ago, in milliseconds, that nobody is still at it. */
async function isStale(path: string, age = staleAfter): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > age
}

/** A lock that cannot be read is being written by its holder; after a while, it was killed as it wrote. */
async function stateOf(lock: string): Promise<"alive" | "abandoned" | "unclear"> {
  try {
    const { pid, host, token } = JSON.parse((await contentOf(lock)) ?? "") as Holder
    if (host !== hostname() || !Number.isSafeInteger(pid) || pid <= 0) return "alive"
    const lives = pid === process.pid ? held.has(token) : isAlive(pid)
    return lives ? "alive" : "abandoned"
  } catch {
    return (await isStale(lock)) ? "abandoned" : "unclear"
  }
}

/** Removes an abandoned lock; a second file sees to it that only one of those who wait does so. */
async function clear(lock: string): Promise<boolean> {
  const guard = `${lock}-removal`
  try {
    await writeFile(guard, "", { flag: "wx" })
  } catch {
    if (await isStale(guard)) await rm(guard, { force: true })
    return false
  }
  try {
    if ((await stateOf(lock)) !== "abandoned") return false
    await rm(lock, { force: true })
    return true
  } finally {
    await rm(guard, { force: true })
  }
}

async function contentOf(lock: string): Promise<string | undefined> {
  return readFile(lock, "utf8").catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== "ESRCH"
  }
}
