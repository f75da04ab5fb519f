import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { byteOf, codepointOf, decodedPrefix, directionOverride, notInXml } from "../model/characters.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import { openSourceText, type SourceText } from "../model/source-text.js"

/** The largest transcription that stet reads, in bytes. */
export const sizeLimit = 16 * 1024 * 1024

/** Reads bytes as UTF-8; a byte that begins no character is an error at its line and column. */
export function decodeUtf8(bytes: Uint8Array, file: string): Outcome<SourceText> {
  if (bytes.length > sizeLimit) {
    const problem = diagnose("file-too-large", { size: bytes.length, limit: sizeLimit }, startOfFile(file))
    return { value: openSourceText(file, ""), diagnostics: [problem] }
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
    const source = openSourceText(file, text)
    const diagnostics = text.trim() === "" ? [diagnose("file-empty", {}, startOfFile(file))] : []
    return { value: source, diagnostics: [...diagnostics, ...checkCharacters(source)] }
  } catch {
    const before = openSourceText(file, decodedPrefix(bytes, "utf-8"))
    const good = Buffer.byteLength(before.text)
    const end = before.text.length
    const problem = diagnose(
      "file-not-utf8",
      { byte: byteOf(bytes[good]), position: good },
      before.spanAt(end, end),
    )
    return { value: before, diagnostics: [problem] }
  }
}

// What XML 1.0 cannot hold, and the direction controls that can make a line read otherwise than it is.
const suspect = new RegExp(`${notInXml.source}|[\\u061c\\u200e\\u200f]|${directionOverride.source}`, "gu")

function checkCharacters(source: SourceText): readonly Diagnostic[] {
  return Array.from(source.text.matchAll(suspect), (match) =>
    forbidden(match[0], source.spanAt(match.index, match.index + 1)),
  )
}

/** The same for a value in which the characters were written as escapes; all stand at one place. */
export function checkValue(value: string, span: SourceSpan): readonly Diagnostic[] {
  return Array.from(value.matchAll(suspect), (match) => forbidden(match[0], span))
}

function forbidden(character: string, span: SourceSpan): Diagnostic {
  const unit = character.charCodeAt(0)
  const bidi = unit === 0x61c || (unit >= 0x200e && unit < 0xd800)
  return diagnose(bidi ? "bidi-control" : "character-forbidden", { codepoint: codepointOf(character) }, span)
}
