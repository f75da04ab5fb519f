import { parseTei, type Stylesheet } from "./stylesheet.js"

/**
 * The title in a document's header, or nothing when there is none or the TEI is not well-formed. Of
 * several, that of the document itself, as f:title in xslt/parts/metadata.xsl has it.
 */
export function titleOf(tei: string, stylesheet: Stylesheet): string | undefined {
  const source = parseTei(tei, stylesheet)
  if ("problem" in source) return undefined
  const title = stylesheet.saxon.XPath.evaluate(
    `normalize-space(string((for $titles in /*/teiHeader/fileDesc/titleStmt return (
      $titles/title[@level = 'a'][normalize-space()], $titles/title[@type = 'main'][normalize-space()],
      $titles/title[normalize-space()]))[1]))`,
    source,
    { xpathDefaultNamespace: "http://www.tei-c.org/ns/1.0" },
  )
  return typeof title === "string" && title !== "" ? title : undefined
}
