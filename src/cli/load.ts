import { basename, dirname } from "node:path"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { exists, type Folder, isFolder, listFiles, openFolder, readBytes, readSource } from "../files.js"
import { ledgerFile } from "../model/ledger.js"
import {
  broughtEdition,
  type OpenedEdition,
  openBrought,
  openEdition,
  openLedger,
  openRaw,
  openSettings,
  type SourceFile,
  withProofReadings,
} from "../pipeline.js"
import type { Console } from "./console.js"
import { loadProfiles, readEditionFiles, textIn } from "./edition-files.js"

/** What a command works on: an edition as loaded, and how its problems are shown. */
export interface Loaded {
  readonly opened: OpenedEdition | undefined
  /** Where the ledger of published ids lies, or will lie; only an edition has one. */
  readonly ledgerPath?: string
  /** Every file that was read, by the name that its problems carry. */
  readonly files: readonly string[]
  /** The text of a file, for printing the lines of problems. */
  readonly textOfFile: (file: string) => string | undefined
  /** A problem with its files named from where the command runs. */
  readonly shown: (problem: Diagnostic) => Diagnostic
}

/** Ends a command: its problems named from where it runs, and its result. Gives the exit code. */
export const finishLoaded = (
  console: Console,
  loaded: Loaded,
  diagnostics: readonly Diagnostic[],
  result: Readonly<Record<string, unknown>> = {},
): number =>
  console.finish(
    diagnostics.map((each) => loaded.shown(each)),
    loaded.textOfFile,
    result,
    loaded.files,
  )

/** Beside edition.yaml: who read which document against what. */
export const proofReadingFile = "proofreading.yaml"

/** What in an edition's folder is none of its sources. */
export const generated = ["output", "releases", "deposits", "node_modules", "dist"]

/**
 * What was asked for: the edition in this folder where nothing was named, the edition of another folder, a raw
 * transcription, or TEI files and folders of them.
 */
export async function load(paths: readonly string[]): Promise<Outcome<Loaded>> {
  const [only = "."] = paths
  if (paths.length > 1) return loadTei(paths)
  if ((await isFolder(only)) && (only === "." || (await exists(`${only}/edition.yaml`))))
    return loadEdition(only)
  return only.endsWith(".xml") || (await isFolder(only)) ? loadTei(paths) : loadRaw(only)
}

/** The edition in a folder. */
async function loadEdition(root: string): Promise<Outcome<Loaded>> {
  const files = await readEditionFiles(root)
  if (!files.value) return nothing(files.diagnostics)
  const { settings, transcriptions, registers, profiles, brought, ledger: kept } = files.value
  if (transcriptions.length + brought.length === 0 && files.diagnostics.length === 0)
    return nothing([diagnose("edition-empty", { folder: "sources" })])
  const folder = openFolder(root, generated)
  const tei = openBrought(brought, folder)
  const edition = openEdition(settings, transcriptions, registers, profiles, tei.value, folder)
  const ledger = openLedger(kept)
  const readings = await readingsFile(root)
  const all = [
    settings,
    ...transcriptions,
    ...registers,
    ...profiles,
    ...brought,
    ...(kept ? [kept] : []),
    ...(readings.value ? [readings.value] : []),
  ]
  const unread: OpenedEdition | undefined = edition.value && {
    edition: edition.value,
    brought: tei.value,
    broughtFiles: namesOf(brought),
    folder,
    ledger: ledger.value,
  }
  const opened: Outcome<OpenedEdition | undefined> =
    unread && readings.value ? withProofReadings(unread, readings.value) : { value: unread, diagnostics: [] }
  return {
    value: {
      opened: opened.value,
      files: all
        .map((each) => each.file)
        .filter((file) => !file.startsWith("profiles/"))
        .map((file) => from(root, file)),
      ledgerPath: from(root, ledgerFile),
      ...showing(root, all, folder),
    },
    diagnostics: [
      ...files.diagnostics,
      ...tei.diagnostics,
      ...edition.diagnostics,
      ...ledger.diagnostics,
      ...readings.diagnostics,
      ...opened.diagnostics,
    ],
  }
}

/** The file that tells who proof-read what; none is no fault. */
async function readingsFile(root: string): Promise<Outcome<SourceFile | undefined>> {
  if (!(await exists(`${root}/${proofReadingFile}`))) return { value: undefined, diagnostics: [] }
  const { value, diagnostics } = await readSource(root, proofReadingFile)
  return { value: value && { file: proofReadingFile, bytes: value }, diagnostics }
}

/** TEI files, with the settings of the edition in whose folder they are checked. */
async function loadTei(paths: readonly string[]): Promise<Outcome<Loaded>> {
  const isInside = paths.every((path) => !/^(?:\.\.(?:\/|$)|\/)/.test(path.replaceAll("\\", "/")))
  const [first = "."] = paths
  const root = isInside ? "." : (await isFolder(first)) ? first : dirname(first)
  const diagnostics: Diagnostic[] = []
  const names: string[] = []
  for (const path of paths) {
    const inRoot = root === "." ? path.replace(/^(?:\.\/)+|\/+$/g, "") : withoutRoot(root, path)
    if (!(await isFolder(path))) {
      names.push(inRoot)
      continue
    }
    const listed = await listFiles(path, [".xml"])
    diagnostics.push(...listed.diagnostics)
    names.push(...listed.value.map((name) => (inRoot === "" || inRoot === "." ? name : `${inRoot}/${name}`)))
    if (listed.value.length === 0) diagnostics.push(diagnose("edition-empty", { folder: path }))
  }
  const files: SourceFile[] = []
  for (const file of names) {
    const read = await readSource(root, file)
    diagnostics.push(...read.diagnostics)
    if (read.value) files.push({ file, bytes: read.value })
  }
  const folder = openFolder(root, generated)
  const tei = openBrought(files, folder)
  const profiles = await loadProfiles()
  const hasSettings = root === "." && (await exists("edition.yaml"))
  const yaml = hasSettings ? await readSource(root, "edition.yaml") : undefined
  const settingsFile = yaml?.value && { file: "edition.yaml", bytes: yaml.value }
  const settings = settingsFile && openSettings(settingsFile, profiles)
  const title = titleFrom(paths.length === 1 ? first : root)
  const edition = broughtEdition(settings?.value, title, profiles)
  return {
    value: {
      opened: { edition, brought: tei.value, broughtFiles: namesOf(files), folder },
      files: names.map((file) => from(root, file)),
      ...showing(root, settingsFile ? [settingsFile, ...files] : files, folder),
    },
    diagnostics: [...diagnostics, ...(settings?.diagnostics ?? []), ...tei.diagnostics],
  }
}

/** One raw file, wherever it lies. */
async function loadRaw(file: string): Promise<Outcome<Loaded>> {
  const read = await readBytes(file)
  if (!read.value) return nothing(read.diagnostics)
  const source = { file, bytes: read.value }
  const edition = openRaw(source, titleFrom(file), await loadProfiles())
  // Nothing that a raw file says points at another file.
  const folder: Folder = { bytes: () => undefined, beginning: () => undefined, paths: () => new Set() }
  return {
    value: {
      opened: { edition: edition.value, brought: [], broughtFiles: new Set(), folder },
      files: [file],
      ...showing(".", [source], folder),
    },
    diagnostics: edition.diagnostics,
  }
}

const nothing = (diagnostics: readonly Diagnostic[]): Outcome<Loaded> => ({
  value: { opened: undefined, files: [], textOfFile: () => undefined, shown: (problem) => problem },
  diagnostics,
})

const namesOf = (files: readonly SourceFile[]) => new Set(files.map((each) => each.file))
const from = (root: string, file: string) => (root === "." ? file : `${root.replace(/\/+$/, "")}/${file}`)
const withoutRoot = (root: string, path: string) =>
  path === root ? "" : path.startsWith(from(root, "")) ? path.slice(from(root, "").length) : path

/** How problems are shown: with names from where the command runs, and the lines of all files that were read. */
function showing(
  root: string,
  files: readonly SourceFile[],
  folder: Folder,
): Pick<Loaded, "textOfFile" | "shown"> {
  const texts = textIn(files)
  const included = (file: string) => {
    const bytes = folder.bytes(file)
    return bytes && textIn([{ file, bytes }])(file)
  }
  const named = <Placed extends { readonly span?: Diagnostic["span"] }>(each: Placed): Placed =>
    each.span ? { ...each, span: { ...each.span, file: from(root, each.span.file) } } : each
  return {
    textOfFile: (file) => {
      const inRoot = root === "." ? file : withoutRoot(root, file)
      return texts(inRoot) ?? included(inRoot)
    },
    shown: (problem) =>
      root === "." ? problem : { ...named(problem), related: problem.related.map((each) => named(each)) },
  }
}

/** A title to begin with, from the file's name. */
export const titleFrom = (file: string): string =>
  basename(file)
    .replace(/\.[^.]*$/, "")
    .replace(/[-_]+/g, " ")
    .trim() || "Untitled"
