import type { ImageEntry, PageImage } from "./facsimile.js"
import type { InterfaceLanguage } from "./page.js"
import type { Conventions, Profile } from "./profile.js"
import type { Entity, Registers } from "./register.js"
import type { SourceSpan } from "./source-span.js"
import type { ProofReading, TextualStatement } from "./textual-statement.js"
import type { Transcription } from "./transcription.js"

export const documentKinds = [
  "letter",
  "draft",
  "press-release",
  "copy",
  "telegram",
  "note",
  "enclosure",
] as const
/** What a document is; a draft is never said to have been sent. */
export type DocumentKind = (typeof documentKinds)[number]

export const documentStatuses = ["sent", "unsent", "published", "unknown"] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** A date: `when` or its bounds as ISO 8601 days, months or years; `text` as the source has it. */
export interface DocumentDate {
  readonly when?: string | undefined
  readonly notBefore?: string | undefined
  readonly notAfter?: string | undefined
  readonly text?: string | undefined
}

/** Who wrote, and what; `role` says whether the text or its revisions are this hand's. */
export interface Hand {
  readonly id: string
  readonly name: string
  readonly medium?: string | undefined
  readonly role?: "text" | "revisions" | undefined
}

/** A stage of the writing: the first draft, a revision in pencil. */
export interface Stage {
  readonly id: string
  readonly description: string
  readonly when?: string | undefined
}

/** How this document stands to another of the edition. */
export interface WitnessRelation {
  readonly document: string
  readonly relation: string
}

/** The editor's word on a passage: what stands there, and what should. */
export interface EmendationRule {
  readonly passage: string
  readonly sic: string
  readonly corr: string
  readonly note?: string | undefined
}

/** What the front matter says about a document. */
export interface FrontMatter {
  readonly title: string
  readonly kind: DocumentKind
  readonly sender: string
  readonly recipient: string
  readonly licence: string
  readonly date?: DocumentDate | undefined
  readonly place?: string | undefined
  readonly country?: string | undefined
  readonly settlement?: string | undefined
  readonly repository?: string | undefined
  readonly collection?: string | undefined
  readonly shelfmark?: string | undefined
  readonly source?: string | undefined
  readonly extent?: string | undefined
  /** What the letter is about, in the editor's words. TEI: `<abstract>`. */
  readonly summary?: string | undefined
  readonly hands: readonly Hand[]
  /** In the order in which they were made. */
  readonly stages: readonly Stage[]
  readonly status: DocumentStatus
  readonly witnesses: readonly WitnessRelation[]
  readonly language?: string | undefined
  readonly transcriber?: string | undefined
  readonly emendations: readonly EmendationRule[]
  /** The images of its pages, in the order of the pages. */
  readonly images: readonly ImageEntry[]
}

/** One document of the edition: a letter, a draft, a press release. */
export interface Document {
  /** The file's name without its ending; begins every id of the document. */
  readonly name: string
  readonly file: string
  readonly frontMatter: FrontMatter
  readonly transcription: Transcription
  /** The entries of the registers that the transcription or its front matter refers to. */
  readonly entities: readonly Entity[]
  /** Sender, recipient and place of writing that the registers know by the name given in the front matter. */
  readonly correspondents: ReadonlyMap<string, Entity>
  /** The images that the front matter names, with what their files say of themselves. */
  readonly images: readonly PageImage[]
  /** Where a field of the front matter stands, by its path ("witnesses.0.document"). */
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>
}

export interface Editor {
  readonly name: string
  readonly role: string
  /** `https://orcid.org/` and the number. */
  readonly orcid?: string | undefined
  readonly email?: string | undefined
}

/** The licences under which what is said about letters may be gathered by indexes of letters (CMIF 1.1). */
export const metadataLicences = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
} as const
export type MetadataLicence = keyof typeof metadataLicences

/** What edition.yaml says. */
export interface EditionSettings {
  readonly title: string
  readonly editors: readonly Editor[]
  readonly publisher: string
  readonly place?: string | undefined
  readonly version: string
  readonly date?: string | undefined
  readonly licence: string
  readonly language: string
  /** The language of the pages’ own words. */
  readonly interface: InterfaceLanguage
  readonly url?: string | undefined
  /** The DOI of the whole edition, without `https://doi.org/`. */
  readonly doi?: string | undefined
  /** The licence of what is said about the documents, where that is not the edition's. */
  readonly metadataLicence?: MetadataLicence | undefined
  readonly statement?: string | undefined
  /** What the editor answers for; see `stet release`. */
  readonly textualStatement?: TextualStatement | undefined
  readonly order: readonly string[]
  /** Files that brought TEI must fit, in the place of those that it names itself. */
  readonly schemas?: readonly string[]
  /** Whether brought TEI that is not valid keeps the edition from being built; not so unless said. */
  readonly validity?: "reported" | "required"
  /** Where a field of edition.yaml stands, by its path ("order.0"). */
  readonly fieldSpans?: ReadonlyMap<string, SourceSpan>
  /** How the transcriptions are read. */
  readonly profile: Profile
  /** The profile's conventions, or those that edition.yaml states in their place. */
  readonly conventions: Conventions
  /** What edition.yaml states itself, rather than by default. */
  readonly stated: ReadonlySet<keyof Conventions | "profile">
}

export interface Edition {
  readonly settings: EditionSettings
  readonly documents: readonly Document[]
  /** Persons, places and organisations; undefined where an edition was not read from a folder. */
  readonly registers?: Registers | undefined
  /** Who read which document against what, in the order of proofreading.yaml. */
  readonly proofReadings?: readonly ProofReading[] | undefined
}

/** A licence's words and its address, from “CC BY 4.0 https://…”; either may be missing. */
export function licenceOf(licence: string): { readonly name: string; readonly url?: string } {
  const url = /https?:\/\/\S+/.exec(licence)?.[0]
  if (url === undefined) return { name: licence }
  return { name: licence.replace(url, "").trim() || url, url }
}
