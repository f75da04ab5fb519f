import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { exists, listFiles, packageFile, readSource } from "../files.js"
import { ledgerFile } from "../model/ledger.js"
import { openRules, openSettings, type ReadingRules, type SourceFile } from "../pipeline.js"

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
  /** TEI files that the editor brings, anywhere else in sources/. */
  readonly brought: readonly SourceFile[]
  /** The ledger of published ids, where there is one. */
  readonly ledger: SourceFile | undefined
}

/**
 * The files of the edition in a folder: edition.yaml, what lies in sources/registers and sources/profiles, and
 * all other transcriptions (.md) and TEI files (.xml) in sources/.
 */
export async function readEditionFiles(root: string): Promise<Outcome<EditionFiles | undefined>> {
  const settings = (await exists(`${root}/edition.yaml`)) ? await readSource(root, "edition.yaml") : undefined
  if (!settings?.value) {
    const missing = diagnose("edition-missing", { folder: root === "." ? "this folder" : root })
    return { value: undefined, diagnostics: [settings?.diagnostics[0] ?? missing] }
  }
  const listed = (await exists(`${root}/sources`))
    ? await listFiles(`${root}/sources`, [".md", ...registerEndings])
    : { value: [], diagnostics: [] }
  const isRegister = (path: string) => /^(?:sources\/)?registers\//.test(path) && !path.endsWith(".md")
  const isProfile = (path: string) => /^(?:sources\/)?profiles\//.test(path) && !path.endsWith(".md")
  const read = await Promise.all(
    listed.value
      .filter((path) => isRegister(path) || isProfile(path) || !/\.ya?ml$/.test(path))
      .map(async (path) => ({
        file: `sources/${path}`,
        outcome: await readSource(root, `sources/${path}`),
      })),
  )
  const files = read.flatMap(({ file, outcome }) => (outcome.value ? [{ file, bytes: outcome.value }] : []))
  const ledger = (await exists(`${root}/${ledgerFile}`)) ? await readSource(root, ledgerFile) : undefined
  const own = files.filter(({ file }) => isProfile(file))
  return {
    value: {
      settings: { file: "edition.yaml", bytes: settings.value },
      transcriptions: files.filter(({ file }) => file.endsWith(".md")),
      registers: files.filter(({ file }) => isRegister(file)),
      brought: files.filter(({ file }) => file.endsWith(".xml") && !isRegister(file) && !isProfile(file)),
      profiles: [...(await loadProfiles()), ...own],
      ledger: ledger?.value && { file: ledgerFile, bytes: ledger.value },
    },
    diagnostics: [
      ...listed.diagnostics,
      ...(ledger?.diagnostics ?? []),
      ...read.flatMap((each) => each.outcome.diagnostics),
    ],
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
