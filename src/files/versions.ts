import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** The version of a package that is installed beside this one; undefined where none is found. */
export function installedVersion(name: string): string | undefined {
  try {
    // Not every package lets its package.json be required; it lies above what it gives out.
    let folder = dirname(createRequire(import.meta.url).resolve(name))
    for (let above = ""; above !== folder; above = folder, folder = dirname(folder)) {
      const said = readPackage(join(folder, "package.json"))
      if (said?.name === name) return said.version
    }
  } catch {
    // Not installed, or nothing that could be required.
  }
  return undefined
}

function readPackage(path: string): { readonly name?: string; readonly version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as { readonly name?: string; readonly version?: string }
  } catch {
    return undefined
  }
}
