import type { SourceSpan } from "../model/source-span.js"
import { element as make, type XmlElement, type XmlNode } from "../xml/tree.js"

/** An element of the TEI namespace, with the place in the transcription it came from. */
export type TeiElement = XmlElement<SourceSpan>
export type TeiNode = XmlNode<SourceSpan>

export const teiNamespace = "http://www.tei-c.org/ns/1.0"

type Attributes = Readonly<Record<string, string | undefined>>

export function tei(
  name: string,
  attributes: Attributes = {},
  children: readonly (TeiNode | undefined)[] = [],
  origin?: SourceSpan,
): TeiElement {
  return make<SourceSpan>(name, attributes, children, origin)
}
