import type { PhenomenonName } from "../../model/phenomena.js"
import type { SourceSpan } from "../../model/source-span.js"

// What the way back makes of TEI, before it is known how it will be typed.

/** Characters that stand on the page. */
export interface TextPiece {
  readonly kind: "text"
  readonly text: string
}

/** A line break that a line end of the transcription stands for. */
export interface BreakPiece {
  readonly kind: "break"
  readonly breaksWord: boolean
}

/** Where a note hangs that is typed below. */
export interface NotePlacePiece {
  readonly kind: "note-place"
  readonly label: string
}

/** A phenomenon of the table; `values` are its attributes as typed, without those that are usual. */
export interface MarkPiece {
  readonly kind: "mark"
  readonly name: PhenomenonName
  readonly values: Readonly<Record<string, string>>
  readonly children: readonly Piece[]
  /** What the editor puts beside it: a correction, the usual spelling. */
  readonly remedy?: readonly Piece[]
  /** A name that leads to an entry of the registers. */
  readonly resolved: boolean
  /** For messages: the element, and where it stands in the TEI. */
  readonly element: string
  readonly span: SourceSpan | undefined
}

/** Words struck and words put in their place, in the order of the TEI, with the blanks between. */
export interface SubstitutionPiece {
  readonly kind: "substitution"
  readonly values: Readonly<Record<string, string>>
  readonly parts: readonly (MarkPiece | TextPiece)[]
  readonly span: SourceSpan | undefined
}

export type Piece = TextPiece | BreakPiece | NotePlacePiece | MarkPiece | SubstitutionPiece

/** The characters of pieces, as they stand on the page. */
export function plainText(pieces: readonly Piece[]): string {
  let text = ""
  for (const piece of pieces) {
    if (piece.kind === "text") text += piece.text
    else if (piece.kind === "mark") text += plainText(piece.children)
    else if (piece.kind === "substitution") text += plainText(piece.parts)
  }
  return text
}
