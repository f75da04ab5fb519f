import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { nearest } from "../model/nearest.js"
import type { Entity, EntityKind, Registers, Resolution } from "../model/register.js"
import { startOfFile } from "../model/source-span.js"
import { readTeiRegister } from "./registers-tei.js"
import { readYamlRegister } from "./registers-yaml.js"
import { decodeUtf8 } from "./source-text.js"

/** A register as it lies on disk, `sources/registers/….yaml` or `….xml`. */
export interface RegisterFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/**
 * Reads an edition's registers: YAML as `readYamlRegister` describes it, or TEI lists (`.xml`). Ids are
 * unique across all of them; a second entry of the same id is reported (`entity-repeated`) and left out.
 */
export function readRegisters(files: readonly RegisterFile[]): Outcome<Registers> {
  const diagnostics: Diagnostic[] = []
  const entities = new Map<string, Entity>()
  let complete = true
  for (const file of files) {
    const register = readRegister(file)
    for (const each of register.diagnostics) diagnostics.push(each)
    if (register.value === undefined) complete = false
    for (const entity of register.value ?? []) {
      const first = entities.get(entity.id)
      if (first === undefined) entities.set(entity.id, entity)
      else {
        const related = [{ message: `“${entity.id}” is this entry already`, span: first.span }]
        diagnostics.push(diagnose("entity-repeated", { id: entity.id }, entity.span, related))
      }
    }
  }
  return { value: openRegisters([...entities.values()], complete), diagnostics }
}

function readRegister({ file, bytes }: RegisterFile): Outcome<readonly Entity[] | undefined> {
  const source = decodeUtf8(bytes, file)
  const empty = (): Outcome<readonly Entity[]> => ({
    value: [],
    diagnostics: [diagnose("register-empty", {}, startOfFile(file))],
  })
  if (source.diagnostics.some((problem) => problem.code === "file-empty")) return empty()
  // A name in a register is not safer than one in a transcription: the same characters are refused.
  if (source.diagnostics.length > 0) return { value: undefined, diagnostics: source.diagnostics }
  const register = /\.xml$/i.test(file) ? readTeiRegister(source.value) : readYamlRegister(source.value)
  return register.value?.length === 0 && register.diagnostics.length === 0 ? empty() : register
}

/** Makes entries findable by id and by name. */
export function openRegisters(entities: readonly Entity[], complete = true): Registers {
  const ids = new Map(entities.map((entity) => [entity.id, entity]))
  const names = new Map<string, Entity[]>()
  for (const entity of entities) {
    for (const name of new Set([entity.name, ...entity.also].map(normalised)))
      names.set(name, [...(names.get(name) ?? []), entity])
  }
  // Asked for only once something is mistyped.
  let forms: ReadonlyMap<string, readonly Entity[]> | undefined
  const resolve = (reference: string, kind?: EntityKind): Resolution => {
    const isMeant = (entity: Entity) => kind === undefined || entity.kind === kind
    const byId = ids.get(reference)
    if (byId && isMeant(byId)) return { kind: "found", entity: byId }
    const named = names.get(normalised(reference)) ?? []
    const [first, ...others] = named.filter(isMeant)
    if (first && others.length > 0) return { kind: "ambiguous", entities: [first, ...others] }
    if (first) return { kind: "found", entity: first }
    const other = byId ?? named[0]
    if (other) return { kind: "of-other-kind", entity: other }
    forms ??= formsOf(entities)
    const known = [...forms].filter(([, meant]) => meant.some(isMeant)).map(([form]) => form)
    const meant = forms.get(nearest(normalised(reference), known) ?? "") ?? []
    return {
      kind: "unknown",
      suggestions: meant
        .filter(isMeant)
        .slice(0, 3)
        .map((each) => each.id),
    }
  }
  return { entities, complete, resolve }
}

const normalised = (name: string) => name.normalize("NFC").replace(/\s+/gu, " ").trim()

/** What may have been mistyped: each id, each name, and the longer words of a name. */
function formsOf(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const forms = new Map<string, Entity[]>()
  for (const entity of entities) {
    const names = [entity.name, ...entity.also].map(normalised)
    const words = names.flatMap((name) => name.split(" ")).filter((word) => word.length > 3)
    for (const form of new Set([entity.id, ...names, ...words]))
      forms.set(form, [...(forms.get(form) ?? []), entity])
  }
  return forms
}
