import { hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import type { Edition, EditionSettings } from "../model/edition.js"
import { emptyLedger, type Ledger } from "../model/ledger.js"
import { openProfiles, openUsualProfile, readEdition, type SourceFile } from "../read/edition.js"
import { readLedger } from "../read/ledger.js"
import { readProofReadings } from "../read/proof-readings.js"
import { type ProposedFile, proposeEdition } from "../read/proposal.js"
import { assumedSettings, readRaw } from "../read/raw.js"
import { readSettings } from "../read/settings.js"
import { decodeUtf8 } from "../read/source-text.js"
import type { ReadingRules } from "../read/transcription.js"
import type { BroughtTei, Folder } from "./brought.js"

/** An edition, with the TEI files that it brings and the folder in which all of it lies. */
export interface OpenedEdition {
  readonly edition: Edition
  readonly brought: readonly BroughtTei[]
  /** The files of all TEI that was brought, be it left out for its faults. */
  readonly broughtFiles: ReadonlySet<string>
  readonly folder: Folder
  /** The ids that it has published; undefined where it is no edition with a folder of its own. */
  readonly ledger?: Ledger | undefined
}

/**
 * Reads an edition's files; `registers` are those of sources/registers, `profiles` stet's and then its own;
 * `brought` are its documents that come as TEI, `folder` the one in which its images lie.
 */
export function openEdition(
  settings: SourceFile,
  transcriptions: readonly SourceFile[],
  registers: readonly SourceFile[],
  profiles: readonly SourceFile[],
  brought: readonly BroughtTei[] = [],
  folder?: Folder,
): Outcome<Edition | undefined> {
  return readEdition(settings, transcriptions, registers, profiles, brought, folder)
}

/** The edition with what proofreading.yaml says of its documents; the problems of that file. */
export function withProofReadings(opened: OpenedEdition, file: SourceFile): Outcome<OpenedEdition> {
  const { edition, brought } = opened
  const names = [...edition.documents, ...brought].map((each) => each.name)
  const { value, diagnostics } = readProofReadings(file.file, file.bytes, names)
  return { value: { ...opened, edition: { ...edition, proofReadings: value } }, diagnostics }
}

/** The ledger of published ids; a missing file is that of an edition that has published nothing. */
export function openLedger(file: SourceFile | undefined): Outcome<Ledger> {
  return file ? readLedger(file.bytes, file.file) : { value: emptyLedger, diagnostics: [] }
}

/** An edition of brought TEI alone, for files that are checked or built outside an edition's folder. */
export function broughtEdition(
  settings: EditionSettings | undefined,
  title: string,
  profiles: readonly SourceFile[],
): Edition {
  return { settings: settings ?? assumedSettings(title, openUsualProfile(profiles)), documents: [] }
}

/** Reads a raw file that holds one document or several; what is assumed is reported. */
export function openRaw(raw: SourceFile, title: string, profiles: readonly SourceFile[]): Outcome<Edition> {
  const profile = openUsualProfile(profiles)
  const source = decodeUtf8(raw.bytes, raw.file)
  if (hasErrors(source.diagnostics)) {
    return {
      value: readRaw({ ...source.value, text: "" }, title, profile).value,
      diagnostics: source.diagnostics,
    }
  }
  const reading = readRaw(source.value, title, profile)
  return { value: reading.value, diagnostics: [...source.diagnostics, ...reading.diagnostics] }
}

/** Proposes an edition from a raw file. */
export function importRaw(
  raw: SourceFile,
  prefix: string,
  title: string,
  profiles: readonly SourceFile[],
): Outcome<readonly ProposedFile[]> {
  const source = decodeUtf8(raw.bytes, raw.file)
  if (hasErrors(source.diagnostics)) return { value: [], diagnostics: source.diagnostics }
  const proposal = proposeEdition(source.value, prefix, title, openUsualProfile(profiles))
  return { value: proposal.value, diagnostics: [...source.diagnostics, ...proposal.diagnostics] }
}

/** Reads edition.yaml alone, with the profile that it names. */
export function openSettings(
  settings: SourceFile,
  profiles: readonly SourceFile[],
): Outcome<EditionSettings | undefined> {
  return readSettings(decodeUtf8(settings.bytes, settings.file).value, openProfiles(profiles))
}

/** How transcriptions are read where there is no edition.yaml: as stet's own profile has it. */
export function openRules(profiles: readonly SourceFile[]): Outcome<ReadingRules> {
  const profile = openUsualProfile(profiles)
  return { value: { profile, conventions: profile.conventions, stated: new Set() }, diagnostics: [] }
}
