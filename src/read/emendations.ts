import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { EmendationRule } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import type { Block, Inline, Text } from "../model/transcription.js"
import { mapRuns } from "../model/walk.js"
import { readInline } from "./inline.js"
import type { Signs } from "./notation.js"
import { readWords } from "./words.js"

/**
 * Puts the editor's emendations, given in the front matter by quoting the passage, into the text.
 * The transcription itself stays as it is; a passage that stands there never or twice is an error.
 */
export function applyEmendations(
  blocks: readonly Block[],
  rules: readonly EmendationRule[],
  source: SourceText,
  bodyStart: number,
  signs: Signs,
  fieldSpan: (path: string) => SourceSpan | undefined,
): { readonly blocks: readonly Block[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const emended = [...blocks]
  rules.forEach((rule, index) => {
    const span = fieldSpan(`emendations.${index}.passage`)
    const first = source.text.indexOf(rule.passage, bodyStart)
    const inPassage = rule.passage.indexOf(rule.sic)
    if (first < 0 || inPassage < 0) {
      const passage = first < 0 ? rule.passage : rule.sic
      diagnostics.push(
        diagnose("passage-not-found", { passage }, first < 0 ? span : fieldSpan(`emendations.${index}.sic`)),
      )
      return
    }
    if (source.text.includes(rule.passage, first + rule.passage.length)) {
      const count = source.text.slice(bodyStart).split(rule.passage).length - 1
      diagnostics.push(diagnose("passage-ambiguous", { passage: rule.passage, count }, span))
      return
    }
    const start = first + inPassage
    const end = start + rule.sic.length
    let placed = false
    const at = blockAt(emended, start)
    const block = emended[at]
    if (block)
      emended[at] = mapRuns(block, (run) =>
        emend(run, start, end, rule, source, signs, () => {
          placed = true
        }),
      )
    if (!placed)
      diagnostics.push(
        diagnose("emendation-crossing", { sic: rule.sic }, fieldSpan(`emendations.${index}.sic`)),
      )
  })
  return { blocks: emended, diagnostics }
}

/** The number of the block that holds an offset, found by halving: blocks stand in the order of the file. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.span.start.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function emend(
  children: readonly Inline[],
  start: number,
  end: number,
  rule: EmendationRule,
  source: SourceText,
  signs: Signs,
  placed: () => void,
): readonly Inline[] {
  const index = children.findIndex(
    (child) => child.span.start.offset <= start && end <= child.span.end.offset,
  )
  const child = children[index]
  if (!child) return children
  const replace = (...by: readonly Inline[]) => [
    ...children.slice(0, index),
    ...by,
    ...children.slice(index + 1),
  ]
  switch (child.kind) {
    case "text": {
      const from = child.span.start.offset
      // With an escape in it the text is shorter than its source, and offsets would not meet.
      if (child.text.length !== child.span.end.offset - from) return children
      placed()
      const cut = (a: number, b: number): readonly Text[] =>
        a === b
          ? []
          : [{ kind: "text", text: child.text.slice(a - from, b - from), span: source.spanAt(a, b) }]
      const place = source.spanAt(start, end)
      const corr = readWords(rule.corr, place, (words) => readInline(words, 0, rule.corr.length, signs))
      return replace(
        ...cut(from, start),
        {
          kind: "emendation",
          attributes: {},
          sic: cut(start, end),
          corr: corr.children,
          ...(rule.note === undefined ? {} : { note: rule.note }),
          span: source.spanAt(start, end),
        },
        ...cut(end, child.span.end.offset),
      )
    }
    case "deletion":
    case "addition":
    case "highlight":
    case "mark":
      return replace({ ...child, children: emend(child.children, start, end, rule, source, signs, placed) })
    default:
      return children
  }
}
