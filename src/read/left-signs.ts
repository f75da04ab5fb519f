import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { type Profile, typedOf } from "../model/profile.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Block, Text } from "../model/transcription.js"
import { visitInline } from "../model/walk.js"

/**
 * What was probably meant as a sign and was left in the text, half a sign or a sign mistyped: characters
 * that the house keeps for signs, runs of tildes, and brackets that speak of what is illegible.
 */
export function checkLeftSigns(blocks: readonly Block[], profile: Profile): readonly Diagnostic[] {
  const suspect = suspects(profile)
  if (!suspect) return []
  const diagnostics: Diagnostic[] = []
  visitInline(blocks, (child) => {
    // With an escape in it the text is shorter than its source: then what is left was meant to be.
    if (child.kind !== "text" || child.text.length !== child.span.end.offset - child.span.start.offset) return
    const found = suspect.exec(child.text)
    if (!found) return
    const suggestion = `Complete the sign, or type \\${found[0]} if it stands on the page.`
    const values = { sign: found[0], profile: profile.name, suggestion }
    diagnostics.push(diagnose("sign-left", values, placeIn(child, found.index, found[0].length)))
  })
  return diagnostics
}

function suspects({ reserved, notations }: Profile): RegExp | undefined {
  const typed = notations.map(typedOf)
  const parts = [
    ...[...reserved].map((character) => character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")),
    ...(typed.includes("~~…~~") ? ["~{3,}"] : []),
    ...(typed.includes("[illegible]") ? ["\\[[^\\[\\]\\n]{0,40}illegible[^\\[\\]\\n]{0,40}\\]"] : []),
  ]
  return parts.length === 0 ? undefined : new RegExp(parts.join("|"), "iu")
}

/** Where a stretch of a text stands; no mark-up and no escape lies within the text. */
function placeIn({ text, span }: Text, index: number, length: number): SourceSpan {
  const lines = text.slice(0, index).split(/\r\n|\n|\r/)
  const first = lines.length === 1 ? span.start.column : 1
  const start = {
    line: span.start.line + lines.length - 1,
    column: first + (lines.at(-1) ?? "").length,
    offset: span.start.offset + index,
  }
  return { ...span, start, end: { ...start, column: start.column + length, offset: start.offset + length } }
}
