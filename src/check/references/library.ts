import { nearest } from "../../model/nearest.js"
import type { DocumentIds } from "./ids.js"

/** All documents and files of an edition, to be asked where something is. */
export interface Library {
  /** The document that is, or holds, the file at a path; `from` is the one that points there. */
  readonly documentAt: (path: string, from: string) => DocumentIds | undefined
  /** Whether there is such a file or folder. */
  readonly hasFile: (path: string) => boolean
  /** What to say of a file that isn't there, if there is one like it. */
  readonly suggestFile: (path: string) => string | undefined
  /** The first document that has an id. */
  readonly holderOf: (id: string) => DocumentIds | undefined
  /** The id of a document that is most like one that it lacks. */
  readonly similarId: (ids: DocumentIds, missing: string) => string | undefined
}

/** So many comparisons of words one document, or the files, are worth; then much that is wrong stays quick. */
const mostComparisons = 20_000
const longestWord = 60

export function openLibrary(edition: readonly DocumentIds[], files: ReadonlySet<string>): Library {
  const documents = new Map<string, DocumentIds>()
  const parts = new Map<string, DocumentIds>()
  const generated = new Map<string, DocumentIds>()
  const holders = new Map<string, DocumentIds>()
  for (const ids of edition) {
    const { name } = ids.document
    documents.set(name, ids)
    if (!files.has(name)) generated.set(name, ids)
    for (const each of ids.parts) if (!parts.has(each)) parts.set(each, ids)
    for (const id of ids.byId.keys()) if (!holders.has(id)) holders.set(id, ids)
  }
  const folders = lazily(() => foldersOf(files))
  const byFolding = lazily(() => new Map([...files].map((path) => [path.toLowerCase(), path])))
  const byName = lazily(() => new Map([...files].map((path) => [nameIn(path).toLowerCase(), path])))
  const spent = new Map<unknown, number>()
  const guessed = new Map<string, string | undefined>()
  const guess = (
    within: unknown,
    name: string,
    word: string,
    size: number,
    known: () => readonly string[],
  ) => {
    const key = `${name}#${word}`
    if (guessed.has(key)) return guessed.get(key)
    const comparisons = (spent.get(within) ?? 0) + size
    if (comparisons > mostComparisons) return undefined
    spent.set(within, comparisons)
    const similar = nearest(word, known(), longestWord)
    // Where things are numbered, the next number is no more likely than any other.
    const found = similar !== undefined && numberless(similar) !== numberless(word) ? similar : undefined
    guessed.set(key, found)
    return found
  }
  return {
    // Documents that stet encodes lie side by side with what is brought only once both are written.
    documentAt: (path, from) =>
      documents.get(path) ??
      parts.get(path) ??
      generated.get(nameIn(path)) ??
      (generated.has(from) ? documents.get(`sources/${path}`) : undefined),
    hasFile: (path) => files.has(path) || folders().has(path.replace(/\/$/, "")),
    suggestFile: (path) => {
      const folded = byFolding().get(path.toLowerCase())
      if (folded !== undefined) return `There is “${folded}”; capitals and small letters count.`
      const moved = byName().get(nameIn(path).toLowerCase())
      if (moved !== undefined) return `There is “${moved}”.`
      const beside = folders().get(folderOf(path)) ?? []
      const meant = guess("files", folderOf(path), nameIn(path), beside.length, () => beside)
      return meant === undefined ? undefined : `Did you mean “${meant}”?`
    },
    holderOf: (id) => holders.get(id),
    similarId: (ids, missing) =>
      guess(ids, ids.document.name, missing, ids.byId.size, () => [...ids.byId.keys()]),
  }
}

const numberless = (word: string): string => word.toLowerCase().replace(/\d+/g, "0")
const nameIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1)
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")))

/** The names of the files in each folder; "" is the edition's own. */
function foldersOf(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>([["", []]])
  for (const path of files) {
    for (let folder = folderOf(path); folder !== "" && !folders.has(folder); folder = folderOf(folder))
      folders.set(folder, [])
    folders.get(folderOf(path))?.push(nameIn(path))
  }
  return folders
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
