import { lstat, realpath } from "node:fs/promises"
import { dirname, isAbsolute, relative, resolve, sep, win32 } from "node:path"

/**
 * The absolute path of `path` in `root`, or undefined if it leads out: by being absolute, by `..`,
 * by a link, or by a backslash or drive letter that would lead out on another system. What is not
 * there yet may be resolved; a link to nowhere may not, for nobody knows where it will lead.
 */
export async function resolveInside(root: string, path: string): Promise<string | undefined> {
  const foreign = path.includes("\0") || path.includes("\\") || /^[a-z]:/i.test(path)
  if (foreign || isAbsolute(path) || win32.isAbsolute(path)) return undefined
  const base = resolve(root)
  const target = resolve(base, path)
  if (!contains(base, target)) return undefined
  try {
    // The deepest part that exists decides where the rest would go.
    let deepest = target
    while (deepest !== base && !(await isThere(deepest))) deepest = dirname(deepest)
    if (!(await isThere(deepest))) return target
    return contains(await realpath(base), await realpath(deepest)) ? target : undefined
  } catch {
    return undefined // a link to nowhere, a circle of links, a name too long: nothing to vouch for
  }
}

/** Whether something has this name, be it a link to nowhere. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** Whether an error says that there is nothing of that name. */
export function isAbsent(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR"
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined
}

/** The system's word for what went wrong, without the path, which the diagnostic names itself. */
export function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^(E[A-Z]+: [^,]*),.*$/s, "$1")
}

function contains(base: string, target: string): boolean {
  const way = relative(base, target)
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
