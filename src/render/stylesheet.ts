import { loadSaxon, type Saxon, type XmlDocument } from "./saxon.js"

/** The compiled transformation, ready to run; and the TEI it has parsed for the views to come. */
export interface Stylesheet {
  readonly saxon: Saxon
  readonly internal: object
  readonly parsed: Map<string, XmlDocument>
}

/**
 * A document is parsed once for all its views. So many characters of TEI are kept as trees, which take fifty
 * times their room; the oldest goes first.
 */
const keptCharacters = 2_000_000

/**
 * Opens xslt/edition.sef.json, given as text. It is parsed here, once.
 *
 * @throws SyntaxError when the text is no JSON: the package was built wrongly.
 */
export async function openStylesheet(sef: string): Promise<Stylesheet> {
  const saxon = loadSaxon()
  return { saxon, internal: JSON.parse(sef) as object, parsed: new Map() }
}

/** The document node of a TEI text, or what keeps it from being XML. */
export function parseTei(tei: string, stylesheet: Stylesheet): XmlDocument | { readonly problem: string } {
  const known = stylesheet.parsed.get(tei)
  if (known !== undefined) return known
  const document = parseAnew(tei, stylesheet)
  if ("problem" in document) return document
  stylesheet.parsed.set(tei, document)
  let kept = 0
  for (const text of stylesheet.parsed.keys()) kept += text.length
  for (const text of stylesheet.parsed.keys()) {
    if (kept <= keptCharacters || text === tei) break
    stylesheet.parsed.delete(text)
    kept -= text.length
  }
  return document
}

/** A document node that nobody else has. */
export function parseAnew(tei: string, stylesheet: Stylesheet): XmlDocument | { readonly problem: string } {
  try {
    return stylesheet.saxon.getPlatform().parseXmlFromString(tei)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { problem: /call stack/i.test(problem) ? "its elements are nested too deeply" : problem }
  }
}
