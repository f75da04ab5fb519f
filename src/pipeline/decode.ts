import { diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import { type Decoded, decodeTei, type ReadingAbout } from "../encode/decode/decode.js"
import { encodeDocument } from "../encode/encode-document.js"
import type { Document, EditionSettings } from "../model/edition.js"
import { startOfFile } from "../model/source-span.js"
import { openSourceText } from "../model/source-text.js"
import { aliases, replacementSign } from "../read/directives.js"
import type { SourceFile } from "../read/edition.js"
import { documentName } from "../read/names.js"
import { openRegisters, readRegisters } from "../read/registers.js"
import { resolveNames } from "../read/resolve-names.js"
import { decodeUtf8 } from "../read/source-text.js"
import { type ReadingRules, readDocument, readTranscription } from "../read/transcription.js"

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
