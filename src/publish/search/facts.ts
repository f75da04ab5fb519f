import type { Words } from "../../model/page.js"
import type { XmlElement } from "../../xml/tree.js"
import { at, elementsIn, localName, wordsOf } from "./tei.js"

/** What a header says of its document that only the search asks for. */
export interface Facts {
  /** The languages of the document, as the pages call them. */
  readonly languages: readonly string[]
  /** All names of the persons, places and organisations in its registers. */
  readonly names: readonly string[]
}

/** The facts of a TEI document or corpus; `words` has the names of languages, as xslt/parts/languages.xsl uses them. */
export function factsOf(root: XmlElement, words: Words): Facts {
  const own = root.attributes["xml:lang"]
  const listed = at([root], "teiHeader", "profileDesc", "langUsage", "language").map((each) => {
    const tag = each.attributes["ident"] ?? ""
    return words[`language.${tag.toLowerCase()}`] ?? (wordsOf(each) || tag)
  })
  const languages =
    listed.length > 0 || own === undefined ? listed : [words[`language.${own.toLowerCase()}`] ?? own]
  return { languages: unique(languages), names: namesIn(root) }
}

const unique = (values: readonly string[]) => [...new Set(values)].filter((each) => each !== "")

const lists = ["listPerson", "listPlace", "listOrg"]
const called = ["persName", "placeName", "orgName", "name", "settlement", "geogName"]

function namesIn(root: XmlElement): readonly string[] {
  const names: string[] = []
  const visit = (element: XmlElement, isListed: boolean) => {
    for (const child of elementsIn(element)) {
      if (isListed && called.includes(localName(child))) names.push(wordsOf(child))
      else visit(child, isListed || lists.includes(localName(child)))
    }
  }
  for (const part of at([root], ["teiHeader", "standOff"])) visit(part, false)
  return unique(names)
}
