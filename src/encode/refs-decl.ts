import type { IdentifiedBlock } from "./ids.js"
import { textId } from "./named-ids.js"
import { said } from "./said.js"
import { type TeiElement, tei } from "./tei.js"

/** What blocks of one role are called in a reference, and what tells them from others of the same name. */
interface Unit {
  readonly unit: string
  readonly which?: (document: string) => string
}

/** The blocks that are published with an id, by the role under which they are. */
const units: Readonly<Record<string, Unit>> = {
  // The division of the document's own text is the document.
  div: { unit: "section", which: (document) => `@xml:id != '${textId(document)}'` },
  head: { unit: "heading" },
  ab: { unit: "heading" },
  // Running heads and catchwords, which may have ids given by the editor, are no letterheads.
  fw: { unit: "letterhead", which: () => "@type = 'letterhead'" },
  opener: { unit: "opening" },
  dateline: { unit: "dateline" },
  address: { unit: "address" },
  addrLine: { unit: "address-line" },
  salute: { unit: "salutation" },
  p: { unit: "paragraph" },
  quote: { unit: "quotation" },
  list: { unit: "list" },
  item: { unit: "item" },
  lg: { unit: "stanza" },
  l: { unit: "line" },
  table: { unit: "table" },
  milestone: { unit: "separator" },
  closer: { unit: "closing" },
  signed: { unit: "signature" },
}

/**
 * How the document and its blocks are cited: in words, and for programs by a citeStructure for each role that the
 * document has. All of these are of one level, since the id of a block says by itself which it is.
 */
export function encodeRefsDecl(document: string, blocks: readonly IdentifiedBlock[]): readonly TeiElement[] {
  const roles = new Set(blocks.map(({ role }) => role))
  const structures = Object.entries(units).flatMap(([role, { unit, which }]) => {
    if (!roles.has(role)) return []
    const condition = which === undefined ? "" : `[${which(document)}]`
    const match = `/TEI/text/body//${role}[@xml:id]${condition}`
    return [tei("citeStructure", { unit, match, use: "@xml:id" })]
  })
  const words = tei("refsDecl", {}, [
    said(
      "p",
      "The document and every block of it have an identifier (xml:id), unique across the edition, by which they are cited.",
    ),
  ])
  return structures.length === 0 ? [words] : [words, tei("refsDecl", {}, structures)]
}
