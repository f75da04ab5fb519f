import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
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
    // What is left of a character that breaks off is not decoded, so the text ends where the fault begins.
    const prefix = bytes.subarray(0, validPrefixLength(bytes))
    const before = openSourceText(
      file,
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(prefix, { stream: true }),
    )
    const good = Buffer.byteLength(before.text)
    const end = before.text.length
    const byte = `0x${(bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`
    const problem = diagnose("file-not-utf8", { byte, position: good }, before.spanAt(end, end))
    return { value: before, diagnostics: [problem] }
  }
}

/** How many bytes from the start are whole UTF-8 characters, found by halving. */
function validPrefixLength(bytes: Uint8Array): number {
  const decodes = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(middle)) low = middle
    else high = middle - 1
  }
  // The last bytes may begin a character that does not go on; it counts as not begun.
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true })
  return new TextEncoder().encode(whole).length
}

// What XML 1.0 cannot hold, and the direction controls that can make a line read otherwise than it is.
const suspect =
  /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

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
  const codepoint = `U+${unit.toString(16).toUpperCase().padStart(4, "0")}`
  const bidi = unit === 0x61c || (unit >= 0x200e && unit < 0xd800)
  return diagnose(bidi ? "bidi-control" : "character-forbidden", { codepoint }, span)
}
