import type { TeiElement } from "../tei.js"
import { checkAttributes, type DecodeContext, refuse } from "./attributes.js"
import { decodeInline } from "./inline.js"
import type { TableRow } from "./items.js"
import type { Piece } from "./pieces.js"
import { childrenOf } from "./xml.js"

/** The rows of a table, with the line ends between them. */
export function decodeRows(table: TeiElement, context: DecodeContext): readonly TableRow[] {
  const rows: { heading: boolean; cells: readonly (readonly Piece[])[]; after: string }[] = []
  for (const child of table.children) {
    if (child.kind === "text") {
      const last = rows.at(-1)
      if (last && child.text.trim() === "") last.after += child.text
      else refuse(context, "words in <table>", "stet writes words only inside cells", table.origin)
      continue
    }
    checkAttributes(child, { role: "label" }, context)
    for (const each of child.children) {
      if (each.kind === "element") checkAttributes(each, {}, context)
      else refuse(context, "words in <row>", "stet writes words only inside cells", child.origin)
    }
    const cells = childrenOf(child).map((cell) => decodeInline(cell.children, context))
    rows.push({ heading: child.attributes["role"] === "label", cells, after: "" })
  }
  return rows
}

/** Verse or an address, line by line, with the blanks between the lines. */
export function decodeLines(
  holder: TeiElement,
  name: "l" | "addrLine",
  context: DecodeContext,
): readonly (readonly Piece[] | string)[] {
  return holder.children.map((child) => {
    if (child.kind === "text") {
      if (child.text.trim() !== "")
        refuse(context, `words in <${holder.name}>`, "stet writes words only inside lines", holder.origin)
      return child.text
    }
    if (child.name !== name)
      refuse(context, `<${child.name}>`, `stet writes only <${name}> there`, child.origin)
    checkAttributes(child, {}, context)
    return decodeInline(child.children, context)
  })
}
