import { createHash } from "node:crypto"
import { localName, type XmlElement, type XmlNode } from "../xml/tree.js"

/**
 * What tells whether a text is the one that was proof-read: 16 hexadecimal digits of its words and its elements, in
 * their order. Ids and what is said of elements do not count, nor do blanks, so that a passage's new address or the
 * signs of another house make it no other text.
 */
export function textDigest(text: XmlElement): string {
  const hash = createHash("sha256")
  const visit = (node: XmlNode): void => {
    if (node.kind === "text") {
      hash.update(node.text.replace(/\s+/g, ""))
      return
    }
    // U+0001 stands in no XML text.
    hash.update(`\u0001${localName(node)}\u0001`)
    node.children.forEach(visit)
    hash.update("\u0001/\u0001")
  }
  visit(text)
  return hash.digest("hex").slice(0, 16)
}

/** The texts of a TEI file, and what is transcribed page by page; its header and registers are no text of it. */
export const textsOf = (tei: XmlElement): readonly XmlElement[] =>
  tei.children.filter(
    (child): child is XmlElement =>
      child.kind === "element" && ["text", "sourceDoc"].includes(localName(child)),
  )

/** The digest of all texts of a TEI file. */
export const documentDigest = (tei: XmlElement): string =>
  textDigest({ kind: "element", name: "texts", attributes: {}, children: textsOf(tei) })
