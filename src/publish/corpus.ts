import { writeFrame } from "../xml/frame.js"
import { element, text, type XmlElement } from "../xml/tree.js"
import type { PublishedEdition, SiteDocument } from "./site.js"

/** A teiCorpus of the edition's documents under a header of the edition's own: what the index shows. */
export function corpusOf(edition: PublishedEdition, documents: readonly SiteDocument[]): string {
  const root = element("teiCorpus", { xmlns: "http://www.tei-c.org/ns/1.0", "xml:lang": edition.language }, [
    headerOf(edition),
  ])
  return writeFrame(
    root,
    documents.map((each) => withoutProlog(each.tei).trim()),
  )
}

/**
 * A member of a corpus has nothing before its root element: no byte order mark, no XML declaration, no
 * document type, whatever that declares, no comments and instructions.
 *
 * Linear: each of the alternatives begins with another sign, and none is tried twice at one place.
 */
function withoutProlog(tei: string): string {
  let at = 0
  for (;;) {
    prologPart.lastIndex = at
    const part = prologPart.exec(tei)?.[0]
    if (!part) return tei.slice(at)
    at += part.length
  }
}

const instruction = /<\?(?:[^?]|\?(?!>))*\?>/.source
const comment = /<!--(?:[^-]|-(?!->))*-->/.source
const quoted = /"[^"]*"|'[^']*'/.source
const subset = `\\[(?:[^\\]"'<]|${quoted}|${comment}|${instruction}|<(?!!--|\\?))*\\]`
const documentType = `<!DOCTYPE(?:[^<>[\\]"']|${quoted}|${subset})*>`
const prologPart = new RegExp(`[\\ufeff\\s]+|${instruction}|${comment}|${documentType}`, "y")

function headerOf(edition: PublishedEdition): XmlElement {
  const said = (name: string, value: string) => element(name, {}, [text(value)])
  return element("teiHeader", {}, [
    element("fileDesc", {}, [
      element("titleStmt", {}, [
        said("title", edition.title),
        ...edition.editors.map((editor) => said("editor", editor)),
      ]),
      element("editionStmt", {}, [said("edition", edition.version)]),
      element("publicationStmt", {}, [
        element("availability", {}, [
          element("licence", { target: edition.licenceUrl }, [text(edition.licence)]),
        ]),
      ]),
      element("sourceDesc", {}, [said("p", "The sources are described in the documents' headers.")]),
    ]),
    edition.statement === undefined
      ? undefined
      : element("encodingDesc", {}, [element("projectDesc", {}, [said("p", edition.statement)])]),
  ])
}
