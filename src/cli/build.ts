import { basename } from "node:path"
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { exists, type OutputFile, resolveInside, writeAtomically } from "../files.js"
import { checkEdition, renderEdition, schemaFiles, sourceMapOf } from "../pipeline.js"
import type { Console } from "./console.js"
import { type Loaded, loadEdition, loadRaw, resources } from "./load.js"
import { openStopwatch } from "./stopwatch.js"

export interface BuildOptions {
  readonly file: string | undefined
  readonly publish: boolean
  readonly output: string
  readonly timings: boolean
  /** Whether a source map is written beside each TEI file. */
  readonly sourceMap: boolean
}

/** `stet build` and `stet check`: nothing is written unless everything is right. */
export async function buildCommand(
  console: Console,
  version: string,
  options: BuildOptions,
): Promise<number> {
  const stopwatch = openStopwatch()
  const diagnostics: Diagnostic[] = []
  let loaded: Loaded | undefined
  const finish = (result: Readonly<Record<string, unknown>> = {}) => {
    if (options.timings) process.stderr.write(`${JSON.stringify({ timings: stopwatch.stop() })}\n`)
    return console.finish(diagnostics, loaded?.textOfFile ?? (() => undefined), result)
  }
  stopwatch.begin("read")
  console.progress(options.file === undefined ? "Reading the edition" : `Reading ${options.file}`)
  const loading = options.file === undefined ? await loadEdition(".") : await loadRaw(options.file)
  loaded = loading.value
  for (const each of loading.diagnostics) diagnostics.push(each)
  const { edition } = loaded
  if (!edition || hasErrors(diagnostics)) return finish()

  console.progress(`Encoding and checking ${counted(edition.documents.length)}`)
  const checked = await checkEdition(edition, resources(version), stopwatch.begin)
  for (const each of checked.diagnostics) diagnostics.push(each)
  if (hasErrors(diagnostics)) return finish()
  const names = checked.value.encoded.map((each) => each.name)
  if (!options.publish) {
    console.say(`${counted(names.length)} checked: ${names.join(", ")}.`)
    return finish({ documents: names })
  }

  console.progress("Rendering the pages")
  const site = await renderEdition(checked.value, resources(version), stopwatch.begin)
  for (const each of site.diagnostics) diagnostics.push(each)
  if (hasErrors(diagnostics)) return finish()

  console.progress("Writing")
  stopwatch.begin("write")
  const folder = await outputFolder(options)
  // A link named output must not carry the edition out of its folder; a folder that the user names may lie anywhere.
  if (options.output === "output" && (await resolveInside(".", folder)) === undefined) {
    diagnostics.push(diagnose("path-outside", { name: folder }))
    return finish()
  }
  const files: readonly OutputFile[] = [
    ...checked.value.encoded.map((each) => ({ path: `tei/${each.name}.xml`, content: each.text })),
    ...(options.sourceMap
      ? checked.value.encoded.map((each) => ({
          path: `tei/${each.name}.map.json`,
          content: sourceMapOf(each),
        }))
      : []),
    ...(await schemaFiles(resources(version))),
    ...site.value.map((each) => ({ path: `site/${each.path}`, content: each.content })),
  ]
  const written = await writeAtomically(folder, files, ["tei", "schema", "site"])
  for (const each of written.diagnostics) diagnostics.push(each)
  if (written.value) {
    console.say(`${counted(names.length)} in ${folder}/tei: ${names.join(", ")}.`)
    console.say(`The site: open ${folder}/site/index.html in a browser.`)
  }
  return finish({
    documents: names,
    files: written.value ? files.map((each) => `${folder}/${each.path}`) : [],
  })
}

const counted = (number: number) => `${number} document${number === 1 ? "" : "s"}`

/** A raw file built beside an edition gets a folder of its own, so that it never replaces the edition's output. */
async function outputFolder(options: BuildOptions): Promise<string> {
  const beside = options.file !== undefined && options.output === "output" && (await exists("edition.yaml"))
  return beside ? `${options.output}/${basename(options.file ?? "").replace(/\.[^.]*$/, "")}` : options.output
}
