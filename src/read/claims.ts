import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { PhenomenonName } from "../model/phenomena.js"
import type { Conventions } from "../model/profile.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Block, Inline, Substitution } from "../model/transcription.js"
import { mapRuns, textOf } from "../model/walk.js"

/** What the edition's conventions claim: substitutions and false starts, each with its place. */
export interface Claims {
  readonly blocks: readonly Block[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Joins an interlinear addition and the deletion beside it into one substitution, and marks points
 * that are broken off and begun again, where the conventions say so. Conventions that the edition
 * states itself are no assumption and are not reported.
 */
export function applyConventions(
  blocks: readonly Block[],
  conventions: Conventions,
  stated: ReadonlySet<keyof Conventions | "profile">,
): Claims {
  const diagnostics: Diagnostic[] = []
  const report = (span: SourceSpan) => {
    if (!stated.has("substitution")) diagnostics.push(diagnose("assumed-substitution", {}, span))
  }
  const claimed = blocks.map((block, index) => {
    const claimed =
      conventions.substitution === "neighbouring"
        ? mapRuns(block, (run) => claimSubstitutions(run, report))
        : block
    if (block.kind !== "point" || claimed.kind !== "point" || conventions.falseStart !== "repeated-label")
      return claimed
    const falseStart = isBrokenOff(block, nextPoint(blocks, index))
    if (!falseStart) return claimed
    if (!stated.has("falseStart")) {
      diagnostics.push(diagnose("assumed-false-start", { label: block.label.text }, block.span))
    }
    return { ...claimed, falseStart }
  })
  return { blocks: claimed, diagnostics }
}

const sentenceEnd = /[.!?]["'”’)\]]*\s*$/

function claimSubstitutions(
  children: readonly Inline[],
  report: (span: SourceSpan) => void,
): readonly Inline[] {
  // What is only words stays as it is.
  if (children.every((child) => child.kind === "text" || child.kind === "line-break")) return children
  const claimed: Inline[] = []
  for (let index = 0; index < children.length; index++) {
    const child = within(children[index] as Inline, report)
    const between = children[index + 1]
    const blank = between?.kind === "text" && /^[ \t]+$/.test(between.text) ? between : undefined
    const partner = blank ? children[index + 2] : between
    if (partner && isPair(child, partner) && !isChained(children, index, blank ? 2 : 1)) {
      const parts = [child, ...(blank ? [blank] : []), partner] as Substitution["parts"]
      const span = { ...child.span, end: partner.span.end }
      report(span)
      claimed.push({ kind: "substitution", attributes: {}, parts, span })
      index += blank ? 2 : 1
    } else claimed.push(child)
  }
  return claimed
}

/** What only sets words off, or says what they are, hides no substitution. */
function within(child: Inline, report: (span: SourceSpan) => void): Inline {
  if (child.kind !== "highlight" && (child.kind !== "mark" || !transparent.has(child.name))) return child
  return { ...child, children: claimSubstitutions(child.children, report) }
}

const transparent: ReadonlySet<PhenomenonName> = new Set([
  ...(["date", "person", "place", "organisation", "name", "foreign", "title"] as const),
  ...(["quotation", "unclear", "damage", "supplied", "segment"] as const),
])

/** One is struck, the other stands between the lines, and no sentence ends where they meet. */
function isPair(first: Inline, second: Inline): boolean {
  const [struck, added] = first.kind === "deletion" ? [first, second] : [second, first]
  if (struck.kind !== "deletion" || added.kind !== "addition" || added.place === "inline") return false
  // What the editor joined himself is not joined again.
  if (struck.attributes["join"] !== undefined || added.attributes["join"] !== undefined || struck.instant)
    return false
  const words = textOf(struck.children).trim() !== "" && textOf(added.children).trim() !== ""
  return words && !sentenceEnd.test(textOf([first]))
}

/** Three in a row leave open which two belong together: then nothing is claimed. */
function isChained(children: readonly Inline[], index: number, width: number): boolean {
  const revision = (child: Inline | undefined) => child?.kind === "deletion" || child?.kind === "addition"
  const skipBlank = (at: number, step: number) => {
    const child = children[at]
    return child?.kind === "text" && /^[ \t]+$/.test(child.text) ? children[at + step] : child
  }
  return revision(skipBlank(index - 1, -1)) || revision(skipBlank(index + width + 1, 1))
}

type PointBlock = Extract<Block, { kind: "point" }>

function nextPoint(blocks: readonly Block[], index: number): PointBlock | undefined {
  const next = blocks.slice(index + 1, index + 3).find((block) => block.kind !== "blank")
  return next?.kind === "point" ? next : undefined
}

/** The next point has the same label and begins with the same words, and goes on. */
function isBrokenOff(point: PointBlock, next: PointBlock | undefined): boolean {
  if (!next || next.label.text !== point.label.text) return false
  const words = textOf(point.children).trim()
  const again = textOf(next.children).trim()
  return (
    words !== "" &&
    again.length > words.length &&
    again.startsWith(words) &&
    /^\s/.test(again.slice(words.length))
  )
}
