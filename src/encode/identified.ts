import type { SourceSpan } from "../model/source-span.js"
import type { Inline } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import type { Identifiers } from "./ids.js"
import { encodeInline, type RevisionContext } from "./inline.js"
import { zoneId } from "./named-ids.js"
import { type TeiElement, tei } from "./tei.js"

/** What the encoding of blocks takes from the document. */
export interface BodyContext extends RevisionContext {
  readonly divType: string
  readonly divId: string
  readonly ids: Identifiers
}

/** The zone on which a block stands, as its attribute. */
export const facsOf = (zone: string | undefined, { name }: BodyContext): { readonly facs?: string } =>
  zone === undefined ? {} : { facs: `#${zoneId(name, zone)}` }

/** A block with an id made from its words. */
export function identified(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Inline[],
  context: BodyContext,
  span: SourceSpan,
): TeiElement {
  const id = context.ids.idOf(name, textOf(children))
  return tei(name, { ...attributes, "xml:id": id }, encodeInline(children, context), span)
}
