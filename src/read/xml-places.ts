import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import type { XmlElement } from "../xml/tree.js"

/**
 * Where each element's start tag stands in the source it was read from. The tree has no places, but
 * its elements come in the order of their tags.
 */
export function placesIn(source: SourceText, root: XmlElement): (element: XmlElement) => SourceSpan {
  const tags = startTags(source.text)
  const places = new Map<XmlElement, SourceSpan>()
  let next = 0
  const visit = (element: XmlElement) => {
    const tag = tags[next++]
    if (tag?.name === element.name) places.set(element, source.spanAt(tag.start, tag.end))
    for (const child of element.children) if (child.kind === "element") visit(child)
  }
  visit(root)
  const start = source.spanAt(0, 0)
  return (element) => places.get(element) ?? start
}

interface StartTag {
  readonly name: string
  readonly start: number
  readonly end: number
}

function startTags(text: string): readonly StartTag[] {
  const tags: StartTag[] = []
  const past = (closer: string, from: number) => {
    const at = text.indexOf(closer, from)
    return at < 0 ? text.length : at + closer.length
  }
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (text.startsWith("<!--", at)) at = past("-->", at + 4)
    else if (text.startsWith("<![CDATA[", at)) at = past("]]>", at + 9)
    else if (text.startsWith("<?", at)) at = past("?>", at + 2)
    else {
      const end = endOfTag(text, at)
      const name = /^[^\s/>]+/.exec(text.slice(at + 1, Math.min(end, at + 200)))?.[0]
      if (name !== undefined && name !== "!") tags.push({ name, start: at, end })
      at = end
    }
  }
  return tags
}

/** After the “>” that closes a tag; one inside a quoted value closes nothing. */
function endOfTag(text: string, start: number): number {
  let quote = ""
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at] ?? ""
    if (quote !== "") quote = sign === quote ? "" : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === ">") return at + 1
  }
  return text.length
}
