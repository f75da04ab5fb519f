import type { SourceText } from "../model/source-text.js"
import type { Inline, MarkupRange } from "../model/transcription.js"
import { meaningOf } from "./meaning.js"
import { type Combining, phenomenonOf } from "./notation.js"

interface Cluster {
  readonly start: number
  readonly end: number
  readonly text: string
  /** As base and marks, one by one. */
  readonly parted: string
}

const cluster = /[^\p{M}]\p{M}*|\p{M}+/gu

/**
 * Text in which letters carry combining marks that are signs: `a\u0323b\u0323c` is an unclear “ab” and a “c”.
 * Neighbouring letters with one mark make one phenomenon; of two marks the profile's first one is the outer.
 */
export function combined(
  source: SourceText,
  from: number,
  to: number,
  signs: readonly Combining[],
): { readonly children: readonly Inline[]; readonly markup: readonly MarkupRange[] } {
  const markup: MarkupRange[] = []
  const clusters = Array.from(source.text.slice(from, to).matchAll(cluster), (found): Cluster => {
    const start = from + found.index
    return { start, end: start + found[0].length, text: found[0], parted: found[0].normalize("NFD") }
  })
  const children = marked(clusters, signs, "")

  function marked(run: readonly Cluster[], left: readonly Combining[], taken: string): readonly Inline[] {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    const [sign, ...rest] = left
    if (!sign) {
      const text = run.map((each) => stripped(each, taken)).join("")
      return [{ kind: "text", text, span: source.spanAt(first.start, last.end) }]
    }
    const carries = (each: Cluster) => each.parted.includes(sign.mark)
    const parts: Inline[] = []
    for (let at = 0; at < run.length; ) {
      const does = carries(run[at] as Cluster)
      let end = at
      while (end < run.length && carries(run[end] as Cluster) === does) end++
      const part = run.slice(at, end)
      const inner = marked(part, rest, does ? taken + sign.mark : taken)
      if (does) {
        const span = source.spanAt((part[0] as Cluster).start, (part.at(-1) as Cluster).end)
        const name = phenomenonOf(sign.notation) ?? "segment"
        const mark = {
          name,
          given: sign.notation.attributes,
          typed: [],
          sign: sign.mark,
          children: inner,
          span,
        }
        parts.push(meaningOf(mark, source).inline)
      } else parts.push(...inner)
      at = end
    }
    return parts
  }

  /** A letter without these marks; they are mark-up. */
  function stripped({ start, end, text, parted }: Cluster, marks: string): string {
    if (marks === "") return text
    const typed = [...marks].every((mark) => text.includes(mark))
    if (!typed) {
      const reads = [...parted]
        .filter((each) => !marks.includes(each))
        .join("")
        .normalize("NFC")
      markup.push({ start, end, reads })
      return reads
    }
    let left = ""
    let at = start
    for (const each of text) {
      if (marks.includes(each)) markup.push({ start: at, end: at + each.length })
      else left += each
      at += each.length
    }
    return left
  }

  return { children, markup }
}
