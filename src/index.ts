export { type Code, catalogue, type Severity } from "./diagnostics/catalogue.js"
export type { Diagnostic, Outcome } from "./diagnostics/diagnostic.js"
export type { Document, Edition, EditionSettings, FrontMatter } from "./model/edition.js"
export type { SourcePoint, SourceSpan } from "./model/source-span.js"
export type { Transcription } from "./model/transcription.js"
export {
  checkEdition,
  decodeFile,
  importRaw,
  openEdition,
  openRaw,
  type Resources,
  renderEdition,
  type SiteFile,
  type SourceFile,
} from "./pipeline.js"
