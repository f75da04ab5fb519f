import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, Edition } from "../model/edition.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import { isRevised } from "../model/transcription.js"
import { serialise, type WrittenPlace } from "../xml/serialise.js"
import { indented, text } from "../xml/tree.js"
import { encodeBody } from "./body.js"
import { firstLoss } from "./conserve.js"
import { encodeHeader } from "./header.js"
import { openIdentifiers } from "./ids.js"
import { type TeiElement, type TeiNode, tei, teiNamespace } from "./tei.js"

/** One TEI file, and which place of the transcription each of its elements came from. */
export interface EncodedDocument {
  readonly name: string
  readonly text: string
  readonly places: readonly WrittenPlace<SourceSpan>[]
}

/** Where a TEI file finds the edition's schema, in output/ as on the site. */
const schemaAddress = "../schema/edition.rng"

const divTypes = { "press-release": "pressRelease" } as Readonly<Record<string, string>>

/** Encodes a document as TEI P5. A character that would be lost is an error, and nothing is to be written. */
export function encodeDocument(
  document: Document,
  edition: Edition,
  version: string,
): Outcome<EncodedDocument> {
  const { name, frontMatter, transcription } = document
  const reviser = frontMatter.hands.find((hand) => hand.role === "revisions")
  const body = encodeBody(transcription.blocks, {
    divType: divTypes[frontMatter.kind] ?? frontMatter.kind,
    divId: `${name}.text`,
    ids: openIdentifiers(name),
    editor: `#${name}.ed1`,
    ...(isRevised(transcription.blocks) ? { stage: `#${name}.revised` } : {}),
    ...(reviser ? { hand: `#${name}.hand-${reviser.id}` } : {}),
  })
  const header = indented(encodeHeader(document, edition, countElements(body), version), 1)
  const language = frontMatter.language ?? edition.settings.language
  const root = tei("TEI", { xmlns: teiNamespace, "xml:id": name, "xml:lang": language }, [
    text("\n  "),
    header,
    text("\n  "),
    tei("text", {}, [tei("body", {}, [body])]),
    text("\n"),
  ])
  const { text: written, places } = serialise(root, schemaAddress)
  const loss = firstLoss(transcription, written)
  return {
    value: { name, text: written, places },
    diagnostics: loss ? [diagnose("text-not-conserved", { ...loss }, startOfFile(document.file))] : [],
  }
}

function countElements(body: TeiElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const visit = (node: TeiNode): void => {
    if (node.kind === "text") return
    counts.set(node.name, (counts.get(node.name) ?? 0) + 1)
    node.children.forEach(visit)
  }
  visit(body)
  return counts
}
