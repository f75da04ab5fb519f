import {
  type DocumentDate,
  type DocumentStatus,
  documentKinds,
  type FrontMatter,
  type Hand,
  type Stage,
  type WitnessRelation,
} from "../../model/edition.js"
import { scopes } from "../header.js"
import { handId, stageId, witnessId } from "../named-ids.js"
import type { TeiElement } from "../tei.js"
import { type DecodeContext, refuse, withoutPrefix } from "./attributes.js"
import { decodeImages } from "./facsimile.js"
import { checkHeader } from "./header-parts.js"
import { childrenOf, inside, wordsIn } from "./xml.js"

/**
 * What a TEI header says that stands in a transcription's front matter; what comes from edition.yaml is
 * left out. Emendations stand in the text. A status that the kind implies is not stated, and of two ways
 * to give a licence the words come before the address. Undefined where the title or another field that a
 * transcription must have is missing, which is reported.
 */
export function decodeFrontMatter(root: TeiElement, context: DecodeContext): FrontMatter | undefined {
  const header = inside(root, "teiHeader")
  if (!header) {
    refuse(context, "this file", "it has no teiHeader, from which the front matter comes", root.origin)
    return undefined
  }
  checkHeader(header, context)
  const at = (...names: readonly string[]) => inside(header, ...names)
  const words = (...names: readonly string[]) => wordsIn(at(...names))
  const profile = (...names: readonly string[]) => at("profileDesc", ...names)
  const actions = childrenOf(profile("correspDesc")).filter((each) => each.name === "correspAction")
  const recipient = wordsIn(childrenOf(actions[1]).find((each) => /^(?:pers|org)Name$/.test(each.name)))
  const title = words("fileDesc", "titleStmt", "title")
  const sender = words("fileDesc", "titleStmt", "author", "persName")
  const term = wordsIn(profile("textClass", "keywords", "term"))
  const kind = documentKinds.find((each) => each === term)
  if (!title || !sender || !recipient || !kind) {
    const missing = !title ? "title" : !sender ? "sender" : !recipient ? "recipient" : "kind"
    refuse(context, "this <teiHeader>", `it says no ${missing} where stet writes it`, header.origin)
    return undefined
  }
  const description = (...names: readonly string[]) => at("fileDesc", "sourceDesc", "msDesc", ...names)
  const identifier = (name: string) => wordsIn(description("msIdentifier", name))
  const repository = identifier("repository")
  const fields = {
    date: decodeDate(profile("creation", "date")),
    place: wordsIn(profile("creation", "placeName")),
    country: identifier("country"),
    settlement: identifier("settlement"),
    repository: repository === "unknown" ? undefined : repository,
    collection: identifier("collection"),
    shelfmark: identifier("idno"),
    source: wordsIn(description("history", "origin", "p")),
    extent: wordsIn(description("physDesc", "objectDesc", "p")),
    language: description("msContents", "msItem", "textLang")?.attributes["mainLang"],
    summary: wordsIn(profile("abstract", "p")),
    transcriber: wordsIn(
      inside(
        childrenOf(at("fileDesc", "titleStmt")).find(
          (each) => each.name === "respStmt" && wordsIn(inside(each, "resp")) === "transcription",
        ),
        "name",
      ),
    ),
  }
  return {
    ...{ title, kind, sender, recipient },
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    licence: decodeLicence(at("fileDesc", "publicationStmt", "availability")),
    hands: decodeHands(description("physDesc", "handDesc"), context),
    stages: decodeStages(profile("creation", "listChange"), context),
    status:
      kind === "draft" || kind === "press-release"
        ? "unknown"
        : decodeStatus(profile("correspDesc"), actions),
    witnesses: decodeWitnesses(at("fileDesc", "sourceDesc", "listWit"), context),
    emendations: [],
    images: decodeImages(root, context),
  }
}

function decodeDate(date: TeiElement | undefined): DocumentDate | undefined {
  if (!date) return undefined
  const { when, notBefore, notAfter } = date.attributes
  const words = wordsIn(date)
  const usual = when ?? `${notBefore ?? ""}/${notAfter ?? ""}`
  return {
    ...(when === undefined ? {} : { when }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(words === usual || words === undefined ? {} : { text: words }),
  }
}

function decodeLicence(availability: TeiElement | undefined): string {
  const licence = inside(availability, "licence")
  if (availability?.attributes["status"] === "unknown" || !licence) return "unknown"
  const words = wordsIn(licence) ?? ""
  const target = licence.attributes["target"]
  return target === undefined || target === words ? words : `${words} ${target}`
}

function decodeHands(handDesc: TeiElement | undefined, { name }: DecodeContext): readonly Hand[] {
  return childrenOf(handDesc).map((note) => {
    const { medium, scope } = note.attributes
    return {
      id: withoutPrefix(note.attributes["xml:id"] ?? "", handId(name, "")) ?? "",
      name: wordsIn(note) ?? "",
      ...(medium === undefined ? {} : { medium }),
      ...(scope === scopes.text ? { role: "text" as const } : {}),
      ...(scope === scopes.revisions ? { role: "revisions" as const } : {}),
    }
  })
}

/** The stages that the front matter names; the first writing and unassigned revisions are none of them. */
function decodeStages(listChange: TeiElement | undefined, context: DecodeContext): readonly Stage[] {
  return childrenOf(listChange).flatMap((change) => {
    if (change.name === "listChange") return decodeStages(change, context)
    const id = withoutPrefix(change.attributes["xml:id"] ?? "", stageId(context.name, ""))
    const { when } = change.attributes
    if (id === undefined) return []
    return [{ id, description: wordsIn(change) ?? "", ...(when === undefined ? {} : { when }) }]
  })
}

function decodeWitnesses(
  listWit: TeiElement | undefined,
  { name }: DecodeContext,
): readonly WitnessRelation[] {
  return childrenOf(listWit).flatMap((witness) => {
    const document = withoutPrefix(witness.attributes["xml:id"] ?? "", witnessId(name, ""))
    return document === undefined ? [] : [{ document, relation: wordsIn(witness) ?? "" }]
  })
}

/** What the correspDesc says of the sending. */
function decodeStatus(description: TeiElement | undefined, actions: readonly TeiElement[]): DocumentStatus {
  const type = description?.attributes["type"]
  if (type === "publication") return "published"
  if (type === "unsent") return "unsent"
  return actions[0]?.attributes["type"] === "sent" ? "sent" : "unknown"
}
