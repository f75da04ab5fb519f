import { chmod, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { lockName, takeLock } from "./lock.js"
import { codeOf, isThere, problemOf } from "./paths.js"

/** A file to write; `path` is relative to the folder it goes to, with `/` between its parts. */
export interface OutputFile {
  readonly path: string
  /** Called just before it is written, where so much cannot be held at once. */
  readonly content: string | Uint8Array | (() => Uint8Array)
}

const stagingPrefix = ".stet-staging-"

/** Writes a file that must not be there yet; `value` says whether it was written. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<Outcome<boolean>> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeDurably(path, content)
    return { value: true, diagnostics: [] }
  } catch (error) {
    const taken = codeOf(error) === "EEXIST" && (await isThere(path))
    const code = taken ? "file-exists" : "file-unwritable"
    return { value: false, diagnostics: [diagnose(code, { name: path, problem: problemOf(error) })] }
  }
}

/** Replaces a file's content as a whole, or not at all; a link is followed. `value` says whether it was written. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<Outcome<boolean>> {
  let staged: string | undefined
  try {
    const target = await realpath(path)
    const { mode } = await stat(target)
    staged = join(dirname(target), `${stagingPrefix}${process.pid}-${basename(target)}`)
    await rm(staged, { force: true })
    await writeDurably(staged, content)
    await chmod(staged, mode)
    await rename(staged, target)
    await syncFolder(dirname(target))
    return { value: true, diagnostics: [] }
  } catch (error) {
    if (staged !== undefined) await rm(staged, { force: true }).catch(() => undefined)
    return {
      value: false,
      diagnostics: [diagnose("file-unwritable", { name: path, problem: problemOf(error) })],
    }
  }
}

/** A single file that is replaced together with folders, wherever it lies. */
export interface FileBeside {
  readonly path: string
  readonly content: string
}

/**
 * Replaces the sub-folders `owned` of `folder` by `files`, all of them or none; whatever else lies
 * in `folder` is left alone. `value` says whether the new files are in place. What a killed build
 * left half done is undone by the next, which waits `wait` milliseconds for one that still runs.
 * `beside` is written before the folders change places and takes its own place right after them.
 */
export async function writeAtomically(
  folder: string,
  files: readonly OutputFile[],
  owned: readonly string[],
  wait = 10_000,
  beside?: FileBeside,
): Promise<Outcome<boolean>> {
  if (!owned.every(isPlainName)) throw new Error("Not the names of sub-folders")
  const stray = files.find(({ path }) => !isOwned(path, owned))
  if (stray !== undefined)
    return { value: false, diagnostics: [diagnose("path-outside", { name: stray.path })] }
  try {
    const base = resolve(folder)
    await mkdir(base, { recursive: true })
    const release = await takeLock(base, wait)
    if (release === undefined) {
      const lock = join(folder, lockName)
      return { value: false, diagnostics: [diagnose("build-locked", { folder, lock })] }
    }
    try {
      await withBeside(beside, () => replace(base, files, owned))
    } finally {
      await release()
    }
    return { value: true, diagnostics: [] }
  } catch (error) {
    return {
      value: false,
      diagnostics: [diagnose("file-unwritable", { name: folder, problem: problemOf(error) })],
    }
  }
}

/**
 * Puts a folder right that a killed build left between the old files and the new: what was not yet wholly new is the
 * old again. Nothing is done while another build writes there, or where nothing is amiss.
 */
export async function repairFolder(folder: string): Promise<void> {
  const base = resolve(folder)
  const isAmiss = await readdir(base).then(
    (names) => names.some((name) => name.startsWith(stagingPrefix) || name === lockName),
    () => false,
  )
  const release = isAmiss ? await takeLock(base, 0).catch(() => undefined) : undefined
  if (release === undefined) return
  try {
    await sweep(base)
  } catch {
    // What cannot be put right now is tried again by the next build, which says why it cannot.
  } finally {
    await release()
  }
}

/** Stages a single file, does the work, and puts the file in its place; if the work fails the file is as it was. */
async function withBeside(beside: FileBeside | undefined, work: () => Promise<void>): Promise<void> {
  if (!beside) return work()
  const target = (await isThere(beside.path)) ? await realpath(beside.path) : resolve(beside.path)
  // One name for all builds, so that the next replaces what a killed one left.
  const staged = join(dirname(target), `${stagingPrefix}${basename(target)}`)
  try {
    await rm(staged, { force: true })
    await writeDurably(staged, beside.content)
    await work()
    await rename(staged, target)
    await syncFolder(dirname(target))
  } finally {
    await rm(staged, { force: true })
  }
}

async function replace(base: string, files: readonly OutputFile[], owned: readonly string[]): Promise<void> {
  await sweep(base)
  const staging = join(base, `${stagingPrefix}${process.pid}`)
  try {
    await stage(staging, files, owned)
    await swap(base, staging, owned)
  } catch (error) {
    // Undoing may fail for the same reason; then the next build does it.
    await sweep(base).catch(() => undefined)
    throw error
  }
  // The new files are in place: if what is left over stays, the next build sweeps it.
  await rm(staging, { recursive: true, force: true }).catch(() => undefined)
}

/** Writes everything below `new/`, and into `owned.json` what it is going to replace. */
async function stage(staging: string, files: readonly OutputFile[], owned: readonly string[]): Promise<void> {
  for (const name of owned) await mkdir(join(staging, "new", name), { recursive: true })
  const waiting = files.values()
  const write = async (): Promise<void> => {
    for (const { path, content } of waiting) {
      const target = join(staging, "new", path)
      await mkdir(dirname(target), { recursive: true })
      await writeDurably(target, typeof content === "function" ? content() : content)
    }
  }
  // All have to end before a failure is told, or they would write while the sweep removes.
  const writers = await Promise.allSettled(Array.from({ length: 8 }, write))
  for (const writer of writers) if (writer.status === "rejected") throw writer.reason
  await writeDurably(join(staging, "owned.json"), JSON.stringify(owned))
  await syncFolder(staging)
}

/** Moves the old folders to `old/` and the new ones in. Renaming `old/` is the moment of truth. */
async function swap(base: string, staging: string, owned: readonly string[]): Promise<void> {
  await mkdir(join(staging, "old"))
  for (const name of owned) {
    if (await isThere(join(base, name))) await rename(join(base, name), join(staging, "old", name))
    await rename(join(staging, "new", name), join(base, name))
  }
  await syncFolder(base)
  await rename(join(staging, "old"), join(staging, "done"))
}

/** Undoes what other builds left half done and removes their staging folders. Needs the lock. */
async function sweep(base: string): Promise<void> {
  for (const entry of await readdir(base, { withFileTypes: true })) {
    if (!entry.name.startsWith(stagingPrefix)) continue
    const staging = join(base, entry.name)
    if (entry.isDirectory() && (await isThere(join(staging, "old")))) await undo(base, staging)
    await rm(staging, { recursive: true, force: true })
  }
}

/** Puts the old folders back. May itself be broken off at any step and begun again. */
async function undo(base: string, staging: string): Promise<void> {
  const owned: unknown = JSON.parse(await readFile(join(staging, "owned.json"), "utf8"))
  // The file may have come from elsewhere, with the edition.
  if (!Array.isArray(owned) || !owned.every(isPlainName)) throw new Error(`${staging} is not stet's own`)
  for (const name of owned) {
    const [place, fresh, old] = [join(base, name), join(staging, "new", name), join(staging, "old", name)]
    if (!(await isThere(fresh))) await rename(place, fresh)
    if (await isThere(old)) await rename(old, place)
  }
}

function isPlainName(name: unknown): name is string {
  return typeof name === "string" && /^[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9]))*$/.test(name)
}

function isOwned(path: string, owned: readonly string[]): boolean {
  const parts = path.split("/")
  const plain = parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\0\\:]/.test(part))
  return plain && parts.length > 1 && owned.includes(parts[0] ?? "")
}

/** Writes a file that is not there yet, and waits until the disk has it. */
async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "wx")
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Some systems do not open folders; there the order of renames is theirs to keep. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
