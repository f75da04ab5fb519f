import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { Entity, EntityKind, Registers } from "../model/register.js"
import type { SourceSpan } from "../model/source-span.js"

const nothing = { person: "nobody", place: "no place", organisation: "no organisation" } as const
const oneOf = { person: "a person", place: "a place", organisation: "an organisation" } as const

/**
 * What a reference of a transcription leads to; without a kind it may be any. A reference that leads
 * nowhere (`entity-unknown`), to several (`entity-ambiguous`) or to an entry of another kind
 * (`entity-of-other-kind`) is reported at `span`, its own place. Where a register could not be read,
 * what is not found is passed over: the register's own problem says it already.
 */
export function checkEntity(
  registers: Registers,
  reference: string,
  kind: EntityKind | undefined,
  span: SourceSpan,
): { readonly entity?: Entity; readonly diagnostics: readonly Diagnostic[] } {
  const resolution = registers.resolve(reference, kind)
  switch (resolution.kind) {
    case "found":
      return { entity: resolution.entity, diagnostics: [] }
    case "unknown": {
      if (!registers.complete) return { diagnostics: [] }
      const meant = resolution.suggestions.map((id) => `“${id}”`).join(" or ")
      const values = {
        reference,
        nothing: kind === undefined ? "no entry" : nothing[kind],
        suggestion:
          meant === ""
            ? "Add an entry to sources/registers."
            : `Did you mean ${meant}? Otherwise add an entry to sources/registers.`,
      }
      return { diagnostics: [diagnose("entity-unknown", values, span)] }
    }
    case "ambiguous": {
      const { entities } = resolution
      const ids = entities.map((each) => `“${each.id}”`).join(", ")
      const related = entities.map((each) => ({
        message: `“${each.id}”, ${oneOf[each.kind]}`,
        span: each.span,
      }))
      const values = { reference, count: entities.length, ids }
      return { diagnostics: [diagnose("entity-ambiguous", values, span, related)] }
    }
    case "of-other-kind": {
      const { entity } = resolution
      const values = {
        reference,
        kind: entity.kind,
        found: oneOf[entity.kind],
        meant: kind === undefined ? "something else" : oneOf[kind],
      }
      const related = [{ message: "the entry", span: entity.span }]
      return { diagnostics: [diagnose("entity-of-other-kind", values, span, related)] }
    }
    default:
      return resolution satisfies never
  }
}
