import { type Diagnostic, inFileOrder } from "../diagnostics/diagnostic.js"
import type { TeiDocument } from "./tei-document.js"

/** One thing that a TEI file must fit: a grammar, or rules; every problem has its place in the file. */
export type Check = (document: TeiDocument) => readonly Diagnostic[]

/** What is wrong with a file by these checks, in its own order. */
export function checkDocument(document: TeiDocument, checks: readonly Check[]): readonly Diagnostic[] {
  const found = checks.flatMap((check) => check(document))
  return inFileOrder(found)
}
