import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs"
import { isAbsolute, relative, resolve, sep, win32 } from "node:path"

/**
 * The files of one folder, for what is asked for in the middle of reading something else: parts that a
 * file includes, schemas that name further schemas. Nothing outside the folder is ever opened.
 */
export interface Folder {
  /** The bytes of a file by its path in the folder; undefined where it is not there, too large or leads out. */
  readonly bytes: (path: string) => Uint8Array | undefined
  /** As many first bytes of a file, and how many it has in all; undefined as for `bytes`, but for its size. */
  readonly beginning: (
    path: string,
    length: number,
  ) => { readonly bytes: Uint8Array; readonly size: number } | undefined
  /** Paths of all its files, with `/` between their parts; what is hidden, installed or generated is left out. */
  readonly paths: () => ReadonlySet<string>
}

const sizeLimit = 64 * 1024 * 1024
/** More files than this are not listed: it is no edition's folder then. */
const mostFiles = 200_000

/** Opens a folder; `leftOut` are the names of its folders that are none of the edition's. */
export function openFolder(root: string, leftOut: readonly string[]): Folder {
  let listed: ReadonlySet<string> | undefined
  return {
    bytes: (path) => {
      const inside = pathInside(root, path)
      if (inside === undefined) return undefined
      try {
        const found = statSync(inside)
        return found.isFile() && found.size <= sizeLimit ? readFileSync(inside) : undefined
      } catch {
        return undefined
      }
    },
    beginning: (path, length) => {
      const inside = pathInside(root, path)
      if (inside === undefined) return undefined
      try {
        const found = statSync(inside)
        if (!found.isFile()) return undefined
        return { bytes: firstBytes(inside, Math.min(found.size, length)), size: found.size }
      } catch {
        return undefined
      }
    },
    paths: () => {
      listed ??= pathsBelow(root, new Set(leftOut))
      return listed
    },
  }
}

function firstBytes(path: string, length: number): Uint8Array {
  const file = openSync(path, "r")
  try {
    const bytes = new Uint8Array(length)
    let read = 0
    // One reading may give less than was asked for.
    for (let more = -1; read < length && more !== 0; read += more)
      more = readSync(file, bytes, read, length - read, read)
    return bytes.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

function pathInside(root: string, path: string): string | undefined {
  if (/[\0\\]|^[a-z]:/i.test(path) || isAbsolute(path) || win32.isAbsolute(path)) return undefined
  try {
    const base = realpathSync(resolve(root))
    const target = realpathSync(resolve(root, path))
    const way = relative(base, target)
    return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : target
  } catch {
    return undefined
  }
}

function pathsBelow(root: string, leftOut: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (below: string): void => {
    const entries = (() => {
      try {
        return readdirSync(resolve(root, below), { withFileTypes: true })
      } catch {
        return []
      }
    })()
    for (const entry of entries) {
      if (found.size >= mostFiles) return
      const path = `${below}${entry.name}`
      if (entry.name.startsWith(".") || leftOut.has(path)) continue
      if (entry.isDirectory()) visit(`${path}/`)
      else if (entry.isFile() || pathInside(root, path) !== undefined) found.add(path)
    }
  }
  visit("")
  return found
}
