import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, Edition } from "../model/edition.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import type { Block } from "../model/transcription.js"
import { revisionsIn, visitInline } from "../model/walk.js"
import { type ElementPlace, serialise, type WrittenPlace } from "../xml/serialise.js"
import { indented, text } from "../xml/tree.js"
import { encodeBody } from "./body.js"
import { firstLoss } from "./conserve.js"
import { encodeFacsimile, type PageFacs, pageFacs } from "./facsimile.js"
import { encodeHeader } from "./header.js"
import type { BodyContext } from "./identified.js"
import { type IdentifiedBlock, openIdentifiers } from "./ids.js"
import { editorId, handId, revisedId, textId } from "./named-ids.js"
import { readingsOf } from "./proof-readings.js"
import { encodeStandOff } from "./registers.js"
import { type TeiElement, type TeiNode, tei, teiNamespace } from "./tei.js"
import { documentDigest } from "./text-digest.js"

/** One TEI file, and which place of the transcription each of its elements and texts came from. */
export interface EncodedDocument {
  readonly name: string
  readonly text: string
  /** The transcription's file. */
  readonly source: string
  readonly places: readonly ElementPlace<SourceSpan>[]
  readonly textPlaces: readonly WrittenPlace<SourceSpan>[]
  /** The blocks that can be cited, in the order in which they got their ids. */
  readonly blocks: readonly IdentifiedBlock[]
}

/** Where a TEI file finds the edition's schema, in output/ as on the site. */
export const schemaAddress = "../schema/edition.rng"

const divTypes = { "press-release": "pressRelease" } as Readonly<Record<string, string>>

/**
 * Encodes a document as TEI P5. A character that would be lost is an error, and nothing is to be written. `kept`
 * are the ids of its blocks, in the order of `EncodedDocument.blocks`; without them the words make them.
 */
export function encodeDocument(
  document: Document,
  edition: Edition,
  version: string,
  kept: readonly string[] = [],
): Outcome<EncodedDocument> {
  const { name, frontMatter, transcription } = document
  const reviser = frontMatter.hands.find((hand) => hand.role === "revisions")
  const ids = openIdentifiers(name, kept)
  const body = encodeBody(transcription.blocks, {
    ...openContext(name, transcription.blocks, pageFacs(name, document.images, transcription.blocks)),
    ids,
    divType: divTypes[frontMatter.kind] ?? frontMatter.kind,
    ...(reviser ? { hand: `#${handId(name, reviser.id)}` } : {}),
    entities: new Map(document.entities.map((entity) => [entity.id, entity])),
  })
  const facsimile = encodeFacsimile(document.images, name)
  const standOff = encodeStandOff(document.entities, name)
  const transcribed = tei("text", {}, [tei("body", {}, body)])
  const readings = readingsOf(document, edition, documentDigest(tei("TEI", {}, [transcribed])))
  const header = indented(encodeHeader(document, edition, countElements(body), version, readings.valid), 1)
  const language = frontMatter.language ?? edition.settings.language
  const root = tei("TEI", { xmlns: teiNamespace, "xml:id": name, "xml:lang": language }, [
    text("\n  "),
    header,
    ...(facsimile ? [text("\n  "), indented(facsimile, 1)] : []),
    ...(standOff ? [text("\n  "), indented(standOff, 1)] : []),
    text("\n  "),
    transcribed,
    text("\n"),
  ])
  const { text: written, ...placed } = serialise(root, schemaAddress)
  const loss = firstLoss(transcription, written)
  return {
    value: { name, text: written, source: document.file, ...placed, blocks: ids.blocks },
    diagnostics: loss
      ? [diagnose("text-not-conserved", { ...loss }, startOfFile(document.file))]
      : readings.diagnostics,
  }
}

/** What the encoding of a body starts from: ids not given yet, joins not met yet. */
export function openContext(
  name: string,
  blocks: readonly Block[],
  pages: PageFacs = { byOffset: new Map() },
): BodyContext {
  const joins = new Map<string, { readonly met: string[]; readonly count: number }>()
  visitInline(blocks, (child) => {
    const join = child.kind === "deletion" || child.kind === "addition" ? child.attributes["join"] : undefined
    if (join !== undefined) joins.set(join, { met: [], count: (joins.get(join)?.count ?? 0) + 1 })
  })
  return {
    name,
    divType: "letter",
    divId: textId(name),
    ids: openIdentifiers(name),
    editor: `#${editorId(name, 1)}`,
    entities: new Map(),
    pages,
    joins,
    ...(revisionsIn(blocks).unassigned ? { stage: `#${revisedId(name)}` } : {}),
  }
}

function countElements(body: readonly TeiElement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const visit = (node: TeiNode): void => {
    if (node.kind === "text") return
    counts.set(node.name, (counts.get(node.name) ?? 0) + 1)
    node.children.forEach(visit)
  }
  body.forEach(visit)
  return counts
}
