import type { Transcription } from "../model/transcription.js"
import { readXml } from "../xml/read.js"
import { text, type XmlElement, type XmlNode } from "../xml/tree.js"

/**
 * The source's characters as they stand in the TEI, in order: all text of the body, with the signs of
 * a separator from `milestone/@n`. Left out is what the editor added: `corr` and `note[@type='textConst']`.
 */
export function sourceTextOf(body: XmlNode): string {
  const parts: string[] = []
  const visit = (node: XmlNode): void => {
    if (node.kind === "text") parts.push(node.text)
    else if (node.name === "milestone") parts.push(node.attributes["n"] ?? "")
    else if (node.name !== "corr" && node.attributes["type"] !== "textConst") node.children.forEach(visit)
  }
  visit(body)
  return parts.join("")
}

/** The characters of a transcription's body that are not mark-up. */
export function unmarkedText(transcription: Transcription): string {
  const { body, bodyStart, markup } = transcription
  const parts: string[] = []
  let at = 0
  for (const range of markup) {
    parts.push(body.slice(at, range.start - bodyStart))
    at = range.end - bodyStart
  }
  parts.push(body.slice(at))
  return parts.join("")
}

/**
 * Where the text of a written TEI file first departs from the transcription's; undefined where all is
 * conserved. The file is read back by another library than wrote it, so that neither is its own judge.
 */
export function firstLoss(
  transcription: Transcription,
  written: string,
): { readonly expected: string; readonly got: string } | undefined {
  const expected = unmarkedText(transcription)
  const got = sourceTextOf(bodyOf(readXml(written)))
  if (expected === got) return undefined
  let at = 0
  while (at < expected.length && expected[at] === got[at]) at++
  return {
    expected: JSON.stringify(expected.slice(at, at + 24)),
    got: JSON.stringify(got.slice(at, at + 24)),
  }
}

function bodyOf(root: XmlElement | undefined): XmlNode {
  const inside = (node: XmlNode | undefined, name: string) =>
    node?.kind === "element"
      ? node.children.find((child) => child.kind === "element" && child.name === name)
      : undefined
  return inside(inside(root, "text"), "body") ?? text("")
}
