import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { SourceSpan } from "../model/source-span.js"

/**
 * What a file of XML is, by its outermost element: a TEI document or corpus; a piece of TEI that others
 * include (a surface, a header); TEI whose namespace was forgotten; TEI P4, which had none; something else.
 */
export type XmlKind = "tei" | "tei-part" | "tei-without-namespace" | "tei-p4" | "foreign"

export interface Root {
  readonly local: string
  readonly namespace: string
}

const teiNamespace = "http://www.tei-c.org/ns/1.0"

export function kindOf({ local, namespace }: Root): XmlKind {
  const isWhole = local === "TEI" || local === "teiCorpus"
  if (namespace === teiNamespace) return isWhole ? "tei" : "tei-part"
  if (namespace !== "") return "foreign"
  if (local === "TEI.2" || local === "teiCorpus.2") return "tei-p4"
  return isWhole ? "tei-without-namespace" : "foreign"
}

/** The word on a file that is no TEI P5 and is left out; `span` is the start tag of its outermost element. */
export function foreignIn(root: Root, span: SourceSpan): Diagnostic | undefined {
  const kind = kindOf(root)
  switch (kind) {
    case "tei":
    case "tei-part":
      return undefined
    case "tei-without-namespace":
      return diagnose("namespace-missing", {}, span)
    case "tei-p4":
      return diagnose("tei-foreign", { what: "TEI P4, the form before 2007" }, span)
    case "foreign":
      return diagnose("tei-foreign", { what: nameOf(root) }, span)
    default:
      return kind satisfies never
  }
}

/** Formats that lie beside TEI in the folders of editions: how their namespaces begin. */
const formats: readonly (readonly [string, string])[] = [
  ["http://schema.primaresearch.org/PAGE/", "PAGE, the form in which Transkribus and OCR tools keep pages"],
  ["http://www.loc.gov/standards/alto/", "ALTO, a form in which OCR tools keep pages"],
  ["http://bibnum.bnf.fr/ns/alto", "ALTO, a form in which OCR tools keep pages"],
  ["http://www.w3.org/1999/xhtml", "HTML"],
  ["http://www.loc.gov/METS/", "METS, the table of contents of a digitised book"],
  ["http://www.loc.gov/mods/", "MODS, a catalogue entry"],
  ["http://www.loc.gov/MARC21/", "MARC, a catalogue entry"],
  ["urn:isbn:1-931666-22-9", "EAD, a finding aid"],
  ["http://ead3.archivists.org/", "EAD, a finding aid"],
  ["http://docbook.org/ns/docbook", "DocBook"],
  ["http://relaxng.org/ns/structure/", "a RELAX NG schema"],
  ["http://purl.oclc.org/dsdl/schematron", "a Schematron schema"],
  ["http://www.w3.org/2001/XMLSchema", "an XML Schema"],
  ["http://www.w3.org/1999/XSL/Transform", "an XSLT stylesheet"],
  ["http://www.w3.org/2000/svg", "SVG, a drawing"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "RDF"],
  ["http://www.openarchives.org/OAI/", "an answer of an OAI server"],
  ["http://schemas.openxmlformats.org/", "part of a document of Word"],
  ["http://www.w3.org/2003/InkML", "InkML"],
  ["http://www.music-encoding.org/ns/mei", "MEI, encoded music"],
]

/** Those that need no namespace, by the name of their outermost element. */
const bare: Readonly<Record<string, string>> = {
  html: "HTML",
  HTML: "HTML",
  alto: "ALTO, a form in which OCR tools keep pages",
  PcGts: "PAGE, the form in which Transkribus and OCR tools keep pages",
  mets: "METS, the table of contents of a digitised book",
  ead: "EAD, a finding aid",
  article: "JATS or DocBook, forms of articles",
  document: "the document of ABBYY or of another OCR tool",
}

function nameOf({ local, namespace }: Root): string {
  const known = formats.find(([beginning]) => namespace !== "" && namespace.startsWith(beginning))?.[1]
  if (known !== undefined) return known
  if (namespace === "")
    return Object.hasOwn(bare, local)
      ? (bare[local] ?? local)
      : `XML of another kind, with “<${local}>” outermost`
  return `XML of another kind, “<${local}>” in the namespace ${namespace}`
}
