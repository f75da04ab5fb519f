import { type Association, schemasOf } from "../brought/association.js"
import { decodeXml } from "../brought/decode.js"
import { type Expanded, expandIncludes } from "../brought/include.js"
import { foreignIn, kindOf } from "../brought/kind.js"
import { scriptedIn } from "../brought/scripted.js"
import { readBrought } from "../brought/source.js"
import { placeTei, type TeiDocument } from "../check/tei-document.js"
import { type Diagnostic, diagnose, type Outcome, once } from "../diagnostics/diagnostic.js"
import type { SourceFile } from "../read/edition.js"
import { broughtName } from "../read/names.js"

/** What reading in the edition's folder asks of the disk; src/files/folder.ts answers it. */
export interface Folder {
  readonly bytes: (path: string) => Uint8Array | undefined
  /** As many first bytes of a file, and how many it has in all. */
  readonly beginning: (
    path: string,
    length: number,
  ) => { readonly bytes: Uint8Array; readonly size: number } | undefined
  readonly paths: () => ReadonlySet<string>
}

/** A TEI file that an editor brings: as it lies there, and as one text with all that it includes. */
export interface BroughtTei {
  readonly name: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly expanded: Expanded
  readonly document: TeiDocument
  /** The schemas that the file names itself. */
  readonly schemas: readonly Association[]
}

/**
 * Reads TEI files that were brought. One that is not well-formed, or no TEI, or that a browser would run, is
 * reported and left out; so is one that another includes, for it stands there.
 */
export function readBroughtFiles(
  files: readonly SourceFile[],
  folder: Folder,
): Outcome<readonly BroughtTei[]> {
  const diagnostics: Diagnostic[] = []
  const texts = new Map<string, string>()
  for (const { file, bytes } of files) {
    const text = textOf(bytes, file)
    for (const each of text.diagnostics) diagnostics.push(each)
    if (text.value !== undefined) texts.set(file, text.value)
  }
  const load = (path: string) => {
    const known = texts.get(path)
    const bytes = known === undefined ? folder.bytes(path) : undefined
    if (!bytes) return known
    const decoded = decodeXml(bytes, path)
    for (const each of decoded.diagnostics) diagnostics.push(each)
    // A part that is no text was told just now; as an empty one it is not missed a second time.
    return decoded.value ?? ""
  }
  const parts = new Set<string>()
  const found = files.flatMap(({ file, bytes }) => {
    const text = texts.get(file)
    if (text === undefined) return []
    const expanded = expandIncludes(file, text, load)
    for (const each of expanded.diagnostics) diagnostics.push(each)
    for (const part of expanded.value.files.slice(1)) parts.add(part)
    const document = placeTei({ name: file, text: expanded.value.text })
    const schemas = schemasOf(text, file)
    return [{ name: broughtName(file), file, bytes, expanded: expanded.value, document, schemas }]
  })
  const documents = found.filter((each) => {
    const [root] = each.document.elements
    if (!root || parts.has(each.file)) return false
    const foreign = foreignIn(root, each.expanded.spanAt(root.from, root.to))
    if (foreign) diagnostics.push(foreign)
    if (kindOf(root) !== "tei") return false
    const scripted = scriptedIn(each.document.elements)
    if (!scripted) return true
    const { from, to } = scripted.element
    diagnostics.push(diagnose("tei-scripted", { what: scripted.what }, each.expanded.spanAt(from, to)))
    return false
  })
  return { value: documents, diagnostics: once(diagnostics) }
}

function textOf(bytes: Uint8Array, file: string): Outcome<string | undefined> {
  const decoded = decodeXml(bytes, file)
  if (decoded.value === undefined) return decoded
  const read = readBrought(decoded.value, file)
  return { value: read.value, diagnostics: [...decoded.diagnostics, ...read.diagnostics] }
}
