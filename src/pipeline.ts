import type { Schema } from "./check/check-tei.js"
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "./diagnostics/diagnostic.js"
import { type Decoded, decodeTei, type ReadingAbout } from "./encode/decode/decode.js"
import { type EncodedDocument, encodeDocument } from "./encode/encode-document.js"
import { type Document, type Edition, type EditionSettings, licenceOf } from "./model/edition.js"
import { type SourceSpan, startOfFile } from "./model/source-span.js"
import { openSourceText } from "./model/source-text.js"
import type { SiteFile } from "./publish/site.js"
import { aliases, replacementSign } from "./read/directives.js"
import { openProfiles, openUsualProfile, readEdition, type SourceFile } from "./read/edition.js"
import { documentName } from "./read/names.js"
import { type ProposedFile, proposeEdition } from "./read/proposal.js"
import { readRaw } from "./read/raw.js"
import { openRegisters, readRegisters } from "./read/registers.js"
import { resolveNames } from "./read/resolve-names.js"
import { readSettings } from "./read/settings.js"
import { decodeUtf8 } from "./read/source-text.js"
import { type ReadingRules, readDocument, readTranscription } from "./read/transcription.js"

export { sourceMapOf } from "./encode/source-map.js"
export { grammarOf } from "./read/grammar.js"
export type { Decoded, ProposedFile, ReadingRules, SiteFile, SourceFile }

/** What comes with stet and the stages need: texts of the schema, rules, stylesheet and styles. */
export interface Resources {
  readonly version: string
  readonly schema: () => Promise<string>
  readonly rules: () => Promise<string>
  /** The customisation that the schema was made from, to go with the edition. */
  readonly customisation: () => Promise<string>
  readonly stylesheet: () => Promise<string>
  readonly styles: () => Promise<readonly { readonly name: string; readonly content: string }[]>
}

/** Called when a stage begins, for progress and timings. */
export type OnStage = (stage: "load" | "read" | "encode" | "check" | "render") => void

/** TEI files of an edition, encoded and checked. */
export interface CheckedEdition {
  readonly edition: Edition
  readonly encoded: readonly EncodedDocument[]
}

/** Reads an edition's files; `registers` are those of sources/registers, `profiles` stet's and then its own. */
export function openEdition(
  settings: SourceFile,
  transcriptions: readonly SourceFile[],
  registers: readonly SourceFile[],
  profiles: readonly SourceFile[],
): Outcome<Edition | undefined> {
  return readEdition(settings, transcriptions, registers, profiles)
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

/** Encodes and checks; what is wrong in the TEI is reported at the transcription's line. */
export async function checkEdition(
  edition: Edition,
  resources: Resources,
  onStage: OnStage = () => {},
): Promise<Outcome<CheckedEdition>> {
  onStage("encode")
  const outcomes = edition.documents.map((document) => encodeDocument(document, edition, resources.version))
  const encoded = outcomes.map((outcome) => outcome.value)
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics)
  onStage("load")
  const { checkTei, openSchema } = await import("./check/check-tei.js")
  const schema: Schema = await openSchema(await resources.schema(), await resources.rules())
  onStage("check")
  edition.documents.forEach((document, index) => {
    const each = encoded[index]
    if (!each) return
    const found = checkTei({ name: `${each.name}.xml`, text: each.text }, schema)
    for (const problem of found) diagnostics.push(atTheSource(problem, each, document.file))
  })
  return { value: { edition, encoded }, diagnostics }
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

/** Writes the transcription that a TEI file of stet's stands for, as it is typed by these rules. */
export function decodeFile(file: SourceFile, rules: ReadingRules): Outcome<Decoded | undefined> {
  const source = decodeUtf8(file.bytes, file.file)
  if (source.diagnostics.some((each) => each.code !== "file-empty" && each.code !== "bidi-control"))
    return { value: undefined, diagnostics: source.diagnostics }
  const read = (typed: string, { kind, entities }: ReadingAbout) => {
    const reading = readTranscription(openSourceText(file.file, typed), 0, { kind }, rules)
    const named = resolveNames(
      reading.value.blocks,
      entities.length > 0 ? openRegisters(entities) : undefined,
    )
    const found = [...reading.diagnostics, ...named.diagnostics].filter((each) => each.severity === "error")
    return {
      blocks: named.blocks,
      entities: named.entities,
      mistakes: found.map((each) => each.span?.start.offset ?? 0),
    }
  }
  return decodeTei(source.value.text, file.file, {
    profile: rules.profile,
    neighbouring: rules.conventions.substitution === "neighbouring",
    aliases,
    replacementSign,
    read,
  })
}

/**
 * A transcription in normal form: its front matter as it is, its body typed as `decodeFile` types it. The
 * TEI stays the same to the byte, or the transcription stays as it is and it is said why.
 */
export function formatFile(
  file: SourceFile,
  settings: EditionSettings,
  registers: readonly SourceFile[],
): Outcome<string | undefined> {
  const source = decodeUtf8(file.bytes, file.file)
  const known = readRegisters(registers).value
  const name = documentName(file.file)
  const encode = (document: Document) =>
    encodeDocument(document, { settings, documents: [document] }, "0.0.0").value.text
  const read = (text: string) => readDocument(openSourceText(file.file, text), name, settings, known)
  const whole = read(source.value.text)
  const mistakes = [...source.diagnostics, ...whole.diagnostics].filter((each) => each.severity === "error")
  if (mistakes.length > 0 || !whole.value) return { value: undefined, diagnostics: mistakes }
  const { frontMatter, transcription } = whole.value
  const { bodyStart } = transcription
  // The emendations stay in the front matter; the body is typed as it was before them.
  const { kind } = frontMatter
  const plain = readTranscription(source.value, bodyStart, { kind }, settings).value
  const { blocks } = resolveNames(plain.blocks, known)
  const tei = encode({
    ...whole.value,
    frontMatter: { ...frontMatter, emendations: [] },
    transcription: { ...plain, blocks },
  })
  const unsafe = (problem: string): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose("format-unsafe", { problem }, startOfFile(file.file))],
  })
  const decoded = decodeFile({ file: file.file, bytes: new TextEncoder().encode(tei) }, settings)
  const [problem] = decoded.diagnostics
  if (!decoded.value) return unsafe(problem ? problem.message.replace(/\.$/, "") : "its TEI cannot be read")
  const text = source.value.text.slice(0, bodyStart) + decoded.value.body
  if (text === source.value.text) return { value: text, diagnostics: [] }
  const again = read(text)
  const same = again.value && !hasErrors(again.diagnostics) && encode(again.value) === encode(whole.value)
  return same
    ? { value: text, diagnostics: [] }
    : unsafe("typed otherwise it would not give the same TEI, perhaps for an emendation that quotes it")
}

/** Moves a diagnostic from its place in the TEI to the place in the transcription that caused it. */
function atTheSource(problem: Diagnostic, encoded: EncodedDocument, file: string): Diagnostic {
  if (!problem.span) return problem
  const { line, column } = problem.span.start
  const cause = encoded.places.findLast(
    (place) => place.line < line || (place.line === line && place.column <= Math.max(column, 2)),
  )
  const span: SourceSpan = cause?.origin ?? startOfFile(file)
  return {
    ...problem,
    span,
    related: [...problem.related, { message: "where it stands in the TEI", span: problem.span }],
  }
}

/** Renders the site of a checked edition. */
export async function renderEdition(
  checked: CheckedEdition,
  resources: Resources,
  onStage: OnStage = () => {},
): Promise<Outcome<readonly SiteFile[]>> {
  onStage("load")
  const { openStylesheet } = await import("./render/stylesheet.js")
  const { rendererOf } = await import("./render/renderer.js")
  const { publishSite } = await import("./publish/publish-site.js")
  const renderer = rendererOf(await openStylesheet(await resources.stylesheet()))
  const styles = await resources.styles()
  onStage("render")
  const { settings } = checked.edition
  const licence = licenceOf(settings.licence)
  const edition = {
    title: settings.title,
    editors: settings.editors.map((editor) => editor.name),
    version: settings.version,
    licence: licence.name,
    licenceUrl: licence.url,
    date: settings.date,
    language: settings.language,
    baseUrl: settings.url,
    statement: settings.statement,
  }
  const documents = checked.encoded.map((each) => ({ name: each.name, tei: each.text }))
  return publishSite({ edition, documents, styles, renderer, schemas: await schemaFiles(resources) })
}

/** What a library needs to check the TEI again: the schema, and the customisation in prose. */
export async function schemaFiles(resources: Resources): Promise<readonly SiteFile[]> {
  return [
    { path: "schema/edition.odd", content: await resources.customisation() },
    { path: "schema/edition.rng", content: await resources.schema() },
  ]
}
