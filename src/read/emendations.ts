import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { EmendationRule } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Block, Inline, Text } from "../model/transcription.js"
import { readInline } from "./inline.js"
import { openSourceText, type SourceText } from "./source-text.js"

/**
 * Puts the editor's emendations, given in the front matter by quoting the passage, into the text.
 * The transcription itself stays as it is; a passage that stands there never or twice is an error.
 */
export function applyEmendations(
  blocks: readonly Block[],
  rules: readonly EmendationRule[],
  source: SourceText,
  bodyStart: number,
  fieldSpan: (path: string) => SourceSpan | undefined,
): { readonly blocks: readonly Block[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  let emended = blocks
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
    const count = source.text.slice(bodyStart).split(rule.passage).length - 1
    if (count > 1) {
      diagnostics.push(diagnose("passage-ambiguous", { passage: rule.passage, count }, span))
      return
    }
    const start = first + inPassage
    let placed = false
    emended = emended.map((block) => {
      if (block.kind === "blank" || block.kind === "separator") return block
      const children = emend(block.children, start, start + rule.sic.length, rule, source, () => {
        placed = true
      })
      return children === block.children ? block : { ...block, children }
    })
    if (!placed)
      diagnostics.push(
        diagnose("emendation-crossing", { sic: rule.sic }, fieldSpan(`emendations.${index}.sic`)),
      )
  })
  return { blocks: emended, diagnostics }
}

function emend(
  children: readonly Inline[],
  start: number,
  end: number,
  rule: EmendationRule,
  source: SourceText,
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
      const corr = openSourceText(source.file, rule.corr)
      return replace(
        ...cut(from, start),
        {
          kind: "emendation",
          sic: cut(start, end),
          corr: readInline(corr, 0, rule.corr.length).children,
          ...(rule.note === undefined ? {} : { note: rule.note }),
          span: source.spanAt(start, end),
        },
        ...cut(end, child.span.end.offset),
      )
    }
    case "deletion":
    case "addition":
    case "highlight":
      return replace({ ...child, children: emend(child.children, start, end, rule, source, placed) })
    default:
      return children
  }
}
