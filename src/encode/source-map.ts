import type { SourcePoint, SourceSpan } from "../model/source-span.js"
import type { WrittenPlace } from "../xml/serialise.js"
import type { EncodedDocument } from "./encode-document.js"

/**
 * The source map of a TEI file, as JSON: which stretch of the transcription each node was made from.
 *
 *     { "version": 1, "file": "letter.xml", "source": "sources/letter.md", "nodes": [
 *     { "element": "p", "id": "letter.abc2345", "line": 9, "column": 1, "start": […], "end": […] },
 *     { "line": 9, "column": 31, "start": [12, 1, 240], "end": [12, 30, 269] }
 *     ] }
 *
 * `nodes` has elements and texts in the file's order, one on each line; a text has no `element`. `line`
 * and `column` say where the node begins in the TEI file, `start` and `end` where its stretch begins and
 * ends in the source: line, column and offset. Lines and columns count from 1, offsets from 0, columns
 * and offsets in UTF-16 units. `file` stands in a node whose stretch lies in another file than `source`.
 * A node that was made from no source, as the header's, is left out.
 */
export function sourceMapOf(encoded: EncodedDocument): string {
  const { name, source, places, textPlaces } = encoded
  const nodes: string[] = []
  let next = 0
  const textsBefore = (place: WrittenPlace<SourceSpan> | undefined) => {
    for (let text = textPlaces[next]; text && precedes(text, place); text = textPlaces[++next])
      nodes.push(JSON.stringify(placed(text, source)))
  }
  for (const place of places) {
    textsBefore(place)
    const { name: element, id } = place
    nodes.push(JSON.stringify({ element, ...(id === undefined ? {} : { id }), ...placed(place, source) }))
  }
  textsBefore(undefined)
  const head = JSON.stringify({ version: 1, file: `${name}.xml`, source })
  const list = nodes.length === 0 ? "[]" : `[\n${nodes.join(",\n")}\n]`
  return `${head.slice(0, -1)},"nodes":${list}}\n`
}

function precedes(text: WrittenPlace<SourceSpan>, place: WrittenPlace<SourceSpan> | undefined): boolean {
  if (!place) return true
  return text.line < place.line || (text.line === place.line && text.column <= place.column)
}

function placed({ line, column, origin }: WrittenPlace<SourceSpan>, source: string): object {
  const { file, start, end } = origin
  const stretch = { line, column, start: point(start), end: point(end) }
  return file === source ? stretch : { ...stretch, file }
}

const point = ({ line, column, offset }: SourcePoint): readonly number[] => [line, column, offset]
