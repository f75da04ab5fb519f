import type { Document, EditionSettings } from "../model/edition.js"
import { type Block, isRevised } from "../model/transcription.js"
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
  const corrections =
    emendations.length === 0
      ? "Nothing has been corrected."
      : `${emendations.length === 1 ? "One passage is" : `${emendations.length} passages are`} corrected by the editor; the reading of the source stands beside the correction (choice with sic and corr). Nothing is corrected silently.`
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
      paragraphs("Punctuation stands as in the transcription, two hyphens for a dash included."),
    ),
    tei("quotation", {}, paragraphs("Quotation marks stand as in the transcription.")),
    tei("hyphenation", { eol: "none" }, paragraphs("The transcription records no hyphens at line ends.")),
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
        ? paragraphs(
            "Struck words are deletions (del); words added above the line are additions (add with place above).",
            substitutionRule[conventions.substitution],
            falseStartRule[conventions.falseStart],
          )
        : paragraphs("The document shows no revision: nothing is struck or added."),
    ),
  ])
}
