import { basename } from "node:path"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { exists, listFiles, packageFile, readBytes, readSource } from "../files.js"
import type { Edition } from "../model/edition.js"
import { openEdition, openRaw, type Resources, type SourceFile } from "../pipeline.js"

/** An edition as loaded, and the text of each file read, for printing the lines of problems. */
export interface Loaded {
  readonly edition: Edition | undefined
  readonly textOfFile: (file: string) => string | undefined
}

const textsOf = (files: readonly SourceFile[]) => {
  const decoded = new Map<string, string>()
  return (file: string) => {
    const source = files.find((each) => each.file === file)
    if (source && !decoded.has(file))
      decoded.set(file, new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes))
    return decoded.get(file)
  }
}

/** The edition in a folder: edition.yaml and sources/*.md. */
export async function loadEdition(root: string): Promise<Outcome<Loaded>> {
  const nothing = (problem: Diagnostic): Outcome<Loaded> => ({
    value: { edition: undefined, textOfFile: () => undefined },
    diagnostics: [problem],
  })
  const settings = (await exists(`${root}/edition.yaml`)) ? await readSource(root, "edition.yaml") : undefined
  if (!settings?.value)
    return nothing(
      settings?.diagnostics[0] ??
        diagnose("edition-missing", { folder: root === "." ? "this folder" : root }),
    )
  const listed = (await exists(`${root}/sources`))
    ? await listFiles(`${root}/sources`, [".md"])
    : { value: [], diagnostics: [] }
  const read = await Promise.all(
    listed.value.map(async (path) => ({
      file: `sources/${path}`,
      outcome: await readSource(root, `sources/${path}`),
    })),
  )
  const diagnostics = [...listed.diagnostics, ...read.flatMap((each) => each.outcome.diagnostics)]
  const transcriptions = read.flatMap(({ file, outcome }) =>
    outcome.value ? [{ file, bytes: outcome.value }] : [],
  )
  if (transcriptions.length === 0 && diagnostics.length === 0)
    return nothing(diagnose("edition-empty", { folder: "sources" }))
  const settingsFile = { file: "edition.yaml", bytes: settings.value }
  const edition = openEdition(settingsFile, transcriptions)
  return {
    value: { edition: edition.value, textOfFile: textsOf([settingsFile, ...transcriptions]) },
    diagnostics: [...diagnostics, ...edition.diagnostics],
  }
}

/** One raw file, wherever it lies. */
export async function loadRaw(file: string): Promise<Outcome<Loaded>> {
  const read = await readBytes(file)
  if (!read.value)
    return { value: { edition: undefined, textOfFile: () => undefined }, diagnostics: read.diagnostics }
  const source = { file, bytes: read.value }
  const edition = openRaw(source, titleFrom(file))
  return {
    value: { edition: edition.value, textOfFile: textsOf([source]) },
    diagnostics: edition.diagnostics,
  }
}

/** A title to begin with, from the file's name. */
export const titleFrom = (file: string): string =>
  basename(file)
    .replace(/\.[^.]*$/, "")
    .replace(/[-_]+/g, " ")
    .trim() || "Untitled"

// In the order in which they apply: what is general first, print last.
const styleOrder = ["tokens", "base", "layout", "reading", "diplomatic", "genetic", "index", "print"]

/** The files of the package that the stages work with. */
export function resources(version: string): Resources {
  return {
    version,
    schema: () => packageFile("schema/edition.rng"),
    customisation: () => packageFile("schema/edition.odd"),
    rules: () => packageFile("xslt/schematron.sef.json"),
    stylesheet: () => packageFile("xslt/edition.sef.json"),
    styles: () =>
      Promise.all(
        styleOrder.map(async (name) => ({
          name: `${name}.css`,
          content: await packageFile(`src/browser/styles/${name}.css`),
        })),
      ),
  }
}
