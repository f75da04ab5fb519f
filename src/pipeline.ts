import type { Schema } from "./check/check-tei.js"
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostics/diagnostic.js"
import { type EncodedDocument, encodeDocument } from "./encode/encode-document.js"
import { type Edition, licenceOf } from "./model/edition.js"
import { type SourceSpan, startOfFile } from "./model/source-span.js"
import type { SiteFile } from "./publish/site.js"
import { readEdition, type SourceFile } from "./read/edition.js"
import { type ProposedFile, proposeEdition } from "./read/proposal.js"
import { readRaw } from "./read/raw.js"
import { decodeUtf8 } from "./read/source-text.js"

export { decodeBody } from "./encode/decode.js"
export type { ProposedFile, SiteFile, SourceFile }

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

/** Reads an edition's files. */
export function openEdition(
  settings: SourceFile,
  transcriptions: readonly SourceFile[],
): Outcome<Edition | undefined> {
  return readEdition(settings, transcriptions)
}

/** Reads a raw file that holds one document or several; what is assumed is reported. */
export function openRaw(raw: SourceFile, title: string): Outcome<Edition> {
  const source = decodeUtf8(raw.bytes, raw.file)
  if (hasErrors(source.diagnostics)) {
    return { value: readRaw({ ...source.value, text: "" }, title).value, diagnostics: source.diagnostics }
  }
  const reading = readRaw(source.value, title)
  return { value: reading.value, diagnostics: [...source.diagnostics, ...reading.diagnostics] }
}

/** Proposes an edition from a raw file. */
export function importRaw(raw: SourceFile, prefix: string, title: string): Outcome<readonly ProposedFile[]> {
  const source = decodeUtf8(raw.bytes, raw.file)
  if (hasErrors(source.diagnostics)) return { value: [], diagnostics: source.diagnostics }
  const proposal = proposeEdition(source.value, prefix, title)
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
    diagnostics.push(...found.map((problem) => atTheSource(problem, each, document.file)))
  })
  schema.dispose()
  return { value: { edition, encoded }, diagnostics }
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
    ...(settings.url ? { baseUrl: settings.url } : {}),
    ...(settings.statement ? { statement: settings.statement } : {}),
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
