import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import type { StyledCitation } from "../model/citation.js"
import type {
  DocumentPages,
  EditionParameters,
  FormerPassage,
  PageParameters,
  SiteImage,
  View,
  WithdrawnPage,
} from "../model/page.js"
import type { SourceSpan } from "../model/source-span.js"
import type { DocumentSummary } from "../model/summary.js"
import type { TextualStatement } from "../model/textual-statement.js"

/** A file of the site: its path from the site's root, with slashes, and its text or bytes. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A document of the edition: the name in its address, and its TEI. */
export interface SiteDocument {
  readonly name: string
  readonly tei: string
  /** What stands in tei/NAME.xml, byte for byte; left out where that is `tei`. */
  readonly original?: string | Uint8Array
  /** The characters of `original`, where that is bytes. */
  readonly originalText?: string | undefined
  /** Images of the document that the site has; none of another site is ever asked for. */
  readonly images?: readonly SiteImage[]
  /** What stood in it and stands there no more. */
  readonly formerly?: readonly FormerPassage[]
  /** TEI that stet did not write: what the views don't render of it is reported. */
  readonly brought?: boolean
  /** Where an element stands in its file; elements are counted from 1, in document order. */
  readonly placeOf?: (ordinal: number) => SourceSpan | undefined
}

/** A document that was published and is no more in the edition. */
export interface WithdrawnDocument extends Omit<WithdrawnPage, "root"> {
  readonly name: string
  /** The addresses of its pages, texts and TEI, from the site's root. */
  readonly pages: readonly string[]
  /** What stands in the place of its TEI. */
  readonly tei: string
}

/** Two documents compared as witnesses of one text. */
export interface SiteComparison {
  /** Their names; `a` comes first in the edition. */
  readonly a: string
  readonly b: string
  /** The comparison as its page takes it; see collate/comparison-xml.ts. */
  readonly xml: string
  /** The differences as a TEI document, whose pointers count from a folder beside `tei/`. */
  readonly apparatus: string
  /** The blocks that belong together, by their ids. */
  readonly blocks: readonly (readonly [a: string, b: string])[]
  /** How many words each has, and in how many of them both agree. */
  readonly words: { readonly wordsInA: number; readonly wordsInB: number; readonly agreeing: number }
}

/** An element that the views do not know, or whose text they do not show; see render/unhandled.ts. */
export interface Unrendered {
  readonly name: string
  readonly namespace?: string
  readonly count: number
  readonly firstOrdinal: number
  readonly shown: "plainly" | "withheld"
}

/** What publishing asks of rendering; render/renderer.ts answers it. */
export interface Renderer {
  renderView(view: View, tei: string, parameters: PageParameters): Outcome<string>
  renderDocument(tei: string, parameters: PageParameters): Outcome<DocumentPages>
  summaryOf(name: string, tei: string, parameters: PageParameters): Outcome<DocumentSummary | undefined>
  unhandledIn(tei: string): readonly Unrendered[]
}

/** What publishing asks of interchange; interchange/interchange.ts answers it. */
export interface Interchange {
  /** Whether an e-book can be made of the edition. */
  readonly hasBook: boolean
  /** Where the feed of changes stands, if there is one. */
  readonly feed: string | undefined
  /** The records of one document, in its folder; `pages` are the files that the site has of it, `images` its images. */
  documentFiles(
    summary: DocumentSummary,
    pages: readonly SiteFile[],
    images: readonly SiteImage[],
  ): readonly SiteFile[]
  /** What is said of all documents, and of the edition as a whole; `files` are all others of the site. */
  editionFiles(summaries: readonly DocumentSummary[], files: readonly SiteFile[]): readonly SiteFile[]
  /** How a document is cited, style by style. */
  citationsOf(summary: DocumentSummary): readonly StyledCitation[]
  bookOf(book: BookParts): SiteFile | undefined
  /** Which files are not written because edition.yaml does not say what they need. */
  leftOut(summaries: readonly DocumentSummary[], hasImages: boolean): readonly Diagnostic[]
}

/** What an e-book consists of; its chapters and its contents are XHTML. */
export interface BookParts {
  readonly path: string
  readonly contents: string
  readonly style: string
  readonly chapters: readonly { readonly file: string; readonly content: string }[]
}

export interface PublishedEdition extends EditionParameters {
  /** A paragraph for the index: what the edition is. */
  readonly statement?: string | undefined
  /** What the editors answer for, on a page of its own; there is none without it. */
  readonly textualStatement?: TextualStatement | undefined
}

/** A file in assets/, by its name there. */
export interface Asset {
  readonly name: string
  readonly content: string
}

export interface PublishInput {
  readonly edition: PublishedEdition
  /** In the edition's order. */
  readonly documents: readonly SiteDocument[]
  /** The documents that are witnesses of one text, pair by pair. */
  readonly comparisons?: readonly SiteComparison[]
  /** CSS files in the order in which they apply; `name` is the file's name in assets/. */
  readonly styles: readonly Asset[]
  /** Scripts that pages name; a page that has none of them loses comforts only. */
  readonly scripts: readonly Asset[]
  /** Documents that an earlier version of the edition had. */
  readonly withdrawn?: readonly WithdrawnDocument[]
  /** A TEI file for an address at which a document that the edition still has had another TEI file. */
  readonly withdrawnTei?: (path: string) => string
  /** The addresses of all pages of the whole edition, and of documents that it still has, that were ever published. */
  readonly published?: readonly string[]
  /** The schema that the TEI files name, and what explains it. */
  readonly schemas?: readonly SiteFile[]
  readonly renderer: Renderer
  /** What hands the edition on to libraries, indexes and reference managers; none of it where this is left out. */
  readonly interchange?: Interchange | undefined
  /** The style of the e-book; CSS. */
  readonly bookStyle?: string | undefined
  /** Scripts, by their names in assets/, that every page of this site runs besides its own. */
  readonly onEveryPage?: readonly string[]
  /** Waited for before each document, so that a long work can be broken off; see `stet serve`. */
  readonly beforeDocument?: () => Promise<void>
}
