import type { SourceSpan } from "../model/source-span.js"
import { openSourceText, type SourceText } from "../model/source-text.js"

/** A stretch of the expanded text: where it begins there, and where it comes from. */
export interface Segment {
  /** An offset in the expanded text; the segment goes on to the next one. */
  readonly at: number
  readonly file: string
  /** The offset in that file of its first character. */
  readonly offset: number
  /** Whether it stands for one place of the file, and not for as many characters of it. */
  readonly fixed: boolean
  /** Whether the file says it, in other characters or in the same; `xml:base` and `xmlns` may be added. */
  readonly added: boolean
}

/** A text whose inclusions are carried out, and the way back from each character to its file. */
export interface Expanded {
  readonly text: string
  /** The paths of all files that stand in it, the including one first. */
  readonly files: readonly string[]
  readonly segments: readonly Segment[]
  readonly placeOf: (offset: number) => {
    readonly file: string
    readonly offset: number
    readonly added: boolean
  }
  /** A stretch of the expanded text as a span of the file where it begins. */
  readonly spanAt: (from: number, to: number) => SourceSpan
}

/** Writes an expanded text piece by piece. */
export interface ExpandedWriter {
  /** Copies a stretch of a file. */
  readonly copy: (file: string, text: string, from: number, to: number) => void
  /** Writes other characters for a place in a file. */
  readonly write: (characters: string, file: string, offset: number, added: boolean) => void
  readonly length: () => number
  /** What is written; `texts` are the files by path, with the characters that offsets count in. */
  readonly end: (texts: ReadonlyMap<string, string>) => Expanded
}

export function openExpanded(): ExpandedWriter {
  const pieces: string[] = []
  const segments: Segment[] = []
  let length = 0
  const push = (piece: string, file: string, offset: number, fixed: boolean, added: boolean) => {
    if (piece === "") return
    segments.push({ at: length, file, offset, fixed, added })
    pieces.push(piece)
    length += piece.length
  }
  return {
    copy: (file, text, from, to) => push(text.slice(from, to), file, from, false, false),
    write: (characters, file, offset, added) => push(characters, file, offset, true, added),
    length: () => length,
    end: (texts) => {
      const placeOf = (offset: number) => placeIn(segments, offset)
      const opened = new Map<string, SourceText>()
      const source = (file: string) => {
        const known = opened.get(file) ?? openSourceText(file, texts.get(file) ?? "")
        opened.set(file, known)
        return known
      }
      const spanAt = (from: number, to: number): SourceSpan => {
        const start = placeOf(from)
        const last = placeOf(Math.max(from, to - 1))
        const isWithin = last.file === start.file && last.offset >= start.offset
        const end = to <= from ? start.offset : isWithin ? last.offset + 1 : start.offset + 1
        return source(start.file).spanAt(start.offset, end)
      }
      return { text: pieces.join(""), files: [...texts.keys()], segments, placeOf, spanAt }
    },
  }
}

function placeIn(segments: readonly Segment[], offset: number) {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  if (segment === undefined) return { file: "", offset: 0, added: false }
  const within = segment.fixed ? 0 : offset - segment.at
  return { file: segment.file, offset: segment.offset + within, added: segment.added }
}
