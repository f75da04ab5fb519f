import { writeFrame } from "../xml/frame.js"
import { element, text, type XmlElement } from "../xml/tree.js"
import type { PublishedEdition } from "./site.js"

/** A teiCorpus without members, under a header of the edition's own: what its pages say of it. */
export const editionHeader = (edition: PublishedEdition): string =>
  writeFrame(
    element("teiCorpus", { xmlns: "http://www.tei-c.org/ns/1.0", "xml:lang": edition.language }, [
      headerOf(edition),
    ]),
  )

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
