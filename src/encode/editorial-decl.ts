import type { Document, EditionSettings } from "../model/edition.js"
import { type PhenomenonName, phenomena } from "../model/phenomena.js"
import { type Profile, shownOf } from "../model/profile.js"
import { entityKinds } from "../model/register.js"
import type { Block, MarkAttributes } from "../model/transcription.js"
import { revisionsIn, visitInline } from "../model/walk.js"
import { text } from "../xml/tree.js"
import { unmarkedText } from "./conserve.js"
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

const acrossBlocks =
  "Passages struck or added across paragraphs begin at delSpan or addSpan and reach to the anchor that spanTo names."

/** What each other way of revising becomes; each is said only where the document has it. */
const revisionRules: Readonly<Partial<Record<PhenomenonName, string>>> = {
  "false-start": "Words begun and given up in the act of writing are instant deletions (del with instant).",
  restoration: "Words struck out and then restored stand in restore, round the deletion.",
  retracing: "Words traced again are marked as such (retrace).",
  transposition:
    "Words to be read in another order stay where they stand (seg); listTranspose gives the order in which they are to be read.",
  metamark: "Signs that the writer made about the text are metamarks; function says what for.",
  "deletion-from": acrossBlocks,
  "addition-from": acrossBlocks,
}

/** The editorialDecl: what this document's encoding does, from the conventions in force for it. */
export function encodeEditorialDecl(document: Document, settings: EditionSettings): TeiElement {
  const { blocks } = document.transcription
  const has = (kind: Block["kind"]) => blocks.some((block) => block.kind === kind)
  const found = phenomenaIn(blocks)
  const emendations = found.filter((each) => each.name === "sic")
  const corrections =
    emendations.length === 0
      ? "Nothing has been corrected."
      : `${emendations.length === 1 ? "One passage is" : `${emendations.length} passages are`} corrected by the editor; the reading of the transcription stands beside the correction (choice with sic and corr). Nothing is corrected silently.`
  // What stet declares is in English, whatever the language of the document, which the TEI as a whole has.
  const language = (document.frontMatter.language ?? settings.language).split("-")[0]
  return tei("editorialDecl", language === "en" ? {} : { "xml:lang": "en" }, [
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
        unmarkedText(document.transcription).includes("--")
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
    encodeInterpretation(blocks, found, settings),
  ])
}

/** What the encoding claims about the revisions, and what each sign of the transcription means. */
function encodeInterpretation(
  blocks: readonly Block[],
  found: readonly Found[],
  { conventions, profile }: EditionSettings,
): TeiElement {
  const uses = new Set(found.map((each) => each.name))
  const rules = [
    ...(uses.has("deletion") ? ["Struck words are deletions (del)."] : []),
    ...(uses.has("addition") ? ["Words added are additions (add); place says where they stand."] : []),
    ...(uses.has("deletion") && uses.has("addition") ? [substitutionRule[conventions.substitution]] : []),
    ...(blocks.some((block) => block.kind === "point") ? [falseStartRule[conventions.falseStart]] : []),
    ...Object.entries(revisionRules).flatMap(([name, rule]) =>
      uses.has(name as PhenomenonName) ? [rule] : [],
    ),
  ]
  const signs = signsFor(found, profile)
  return tei("interpretation", {}, [
    ...(revisionsIn(blocks).any
      ? paragraphs(...rules)
      : paragraphs("The document shows no revision: nothing is struck or added.")),
    ...(signs.length === 0
      ? []
      : [
          ...paragraphs(`The transcription was typed with the signs of the profile “${profile.title}”:`),
          tei("p", {}, [tei("list", { type: "signs" }, signs)]),
        ]),
  ])
}

/** Which phenomena a document has, by name, with the attributes of each. */
function phenomenaIn(blocks: readonly Block[]): readonly Found[] {
  const found: Found[] = []
  visitInline(blocks, (child) => {
    switch (child.kind) {
      case "deletion":
        found.push({ name: child.instant ? "false-start" : "deletion", attributes: { rend: child.rend } })
        break
      case "addition":
        found.push({ name: "addition", attributes: { place: child.place } })
        break
      case "highlight":
        found.push({ name: "highlight", attributes: { rend: child.rend } })
        break
      case "substitution":
      case "note":
        found.push({ name: child.kind, attributes: {} })
        break
      case "emendation":
        found.push({ name: "sic", attributes: {} })
        break
      case "line-break":
        // Whether a line end or a sign stands for it is not told apart in the TEI.
        found.push({ name: "line", attributes: {} })
        break
      case "mark":
        found.push({ name: child.name, attributes: child.attributes })
        break
      default:
        break
    }
  })
  return found
}

interface Found {
  readonly name: PhenomenonName
  readonly attributes: MarkAttributes
}

const names: ReadonlySet<PhenomenonName> = new Set(entityKinds)

/**
 * The signs of the profile for what this document has, and what each means: from the profile alone, so
 * that it says the same whichever of several signs was typed.
 */
function signsFor(all: readonly Found[], { notations }: Profile): readonly TeiElement[] {
  // Each once, whatever its other attributes: a document may have thousands of them.
  const kinds = new Map<string, Found>()
  for (const each of all) {
    const key = [each.name, each.attributes["rend"], each.attributes["place"]].join(" ")
    kinds.set(key, each)
  }
  const found = [...kinds.values()]
  const rows = new Map<string, string[]>()
  for (const notation of notations) {
    const { means, attributes } = notation
    const fits = (each: Found) =>
      (each.name === means || (means === "name" && names.has(each.name))) &&
      ["rend", "place"].every(
        (key) => attributes[key] === undefined || attributes[key] === each.attributes[key],
      )
    if (means === "text" || means === "separator" || !found.some(fits)) continue
    const said = Object.values(attributes).filter((value) => value !== "{content}")
    const meaning = [phenomena[means].label, ...said].join(", ")
    rows.set(meaning, [...(rows.get(meaning) ?? []), shownOf(notation)])
  }
  return [...rows].flatMap(([meaning, signs]) => [
    tei("label", {}, [text(signs.join(" or "))]),
    tei("item", {}, [text(meaning)]),
  ])
}
