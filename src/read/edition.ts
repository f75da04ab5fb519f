import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, Edition, EditionSettings } from "../model/edition.js"
import { checkNames, checkReference, documentName } from "./names.js"
import { readSettings } from "./settings.js"
import { decodeUtf8 } from "./source-text.js"
import { readDocument } from "./transcription.js"

/** A file as it lies on disk; `file` is its path inside the edition's folder, for messages. */
export interface SourceFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Reads edition.yaml and the transcriptions; every problem of every file is reported. */
export function readEdition(
  settingsFile: SourceFile,
  transcriptions: readonly SourceFile[],
): Outcome<Edition | undefined> {
  const yaml = decodeUtf8(settingsFile.bytes, settingsFile.file)
  const settings = readSettings(yaml.value)
  const rules = settings.value ?? {
    conventions: { substitution: "marked", falseStart: "marked" },
    stated: new Set(),
  }
  const diagnostics: Diagnostic[] = [
    ...yaml.diagnostics,
    ...settings.diagnostics,
    ...checkNames(transcriptions.map((each) => each.file)),
  ]
  const documents: Document[] = []
  for (const each of transcriptions) {
    const source = decodeUtf8(each.bytes, each.file)
    diagnostics.push(...source.diagnostics)
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
    const document = readDocument(source.value, documentName(each.file), rules as EditionSettings)
    diagnostics.push(...document.diagnostics)
    if (document.value) {
      documents.push(document.value)
      const { blocks, bodyStart } = document.value.transcription
      if (blocks.every((block) => block.kind === "blank"))
        diagnostics.push(diagnose("file-empty", {}, source.value.spanAt(bodyStart, bodyStart)))
    }
  }
  const names = transcriptions.map((each) => documentName(each.file))
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
    value: { settings: settings.value, documents: inOrder(documents, settings.value.order) },
    diagnostics,
  }
}

/** Those that edition.yaml names come first, in its order; the others by name. */
function inOrder(documents: readonly Document[], order: readonly string[]): readonly Document[] {
  const rank = (document: Document) =>
    order.includes(document.name) ? order.indexOf(document.name) : order.length
  return [...documents].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}
