import { SaxesParser } from "saxes"

/** An element as it was read, with all words in it. */
export interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Read[]
  words: string
}

/** What an XML file holds, below a root that has no name. */
export function readXml(text: string): Read {
  const top: Read = { name: "", attributes: {}, children: [], words: "" }
  const open = [top]
  const parser = new SaxesParser()
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name, attributes }) => {
    const element: Read = { name, attributes, children: [], words: "" }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("text", (words) => {
    for (const each of open) each.words += words
  })
  parser.on("closetag", () => {
    open.pop()
  })
  parser.write(text).close()
  return top
}

/** The elements of a name within another, in their order. */
export const all = (of: Read, name: string): readonly Read[] =>
  of.children.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)])
