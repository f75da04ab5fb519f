import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { isDeviceName } from "../model/device-name.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"

// No point: it parts the document's name from the rest of an id, so that “a.text” is no document.
const namePattern = /^[A-Za-z][A-Za-z0-9_-]{0,47}$/
// Folders and pages that every site has.
const ofTheSite = /^(?:assets|images|index|schema|tei)$/i

/** The name of a document: its file's name without folder and ending. */
export function documentName(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.[^.]*$/, "")
}

/**
 * The name of a TEI file that was brought, whose file is called as its house calls files: what an address
 * cannot hold becomes a hyphen, and a name that begins with no letter gets one before it.
 */
export function broughtName(file: string): string {
  const name = documentName(file)
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "")
  return (/^[A-Za-z]/.test(name) ? name : `tei-${name}`).slice(0, 48)
}

/** A document by its name, and the file that it stands in. */
export interface NamedFile {
  readonly name: string
  readonly file: string
}

/** Checks that each document's name can be an id and an address, and that no two get the same. */
export function checkNames(documents: readonly NamedFile[]): readonly Diagnostic[] {
  const taken = new Map<string, string>()
  return documents.flatMap(({ name, file }) => {
    if (!namePattern.test(name) || isDeviceName(name) || ofTheSite.test(name)) {
      return [diagnose("name-unusable", { name }, startOfFile(file))]
    }
    const folded = name.normalize("NFC").toLowerCase()
    const other = taken.get(folded)
    taken.set(folded, file)
    return other ? [diagnose("name-clash", { name: file, other }, startOfFile(file))] : []
  })
}

/** A reference to a document of the edition that leads nowhere, or out of the folder. */
export function checkReference(
  target: string,
  known: readonly string[],
  span: SourceSpan | undefined,
): Diagnostic | undefined {
  if (known.includes(target)) return undefined
  if (/[/\\]|^\.\.?$/.test(target)) return diagnose("path-outside", { name: target }, span)
  return diagnose("reference-unresolved", { target, what: "document", known: known.join(", ") }, span)
}
