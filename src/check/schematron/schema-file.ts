import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js"
import type { SourceSpan } from "../../model/source-span.js"
import { openSourceText } from "../../model/source-text.js"
import { flawIn } from "../../xml/well-formed.js"
import { type PlacedElement, placeTei, type TeiDocument, type TeiFile } from "../tei-document.js"
import { markOf } from "./place-mark.js"

export const schematron = "http://purl.oclc.org/dsdl/schematron"
export const xslt = "http://www.w3.org/1999/XSL/Transform"
const relaxNg = "http://relaxng.org/ns/structure/1.0"
const examples = "http://www.tei-c.org/ns/Examples"
const marks = "urn:x-stet:place"

/** A file that rules stand in: Schematron, or RELAX NG or an ODD around it. */
export interface SchemaFile {
  readonly document: TeiDocument
  /** All elements of Schematron, and of XSLT among them, in document order. */
  readonly elements: readonly PlacedElement[]
  /** Whether another file asks for it; only the others are read from their root. */
  readonly isIncluded: boolean
  /** What its elements ask for, by the element: the name of a file that is there. */
  readonly included: ReadonlyMap<PlacedElement, string>
}

/** Whether a text has Schematron in it at all. */
export const holdsRules = (text: string): boolean => text.includes(schematron)

/** Finds the rules of a file; one that is not well-formed has none. */
export function readSchemaFile(file: TeiFile, isIncluded: boolean): Outcome<SchemaFile | undefined> {
  const flaw = flawIn(file.text)
  if (flaw) {
    const span = openSourceText(file.name, file.text).spanAt(flaw.from, flaw.to)
    return { value: undefined, diagnostics: [broken(flaw.problem, span)] }
  }
  const document = placeTei(file)
  const elements = document.elements.filter(
    (each) => (each.namespace === schematron || each.namespace === xslt) && !isExample(each),
  )
  return { value: { document, elements, isIncluded, included: new Map() }, diagnostics: [] }
}

export const broken = (problem: string, span?: SourceSpan): Diagnostic =>
  diagnose("schematron-broken", { problem }, span)

/** The start tag of an element of a schema, or one of its attributes. */
export function placeIn({ document }: SchemaFile, element: PlacedElement, attribute?: string): SourceSpan {
  const named = element.attributes.find((each) => each.name === attribute)
  const { from, to } = named ?? element
  return document.spanAt(from, to)
}

/** All files as one text: x-stet:files, and in every element of a rule where it stood. */
export function joined(files: readonly SchemaFile[]): string {
  const texts = files.map((file) => {
    const included = file.isIncluded ? ' included=""' : ""
    return `<x-stet:file name="${quoted(file.document.name)}"${included}>${content(file)}</x-stet:file>\n`
  })
  return `<x-stet:files xmlns:x-stet="${marks}">\n${texts.join("")}</x-stet:files>`
}

/** A grammar may be a thousand times as long as its rules, and only they are taken out of it. */
function content(file: SchemaFile): string {
  const root = file.document.elements[0]
  if (root === undefined) return ""
  if (root.namespace !== relaxNg) return marked(file, root.from, root.end)
  const parents = new Map<PlacedElement | undefined, string[]>()
  for (const element of file.elements) {
    if (isRule(element.parent)) continue
    const parts = parents.get(element.parent) ?? []
    parents.set(element.parent, parts)
    parts.push(marked(file, element.from, element.end))
  }
  const groups = [...parents].map(([parent, parts]) => wrapped("x-stet:part", parent, parts.join("\n")))
  return wrapped("x-stet:grammar", root, groups.join("\n"))
}

const isRule = (element: PlacedElement | undefined): boolean =>
  element !== undefined && (element.namespace === schematron || element.namespace === xslt)

function wrapped(name: string, around: PlacedElement | undefined, inner: string): string {
  const declared = [...(around?.namespaces.all() ?? [])].filter(([prefix]) => prefix !== "xml")
  const written = declared.map(
    ([prefix, uri]) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${quoted(uri)}"`,
  )
  return `<${name}${written.join("")}>${inner}</${name}>`
}

function marked(file: SchemaFile, from: number, to: number): string {
  const { text, spanAt } = file.document
  const parts: string[] = []
  let last = from
  for (const element of file.elements) {
    if (element.from < from || element.to > to) continue
    const at = element.from + 1 + element.name.length
    const included = file.included.get(element)
    const place = ` x-stet:at="${quoted(markOf(spanAt(element.from, element.to)))}"`
    const target = included === undefined ? "" : ` x-stet:file="${quoted(included)}"`
    parts.push(text.slice(last, at), place, target)
    last = at
  }
  return parts.join("") + text.slice(last, to)
}

function isExample(element: PlacedElement): boolean {
  for (let each: PlacedElement | undefined = element; each; each = each.parent)
    if (each.namespace === examples) return true
  return false
}

const quoted = (value: string) => value.replace(/[&<"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
