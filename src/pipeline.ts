/** Joins the stages; with src/pipeline/, the only ones that know them all. */
export { mergeLedgers } from "./cite/merge.js"
export { recordPages } from "./cite/record-pages.js"
export { writeLedger } from "./cite/write-ledger.js"
export type { Decoded } from "./encode/decode/decode.js"
export { sourceMapOf } from "./encode/source-map.js"
export { datedPdf } from "./interchange/pdf.js"
export { readBroughtFiles as openBrought } from "./pipeline/brought.js"
export {
  type CheckedDocument,
  type CheckedEdition,
  checkEdition,
  digestOfTei,
  openShelf,
} from "./pipeline/check.js"
export { type CitationFormat, citationFormats, cite } from "./pipeline/cite.js"
export {
  type CollatedDocuments,
  collateDocuments,
  type OpenedWitness,
  openWitness,
} from "./pipeline/collate.js"
export { decodeFile, formatFile } from "./pipeline/decode.js"
export { depositOf, readBag, readZip } from "./pipeline/deposit.js"
export { imageFiles } from "./pipeline/images.js"
export {
  broughtEdition,
  importRaw,
  type OpenedEdition,
  openEdition,
  openLedger,
  openRaw,
  openRules,
  openSettings,
  withProofReadings,
} from "./pipeline/open.js"
export { type Notices, openPreview, type Preview } from "./pipeline/preview.js"
export {
  manifestName,
  manifestProblems,
  type ReleasedDocument,
  type ReleasedFile,
  readManifest,
  releaseFiles,
  sha256,
} from "./pipeline/release.js"
export { type Rendering, renderEdition, schemaFiles, unrenderedIn } from "./pipeline/render.js"
export { type ResolvedCitation, resolve } from "./pipeline/resolve.js"
export type { OnStage, Resources } from "./pipeline/resources.js"
export type { SchemaShelf } from "./pipeline/schema-shelf.js"
export { isOfBrought, tolerated } from "./pipeline/tolerance.js"
export type { SiteFile } from "./publish/site.js"
export type { SourceFile } from "./read/edition.js"
export { grammarOf } from "./read/grammar.js"
export type { ProposedFile } from "./read/proposal.js"
export type { ReadingRules } from "./read/transcription.js"
