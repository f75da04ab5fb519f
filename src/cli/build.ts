import { basename, dirname } from "node:path"
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import {
  exists,
  type FileBeside,
  type OutputFile,
  repairFolder,
  resolveInside,
  writeAtomically,
} from "../files.js"
import { ledgerFile } from "../model/ledger.js"
import { openSourceText } from "../model/source-text.js"
import {
  type CheckedDocument,
  type CheckedEdition,
  checkEdition,
  imageFiles,
  isOfBrought,
  openShelf,
  recordPages,
  renderEdition,
  type SchemaShelf,
  schemaFiles,
  sourceMapOf,
  unrenderedIn,
  writeLedger,
} from "../pipeline.js"
import type { Console } from "./console.js"
import { finishLoaded, type Loaded, load } from "./load.js"
import { counted, makeSite } from "./make-site.js"
import { resources } from "./resources.js"
import { openStopwatch } from "./stopwatch.js"

export interface BuildOptions {
  readonly paths: readonly string[]
  readonly output: string
  readonly timings: boolean
  /** Whether a source map is written beside each TEI file. */
  readonly sourceMap: boolean
}

/** `stet check`: writes nothing. `shelf` keeps schemas from one run to the next. */
export async function checkCommand(
  console: Console,
  version: string,
  paths: readonly string[],
  shelf?: SchemaShelf,
): Promise<number> {
  const reading = await read(console, paths)
  const { loaded, diagnostics } = reading
  const finish = (documents: readonly string[]) =>
    finishLoaded(console, loaded, diagnostics, { documents, files: loaded.files })
  // What is wrong in one brought file keeps no others from being checked.
  const { opened } = loaded
  if (!opened || hasErrors(diagnostics.filter((each) => !isOfBrought(each, opened)))) return finish([])
  console.progress("Encoding and checking")
  const checked = await checkEdition(
    opened,
    resources(version),
    shelf ?? (await openShelf(resources(version))),
  )
  diagnostics.push(...checked.diagnostics)
  diagnostics.push(...(await unrenderedIn(checked.value, resources(version))))
  const names = checked.value.documents.map((each) => each.name)
  console.say(`${counted(names.length)} checked: ${names.join(", ")}.`)
  return finish(names)
}

/** `stet build`: nothing is written unless everything is right that the edition is to answer for. */
export async function buildCommand(
  console: Console,
  version: string,
  options: BuildOptions,
): Promise<number> {
  // Should this build fail, the edition before it is there as a whole.
  await repairFolder(options.output)
  const stopwatch = openStopwatch()
  const made = await makeSite(options.paths, {
    resources: resources(version),
    shelf: () => openShelf(resources(version)),
    render: (checked) => renderEdition(checked, resources(version), stopwatch.begin),
    progress: console.progress,
    onStage: stopwatch.begin,
  })
  const { loaded, checked, site } = made
  const diagnostics = [...made.diagnostics]
  const finish = (result: Readonly<Record<string, unknown>> = {}) => {
    if (options.timings) process.stderr.write(`${JSON.stringify({ timings: stopwatch.stop() })}\n`)
    return finishLoaded(console, loaded, diagnostics, result)
  }
  const folderOfEdition = loaded.opened?.folder
  if (!checked || !site || !folderOfEdition) return finish()
  const names = checked.documents.map((each) => each.name)

  console.progress("Writing")
  stopwatch.begin("write")
  const folder = await outputFolder(options)
  // A link named output must not carry the edition out of its folder; a folder that the user names may lie anywhere.
  if (options.output === "output" && (await resolveInside(".", folder)) === undefined) {
    diagnostics.push(diagnose("path-outside", { name: folder }))
    return finish()
  }
  const images = imageFiles(checked.images, folderOfEdition)
  const files: readonly OutputFile[] = [
    ...checked.documents.flatMap((each) => teiFiles(each, options.sourceMap)),
    ...(await schemaFiles(resources(version))),
    ...[...site, ...images].map(({ path, content }) => ({
      path: `site/${path}`,
      content,
    })),
  ]
  const ledger = await ledgerToWrite(loaded, checked, [...site, ...images])
  diagnostics.push(...ledger.diagnostics)
  if (ledger.diagnostics.length > 0) return finish()
  diagnostics.push(...afterRelease(loaded, checked, ledger.value))
  const written = await writeAtomically(folder, files, ["tei", "schema", "site"], undefined, ledger.value)
  diagnostics.push(...written.diagnostics)
  if (written.value) {
    console.say(`${counted(names.length)} in ${folder}/tei: ${names.join(", ")}.`)
    console.say(`The site: open ${folder}/site/index.html in a browser.`)
  }
  return finish({
    documents: names,
    files: written.value ? files.map((each) => `${folder}/${each.path}`) : [],
  })
}

/** The ledger with all that a site publishes, where this is an edition that keeps one. */
export async function ledgerToWrite(
  { ledgerPath }: Loaded,
  { ledger }: CheckedEdition,
  site: readonly { readonly path: string }[],
): Promise<Outcome<FileBeside | undefined>> {
  if (ledgerPath === undefined || !ledger) return { value: undefined, diagnostics: [] }
  // A link must not carry it out of the edition's folder.
  if ((await resolveInside(dirname(ledgerPath), basename(ledgerPath))) === undefined)
    return { value: undefined, diagnostics: [diagnose("path-outside", { name: ledgerPath })] }
  const paths = site.map((each) => each.path)
  return { value: { path: ledgerPath, content: writeLedger(recordPages(ledger, paths)) }, diagnostics: [] }
}

/** That the edition still has the number of a release that says something else. */
function afterRelease(
  { opened }: Loaded,
  { edition }: CheckedEdition,
  ledger: FileBeside | undefined,
): readonly Diagnostic[] {
  const { version } = edition.settings
  const released = opened?.folder.bytes(`releases/${version}/edition/${ledgerFile}`)
  if (!ledger || !released || new TextDecoder().decode(released) === ledger.content) return []
  const file = "edition.yaml"
  const text = new TextDecoder().decode(opened?.folder.bytes(file))
  const { index = 0, 0: line = "" } = /^version:.*/m.exec(text) ?? {}
  return [
    diagnose("version-released", { version }, openSourceText(file, text).spanAt(index, index + line.length)),
  ]
}

interface Reading {
  readonly loaded: Loaded
  readonly diagnostics: Diagnostic[]
}

async function read(console: Console, paths: readonly string[]): Promise<Reading> {
  console.progress(paths.length === 0 ? "Reading the edition" : `Reading ${paths.join(", ")}`)
  const { value: loaded, diagnostics } = await load(paths)
  return { loaded, diagnostics: [...diagnostics] }
}

/** A document's TEI: as it was encoded, or as it was brought. */
export function teiFiles({ name, text, origin }: CheckedDocument, withMap: boolean): readonly OutputFile[] {
  const path = `tei/${name}.xml`
  if ("expanded" in origin) return [{ path, content: origin.expanded.files.length > 1 ? text : origin.bytes }]
  const map = { path: `tei/${name}.map.json`, content: sourceMapOf(origin) }
  return [{ path, content: text }, ...(withMap ? [map] : [])]
}

/** What is built beside an edition gets a folder of its own, so that it never replaces the edition's output. */
async function outputFolder({ paths, output }: BuildOptions): Promise<string> {
  const [first] = paths
  const beside = first !== undefined && output === "output" && (await exists("edition.yaml"))
  return beside ? `${output}/${basename(first).replace(/\.[^.]*$/, "")}` : output
}
