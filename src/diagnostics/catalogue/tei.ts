import type { CatalogueEntry } from "./entry.js"

/** Problems of TEI, found by the schema, by its rules, and on the way back. */
export const tei = {
  "text-not-conserved": {
    severity: "error",
    wording: "The TEI would not hold the source's text: it has {got} where the source has {expected}.",
    hint: "This is a fault in stet; nothing was written. Please report it with this line.",
  },
  "tei-not-well-formed": {
    severity: "error",
    wording: "The TEI is not well-formed: {problem}.",
    hint: "Mend the TEI at this place.",
  },
  "doctype-refused": {
    severity: "error",
    wording: "The TEI has a document type declaration.",
    hint: "Delete the line with <!DOCTYPE, and write the characters themselves where it declares entities.",
  },
  "tei-invalid": {
    severity: "error",
    wording: "The TEI does not fit the schema: {problem}.",
    hint: "See schema/edition.odd for what the edition allows.",
  },
  "substitution-incomplete": {
    severity: "error",
    wording: "A substitution holds no {missing}.",
    hint: "A substitution joins what was struck with what replaced it.",
  },
  "pointer-unresolved": {
    severity: "error",
    wording: "{target} points at nothing in this document.",
    hint: "Give the id of something that is there.",
  },
  "gap-unmeasured": {
    severity: "error",
    wording: "A gap says how many but not of what, or the other way round.",
    hint: "Give both quantity and unit.",
  },
  "hand-mistaken": {
    severity: "error",
    wording: "{target} is named as a hand, and is none of the hands that the header describes.",
    hint: "Give the id of a hand; hands are described under hands in the front matter.",
  },
  "stage-mistaken": {
    severity: "error",
    wording: "{target} is named as a stage, and is none of the stages that the header describes.",
    hint: "Give the id of a stage; stages are described under stages in the front matter.",
  },
  "span-backwards": {
    severity: "error",
    wording: "What begins here ends before it begins, or ends at nothing that marks an end.",
    hint: "Put the sign for its end after its beginning, and give it the id that the beginning names.",
  },
  "metamark-ambiguous": {
    severity: "error",
    wording: "A sign says twice, in two ways, what it is about.",
    hint: "Let it point at a passage, or let it reach to a place, not both.",
  },
  "substitution-unjoined": {
    severity: "error",
    wording: "The parts of this substitution that stand apart include no {missing}.",
    hint: "Join what was struck with what replaced it; both carry the same join.",
  },
  "transposition-mistaken": {
    severity: "error",
    wording: "A transposition puts {target} in another place, and that is no passage marked for it.",
    hint: "Mark each passage that is to be read in another order as one.",
  },
  "restoration-empty": {
    severity: "error",
    wording: "A restoration holds no deletion.",
    hint: "Mark inside it what was struck out and then restored.",
  },
  "draft-sent": {
    severity: "error",
    wording: "A draft is said to have been sent.",
    hint: "Change kind to letter, or status to unsent.",
  },
  "element-unhandled": {
    severity: "warning",
    wording: "The views do not know the element {name}; its text is shown plainly.",
    hint: "See the list of elements in schema/edition.odd.",
  },
  "tei-undecodable": {
    severity: "error",
    wording: "stet has nothing to type for {what} in the TEI: {problem}.",
    hint: "Nothing was written, for less than the whole would be lost work. Take it out of the TEI, or say it in a way that stet writes itself.",
  },
  "format-differs": {
    severity: "error",
    wording: "This transcription is not in normal form.",
    hint: "“stet format” types it so; its words and marks stay the same.",
  },
  "format-unsafe": {
    severity: "warning",
    wording: "This transcription was left as it is: {problem}.",
    hint: "Formatting changes no word and no mark; where that can't be proved, it changes nothing.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
