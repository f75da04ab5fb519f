import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { byteOf, codepointOf, decodedPrefix, directionOverride, notInXml } from "../model/characters.js"
import { startOfFile } from "../model/source-span.js"
import { openSourceText } from "../model/source-text.js"
import { textLimit } from "../xml/well-formed.js"
import { agrees, canonical, decodeWindows1252, type Encoding, encodingOf } from "./encoding.js"

/** Of one fault that stands in a file many times, so many are told. */
const told = 50

/**
 * The characters of an XML file, without its byte order mark, by the encoding that the mark, the first bytes
 * or the XML declaration tell. Undefined, with an error at line and column, where a byte is no character of
 * that encoding, or a character cannot stand in XML.
 */
export function decodeXml(bytes: Uint8Array, file: string): Outcome<string | undefined> {
  if (bytes.length > textLimit) {
    const problem = `it has ${bytes.length} bytes, and stet reads ${textLimit} at most`
    return { value: undefined, diagnostics: [diagnose("tei-too-large", { problem }, startOfFile(file))] }
  }
  const encoding = encodingOf(bytes)
  const found = decode(bytes.subarray(encoding.mark), encoding, file)
  if (found.value === undefined) return found
  const forbidden = forbiddenIn(found.value, file)
  const value = forbidden.length > 0 ? undefined : found.value
  return { value, diagnostics: [...found.diagnostics, ...forbidden, ...controlsIn(found.value, file)] }
}

function decode(bytes: Uint8Array, encoding: Encoding, file: string): Outcome<string | undefined> {
  const { label, declared } = encoding
  const name = canonical(label)
  if (name === undefined) {
    const values = { encoding: declared ?? label.toUpperCase() }
    return { value: undefined, diagnostics: [diagnose("encoding-unknown", values, startOfFile(file))] }
  }
  if (name === "windows-1252") return decodeLatin(bytes, declared ?? label, file)
  const values = { declared: declared ?? "", actual: name.toUpperCase() }
  const contradiction = agrees(encoding) ? [] : [diagnose("encoding-contradicted", values, startOfFile(file))]
  try {
    const text = new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { value: text, diagnostics: contradiction }
  } catch {
    const before = openSourceText(file, decodedPrefix(bytes, name))
    const span = before.spanAt(before.text.length, before.text.length)
    const position = Buffer.byteLength(before.text)
    const problem =
      name === "utf-8"
        ? diagnose(
            "file-not-utf8",
            { byte: byteOf(bytes[position]), position: position + encoding.mark },
            span,
          )
        : diagnose("bytes-mistaken", { encoding: declared ?? name.toUpperCase() }, span)
    return { value: undefined, diagnostics: [...contradiction, problem] }
  }
}

/** ISO-8859-1 has only controls from 0x80 to 0x9F; who saved them there wrote windows-1252. */
function decodeLatin(bytes: Uint8Array, declared: string, file: string): Outcome<string | undefined> {
  const text = decodeWindows1252(bytes)
  const isAscii = /ascii|iso-?ir-6|646/i.test(declared)
  const wrong = isAscii ? bytes.findIndex((byte) => byte >= 0x80) : text.search(/[\u0080-\u009f]/)
  // One byte is one character here, so that a place among the bytes is one in the text.
  const source = openSourceText(file, text)
  if (wrong >= 0) {
    const problem = diagnose("bytes-mistaken", { encoding: declared }, source.spanAt(wrong, wrong + 1))
    return { value: undefined, diagnostics: [problem] }
  }
  const isWindows = (byte: number) => byte >= 0x80 && byte < 0xa0
  const first = bytes.findIndex(isWindows)
  if (first < 0 || /1252/.test(declared)) return { value: text, diagnostics: [] }
  const count = bytes.reduce((sum, byte) => sum + (isWindows(byte) ? 1 : 0), 0)
  const values = { encoding: declared, count, byte: byteOf(bytes[first]) }
  const guess = diagnose("encoding-guessed", values, source.spanAt(first, first + 1))
  return { value: text, diagnostics: [guess] }
}

function forbiddenIn(text: string, file: string): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (!notInXml.test(text)) return found
  const source = openSourceText(file, text)
  for (const { index, 0: character } of text.matchAll(new RegExp(notInXml, "gu"))) {
    if (found.length === told) break
    const values = { codepoint: codepointOf(character) }
    found.push(diagnose("character-forbidden", values, source.spanAt(index, index + 1)))
  }
  return found
}

/** Right and wrong uses of direction controls look the same in the file; one word about them all. */
function controlsIn(text: string, file: string): readonly Diagnostic[] {
  const first = directionOverride.exec(text)
  if (first === null) return []
  const count = text.match(new RegExp(directionOverride, "gu"))?.length ?? 1
  const span = openSourceText(file, text).spanAt(first.index, first.index + 1)
  return [diagnose("direction-control", { codepoint: codepointOf(first[0]), count }, span)]
}
