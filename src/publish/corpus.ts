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

/** A member of a corpus has no XML declaration and no document type of its own. */
function withoutProlog(tei: string): string {
  return tei.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, "").replace(/^<!DOCTYPE[^>[]*>\s*/, "")
}

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
