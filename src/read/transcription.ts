import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import type { Conventions, Document, EmendationRule, FrontMatter } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { Transcription } from "../model/transcription.js"
import { readBlocks } from "./blocks.js"
import { applyConventions } from "./claims.js"
import { applyEmendations } from "./emendations.js"
import { readFrontMatter } from "./front-matter.js"
import { partLines } from "./lines.js"
import type { SourceText } from "./source-text.js"
import { recogniseStructure } from "./structure.js"

/** What a reading depends on, besides the characters. */
export interface ReadingRules {
  readonly conventions: Conventions
  readonly stated: ReadonlySet<keyof Conventions>
}

/** Reads the body of a transcription from `bodyStart` (UTF-16 units) on. Never throws. */
export function readTranscription(
  source: SourceText,
  bodyStart: number,
  about: { readonly kind: FrontMatter["kind"]; readonly emendations?: readonly EmendationRule[] },
  rules: ReadingRules,
  fieldSpan: (path: string) => SourceSpan | undefined = () => undefined,
): Outcome<Transcription> {
  const reading = readBlocks(source, bodyStart)
  const structured = recogniseStructure(
    partLines(reading.blocks, source),
    about.kind === "press-release" ? "press-release" : "other",
  )
  const claims = applyConventions(structured, rules.conventions, rules.stated)
  const emended = applyEmendations(claims.blocks, about.emendations ?? [], source, bodyStart, fieldSpan)
  const diagnostics: readonly Diagnostic[] = [
    ...reading.diagnostics,
    ...claims.diagnostics,
    ...emended.diagnostics,
  ]
  const markup = [...reading.markup].sort((a, b) => a.start - b.start)
  return {
    value: { blocks: emended.blocks, markup, body: source.text.slice(bodyStart), bodyStart },
    diagnostics,
  }
}

/** Reads a transcription with its front matter: one document of an edition. */
export function readDocument(
  source: SourceText,
  name: string,
  rules: ReadingRules,
): Outcome<Document | undefined> {
  const front = readFrontMatter(source)
  if (!front.value) {
    // The body's mistakes are worth knowing even while the front matter is wrong.
    const body = front.diagnostics.some((each) => each.code === "front-matter-unclosed")
      ? []
      : readBlocks(source, front.bodyStart).diagnostics
    return { value: undefined, diagnostics: [...front.diagnostics, ...body] }
  }
  const fieldSpan = (path: string) => front.fieldSpans.get(path)
  const transcription = readTranscription(source, front.bodyStart, front.value, rules, fieldSpan)
  return {
    value: {
      name,
      file: source.file,
      frontMatter: front.value,
      transcription: transcription.value,
      fieldSpans: front.fieldSpans,
    },
    diagnostics: [...front.diagnostics, ...transcription.diagnostics],
  }
}
