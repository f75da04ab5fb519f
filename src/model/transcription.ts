import type { SourceSpan } from "./source-span.js"

/** Characters that stand on the page. `text` is what the TEI holds; escapes are resolved. */
export interface Text {
  readonly kind: "text"
  readonly text: string
  readonly span: SourceSpan
}

/** A line end that the transcription marks as standing on the page. TEI: `<lb>`. */
export interface LineBreak {
  readonly kind: "line-break"
  readonly span: SourceSpan
}

/** How a deletion looks on the page; `unmarked`: broken off without a stroke. */
export type DeletionRend = "strikethrough" | "unmarked"

/** Words struck out, or broken off and begun again (`instant`). TEI: `<del>`. */
export interface Deletion {
  readonly kind: "deletion"
  readonly rend: DeletionRend
  readonly instant: boolean
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** Where an addition stands, seen from the line it belongs to. */
export type AdditionPlace = "above" | "below" | "inline"

/** Words added after the line was written. TEI: `<add>`. */
export interface Addition {
  readonly kind: "addition"
  readonly place: AdditionPlace
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/**
 * Text struck out and the text put in its place, as one act. TEI: `<subst>`.
 * The parts, and the blanks between them, keep the order of the source.
 */
export interface Substitution {
  readonly kind: "substitution"
  readonly parts: readonly (Deletion | Addition | Text)[]
  readonly span: SourceSpan
}

/** Words that the page sets off. TEI: `<hi>`. */
export interface Highlight {
  readonly kind: "highlight"
  readonly rend: "italic" | "bold" | "underline"
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** What stands on the page and what the editor says should. TEI: `<choice><sic/><corr/></choice>`. */
export interface Emendation {
  readonly kind: "emendation"
  readonly sic: readonly Inline[]
  readonly corr: readonly Inline[]
  readonly note?: string
  readonly span: SourceSpan
}

/** A remark of the transcriber's, at the place it is about. TEI: `<note type="editorial">`. */
export interface Note {
  readonly kind: "note"
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

export type Inline = Text | LineBreak | Deletion | Addition | Substitution | Highlight | Emendation | Note

/** What a paragraph does in a letter. `body` is the letter's own prose. */
export type Role =
  | "body"
  | "release-head"
  | "head"
  | "dateline"
  | "salute"
  | "closing"
  | "signed"
  | "postscript"

export interface Paragraph {
  readonly kind: "paragraph"
  readonly role: Role
  /** In a dateline: the date as ISO 8601, and where its words stand in the text. */
  readonly date?: { readonly when: string; readonly start: number; readonly end: number }
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** Printed matter at the head of a sheet. TEI: `<fw type="letterhead">`. */
export interface Letterhead {
  readonly kind: "letterhead"
  readonly level: number
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** A point with the label printed before it. TEI: `<label>` and `<item>`. */
export interface Point {
  readonly kind: "point"
  readonly label: Text
  readonly gap: Text
  readonly falseStart: boolean
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** A separator: a rule, or the signs printed for one. TEI: `<milestone unit="section">`. */
export interface Separator {
  readonly kind: "separator"
  readonly rend: "rule" | "asterisks"
  /** The signs that stand on the page; empty for a rule, which is drawn. */
  readonly printed: string
  readonly span: SourceSpan
}

/** Blank lines between blocks, kept as they are. */
export interface Blank {
  readonly kind: "blank"
  readonly text: string
  readonly span: SourceSpan
}

export type Block = Paragraph | Letterhead | Point | Separator | Blank

/** A stretch of the body that is mark-up: UTF-16 offsets into the file, end excluded. */
export interface MarkupRange {
  readonly start: number
  readonly end: number
}

/** A transcription as read: blocks in order, and which characters were signs of stet's language. */
export interface Transcription {
  readonly blocks: readonly Block[]
  readonly markup: readonly MarkupRange[]
  /** The body's characters, as in the file. */
  readonly body: string
  /** Where the body begins in the file, in UTF-16 units. */
  readonly bodyStart: number
}

/** The characters that inline content puts on the page, mark-up left out. */
export function textOf(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.kind) {
        case "text":
          return child.text
        case "line-break":
          return ""
        case "substitution":
          return textOf(child.parts)
        case "emendation":
          return textOf(child.sic)
        case "deletion":
        case "addition":
        case "highlight":
        case "note":
          return textOf(child.children)
        default:
          return child satisfies never
      }
    })
    .join("")
}

/** Whether any word was struck, added or begun anew. */
export function isRevised(blocks: readonly Block[]): boolean {
  const revised = (child: Inline): boolean => {
    switch (child.kind) {
      case "deletion":
      case "addition":
      case "substitution":
        return true
      case "highlight":
      case "note":
        return child.children.some(revised)
      case "emendation":
        return child.sic.some(revised)
      default:
        return false
    }
  }
  return blocks.some((block) => {
    switch (block.kind) {
      case "point":
        return block.falseStart || block.children.some(revised)
      case "paragraph":
      case "letterhead":
        return block.children.some(revised)
      default:
        return false
    }
  })
}

/** As much of a document's kind as its structure depends on. */
export type DocumentKindHint = "press-release" | "other"
