import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { openSourceText } from "../model/source-text.js"
import { doctypeIn, withoutDoctype } from "../xml/doctype.js"
import { flawIn } from "../xml/well-formed.js"

/**
 * A brought file's text, known to be well-formed; blanks stand for its document type declaration, of which
 * nothing is read, so that every other character keeps its place. Undefined, with the error, where it
 * declares entities, is not well-formed, or is too deep or too large.
 */
export function readBrought(text: string, file: string): Outcome<string | undefined> {
  const flaw = flawIn(text)
  const doctype = doctypeIn(text)
  if (flaw === undefined && doctype === undefined) return { value: text, diagnostics: [] }
  const source = openSourceText(file, text)
  if (flaw !== undefined) {
    const { code, problem, from, to, related } = flaw
    const also = related ? [{ message: related.message, span: source.spanAt(related.from, related.to) }] : []
    const error: Diagnostic = diagnose(code, { problem }, source.spanAt(from, to), also)
    return { value: undefined, diagnostics: [error] }
  }
  const { from, to } = doctype ?? { from: 0, to: 0 }
  return {
    value: withoutDoctype(text),
    diagnostics: [diagnose("doctype-ignored", {}, source.spanAt(from, to))],
  }
}
