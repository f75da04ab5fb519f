import type { TeiElement } from "../tei.js"
import { type DecodeContext, refuse } from "./attributes.js"
import { childrenOf } from "./xml.js"

/** The elements that stet writes in a header, by where they stand, with their attributes. */
const parts: Readonly<Record<string, string>> = {
  teiHeader: "",
  "teiHeader/fileDesc": "",
  "fileDesc/titleStmt": "",
  "titleStmt/title": "",
  "titleStmt/author": "",
  "author/persName": "ref",
  "titleStmt/editor": "xml:id role",
  "editor/persName": "",
  "titleStmt/respStmt": "",
  "respStmt/resp": "when",
  "respStmt/name": "",
  "fileDesc/editionStmt": "",
  "editionStmt/edition": "n",
  "fileDesc/publicationStmt": "",
  "publicationStmt/publisher": "",
  "publicationStmt/pubPlace": "",
  "publicationStmt/date": "when",
  "publicationStmt/idno": "type",
  "publicationStmt/availability": "status",
  "availability/licence": "target",
  "availability/p": "",
  "fileDesc/seriesStmt": "",
  "seriesStmt/title": "",
  "seriesStmt/idno": "type",
  "fileDesc/sourceDesc": "",
  "sourceDesc/msDesc": "",
  "msDesc/msIdentifier": "",
  "msIdentifier/country": "",
  "msIdentifier/settlement": "",
  "msIdentifier/repository": "",
  "msIdentifier/collection": "",
  "msIdentifier/idno": "type",
  "msDesc/msContents": "",
  "msContents/msItem": "",
  "msItem/author": "",
  "msItem/title": "",
  "msItem/textLang": "mainLang",
  "msDesc/physDesc": "",
  "physDesc/objectDesc": "",
  "objectDesc/p": "",
  "physDesc/handDesc": "",
  "handDesc/handNote": "xml:id scope medium",
  "msDesc/history": "",
  "history/origin": "",
  "origin/p": "",
  "sourceDesc/listWit": "",
  "listWit/witness": "xml:id corresp",
  "teiHeader/profileDesc": "",
  "profileDesc/creation": "",
  "creation/date": "when notBefore notAfter",
  "creation/placeName": "ref",
  "creation/listChange": "ordered",
  "listChange/listChange": "ordered",
  "listChange/change": "xml:id when",
  "profileDesc/abstract": "",
  "abstract/p": "",
  "profileDesc/langUsage": "",
  "langUsage/language": "ident",
  "profileDesc/calendarDesc": "",
  "calendarDesc/calendar": "xml:id",
  "calendar/p": "",
  "profileDesc/textClass": "",
  "textClass/keywords": "",
  "keywords/term": "",
  "profileDesc/listTranspose": "",
  "listTranspose/transpose": "",
  "transpose/ptr": "target",
  "profileDesc/correspDesc": "type",
  "correspDesc/correspAction": "type",
  "correspAction/persName": "ref",
  "correspAction/orgName": "ref",
  "correspAction/placeName": "ref",
  "correspAction/date": "when notBefore notAfter",
  "correspDesc/correspContext": "",
  "correspContext/ref": "type target",
  "correspDesc/note": "",
}

/**
 * Reports what stet does not write in a header and a transcription could not hold. How the edition was
 * encoded (`encodingDesc`) is stet's own to say, from edition.yaml and from what stands in the text.
 */
export function checkHeader(header: TeiElement, context: DecodeContext): void {
  const visit = (node: TeiElement, parent: string) => {
    if (node.name === "encodingDesc") return
    const allowed = parts[parent === "" ? node.name : `${parent}/${node.name}`]
    if (allowed === undefined) {
      refuse(context, `<${node.name}> in <${parent}>`, "stet writes no such element there", node.origin)
      return
    }
    const known = allowed.split(" ")
    for (const key of Object.keys(node.attributes))
      if (!known.includes(key))
        refuse(context, `${key} on <${node.name}>`, "stet writes no such attribute there", node.origin)
    for (const child of childrenOf(node)) visit(child, node.name)
  }
  visit(header, "")
}
