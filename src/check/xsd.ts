import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { SourceSpan } from "../model/source-span.js"
import { openSourceText } from "../model/source-text.js"
import { withoutDoctype } from "../xml/doctype.js"
import { elementsOf, type PlacedElement } from "../xml/elements.js"
import { flawIn } from "../xml/well-formed.js"
import type { Check } from "./check-document.js"
import type { TeiDocument } from "./tei-document.js"
import {
  type Complaint,
  complaintsOf,
  type LoadSchema,
  loadingBy,
  openLibrary,
  parseDocument,
  type XmlDocument,
} from "./xsd-library.js"
import { xsdWordingOf } from "./xsd-wording.js"

/** An XML Schema (1.0), ready to check files. It holds memory outside the heap until it is closed. */
export interface Xsd {
  readonly check: Check
  readonly close: () => void
}

/** Of one file, so many problems are told. */
const mostTold = 500

/**
 * Opens an XSD with libxml2. `uri` is its path from the edition's folder, and `load` gives, by such a path,
 * what it includes and imports. A broken schema gives undefined, and `schema-broken` at the line of the file
 * that is wrong.
 */
export async function openXsd(
  text: string,
  { uri, load }: { readonly uri: string; readonly load: LoadSchema },
): Promise<Outcome<Xsd | undefined>> {
  const library = await openLibrary()
  const texts = new Map<string, string>()
  const flaws: Diagnostic[] = []
  /** The text of a file of the schema, or its fault, told once. */
  const read = (path: string, found: string | undefined): string | undefined => {
    if (found === undefined || texts.has(path)) return texts.get(path)
    const flaw = flawIn(found)
    if (flaw === undefined) {
      const plain = withoutDoctype(found)
      texts.set(path, plain)
      return plain
    }
    const { problem, from, to } = flaw
    flaws.push(diagnose("schema-broken", { problem }, openSourceText(path, found).spanAt(from, to)))
    return undefined
  }
  const main = read(uri, text)
  if (main === undefined) return { value: undefined, diagnostics: flaws }
  let schema: XmlDocument | undefined
  let opened: import("libxml2-wasm").XsdValidator | undefined
  const complaints = loadingBy(
    (path) => {
      const found = read(path, texts.get(path) ?? load(path))
      return found === undefined ? undefined : withPlainAddresses(found)
    },
    () =>
      complaintsOf(library, () => {
        schema = parseDocument(library, withPlainAddresses(main), uri)
        opened = library.XsdValidator.fromDoc(schema)
      }),
  )
  const validator = opened
  // The validator reads from the schema's document as long as it lives.
  const close = () => {
    validator?.dispose()
    schema?.dispose()
  }
  if (validator === undefined || flaws.length > 0) {
    close()
    const problems = complaints.slice(0, 20).map((each) => broken(each, uri, texts))
    return { value: undefined, diagnostics: flaws.length > 0 ? flaws : problems }
  }
  const declared = declaredIn([...texts.values()])
  const check = (document: TeiDocument): readonly Diagnostic[] => {
    let read: XmlDocument | undefined
    const found = complaintsOf(library, () => {
      read = parseDocument(library, withoutDoctype(document.text), document.name)
      validator.validate(read)
    })
    read?.dispose()
    const finder = finderIn(document)
    return found
      .slice(0, mostTold)
      .map((each) => told(each, document, finder, (local) => declared.has(local)))
  }
  return { value: { check, close }, diagnostics: [] }
}

/** libxml2 opens no address with a blank or an “ä” in it, though XML Schema allows them; lines stay as they are. */
function withPlainAddresses(text: string): string {
  return text.replace(/(\bschemaLocation\s*=\s*)("[^"]*"|'[^']*')/g, (_, name: string, quoted: string) => {
    const plain = quoted.replace(/(?![\n\r])[^!-~]/gu, (character) => encodeURIComponent(character))
    return name + plain
  })
}

function broken({ message, line, file, path }: Complaint, uri: string, texts: ReadonlyMap<string, string>) {
  const name = file ?? uri
  const problem = message
    .replace(/\{http:\/\/www\.w3\.org\/2001\/XMLSchema\}/g, "")
    .replace(/'stet:\/([^']*)'/g, "“$1”")
    .replace(/\.$/, "")
  return diagnose("schema-broken", { problem }, spanOfLine(texts.get(name) ?? "", name, line, path))
}

/** The start tag on a line that the complaint's path ends with, or the first tag of that line. */
function spanOfLine(text: string, file: string, line: number, path: string | undefined): SourceSpan {
  const { spanAt, pointAt } = openSourceText(file, text)
  const local = /([^/:[\]]*)(?:\[\d+\])?$/.exec(path ?? "")?.[1]
  const on = elementsOf(text).filter(
    (each) => pointAt(each.from).line <= line && line <= pointAt(each.to).line,
  )
  const found = on.find((each) => each.local === local) ?? on[0]
  return found ? spanAt(found.from, found.to) : spanAt(0, 0)
}

function declaredIn(texts: readonly string[]): ReadonlySet<string> {
  const names = texts.flatMap((text) =>
    elementsOf(text).flatMap(({ local, attributes }) =>
      local === "element" ? attributes.filter(({ name }) => name === "name").map(({ value }) => value) : [],
    ),
  )
  return new Set(names)
}

function told(
  { message, line, path }: Complaint,
  document: TeiDocument,
  { childrenOf, find }: Finder,
  isDeclared: (local: string) => boolean,
): Diagnostic {
  const element = path === undefined ? undefined : find(path)
  if (element === undefined) {
    const span = spanOfLine(document.text, document.name, line, path)
    return diagnose("tei-invalid", { problem: message.replace(/\.$/, "") }, span)
  }
  const { code, values, at } = xsdWordingOf(message, element, isDeclared)
  if (at === "tag") return diagnose(code, values, document.spanAt(element.from, element.to))
  if (at === "text") {
    const { from, to } = ownText(document.text, element, childrenOf(element))
    const value = document.text.slice(from, Math.min(to, from + 40))
    return diagnose(code, { value, ...values }, document.spanAt(from, to))
  }
  const attribute = element.attributes.find(
    ({ name }) => name === at.attribute || name.endsWith(`:${at.attribute}`),
  )
  const { from, to } = attribute ?? element
  return diagnose(code, values, document.spanAt(from, to))
}

/** The first text of an element that stands in none of its children, or its start tag. */
function ownText(
  text: string,
  element: PlacedElement,
  children: readonly PlacedElement[],
): { readonly from: number; readonly to: number } {
  let at = element.to
  for (const end of [...children.map(({ from }) => from), text.lastIndexOf("</", element.end - 1)]) {
    // Between children stand comments, instructions and text.
    for (const { index, 0: whole } of text
      .slice(at, end)
      .matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[^<]+|</g)) {
      const words = whole.trim()
      if (/^<[!?]./.test(whole) || words === "") continue
      const from = at + index + whole.indexOf(words)
      return { from, to: from + words.length }
    }
    at = children.find(({ from }) => from === end)?.end ?? at
  }
  return { from: element.from, to: element.to }
}

/**
 * The elements of a document by those they stand in, and by the paths of libxml2, such as
 * `/*[1]/p:name[3]`: “*” counts all elements, a name those that are written so.
 */
interface Finder {
  readonly childrenOf: (element: PlacedElement | undefined) => readonly PlacedElement[]
  readonly find: (path: string) => PlacedElement | undefined
}

function finderIn(document: TeiDocument): Finder {
  const children = new Map<PlacedElement | undefined, PlacedElement[]>()
  for (const each of document.elements) {
    const siblings = children.get(each.parent)
    if (siblings) siblings.push(each)
    else children.set(each.parent, [each])
  }
  const childrenOf = (element: PlacedElement | undefined) => children.get(element) ?? []
  const find = (path: string) => {
    let found: PlacedElement | undefined
    for (const step of path.split("/").slice(1)) {
      const [, name, number] = /^(\*|[^@()[\]]+)(?:\[(\d+)\])?$/.exec(step) ?? []
      if (name === undefined) break
      const among = childrenOf(found)
      const named = name === "*" ? among : among.filter((each) => each.name === name)
      found = named[Number(number ?? 1) - 1]
      if (found === undefined) return undefined
    }
    return found
  }
  return { childrenOf, find }
}
