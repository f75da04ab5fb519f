import type { Document, EditionSettings } from "../model/edition.js"
import { type Block, type Inline, isRevised } from "../model/transcription.js"
import { text } from "../xml/tree.js"
import { type TeiElement, tei } from "./tei.js"

const paragraphs = (...sentences: readonly string[]) =>
  sentences.map((sentence) => tei("p", {}, [text(sentence)]))

const substitutionRule = {
  neighbouring:
    "An addition between the lines that stands directly beside a deletion, in one sentence, is taken for its substitute (subst). Where a sentence ends between the two, where three of them meet, or where the addition stands in the line, nothing is claimed.",
  marked:
    "An addition and a deletion form a substitution (subst) only where the transcription joins them expressly.",
} as const

const falseStartRule = {
  "repeated-label":
    "A numbered point that breaks off, and whose label and first words the next point repeats, is taken for a false start: an instant deletion (del with instant) that no stroke marks (rend unmarked). Its label is kept.",
  marked: "No false start is inferred.",
} as const

/** The editorialDecl: what this document's encoding does, from the conventions in force for it. */
export function encodeEditorialDecl(document: Document, settings: EditionSettings): TeiElement {
  const { blocks } = document.transcription
  const has = (kind: Block["kind"]) => blocks.some((block) => block.kind === kind)
  const { emendations } = document.frontMatter
  const { conventions } = settings
  const { body } = document.transcription
  const uses = revisionsIn(blocks)
  const rules = [
    ...(uses.has("deletion") ? ["Struck words are deletions (del)."] : []),
    ...(uses.has("addition") ? ["Words added are additions (add); place says where they stand."] : []),
    ...(uses.has("deletion") && uses.has("addition") ? [substitutionRule[conventions.substitution]] : []),
    ...(has("point") ? [falseStartRule[conventions.falseStart]] : []),
  ]
  const corrections =
    emendations.length === 0
      ? "Nothing has been corrected."
      : `${emendations.length === 1 ? "One passage is" : `${emendations.length} passages are`} corrected by the editor; the reading of the transcription stands beside the correction (choice with sic and corr). Nothing is corrected silently.`
  return tei("editorialDecl", {}, [
    tei("correction", {}, paragraphs(corrections)),
    tei(
      "normalization",
      {},
      paragraphs(
        "Spelling, capitals, blanks and line ends of the transcription are kept; nothing is normalised.",
      ),
    ),
    tei(
      "punctuation",
      {},
      paragraphs(
        body.includes("--")
          ? "Punctuation stands as in the transcription, two hyphens for a dash included."
          : "Punctuation stands as in the transcription.",
      ),
    ),
    tei("quotation", {}, paragraphs("Quotation marks stand as in the transcription.")),
    tei(
      "hyphenation",
      {},
      paragraphs("Hyphens at line ends stand as in the transcription; words are not joined."),
    ),
    tei("segmentation", {}, [
      ...paragraphs(
        "The blocks of the transcription are the paragraphs of the document; each has an identifier made from its words.",
      ),
      ...(has("point") ? paragraphs("Numbered points are lists whose labels are the printed ones.") : []),
      ...(has("separator") ? paragraphs("A separator is a milestone; signs printed for it stand in n.") : []),
      ...paragraphs(
        "A paragraph that is only a date, a salutation, a complimentary close or a signature is encoded as such by its wording and place.",
      ),
    ]),
    tei(
      "interpretation",
      {},
      isRevised(blocks)
        ? paragraphs(...rules)
        : paragraphs("The document shows no revision: nothing is struck or added."),
    ),
  ])
}

/** Which kinds of inline content a document has, at whatever depth. */
function revisionsIn(blocks: readonly Block[]): ReadonlySet<Inline["kind"]> {
  const kinds = new Set<Inline["kind"]>()
  const visit = (child: Inline): void => {
    kinds.add(child.kind)
    if (child.kind === "substitution") child.parts.forEach(visit)
    else if (child.kind === "emendation") child.sic.forEach(visit)
    else if (child.kind !== "text" && child.kind !== "line-break") child.children.forEach(visit)
  }
  for (const block of blocks)
    if (block.kind !== "blank" && block.kind !== "separator") block.children.forEach(visit)
  return kinds
}
