import {
  type Document,
  type Edition,
  type EditionSettings,
  type FrontMatter,
  licenceOf,
} from "../model/edition.js"
import { startOfFile } from "../model/source-span.js"
import { isRevised } from "../model/transcription.js"
import { text } from "../xml/tree.js"
import { encodeEditorialDecl } from "./conventions.js"
import { encodeCorrespDesc } from "./correspondence.js"
import { encodeDate } from "./date.js"
import { type TeiElement, tei } from "./tei.js"

const languageNames: Readonly<Record<string, string>> = {
  en: "English",
  de: "German",
  fr: "French",
  it: "Italian",
  es: "Spanish",
  ru: "Russian",
  la: "Latin",
}
const languageName = (tag: string) => languageNames[tag.split("-")[0] ?? tag] ?? tag

const said = (name: string, value: string | undefined, attributes: Readonly<Record<string, string>> = {}) =>
  value === undefined ? undefined : tei(name, attributes, [text(value)])
const some = (name: string, children: readonly (TeiElement | undefined)[]) =>
  children.some((child) => child !== undefined) ? tei(name, {}, children) : undefined

/** The teiHeader of one document: what it is, where it is kept, who wrote to whom, how it is encoded. */
export function encodeHeader(
  document: Document,
  edition: Edition,
  counts: ReadonlyMap<string, number>,
  version: string,
): TeiElement {
  const { settings } = edition
  // What edition.yaml or stet says has no line of its own in the transcription: its front matter stands for it.
  const origin = startOfFile(document.file)
  return tei(
    "teiHeader",
    {},
    [
      encodeFileDesc(document, settings),
      tei(
        "encodingDesc",
        {},
        [
          tei("projectDesc", {}, [
            said(
              "p",
              settings.statement ??
                `${settings.title}: a digital edition made from transcriptions with stet.`,
            ),
          ]),
          encodeEditorialDecl(document, settings),
          tei("tagsDecl", {}, [
            tei(
              "namespace",
              { name: "http://www.tei-c.org/ns/1.0" },
              [...counts]
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([gi, occurs]) => tei("tagUsage", { gi, occurs: String(occurs) })),
            ),
          ]),
          tei("refsDecl", {}, [
            said(
              "p",
              "Every block has an identifier (xml:id), unique across the edition, by which it can be cited.",
            ),
          ]),
          tei("appInfo", {}, [tei("application", { ident: "stet", version }, [said("label", "stet")])]),
        ],
        origin,
      ),
      encodeProfileDesc(document, settings),
    ],
    origin,
  )
}

function encodeFileDesc(document: Document, settings: EditionSettings): TeiElement {
  const { frontMatter, name } = document
  const editors = settings.editors.map((editor, index) =>
    tei("editor", { "xml:id": `${name}.ed${index + 1}`, role: editor.role.replace(/\s+/g, "-") }, [
      said("persName", editor.name),
    ]),
  )
  const transcriber = frontMatter.transcriber
    ? tei("respStmt", {}, [said("resp", "transcription"), said("name", frontMatter.transcriber)])
    : undefined
  return tei("fileDesc", {}, [
    tei("titleStmt", {}, [
      said("title", frontMatter.title),
      tei("author", {}, [said("persName", frontMatter.sender)]),
      ...editors,
      transcriber,
    ]),
    tei("editionStmt", {}, [said("edition", `Edition ${settings.version}`, { n: settings.version })]),
    tei("publicationStmt", {}, [
      said("publisher", settings.publisher),
      said("pubPlace", settings.place),
      settings.date ? said("date", settings.date, { when: settings.date }) : undefined,
      said("idno", name, { type: "stet" }),
      encodeAvailability(frontMatter.licence),
    ]),
    tei("seriesStmt", {}, [
      said("title", settings.title),
      settings.url ? said("idno", settings.url, { type: "url" }) : undefined,
    ]),
    tei("sourceDesc", {}, [encodeMsDesc(document), encodeWitnesses(document)]),
  ])
}

function encodeAvailability(licence: string): TeiElement {
  if (licence === "unknown")
    return tei("availability", { status: "unknown" }, [said("p", "The rights have not been stated.")])
  const { name, url } = licenceOf(licence)
  return tei("availability", { status: "free" }, [tei("licence", { target: url }, [text(name)])])
}

function encodeMsDesc(document: Document): TeiElement {
  const { frontMatter, name } = document
  const language = frontMatter.language
  const hands = frontMatter.hands.map((hand) =>
    tei("handNote", { "xml:id": `${name}.hand-${hand.id}`, medium: hand.medium?.replace(/\s+/g, "-") }, [
      text(hand.name),
    ]),
  )
  const objectDesc = frontMatter.extent ? tei("objectDesc", {}, [said("p", frontMatter.extent)]) : undefined
  const handDesc = hands.length > 0 ? tei("handDesc", {}, hands) : undefined
  return tei("msDesc", {}, [
    tei("msIdentifier", {}, [
      said("country", frontMatter.country),
      said("settlement", frontMatter.settlement),
      said("repository", frontMatter.repository ?? "unknown"),
      said("collection", frontMatter.collection),
      said("idno", frontMatter.shelfmark, { type: "shelfmark" }),
    ]),
    tei("msContents", {}, [
      tei("msItem", {}, [
        tei("author", {}, [said("persName", frontMatter.sender)]),
        said("title", frontMatter.title),
        language ? said("textLang", languageName(language), { mainLang: language }) : undefined,
      ]),
    ]),
    some("physDesc", [objectDesc, handDesc]),
    encodeHistory(frontMatter),
  ])
}

function encodeHistory({ source }: FrontMatter): TeiElement | undefined {
  return source ? tei("history", {}, [tei("origin", {}, [said("p", source)])]) : undefined
}

function encodeWitnesses(document: Document): TeiElement | undefined {
  const { frontMatter, name } = document
  if (frontMatter.witnesses.length === 0) return undefined
  return tei("listWit", {}, [
    tei("witness", { "xml:id": `${name}.wit` }, [text(`This document: ${frontMatter.title}`)]),
    ...frontMatter.witnesses.map((witness, index) =>
      tei(
        "witness",
        { "xml:id": `${name}.wit-${witness.document}`, corresp: `${witness.document}.xml` },
        [text(witness.relation)],
        document.fieldSpans.get(`witnesses.${index}.document`),
      ),
    ),
  ])
}

function encodeProfileDesc(document: Document, settings: EditionSettings): TeiElement {
  const { frontMatter, transcription, name } = document
  const language = frontMatter.language ?? settings.language
  const stages = isRevised(transcription.blocks)
    ? tei("listChange", { ordered: "true" }, [
        said("change", "The first writing.", { "xml:id": `${name}.first` }),
        said(
          "change",
          "The revision: words struck and added after the first writing. In what order among themselves is not asserted.",
          {
            "xml:id": `${name}.revised`,
          },
        ),
      ])
    : undefined
  return tei("profileDesc", {}, [
    some("creation", [encodeDate(frontMatter.date), said("placeName", frontMatter.place), stages]),
    tei("langUsage", {}, [said("language", languageName(language), { ident: language })]),
    tei("textClass", {}, [tei("keywords", {}, [said("term", frontMatter.kind)])]),
    encodeCorrespDesc(document),
  ])
}
