/** The only way to the disk, with src/files/, for all of src but src/tools. It knows nothing of editions. */
import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Diagnostic, diagnose, type Outcome } from "./diagnostics/diagnostic.js"
import { isAbsent, problemOf, resolveInside } from "./files/paths.js"
import { startOfFile } from "./model/source-span.js"

export { type Cache, openCache } from "./files/cache.js"
export { compileStylesheet } from "./files/compile-stylesheet.js"
export { findBrowser } from "./files/find-browser.js"
export { type Folder, openFolder } from "./files/folder.js"
export { openInBrowser } from "./files/open-in-browser.js"
export { resolveInside } from "./files/paths.js"
export { type Paper, papers, printPages } from "./files/print-pages.js"
export { searchLibrary } from "./files/search-library.js"
export { installedVersion } from "./files/versions.js"
export { openWatch, type Watch } from "./files/watch.js"
export {
  type FileBeside,
  type OutputFile,
  repairFolder,
  replaceFile,
  writeAtomically,
  writeNew,
} from "./files/writing.js"

/** The most that is read at once, in bytes, where the caller sets no limit. */
const sizeLimit = 256 * 1024 * 1024

/** Reads a file that the user named; its size is asked before anything is read. */
export async function readBytes(path: string, limit = sizeLimit): Promise<Outcome<Uint8Array | undefined>> {
  return readAs(path, path, limit)
}

/** Reads a file that an edition names; it must lie in the edition's folder. */
export async function readSource(
  root: string,
  path: string,
  limit = sizeLimit,
): Promise<Outcome<Uint8Array | undefined>> {
  const inside = await resolveInside(root, path)
  if (inside !== undefined) return readAs(inside, path, limit)
  return { value: undefined, diagnostics: [diagnose("path-outside", { name: path })] }
}

async function readAs(path: string, name: string, limit: number): Promise<Outcome<Uint8Array | undefined>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new Error(found.isDirectory() ? "it is a folder" : "it is not a regular file")
    if (found.size <= limit) return { value: await readFile(path), diagnostics: [] }
    const problem = diagnose("file-too-large", { size: found.size, limit }, startOfFile(name))
    return { value: undefined, diagnostics: [problem] }
  } catch (error) {
    return { value: undefined, diagnostics: [unread(name, error)] }
  }
}

/**
 * Files below `folder` whose name ends in one of `endings`, relative to it, with `/` between the
 * parts of a path, in the order of their code points. Names that begin with a dot are passed over,
 * linked folders are not entered, and a link that leads out or nowhere is reported.
 */
export async function listFiles(
  folder: string,
  endings: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const found: string[] = []
  const diagnostics: Diagnostic[] = []
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`
      if (entry.name.startsWith(".")) continue
      if (entry.isDirectory()) await visit(`${path}/`)
      else if (entry.isSymbolicLink() && (await resolveInside(folder, path)) === undefined)
        diagnostics.push(diagnose("path-outside", { name: path }))
      else if (endings.some((ending) => path.endsWith(ending)) && (await isFile(join(folder, path))))
        found.push(path)
    }
  }
  try {
    await visit("")
  } catch (error) {
    diagnostics.push(unread(folder, error))
  }
  // UTF-8 has the order of code points, which UTF-16 has not.
  found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return { value: found, diagnostics }
}

/** The names of the folders in a folder, in the order of their code points; hidden and linked ones are passed over. */
export async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith(".") ? [entry.name] : []))
    .sort()
}

/** Whether a file or folder is there; a link to nowhere is not. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Whether it is there and a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Where something of stet itself lies; the same from src/ and from dist/. */
function packagePath(path: string): string {
  return fileURLToPath(new URL(path, new URL("../", import.meta.url)))
}

/** The text of a file that comes with stet: a schema, a stylesheet, a template. */
export async function packageFile(path: string): Promise<string> {
  return readFile(packagePath(path), "utf8")
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

function unread(name: string, error: unknown): Diagnostic {
  if (isAbsent(error)) return diagnose("file-not-found", { name })
  return diagnose("file-unreadable", { name, problem: problemOf(error) })
}
