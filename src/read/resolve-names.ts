import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { FrontMatter } from "../model/edition.js"
import { phenomena } from "../model/phenomena.js"
import { type Entity, type EntityKind, entityKinds, type Registers } from "../model/register.js"
import type { Block, Inline, Mark, Substitution } from "../model/transcription.js"
import { mapRuns } from "../model/walk.js"
import { checkEntity } from "./check-entity.js"

export interface ResolvedNames {
  readonly blocks: readonly Block[]
  /** Each entry that is referred to, once. */
  readonly entities: readonly Entity[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Looks up what names refer to: `ref` becomes the entry's id, and a name of no stated kind becomes what
 * the register says it is. Without registers, as in a raw file, names are left as they are.
 */
export function resolveNames(blocks: readonly Block[], registers: Registers | undefined): ResolvedNames {
  if (!registers) return { blocks, entities: [], diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const entities = new Map<string, Entity>()
  const isEmpty = registers.complete && registers.entities.length === 0
  const kept: Mark[] = []
  const resolve = (mark: Mark): Mark => {
    const reference = mark.attributes["ref"]
    if (
      reference === undefined ||
      reference === "" ||
      phenomena[mark.name].attributes["ref"]?.value !== "entity"
    )
      return mark
    if (isEmpty) {
      kept.push(mark)
      return mark
    }
    const kind = entityKinds.find((each) => each === mark.name)
    const found = checkEntity(registers, reference, kind, mark.span)
    diagnostics.push(...found.diagnostics)
    const { entity } = found
    if (!entity) return mark
    entities.set(entity.id, entity)
    return { ...mark, name: entity.kind, attributes: { ...mark.attributes, ref: entity.id } }
  }
  const inline = (child: Inline): Inline => {
    switch (child.kind) {
      case "text":
      case "line-break":
      case "note-reference":
        return child
      case "substitution":
        return { ...child, parts: child.parts.map(inline) as unknown as Substitution["parts"] }
      case "emendation":
        return { ...child, sic: child.sic.map(inline), corr: child.corr.map(inline) }
      case "mark": {
        const resolved = resolve(child)
        return { ...resolved, children: child.children.map(inline) }
      }
      default:
        return { ...child, children: child.children.map(inline) }
    }
  }
  // An edition may begin without registers; its names are kept as they were typed.
  const named = blocks.map((block) => mapRuns(block, (run) => run.map(inline)))
  const [first] = kept
  if (first) diagnostics.push(diagnose("registers-absent", { count: kept.length }, first.span))
  return { blocks: named, entities: [...entities.values()], diagnostics }
}

/** Whom and what the front matter names just as the registers do. Other names there are no mistake. */
export function findCorrespondents(
  { sender, recipient, place }: FrontMatter,
  registers: Registers | undefined,
): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>()
  const look = (name: string | undefined, among: readonly EntityKind[]) => {
    for (const kind of name === undefined ? [] : among) {
      const resolution = registers?.resolve(name ?? "", kind)
      if (resolution?.kind === "found") found.set(name ?? "", resolution.entity)
    }
  }
  look(sender, ["organisation", "person"])
  look(recipient, ["organisation", "person"])
  look(place, ["place"])
  return found
}
