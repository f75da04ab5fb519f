import type { SourceSpan } from "./source-span.js"

/**
 * What an editor answers for, question by question: those by which editions are examined (the guiding questions of
 * the MLA's Committee on Scholarly Editions, and RIDE's criteria).
 */
export const statementSlots = [
  "selection",
  "provenance",
  "baseText",
  "transcription",
  "proofreading",
  "normalisation",
  "silentChanges",
  "annotation",
] as const
export type StatementSlot = (typeof statementSlots)[number]

/** The editor's answers; what has none is an empty slot. */
export type TextualStatement = { readonly [slot in StatementSlot]?: string | undefined }

/** What proofreading.yaml says: who read a document against what, and the text that was read. */
export interface ProofReading {
  readonly document: string
  readonly by: string
  readonly against: string
  /** The day, ISO 8601. */
  readonly on: string
  /** The digest of the text as it was read; see encode/text-digest.ts. */
  readonly text: string
  /** Where proofreading.yaml says so. */
  readonly span?: SourceSpan
}
