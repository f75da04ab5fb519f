import type { Check } from "../check/check-document.js"
import { placeTei, type TeiDocument } from "../check/tei-document.js"
import { type Diagnostic, diagnose, inFileOrder, type Outcome, once } from "../diagnostics/diagnostic.js"
import type { EncodedDocument } from "../encode/encode-document.js"
import { readingsOf } from "../encode/proof-readings.js"
import { documentDigest } from "../encode/text-digest.js"
import type { Edition } from "../model/edition.js"
import type { Ledger } from "../model/ledger.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import { inOrder } from "../read/edition.js"
import { readTree } from "../xml/read-tree.js"
import type { BroughtTei, Folder } from "./brought.js"
import { encodeEdition } from "./encode.js"
import { type ImagesOfDocuments, imagesOfEdition } from "./images.js"
import type { OpenedEdition } from "./open.js"
import { withNames } from "./published-names.js"
import type { OnStage, Resources } from "./resources.js"
import { schemasFor } from "./schema-choice.js"
import type { SchemaShelf } from "./schema-shelf.js"

/** A document of a checked edition: its TEI, and what it was made of. */
export interface CheckedDocument {
  readonly name: string
  /** The file that an editor mends. */
  readonly file: string
  /** The TEI, with what it includes. */
  readonly text: string
  readonly origin: EncodedDocument | BroughtTei
}

/** TEI files of an edition, encoded or brought, and checked; in the edition's order. */
export interface CheckedEdition {
  readonly edition: Edition
  readonly documents: readonly CheckedDocument[]
  /** The images that the pages of the documents show. */
  readonly images: ImagesOfDocuments
  /** The ids that will have been published when this edition is; undefined where none are kept. */
  readonly ledger?: Ledger | undefined
}

/** A TEI file on its way through the checks, and how a place in it becomes a place in what an editor wrote. */
export interface Judged {
  readonly name: string
  /** Whether stet wrote it; its ids are then of stet's making, but for names that the editor gave. */
  readonly isEncoded: boolean
  readonly document: TeiDocument
  readonly checks: readonly Check[]
  /** Nothing for what is no fault of any source. */
  readonly atTheSource: (problem: Diagnostic) => Diagnostic | undefined
}

/** Opens a place for schemas; what validates is loaded only then. */
export async function openShelf(resources: Resources): Promise<SchemaShelf> {
  return (await import("./schema-shelf.js")).shelfOf(resources)
}

/** Encodes and checks; what is wrong in the TEI is reported at the line of the source that caused it. */
export async function checkEdition(
  { edition, brought, folder, ledger: before }: OpenedEdition,
  resources: Resources,
  shelf: SchemaShelf,
  onStage: OnStage = () => {},
): Promise<Outcome<CheckedEdition>> {
  onStage("encode")
  const encoding = encodeEdition(edition, before, resources.version, brought)
  const diagnostics = [...encoding.diagnostics]
  const { documents: encoded } = encoding.value
  const images = imagesOfEdition(edition, encoded, brought, folder)
  for (const problem of images.diagnostics) diagnostics.push(problem)
  onStage("load")
  const own = encoded.length > 0 ? await shelf.own() : []
  const judged: Judged[] = encoded.map((each) => ({
    name: each.name,
    isEncoded: true,
    document: placeTei({ name: `${each.name}.xml`, text: each.text }),
    checks: own,
    atTheSource: (problem) => atTheTranscription(problem, each),
  }))
  for (const each of brought) for (const problem of voidReadings(each, edition)) diagnostics.push(problem)
  const byFile = new Map(brought.map((each) => [each.file, each]))
  for (const each of brought) {
    const schemas = await schemasFor(each, edition.settings, folder, shelf)
    for (const problem of schemas.diagnostics) diagnostics.push(problem)
    judged.push({
      name: each.name,
      isEncoded: false,
      document: each.document,
      checks: schemas.value,
      atTheSource: (problem) => atTheFile(problem, each, byFile),
    })
  }
  onStage("check")
  for (const problem of await judge(judged, folder)) diagnostics.push(problem)
  const named = withNames(before, encoding.value.ledger, judged, edition.settings.version)
  for (const problem of named.diagnostics) diagnostics.push(problem)
  const documents = [
    ...encoded.map((each) => ({ name: each.name, file: each.source, text: each.text, origin: each })),
    ...brought.map((each) => ({ ...each, text: each.expanded.text, origin: each })),
  ]
  return {
    value: {
      edition,
      documents: inOrder(documents, edition.settings.order),
      images: images.value,
      ledger: named.value,
    },
    diagnostics: oneWithoutSchema(once(diagnostics)),
  }
}

/** What was read of TEI that was brought, and is no longer the text. */
function voidReadings({ name, file, expanded }: BroughtTei, edition: Edition): readonly Diagnostic[] {
  if (!edition.proofReadings?.some((each) => each.document === name)) return []
  const digest = digestOfTei(expanded.text)
  return digest === undefined ? [] : readingsOf({ name, file }, edition, digest).diagnostics
}

/** What tells a text from an edited one; nothing for what is no XML. */
export function digestOfTei(tei: string): string | undefined {
  const root = readTree(tei)
  return root && documentDigest(root)
}

/** That files name no schema is told of the first, with the number of the others. */
function oneWithoutSchema(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first, ...others] = diagnostics.filter((each) => each.code === "schema-unknown")
  if (first === undefined || others.length === 0) return diagnostics
  const more = ` So it is with ${others.length} more file${others.length === 1 ? "" : "s"}.`
  return diagnostics
    .filter((each) => !others.includes(each))
    .map((each) => (each === first ? { ...each, message: each.message + more } : each))
}

async function judge(judged: readonly Judged[], folder: Folder): Promise<readonly Diagnostic[]> {
  const { checkDocument } = await import("../check/check-document.js")
  const { checkReferences } = await import("../check/references/check-references.js")
  const { repeatedIds } = await import("../check/references/ids.js")
  const { withoutRepeated } = await import("../check/references/repeated.js")
  const documents = judged.map((each) => each.document)
  const references = checkReferences(documents, folder.paths())
  return judged.flatMap(({ document, checks, atTheSource }) => {
    const pointers = references.get(document) ?? []
    const found = withoutRepeated(checkDocument(document, checks), pointers)
    // A grammar tells what is there twice; where there is none, it is told all the same.
    const twice = checks.length === 0 ? repeatedIds(document) : []
    const repeated = twice.map(({ id, again }) =>
      diagnose("tei-id-twice", { value: id }, document.spanAt(again.from, again.to)),
    )
    return inFileOrder([...found, ...repeated, ...pointers]).flatMap((each) => atTheSource(each) ?? [])
  })
}

/** Moves a diagnostic from its place in the TEI to the place in the transcription that caused it. */
function atTheTranscription(problem: Diagnostic, encoded: EncodedDocument): Diagnostic {
  if (!problem.span) return problem
  const moved = (span: SourceSpan): SourceSpan => {
    if (span.file !== problem.span?.file) return span
    const { line, column } = span.start
    const cause = encoded.places.findLast(
      (place) => place.line < line || (place.line === line && place.column <= Math.max(column, 2)),
    )
    return cause?.origin ?? startOfFile(encoded.source)
  }
  const related = problem.related.map((each) => ({ ...each, span: moved(each.span) }))
  return {
    ...problem,
    span: moved(problem.span),
    related: [...related, { message: "where it stands in the TEI", span: problem.span }],
  }
}

/**
 * Moves a diagnostic from the text with all that it includes to the file in which its place lies. What
 * inclusion itself puts in, xml:base and the like, is nobody's fault.
 */
function atTheFile(
  problem: Diagnostic,
  { expanded }: BroughtTei,
  byFile: ReadonlyMap<string, BroughtTei>,
): Diagnostic | undefined {
  if (problem.span && expanded.placeOf(problem.span.start.offset).added) return undefined
  // A related place may lie in another document.
  const moved = (span: SourceSpan) =>
    byFile.get(span.file)?.expanded.spanAt(span.start.offset, span.end.offset) ?? span
  return {
    ...problem,
    ...(problem.span ? { span: moved(problem.span) } : {}),
    related: problem.related.map((each) => ({ ...each, span: moved(each.span) })),
  }
}
