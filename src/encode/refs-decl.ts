import { textId } from "./named-ids.js"
import { said } from "./said.js"
import { type TeiElement, tei } from "./tei.js"

/** The elements that get ids as blocks, in the order in which a letter may have them. */
const blocks = (document: string): readonly string[] => [
  // The division of the document's own text is the document.
  `self::div[@xml:id != '${textId(document)}']`,
  "self::head",
  "self::ab",
  // Catchwords and running heads, to which the editor may give an id, are no letterheads.
  "self::fw[@type = 'letterhead']",
  ...["opener", "dateline", "address", "addrLine", "salute", "p", "quote"].map((name) => `self::${name}`),
  ...["list", "item", "lg", "l", "table", "milestone", "closer", "signed"].map((name) => `self::${name}`),
]

/**
 * How the document and its blocks are cited: in words, and for programs. Blocks are of one level, though some hold
 * others, since the id of each says by itself which it is; and of one structure, since servers of texts that
 * read it take the first of several and leave the others.
 */
export function encodeRefsDecl(document: string): readonly TeiElement[] {
  const match = `/TEI/text/body//*[${blocks(document).join(" or ")}][@xml:id]`
  return [
    tei("refsDecl", {}, [
      said(
        "p",
        "The document and every block of it have an identifier (xml:id), unique across the edition, by which they are cited.",
      ),
    ]),
    tei("refsDecl", {}, [
      tei("citeStructure", { unit: "block", match, use: "@xml:id" }, [
        tei("citeData", { property: "http://purl.org/dc/terms/type", use: "local-name()" }),
      ]),
    ]),
  ]
}
