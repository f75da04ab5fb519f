import { type Diagnostic, diagnose, inFileOrder } from "../diagnostics/diagnostic.js"
import type { FrontMatter } from "../model/edition.js"
import { nearest } from "../model/nearest.js"
import { phenomena } from "../model/phenomena.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Block, Inline, Mark, MarkAttributes } from "../model/transcription.js"
import { allBlocks, visitInline } from "../model/walk.js"

const attributesOf = (child: Inline): MarkAttributes | undefined =>
  "attributes" in child ? child.attributes : undefined

interface Named {
  readonly span: SourceSpan
  readonly isEnd: boolean
}

/**
 * Checks what the places of a transcription say of each other: names given twice, targets that are not
 * there, spans that end before they begin, joins and transpositions with a part missing, notes without
 * a place and places without a note.
 */
export function checkPlaces(blocks: readonly Block[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const names = new Map<string, Named>()
  const joins = new Map<string, { readonly kinds: Set<string>; readonly span: SourceSpan }>()
  const moved = new Map<string, { readonly numbers: Set<string>; count: number; readonly span: SourceSpan }>()
  const marks: Mark[] = []
  const references = new Map<string, SourceSpan>()
  visitInline(blocks, (child) => {
    const attributes = attributesOf(child)
    if (child.kind === "note-reference") references.set(child.label, child.span)
    if (!attributes) return
    const { id, join } = attributes
    if (id !== undefined) {
      const before = names.get(id)
      if (before)
        diagnostics.push(
          diagnose("id-twice", { id }, child.span, [{ message: "the first one", span: before.span }]),
        )
      else names.set(id, { span: child.span, isEnd: child.kind === "mark" && child.name === "to" })
    }
    if (join !== undefined) {
      const group = joins.get(join) ?? { kinds: new Set(), span: child.span }
      group.kinds.add(child.kind)
      joins.set(join, group)
    }
    if (child.kind !== "mark") return
    marks.push(child)
    if (child.name === "transposition") {
      const group = moved.get(attributes["group"] ?? "1") ?? {
        numbers: new Set(),
        count: 0,
        span: child.span,
      }
      group.numbers.add(attributes["n"] ?? "")
      group.count++
      moved.set(attributes["group"] ?? "1", group)
    }
  })
  for (const mark of marks) diagnostics.push(...checkTargets(mark, names))
  for (const [group, { kinds, span }] of joins)
    if (!kinds.has("deletion") || !kinds.has("addition"))
      diagnostics.push(diagnose("join-incomplete", { group }, span))
  for (const [group, { numbers, count, span }] of moved)
    if (count < 2 || numbers.size < count)
      diagnostics.push(diagnose("transposition-incomplete", { group }, span))
  for (const each of checkNotes(blocks, references)) diagnostics.push(each)
  return inFileOrder(diagnostics)
}

function checkTargets(mark: Mark, names: ReadonlyMap<string, Named>): readonly Diagnostic[] {
  const rules = phenomena[mark.name].attributes
  return Object.entries(mark.attributes).flatMap(([name, value]) => {
    if (rules[name]?.value !== "mark") return []
    return value.split(/ +/).flatMap((target) => {
      const found = names.get(target)
      const spans = name === "to"
      if (!found || (spans && !found.isEnd)) {
        const known = [...names].filter(([, each]) => !spans || each.isEnd).map(([id]) => id)
        const what = spans ? "end (:to{#…})" : "place ({#…})"
        const values = { target, what, known: known.join(", ") || "none" }
        return [diagnose("place-unresolved", values, mark.span)]
      }
      return spans && found.span.start.offset < mark.span.start.offset
        ? [diagnose("span-backwards", {}, mark.span)]
        : []
    })
  })
}

function checkNotes(
  blocks: readonly Block[],
  references: ReadonlyMap<string, SourceSpan>,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const notes = new Set<string>()
  for (const block of allBlocks(blocks)) {
    if (block.kind !== "note-block") continue
    const { label } = block
    if (notes.has(label)) diagnostics.push(diagnose("notes-twice", { label }, block.span))
    notes.add(label)
    if (!references.has(label)) diagnostics.push(diagnose("note-unplaced", { label }, block.span))
  }
  for (const [label, span] of references)
    if (!notes.has(label)) diagnostics.push(diagnose("note-missing", { label }, span))
  return diagnostics
}

/** Hands and stages that the transcription names and the front matter does not declare. */
export function checkDeclared(blocks: readonly Block[], frontMatter: FrontMatter): readonly Diagnostic[] {
  const hands = frontMatter.hands.map((each) => each.id)
  const stages = frontMatter.stages.map((each) => each.id)
  const diagnostics: Diagnostic[] = []
  const check = (target: string | undefined, known: readonly string[], what: string, span: SourceSpan) => {
    if (target === undefined || known.includes(target)) return
    const guess = nearest(target, known)
    const suggestion = guess
      ? `Did you mean “${guess}”?`
      : `Known: ${known.join(", ") || "none"}. Declare it there, with an id of its own.`
    const values = { target, suggestion }
    diagnostics.push(diagnose(what === "hand" ? "hand-undeclared" : "stage-undeclared", values, span))
  }
  const checkAll = (attributes: MarkAttributes, span: SourceSpan) => {
    check(attributes["hand"], hands, "hand", span)
    check(attributes["new"], hands, "hand", span)
    check(attributes["stage"], stages, "stage", span)
  }
  visitInline(blocks, (child) => {
    const attributes = attributesOf(child)
    if (attributes) checkAll(attributes, child.span)
  })
  for (const block of blocks) if (block.kind === "section") checkAll(block.attributes, block.span)
  return diagnostics
}
