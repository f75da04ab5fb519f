import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import {
  exists,
  type Folder,
  installedVersion,
  isFolder,
  listFiles,
  listFolders,
  type OutputFile,
  readSource,
  repairFolder,
  writeAtomically,
} from "../files.js"
import type { EditionSettings } from "../model/edition.js"
import { compareReleases, ledgerFile } from "../model/ledger.js"
import type { Words } from "../model/page.js"
import { startOfFile } from "../model/source-span.js"
import { type StatementSlot, statementSlots } from "../model/textual-statement.js"
import {
  type CheckedEdition,
  imageFiles,
  openShelf,
  type ReleasedDocument,
  type ReleasedFile,
  releaseFiles,
  renderEdition,
  type SiteFile,
  schemaFiles,
} from "../pipeline.js"
import { ledgerToWrite, teiFiles } from "./build.js"
import type { Console } from "./console.js"
import { finishLoaded } from "./load.js"
import { counted, makeSite } from "./make-site.js"
import { resources } from "./resources.js"

/** Where the releases of an edition lie, each in a folder of its number. */
export const releasesFolder = "releases"

/** Where a release keeps the ledger, among the sources. */
const ledgerPath = `edition/${ledgerFile}`

const isNumber = (name: string) => /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(name)

/** `stet release NUMBER`: freezes the edition under its number; refuses while anything is wrong. */
export async function releaseCommand(console: Console, version: string, number: string): Promise<number> {
  const nothing = () => undefined
  if (!isNumber(number)) return console.finish([diagnose("release-number", { name: number })], nothing, {})
  const folder = `${releasesFolder}/${number}`
  if (await exists(folder))
    return console.finish([diagnose("release-exists", { name: number, folder })], nothing, {})
  await repairFolder(releasesFolder)
  const made = await makeSite([], {
    resources: resources(version),
    shelf: () => openShelf(resources(version)),
    render: (checked) => renderEdition(checked, resources(version)),
    progress: console.progress,
  })
  const { loaded, checked, site } = made
  const diagnostics = [...made.diagnostics]
  const finish = (result: Readonly<Record<string, unknown>> = {}) =>
    finishLoaded(console, loaded, diagnostics, result)
  const opened = loaded.opened
  if (opened) diagnostics.push(...problemsOf(number, opened.edition.settings))
  const wrong = diagnostics.filter(({ severity }) => severity !== "info").length
  if (wrong > 0 || !checked || !site || !opened) {
    const count = wrong === 1 ? "one problem is" : `${wrong} problems are`
    diagnostics.push(diagnose("release-unclean", { count }))
    return finish()
  }
  const last = (await releasesThere()).at(-1)
  if (last !== undefined && compareReleases(last, number) >= 0) {
    diagnostics.push(diagnose("release-order", { name: number, last }))
    return finish()
  }
  const sources = sourcesOf(opened.folder)
  diagnostics.push(...sources.diagnostics)
  // A release publishes ids, be it the first build of these sources.
  const images = imageFiles(checked.images, opened.folder)
  const ledger = await ledgerToWrite(loaded, checked, [...site, ...images])
  diagnostics.push(...ledger.diagnostics)
  if (hasErrors(diagnostics)) return finish()
  const { settings } = checked.edition
  const previous = last === undefined ? undefined : { version: last, documents: await documentsOf(last) }
  const files = releaseFiles({
    settings,
    date: settings.date ?? "",
    documents: checked.documents.map(({ name, text }) => ({ name, tei: text })),
    ...(previous === undefined ? {} : { previous }),
    files: [
      ...(await published(checked, site, version, images)),
      ...sources.value.filter(({ path }) => path !== ledgerPath),
      ...(ledger.value ? [{ path: ledgerPath, content: ledger.value.content }] : []),
    ],
    software: softwareOf(version),
    words: JSON.parse(await resources(version).words(settings.interface)) as Words,
  })
  console.progress("Writing")
  const written = await writeAtomically(
    releasesFolder,
    files.map(({ path, content }) => ({ path: `${number}/${path}`, content })),
    [number],
    undefined,
    ledger.value,
  )
  diagnostics.push(...written.diagnostics)
  if (written.value) {
    console.say(`${settings.title} ${number}: ${counted(checked.documents.length)} in ${folder}.`)
    console.say(`What has changed: ${folder}/changes.md. To check it at any time: stet verify ${folder}`)
  }
  return finish(written.value ? { release: folder, files: files.map(({ path }) => `${folder}/${path}`) } : {})
}

/** What keeps an edition from being released under a number, in edition.yaml. */
function problemsOf(number: string, settings: EditionSettings): readonly Diagnostic[] {
  const at = (field: string) => settings.fieldSpans?.get(field) ?? startOfFile("edition.yaml")
  const problems: Diagnostic[] = []
  if (settings.version !== number)
    problems.push(diagnose("release-version", { version: settings.version, name: number }, at("version")))
  if (settings.date === undefined) problems.push(diagnose("release-date", {}, startOfFile("edition.yaml")))
  for (const slot of statementSlots)
    if (settings.textualStatement?.[slot] === undefined)
      problems.push(
        diagnose("statement-missing", { slot, question: questions[slot] }, at("textualStatement")),
      )
  return problems
}

/** What each slot of the textual statement answers. */
const questions: Readonly<Record<StatementSlot, string>> = {
  selection: "which documents are in it, and which are not",
  provenance: "which witnesses there are, where they are kept and how they came there",
  baseText: "which witness each text follows, and why",
  transcription: "who transcribed, and from what",
  proofreading: "who checked the transcriptions, against what and how often",
  normalisation: "what of spelling, punctuation and layout is normalised",
  silentChanges: "what was changed without being marked",
  annotation: "what is explained, and what is left to the reader",
}

/** Everything that a release has published, in memory, since the manifest has the digest of each file. */
async function published(
  checked: CheckedEdition,
  site: readonly SiteFile[],
  version: string,
  images: readonly OutputFile[],
): Promise<readonly ReleasedFile[]> {
  return [
    ...checked.documents.flatMap((each) => teiFiles(each, false)),
    ...(await schemaFiles(resources(version))),
    ...[...site, ...images].map(({ path, content }) => ({ path: `site/${path}`, content })),
  ].map(({ path, content }) => ({ path, content: typeof content === "function" ? content() : content }))
}

/** The edition's own files as they are now: a release can be made again from them. */
function sourcesOf(folder: Folder): Outcome<readonly ReleasedFile[]> {
  const files: ReleasedFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const path of folder.paths()) {
    const content = folder.bytes(path)
    if (content) files.push({ path: `edition/${path}`, content })
    else
      diagnostics.push(
        diagnose("file-unreadable", { name: path, problem: "it is too large, or no file of its own" }),
      )
  }
  return { value: files, diagnostics }
}

/** The numbers of the releases that there are, the last one last. */
export async function releasesThere(): Promise<readonly string[]> {
  if (!(await isFolder(releasesFolder))) return []
  return (await listFolders(releasesFolder)).filter(isNumber).sort(compareReleases)
}

async function documentsOf(release: string): Promise<readonly ReleasedDocument[]> {
  const folder = `${releasesFolder}/${release}/tei`
  const listed = await listFiles(folder, [".xml"])
  const documents: ReleasedDocument[] = []
  for (const file of listed.value) {
    const { value } = await readSource(folder, file)
    if (value) documents.push({ name: file.replace(/\.xml$/, ""), tei: new TextDecoder().decode(value) })
  }
  return documents
}

/** What the bytes of a release depend on, beside its sources. */
function softwareOf(version: string): Readonly<Record<string, string>> {
  const packages = ["saxon-js", "minisearch", "fflate"].flatMap((name) => {
    const installed = installedVersion(name)
    return installed === undefined ? [] : [[name, installed] as const]
  })
  return { stet: version, ...Object.fromEntries(packages), node: process.versions.node }
}
