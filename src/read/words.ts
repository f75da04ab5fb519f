import type { Diagnostic } from "../diagnostics/diagnostic.js"
import type { SourceSpan } from "../model/source-span.js"
import { openSourceText, type SourceText } from "../model/source-text.js"
import type { Inline, Substitution } from "../model/transcription.js"
import type { InlineReading } from "./inline.js"

export interface Words {
  readonly children: readonly Inline[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads words that do not stand in the running text, such as the editor's correction: marks and all, but
 * everything in them has the one place where the words were given.
 */
export function readWords(
  words: string,
  span: SourceSpan,
  readAll: (source: SourceText) => InlineReading,
): Words {
  const reading = readAll(openSourceText(span.file, words))
  return {
    children: reading.children.map((child) => placed(child, span)),
    diagnostics: reading.diagnostics.map((problem) => ({ ...problem, span })),
  }
}

function placed(child: Inline, span: SourceSpan): Inline {
  switch (child.kind) {
    case "text":
    case "line-break":
    case "note-reference":
      return { ...child, span }
    case "substitution":
      return {
        ...child,
        span,
        parts: child.parts.map((each) => placed(each, span)) as unknown as Substitution["parts"],
      }
    case "emendation":
      return { ...child, span, sic: child.sic.map((each) => placed(each, span)) }
    default:
      return { ...child, span, children: child.children.map((each) => placed(each, span)) }
  }
}
