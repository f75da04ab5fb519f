import type { PhenomenonName } from "./phenomena.js"
import type { SourceSpan } from "./source-span.js"

/** Characters that stand on the page. `text` is what the TEI holds; escapes are resolved. */
export interface Text {
  readonly kind: "text"
  readonly text: string
  readonly span: SourceSpan
}

/**
 * What is said of a mark besides its kind: names and values of its attributes in `phenomena`, as typed
 * (`hand`: the hand's id). `id` is the name that the editor gave the place.
 */
export type MarkAttributes = Readonly<Record<string, string>>

/** A line end that the transcription marks as standing on the page. TEI: `<lb>`. */
export interface LineBreak {
  readonly kind: "line-break"
  /** A word goes on over the line end. TEI: `lb/@break="no"`. */
  readonly breaksWord: boolean
  readonly span: SourceSpan
}

/** Words struck out, or broken off and begun again (`instant`). TEI: `<del>`. */
export interface Deletion {
  readonly kind: "deletion"
  /** How it looks on the page; `unmarked`: broken off without a stroke. */
  readonly rend: string
  readonly instant: boolean
  readonly attributes: MarkAttributes
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** Words added after the line was written. TEI: `<add>`. */
export interface Addition {
  readonly kind: "addition"
  /** Where it stands, seen from the line it belongs to: a key of `places`. */
  readonly place: string
  readonly attributes: MarkAttributes
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/**
 * Text struck out and the text put in its place, as one act. TEI: `<subst>`.
 * The parts, and the blanks between them, keep the order of the source.
 */
export interface Substitution {
  readonly kind: "substitution"
  readonly attributes: MarkAttributes
  readonly parts: readonly (Deletion | Addition | Text)[]
  readonly span: SourceSpan
}

/** Words that the page sets off. TEI: `<hi>`. */
export interface Highlight {
  readonly kind: "highlight"
  readonly rend: string
  readonly attributes: MarkAttributes
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** What stands on the page and what the editor says should. TEI: `<choice><sic/><corr/></choice>`. */
export interface Emendation {
  readonly kind: "emendation"
  /** It is spelt so, and `corr` is the usual spelling. TEI: `<choice><orig/><reg/></choice>`. */
  readonly regularised?: boolean
  readonly attributes: MarkAttributes
  readonly sic: readonly Inline[]
  readonly corr: readonly Inline[]
  readonly note?: string
  readonly span: SourceSpan
}

/** A remark of the transcriber's, at the place it is about. TEI: `<note type="editorial">`. */
export interface Note {
  readonly kind: "note"
  readonly attributes: MarkAttributes
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** The place where a note hangs that is typed as a block of its own, `[^1]`. TEI: `<ref type="note">`. */
export interface NoteReference {
  readonly kind: "note-reference"
  readonly label: string
  readonly span: SourceSpan
}

/** Every other phenomenon of the table `phenomena`. TEI: the element it names. */
export interface Mark {
  readonly kind: "mark"
  readonly name: PhenomenonName
  readonly attributes: MarkAttributes
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

export type Inline =
  | Text
  | LineBreak
  | Deletion
  | Addition
  | Substitution
  | Highlight
  | Emendation
  | Note
  | NoteReference
  | Mark

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
  /** The editor said the role himself, with a directive such as `::salute[…]`. */
  readonly stated?: boolean
  /** The zone of an image on which it stands. */
  readonly zone?: string
  /** In a dateline: the date as ISO 8601, and where its words stand in the text. */
  readonly date?: { readonly when: string; readonly start: number; readonly end: number }
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** Printed matter at the head of a sheet. TEI: `<fw type="letterhead">`. */
export interface Letterhead {
  readonly kind: "letterhead"
  readonly level: number
  /** The editor said so himself, with `::letterhead[…]`. */
  readonly stated?: boolean
  /** The zone of an image on which it stands. */
  readonly zone?: string
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

/** A row of a table; `heading` where it names the columns. TEI: `<row>`. */
export interface Row {
  readonly kind: "row"
  readonly heading: boolean
  readonly cells: readonly (readonly Inline[])[]
  readonly span: SourceSpan
}

/** A table or an account. TEI: `<table>`. */
export interface Table {
  readonly kind: "table"
  /** Rows, and the line ends between them. */
  readonly rows: readonly (Row | Blank)[]
  readonly span: SourceSpan
}

/** One line of verse or of an address. TEI: `<l>`, `<addrLine>`. */
export interface Line {
  readonly kind: "line"
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** Verse or an address, line by line, with the blanks between the lines. TEI: `<lg>`, `<address>`. */
export interface Lines {
  readonly kind: "verse" | "address"
  readonly lines: readonly (Line | Blank)[]
  readonly span: SourceSpan
}

/** Blocks that belong together: a quotation set off, a postscript of several paragraphs. */
export interface Container {
  readonly kind: "quote" | "postscript"
  readonly blocks: readonly Block[]
  readonly span: SourceSpan
}

/** Where a part of the document begins that runs to the next such place or the end. TEI: `<div>`. */
export interface Section {
  readonly kind: "section"
  readonly name: "session" | "enclosure" | "envelope"
  readonly attributes: MarkAttributes
  /** Words printed at its head, if any. */
  readonly heading: readonly Inline[]
  readonly span: SourceSpan
}

/** A mark that stands alone between blocks: a page break, another hand, where a deletion begins. */
export interface BlockMark {
  readonly kind: "block-mark"
  readonly mark: Mark
  readonly span: SourceSpan
}

/** A note typed as a block of its own, `[^1]: …`. TEI: `<note n="1">`. */
export interface NoteBlock {
  readonly kind: "note-block"
  readonly label: string
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

export type Block =
  | Paragraph
  | Letterhead
  | Point
  | Separator
  | Blank
  | Table
  | Lines
  | Container
  | Section
  | BlockMark
  | NoteBlock

/** A stretch of the body that is mark-up: UTF-16 offsets into the file, end excluded. */
export interface MarkupRange {
  readonly start: number
  readonly end: number
  /** What stands on the page there all the same: the letter without the dot that was typed as part of it. */
  readonly reads?: string
}

/** A transcription as read: blocks in order, and which characters were signs of the language. */
export interface Transcription {
  readonly blocks: readonly Block[]
  readonly markup: readonly MarkupRange[]
  /** The body's characters, as in the file. */
  readonly body: string
  /** Where the body begins in the file, in UTF-16 units. */
  readonly bodyStart: number
}

/** As much of a document's kind as its structure depends on. */
export type DocumentKindHint = "press-release" | "other"
