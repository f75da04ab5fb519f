import type { SourceSpan } from "../../model/source-span.js"
import type { MarkPiece, Piece } from "./pieces.js"

/** What a block is, with its pieces; what is typed for it depends on the profile. */
export type BlockForm =
  | {
      readonly kind: "paragraph"
      readonly role: string
      readonly pieces: readonly Piece[]
      /** Without the marks that the reader puts into a dateline itself. */
      readonly simple?: readonly Piece[]
      /** The zone of an image on which it stands. */
      readonly zone?: string
    }
  /** `printed`: at the head of the sheet; otherwise a heading between the paragraphs. */
  | {
      readonly kind: "letterhead"
      readonly printed: boolean
      readonly pieces: readonly Piece[]
      readonly zone?: string
    }
  | { readonly kind: "point"; readonly label: string; readonly pieces: readonly Piece[] }
  | { readonly kind: "separator"; readonly rend: string; readonly printed: string }
  | { readonly kind: "note"; readonly label: string; readonly pieces: readonly Piece[] }
  | { readonly kind: "table"; readonly rows: readonly TableRow[] }
  | { readonly kind: "lines"; readonly lines: readonly (readonly Piece[] | string)[] }
  | {
      readonly kind: "section"
      readonly name: string
      readonly values: Readonly<Record<string, string>>
      readonly pieces: readonly Piece[]
    }
  | { readonly kind: "mark"; readonly mark: MarkPiece }
  /** Several such marks in one line. */
  | { readonly kind: "marks"; readonly pieces: readonly Piece[] }
  /** The line that opens or closes a passage struck, added or damaged. */
  | { readonly kind: "line"; readonly typed: string }

export interface TableRow {
  readonly heading: boolean
  readonly cells: readonly (readonly Piece[])[]
  /** The line ends after it, up to the next row. */
  readonly after: string
}

/** What the body is typed from: blocks, the blanks between them, and the signs of containers. */
export type Item =
  | { readonly kind: "blank"; readonly text: string }
  | {
      readonly kind: "sign"
      readonly typed: string
      /** Where it goes: here, before the line end that stands last, or after the one that comes next. */
      readonly at: "here" | "before-line-end" | "after-line-end"
    }
  | {
      readonly kind: "block"
      readonly form: BlockForm
      /** What is to come of it when it is read and encoded again. */
      readonly expected: readonly string[]
      readonly inner: string
      /** Its characters. */
      readonly text: string
      readonly element: string
      readonly span: SourceSpan | undefined
    }

/** The line of hyphens that makes the row above it a heading. */
export const delimiterOf = ({ cells }: TableRow): string => `|${cells.map(() => "---|").join("")}`
