import { SaxesParser } from "saxes"
import { withoutDoctype } from "./doctype.js"
import { element, text, type XmlElement, type XmlNode } from "./tree.js"

/**
 * A well-formed text as a tree, its elements by their names as written. `undefined` where it is not
 * well-formed; of a document type declaration nothing is read.
 */
export function readTree(wellFormed: string): XmlElement | undefined {
  const open: { readonly made: XmlElement; readonly children: XmlNode[] }[] = []
  let root: XmlElement | undefined
  let isWhole = true
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on("opentag", ({ name, attributes }) => {
    const children: XmlNode[] = []
    const made: XmlElement = { ...element(name, attributes), children }
    root ??= made
    open.at(-1)?.children.push(made)
    open.push({ made, children })
  })
  parser.on("closetag", () => open.pop())
  const put = (characters: string) => open.at(-1)?.children.push(text(characters))
  parser.on("text", put)
  parser.on("cdata", put)
  parser.on("error", () => {
    isWhole = false
  })
  parser.write(withoutDoctype(wellFormed)).close()
  return isWhole ? root : undefined
}
