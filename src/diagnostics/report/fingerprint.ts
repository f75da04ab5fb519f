import type { SourceSpan } from "../../model/source-span.js"
import type { Diagnostic } from "../diagnostic.js"

/**
 * Names problems so that they are known again in another run: by code, file and the words of the line,
 * not by its number, which changes with every line put in above. Of several alike, each has its number.
 */
export function openFingerprints(
  textOfFile: (file: string) => string | undefined,
): (each: Diagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, span, message }) => {
    const text = span && textOfFile(span.file)
    const words = span && text !== undefined ? lineOf(span, text) : message
    const name = hash([code, span?.file ?? "", words].join("\0"))
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return `${name}:${number}`
  }
}

/** The line without its blanks; of a very long one, what stands round the place. */
function lineOf({ start }: SourceSpan, text: string): string {
  const from = Math.max(start.offset - (start.column - 1), start.offset - 200)
  const line = text.slice(from, start.offset + 200).split(/[\r\n]/, 1)[0] ?? ""
  return line.replace(/\s+/g, "")
}

/** FNV-1a (draft-eastlake-fnv), twice 32 bits from two beginnings: 16 hexadecimal digits. */
function hash(text: string): string {
  const half = (beginning: number) => {
    let sum = beginning
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    return (sum >>> 0).toString(16).padStart(8, "0")
  }
  return half(0x811c9dc5) + half(0x5bd1e995)
}
