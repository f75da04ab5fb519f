import { SaxesParser } from "saxes"
import type { Transcription } from "../model/transcription.js"

/** Elements whose text is the editor's; `note` only where it comments on the text. */
const editorial = new Set(["corr", "reg", "figDesc"])

/**
 * The source's characters as they stand in a written TEI file, in order: all text of the body, with the
 * signs of a separator from `milestone/@n`. Left out is what the editor added: corrections, regularised
 * and expanded forms, descriptions of figures, comments on the text (`note[@type='textConst']`) and the
 * places where notes hang (`ref[@type='note']`).
 * Of a file that is not well-formed, what stands before the fault.
 */
export function sourceTextIn(written: string): string {
  const start = written.search(/<body[\s>]/)
  const end = written.lastIndexOf("</body>")
  if (start < 0 || end < start) return ""
  let found = ""
  let faulty = false
  let depth = 0
  // The depth of the outermost open element that is the editor's.
  let editorialDepth = Number.POSITIVE_INFINITY
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on("error", () => {
    faulty = true
  })
  parser.on("opentag", ({ name, attributes }) => {
    depth++
    // An expansion beside its abbreviation is the editor's; an abbreviated word filled in stands in the source.
    const beside = name === "expan" && open.at(-1) === "choice"
    open.push(name)
    const isEditorial =
      beside ||
      editorial.has(name) ||
      (name === "note" && attributes["type"] === "textConst") ||
      (name === "ref" && attributes["type"] === "note")
    if (isEditorial) editorialDepth = Math.min(editorialDepth, depth)
    if (name === "milestone" && !faulty && depth < editorialDepth) found += attributes["n"] ?? ""
  })
  parser.on("closetag", () => {
    open.pop()
    if (depth === editorialDepth) editorialDepth = Number.POSITIVE_INFINITY
    depth--
  })
  parser.on("text", (characters) => {
    if (!faulty && depth < editorialDepth) found += characters
  })
  // Outside the body, in header and registers, nothing is the source's, and it need not be read.
  parser.write(written.slice(start, end + "</body>".length)).close()
  return found
}

const unmarked = new WeakMap<Transcription, string>()

/** The characters of a transcription's body that are not mark-up; put together once, since it is long. */
export function unmarkedText(transcription: Transcription): string {
  const known = unmarked.get(transcription)
  if (known !== undefined) return known
  const text = withoutMarkup(transcription)
  unmarked.set(transcription, text)
  return text
}

function withoutMarkup({ body, bodyStart, markup }: Transcription): string {
  const parts: string[] = []
  let at = 0
  for (const range of markup) {
    parts.push(body.slice(at, range.start - bodyStart))
    parts.push(range.reads ?? "")
    at = range.end - bodyStart
  }
  parts.push(body.slice(at))
  return parts.join("")
}

/**
 * Where the text of a written TEI file first departs from the transcription's; undefined where all is
 * conserved. The file is read back by another library than wrote it, so that neither is its own judge.
 */
export function firstLoss(
  transcription: Transcription,
  written: string,
): { readonly expected: string; readonly got: string } | undefined {
  const expected = unmarkedText(transcription)
  const got = sourceTextIn(written)
  if (expected === got) return undefined
  let at = 0
  while (at < expected.length && expected[at] === got[at]) at++
  return {
    expected: JSON.stringify(expected.slice(at, at + 24)),
    got: JSON.stringify(got.slice(at, at + 24)),
  }
}
