import type { Blank, Line, Lines, Table } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import { text } from "../xml/tree.js"
import { type BodyContext, identified } from "./identified.js"
import { encodeInline } from "./inline.js"
import { type TeiElement, type TeiNode, tei } from "./tei.js"

/** A table with its rows and cells; the line ends between the rows stay where they are. */
export function encodeTable(table: Table, context: BodyContext): TeiElement {
  const words = table.rows.map((row) => (row.kind === "row" ? row.cells.map(textOf).join(" ") : ""))
  const rows = table.rows.map((row): TeiNode => {
    if (row.kind === "blank") return text(row.text, row.span)
    const cells = row.cells.map((cell) => tei("cell", {}, encodeInline(cell, context), row.span))
    return tei("row", row.heading ? { role: "label" } : {}, cells, row.span)
  })
  return tei("table", { "xml:id": context.ids.idOf("table", words.join(" ")) }, rows, table.span)
}

/** A line group for each stanza; stanzas are parted by blank lines. */
export function encodeVerse({ lines, span }: Lines, context: BodyContext): readonly TeiNode[] {
  const nodes: TeiNode[] = []
  let stanza: (Line | Blank)[] = []
  const settle = () => {
    const trailing = stanza.at(-1)
    const inside = trailing?.kind === "blank" ? stanza.slice(0, -1) : stanza
    if (inside.length > 0) {
      const words = inside.map((each) => (each.kind === "line" ? textOf(each.children) : " ")).join("")
      const children = inside.map((each) => encodeLine("l", each, context))
      nodes.push(tei("lg", { "xml:id": context.ids.idOf("lg", words) }, children, span))
    }
    if (trailing?.kind === "blank") nodes.push(text(trailing.text, trailing.span))
    stanza = []
  }
  for (const line of lines) {
    stanza.push(line)
    if (line.kind === "blank" && (stanza.length === 1 || line.text.split(/\r\n|\n|\r/).length > 2)) settle()
  }
  settle()
  return nodes
}

/** An address as it was written, line by line; within an opener or a close. */
export function encodeAddressLines({ lines, span }: Lines, context: BodyContext): TeiElement {
  const words = lines.map((each) => (each.kind === "line" ? textOf(each.children) : " ")).join("")
  const children = lines.map((each) => encodeLine("addrLine", each, context))
  return tei("address", { "xml:id": context.ids.idOf("address", words) }, children, span)
}

/** An address that is a block of its own. */
export function encodeAddress(address: Lines, context: BodyContext): TeiElement {
  return tei("ab", { type: "address" }, [encodeAddressLines(address, context)], address.span)
}

function encodeLine(name: "l" | "addrLine", line: Line | Blank, context: BodyContext): TeiNode {
  return line.kind === "blank"
    ? text(line.text, line.span)
    : identified(name, {}, line.children, context, line.span)
}
