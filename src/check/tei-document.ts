import type { SourceSpan } from "../model/source-span.js"
import { openSourceText } from "../model/source-text.js"
import { elementsOf, type PlacedElement } from "../xml/elements.js"

export type { PlacedAttribute, PlacedElement } from "../xml/elements.js"

/** A TEI file as text; `name` is the file's, for messages. */
export interface TeiFile {
  readonly name: string
  readonly text: string
}

/** A well-formed file, with the place of every tag and attribute. */
export interface TeiDocument extends TeiFile {
  /** In document order. */
  readonly elements: readonly PlacedElement[]
  readonly spanAt: (from: number, to: number) => SourceSpan
}

/** The elements of a file that is known to be well-formed. */
export function placeTei({ name, text }: TeiFile): TeiDocument {
  const { spanAt } = openSourceText(name, text)
  return { name, text, elements: elementsOf(text), spanAt }
}
