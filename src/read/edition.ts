import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, Edition } from "../model/edition.js"
import type { Profile } from "../model/profile.js"
import type { SourceText } from "../model/source-text.js"
import type { ImageFolder } from "./images.js"
import { checkNames, checkReference, documentName, type NamedFile } from "./names.js"
import { readProfile } from "./profile.js"
import { readRegisters } from "./registers.js"
import { readSettings, usualProfile } from "./settings.js"
import { decodeUtf8 } from "./source-text.js"
import { type ReadingRules, readDocument } from "./transcription.js"

/** A file as it lies on disk; `file` is its path inside the edition's folder, for messages. */
export interface SourceFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/**
 * Reads edition.yaml, the transcriptions, the registers and the profile; every problem of every file is
 * reported. `brought` are the edition's documents that come as TEI and are not read here; `folder` is where
 * the images lie, which are not looked at without it.
 */
export function readEdition(
  settingsFile: SourceFile,
  transcriptions: readonly SourceFile[],
  registerFiles: readonly SourceFile[],
  profileFiles: readonly SourceFile[],
  brought: readonly NamedFile[] = [],
  folder?: ImageFolder,
): Outcome<Edition | undefined> {
  const yaml = decodeUtf8(settingsFile.bytes, settingsFile.file)
  const profiles = openProfiles(profileFiles)
  const settings = readSettings(yaml.value, profiles)
  const registers = readRegisters(registerFiles)
  const transcribed = transcriptions.map(({ file }) => ({ name: documentName(file), file }))
  const diagnostics: Diagnostic[] = [
    ...yaml.diagnostics,
    ...settings.diagnostics,
    ...registers.diagnostics,
    ...checkNames([...transcribed, ...brought]),
  ]
  const documents: Document[] = []
  // Mistakes in the transcriptions are worth knowing even while edition.yaml is wrong.
  const rules = settings.value ?? silentRules(openUsualProfile(profileFiles))
  for (const each of transcriptions) {
    const source = decodeUtf8(each.bytes, each.file)
    for (const each of source.diagnostics) diagnostics.push(each)
    // What cannot be read as text has no fields to complain of.
    if (
      source.diagnostics.some(
        (problem) =>
          problem.code === "file-not-utf8" ||
          problem.code === "file-empty" ||
          problem.code === "file-too-large",
      )
    )
      continue
    const document = readDocument(source.value, documentName(each.file), rules, registers.value, folder)
    for (const each of document.diagnostics) diagnostics.push(each)
    if (document.value) {
      documents.push(document.value)
      const { blocks, bodyStart } = document.value.transcription
      if (blocks.every((block) => block.kind === "blank"))
        diagnostics.push(diagnose("file-empty", {}, source.value.spanAt(bodyStart, bodyStart)))
    }
  }
  const names = [...transcribed, ...brought].map((each) => each.name)
  for (const document of documents) {
    document.frontMatter.witnesses.forEach((witness, index) => {
      const problem = checkReference(
        witness.document,
        names,
        document.fieldSpans.get(`witnesses.${index}.document`),
      )
      if (problem) diagnostics.push(problem)
    })
  }
  if (!settings.value) return { value: undefined, diagnostics }
  settings.value.order.forEach((target, index) => {
    const problem = checkReference(target, names, settings.fieldSpans.get(`order.${index}`))
    if (problem) diagnostics.push(problem)
  })
  return {
    value: {
      settings: settings.value,
      documents: inOrder(documents, settings.value.order),
      registers: registers.value,
    },
    diagnostics,
  }
}

/** Profiles by name; one of the edition's own goes before stet's of the same name. */
export function openProfiles(files: readonly SourceFile[]): ReadonlyMap<string, SourceText> {
  const name = (file: string) => file.replace(/^.*\//, "").replace(/\.ya?ml$/, "")
  return new Map(files.map((each) => [name(each.file), decodeUtf8(each.bytes, each.file).value]))
}

/** The profile by which a file without an edition is read; it comes with stet. */
export function openUsualProfile(files: readonly SourceFile[]): Profile {
  const profiles = openProfiles(files)
  const source = profiles.get(usualProfile)
  const reading = source && readProfile(source, (name) => profiles.get(name), [...profiles.keys()])
  if (!reading?.value) throw new Error(`stet's own profile “${usualProfile}” is missing or broken.`)
  return reading.value
}

/** Rules that claim nothing and have nothing to report of themselves. */
const silentRules = (profile: Profile): ReadingRules => ({
  profile,
  conventions: { substitution: "marked", falseStart: "marked" },
  stated: new Set(["profile", "substitution", "falseStart"]),
})

/** Those that edition.yaml names come first, in its order; the others by name. */
export function inOrder<Named extends { readonly name: string }>(
  documents: readonly Named[],
  order: readonly string[],
): readonly Named[] {
  const rank = (document: Named) =>
    order.includes(document.name) ? order.indexOf(document.name) : order.length
  return [...documents].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}
