import { basename } from "node:path"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { exists, listFiles, packageFile, readBytes, readSource } from "../files.js"
import type { Edition } from "../model/edition.js"
import {
  openEdition,
  openRaw,
  openRules,
  openSettings,
  type ReadingRules,
  type Resources,
  type SourceFile,
} from "../pipeline.js"

/** An edition as loaded, and the text of each file read, for printing the lines of problems. */
export interface Loaded {
  readonly edition: Edition | undefined
  readonly textOfFile: (file: string) => string | undefined
}

/** The text of each of these files, for printing the lines of problems. */
export const textIn = (files: readonly SourceFile[]) => {
  const decoded = new Map<string, string>()
  return (file: string) => {
    const source = files.find((each) => each.file === file)
    if (source && !decoded.has(file))
      decoded.set(file, new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes))
    return decoded.get(file)
  }
}

const registerEndings = [".yaml", ".yml", ".xml"]
const profileNames = ["stet", "fromthepage", "by-the-people", "leiden-plus", "critic-markup"]

/** The profiles that come with stet. */
export const loadProfiles = (): Promise<readonly SourceFile[]> =>
  Promise.all(
    profileNames.map(async (name) => ({
      file: `profiles/${name}.yaml`,
      bytes: new TextEncoder().encode(await packageFile(`src/profiles/${name}.yaml`)),
    })),
  )

/** The files of an edition, by what they are. */
export interface EditionFiles {
  readonly settings: SourceFile
  readonly transcriptions: readonly SourceFile[]
  readonly registers: readonly SourceFile[]
  /** Those that come with stet, and then the edition's own. */
  readonly profiles: readonly SourceFile[]
}

/** The files of the edition in a folder: edition.yaml, sources/*.md, and what lies in sources/registers and sources/profiles. */
export async function readEditionFiles(root: string): Promise<Outcome<EditionFiles | undefined>> {
  const settings = (await exists(`${root}/edition.yaml`)) ? await readSource(root, "edition.yaml") : undefined
  if (!settings?.value) {
    const missing = diagnose("edition-missing", { folder: root === "." ? "this folder" : root })
    return { value: undefined, diagnostics: [settings?.diagnostics[0] ?? missing] }
  }
  const listed = (await exists(`${root}/sources`))
    ? await listFiles(`${root}/sources`, [".md", ...registerEndings])
    : { value: [], diagnostics: [] }
  const isRegister = (path: string) => registerEndings.some((ending) => path.endsWith(ending))
  const read = await Promise.all(
    listed.value
      .filter((path) => !isRegister(path) || /^(?:registers|profiles)\//.test(path))
      .map(async (path) => ({
        file: `sources/${path}`,
        outcome: await readSource(root, `sources/${path}`),
      })),
  )
  const files = read.flatMap(({ file, outcome }) => (outcome.value ? [{ file, bytes: outcome.value }] : []))
  const own = files.filter(({ file }) => file.startsWith("sources/profiles/"))
  return {
    value: {
      settings: { file: "edition.yaml", bytes: settings.value },
      transcriptions: files.filter(({ file }) => !isRegister(file)),
      registers: files.filter((file) => isRegister(file.file) && !own.includes(file)),
      profiles: [...(await loadProfiles()), ...own],
    },
    diagnostics: [...listed.diagnostics, ...read.flatMap((each) => each.outcome.diagnostics)],
  }
}

/** The edition in a folder. */
export async function loadEdition(root: string): Promise<Outcome<Loaded>> {
  const nothing = (diagnostics: readonly Diagnostic[]): Outcome<Loaded> => ({
    value: { edition: undefined, textOfFile: () => undefined },
    diagnostics,
  })
  const files = await readEditionFiles(root)
  if (!files.value) return nothing(files.diagnostics)
  const { settings, transcriptions, registers, profiles } = files.value
  if (transcriptions.length === 0 && files.diagnostics.length === 0)
    return nothing([diagnose("edition-empty", { folder: "sources" })])
  const edition = openEdition(settings, transcriptions, registers, profiles)
  const all = [settings, ...transcriptions, ...registers, ...profiles]
  return {
    value: { edition: edition.value, textOfFile: textIn(all) },
    diagnostics: [...files.diagnostics, ...edition.diagnostics],
  }
}

/** How the edition in a folder reads its transcriptions; where there is none, stet's own way. */
export async function loadRules(root: string): Promise<Outcome<ReadingRules | undefined>> {
  if (!(await exists(`${root}/edition.yaml`))) return openRules(await loadProfiles())
  const files = await readEditionFiles(root)
  if (!files.value) return { value: undefined, diagnostics: files.diagnostics }
  const rules = openSettings(files.value.settings, files.value.profiles)
  return { value: rules.value, diagnostics: [...files.diagnostics, ...rules.diagnostics] }
}

/** One raw file, wherever it lies. */
export async function loadRaw(file: string): Promise<Outcome<Loaded>> {
  const read = await readBytes(file)
  if (!read.value)
    return { value: { edition: undefined, textOfFile: () => undefined }, diagnostics: read.diagnostics }
  const source = { file, bytes: read.value }
  const edition = openRaw(source, titleFrom(file), await loadProfiles())
  return {
    value: { edition: edition.value, textOfFile: textIn([source]) },
    diagnostics: edition.diagnostics,
  }
}

/** A title to begin with, from the file's name. */
export const titleFrom = (file: string): string =>
  basename(file)
    .replace(/\.[^.]*$/, "")
    .replace(/[-_]+/g, " ")
    .trim() || "Untitled"

/** The styles of a site in the order in which they apply: what is general first, print last. */
export const styleOrder = [
  "tokens",
  "base",
  "layout",
  "text",
  "notes",
  "reading",
  "diplomatic",
  "genetic",
  "index",
  "print",
]

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
