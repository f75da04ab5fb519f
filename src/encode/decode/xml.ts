import { SaxesParser } from "saxes"
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { type SourceSpan, startOfFile } from "../../model/source-span.js"
import { element, text, type XmlElement, type XmlNode } from "../../xml/tree.js"
import type { TeiElement, TeiNode } from "../tei.js"

/** How deep elements may nest; stet itself stays far below. */
const depthLimit = 600

export interface TeiReading {
  readonly root: TeiElement | undefined
  readonly diagnostics: readonly Diagnostic[]
}

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: TeiNode[]
  readonly span: SourceSpan
}

/**
 * Reads a TEI file as a tree in which each element knows its line. A file that is not well-formed, nests
 * beyond reason or has a DOCTYPE, which could bring in text from elsewhere, gives a diagnostic instead.
 */
export function readTei(written: string, file: string): TeiReading {
  let problem: Diagnostic | undefined
  let root: TeiElement | undefined
  const open: OpenElement[] = []
  const parser = new SaxesParser({ xmlns: false, fileName: file })
  const here = (length = 0): SourceSpan => {
    const offset = Math.max(0, parser.position - length)
    const start = { line: parser.line, column: Math.max(1, parser.columnIndex - length + 1), offset }
    return { file, start, end: { ...start, column: start.column + length, offset: offset + length } }
  }
  let begun = here()
  const refuse = (found: Diagnostic) => {
    problem ??= found
  }
  const put = (node: XmlNode<SourceSpan>) => open.at(-1)?.children.push(node)
  parser.on("error", (error) => {
    const message = error.message.replace(/^[^:]*:?\d+:\d+: /, "").replace(/\.$/, "")
    refuse(diagnose("tei-not-well-formed", { problem: message }, here()))
  })
  parser.on("doctype", () =>
    refuse(diagnose("doctype-refused", { problem: "it could declare entities" }, here())),
  )
  parser.on("opentagstart", (tag) => {
    begun = here(tag.name.length + 2)
  })
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= depthLimit)
      refuse(diagnose("tei-undecodable", { what: `<${name}>`, problem: "it is nested too deep" }, begun))
    else if (!problem) open.push({ name, attributes: { ...attributes }, children: [], span: begun })
  })
  parser.on("closetag", () => {
    const closed = problem ? undefined : open.pop()
    if (!closed) return
    const made: XmlElement<SourceSpan> = element(closed.name, closed.attributes, closed.children, closed.span)
    if (open.length === 0) root ??= made
    else put(made)
  })
  const putText = (characters: string) => {
    if (!problem) put(text(characters, here()))
  }
  parser.on("text", putText)
  parser.on("cdata", putText)
  parser.write(written).close()
  if (problem) return { root: undefined, diagnostics: [problem] }
  const missing = diagnose("tei-not-well-formed", { problem: "it holds no element" }, startOfFile(file))
  return { root, diagnostics: root ? [] : [missing] }
}

/** The first element of these names, each inside the one before. */
export function inside(node: TeiElement | undefined, ...names: readonly string[]): TeiElement | undefined {
  let found = node
  for (const name of names) found = childrenOf(found).find((child) => child.name === name)
  return found
}

/** The elements directly inside one. */
export const childrenOf = (node: TeiElement | undefined): readonly TeiElement[] =>
  node?.children.filter((child): child is TeiElement => child.kind === "element") ?? []

/** All characters inside an element. */
export const wordsIn = (node: TeiElement | undefined): string | undefined =>
  node?.children.map((child) => (child.kind === "text" ? child.text : (wordsIn(child) ?? ""))).join("")
