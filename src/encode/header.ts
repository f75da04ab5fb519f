import {
  type Document,
  type Edition,
  type EditionSettings,
  type FrontMatter,
  licenceOf,
} from "../model/edition.js"
import { startOfFile } from "../model/source-span.js"
import type { ProofReading } from "../model/textual-statement.js"
import { text } from "../xml/tree.js"
import { encodeEditorialDecl } from "./editorial-decl.js"
import { editorId, handId, witnessId } from "./named-ids.js"
import { encodeProfileDesc } from "./profile-desc.js"
import { encodeRefsDecl } from "./refs-decl.js"
import { said, some } from "./said.js"
import { type TeiElement, tei, teiNamespace } from "./tei.js"

const languageNames: Readonly<Record<string, string>> = {
  ...{ ar: "Arabic", cs: "Czech", da: "Danish", de: "German", el: "Greek", en: "English", es: "Spanish" },
  ...{ fa: "Persian", fr: "French", grc: "Ancient Greek", he: "Hebrew", hu: "Hungarian", it: "Italian" },
  ...{ ja: "Japanese", la: "Latin", nl: "Dutch", no: "Norwegian", pl: "Polish", pt: "Portuguese" },
  ...{ ru: "Russian", sv: "Swedish", tr: "Turkish", uk: "Ukrainian", und: "not determined", ur: "Urdu" },
  ...{ yi: "Yiddish", zh: "Chinese" },
}
const scriptNames: Readonly<Record<string, string>> = {
  ...{ Latn: "Latin", Latf: "Fraktur", Hebr: "Hebrew", Arab: "Arabic", Cyrl: "Cyrillic", Grek: "Greek" },
}
/** “German” for de and de-AT, “Hebrew in Latin script” for he-Latn; a tag that is not known stays as it is. */
function languageName(tag: string): string {
  const [language = tag, ...rest] = tag.split("-")
  const name = languageNames[language] ?? tag
  const script = rest.map((each) => scriptNames[each]).find((each) => each !== undefined)
  return script === undefined ? name : `${name} in ${script} script`
}

/** The teiHeader of one document: what it is, where it is kept, who wrote to whom, how it is encoded. */
export function encodeHeader(
  document: Document,
  edition: Edition,
  counts: ReadonlyMap<string, number>,
  version: string,
  readings: readonly ProofReading[],
): TeiElement {
  const { settings } = edition
  // What edition.yaml or stet says has no line of its own in the transcription: its front matter stands for it.
  const origin = startOfFile(document.file)
  return tei(
    "teiHeader",
    {},
    [
      encodeFileDesc(document, settings, readings),
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
              { name: teiNamespace },
              [...counts]
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([gi, occurs]) => tei("tagUsage", { gi, occurs: String(occurs) })),
            ),
          ]),
          ...encodeRefsDecl(document.name),
          tei("appInfo", {}, [tei("application", { ident: "stet", version }, [said("label", "stet")])]),
        ],
        origin,
      ),
      encodeProfileDesc(document, settings, languageName),
    ],
    origin,
  )
}

function encodeFileDesc(
  document: Document,
  settings: EditionSettings,
  readings: readonly ProofReading[],
): TeiElement {
  const { frontMatter, name } = document
  const editors = settings.editors.map((editor, index) =>
    tei("editor", { "xml:id": editorId(name, index + 1), role: editor.role.replace(/\s+/g, "-") }, [
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
      ...readings.map(({ by, against, on }) =>
        tei("respStmt", {}, [
          said("resp", `proof-reading against ${against}`, { when: on }),
          said("name", by),
        ]),
      ),
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

/** Whether a hand wrote the text or came to it later, as TEI has it. */
export const scopes = { text: "major", revisions: "minor" } as const

function encodeMsDesc(document: Document): TeiElement {
  const { frontMatter, name } = document
  const language = frontMatter.language
  const hands = frontMatter.hands.map((hand) =>
    tei(
      "handNote",
      {
        "xml:id": handId(name, hand.id),
        scope: hand.role && scopes[hand.role],
        medium: hand.medium?.replace(/\s+/g, "-"),
      },
      [text(hand.name)],
    ),
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
        { "xml:id": witnessId(name, witness.document), corresp: `${witness.document}.xml` },
        [text(witness.relation)],
        document.fieldSpans.get(`witnesses.${index}.document`),
      ),
    ),
  ])
}
