export { type Code, catalogue, type Severity } from "./diagnostics/catalogue.js"
export type { Diagnostic, Outcome } from "./diagnostics/diagnostic.js"
export type { Document, Edition, EditionSettings, FrontMatter } from "./model/edition.js"
export type { SourcePoint, SourceSpan } from "./model/source-span.js"
export type { Transcription } from "./model/transcription.js"
export {
  broughtEdition,
  type CheckedDocument,
  type CheckedEdition,
  checkEdition,
  decodeFile,
  importRaw,
  type OpenedEdition,
  openBrought,
  openEdition,
  openRaw,
  openShelf,
  type Resources,
  renderEdition,
  type SchemaShelf,
  type SiteFile,
  type SourceFile,
  tolerated,
  unrenderedIn,
} from "./pipeline.js"
