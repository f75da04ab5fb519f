import type { Addition, Deletion, Inline, Substitution, Text } from "../model/transcription.js"
import { text } from "../xml/tree.js"
import { type TeiNode, tei } from "./tei.js"

/** What inline encoding takes from the document: whom and which stage the revisions belong to. */
export interface RevisionContext {
  /** `#id` of the stage of revision, in creation/listChange. */
  readonly stage?: string
  /** `#id` of the hand that revised, where the front matter names one. */
  readonly hand?: string
  /** `#id` of the editor who answers for emendations. */
  readonly editor: string
}

export function encodeInline(children: readonly Inline[], context: RevisionContext): readonly TeiNode[] {
  return children.flatMap((child): readonly TeiNode[] => {
    switch (child.kind) {
      case "text":
        return [text(child.text)]
      case "line-break":
        return [tei("lb", {}, [], child.span)]
      case "deletion":
        return [encodeDeletion(child, context)]
      case "addition":
        return [encodeAddition(child, context)]
      case "substitution":
        return [encodeSubstitution(child, context)]
      case "highlight":
        return [tei("hi", { rend: child.rend }, encodeInline(child.children, context), child.span)]
      case "note":
        return [tei("note", { type: "editorial" }, encodeInline(child.children, context), child.span)]
      case "emendation": {
        const sic = tei("sic", {}, encodeInline(child.sic, context))
        const corr = tei("corr", { resp: context.editor }, encodeInline(child.corr, context))
        const note = child.note
          ? [tei("note", { type: "textConst", resp: context.editor }, [text(child.note)], child.span)]
          : []
        return [tei("choice", {}, [sic, corr], child.span), ...note]
      }
      default:
        return child satisfies never
    }
  })
}

function encodeDeletion(deletion: Deletion, context: RevisionContext): TeiNode {
  const instant = deletion.instant ? { instant: "true" } : { hand: context.hand, change: context.stage }
  return tei(
    "del",
    { rend: deletion.rend, ...instant },
    encodeInline(deletion.children, context),
    deletion.span,
  )
}

function encodeAddition(addition: Addition, context: RevisionContext): TeiNode {
  const attributes = { place: addition.place, hand: context.hand, change: context.stage }
  return tei("add", attributes, encodeInline(addition.children, context), addition.span)
}

/** The parts in the source's order; the blanks between them stay, as white space that TEI does not count. */
function encodeSubstitution(substitution: Substitution, context: RevisionContext): TeiNode {
  const parts = substitution.parts.map((part: Deletion | Addition | Text): TeiNode => {
    if (part.kind === "text") return text(part.text)
    return part.kind === "deletion" ? encodeDeletion(part, context) : encodeAddition(part, context)
  })
  return tei("subst", { change: context.stage }, parts, substitution.span)
}
