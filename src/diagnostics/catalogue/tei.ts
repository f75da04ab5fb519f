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
    wording: "The document type declaration is refused: {problem}.",
    hint: "Delete the line with <!DOCTYPE, and write the characters themselves where it declares entities.",
  },
  "tei-too-deep": {
    severity: "error",
    wording: "The TEI is not read any further: {problem}.",
    hint: "No edition needs elements in so many others; look for an end tag that is missing again and again.",
  },
  "tei-too-large": {
    severity: "error",
    wording: "The TEI is not read: {problem}.",
    hint: "Cut it into several files; a file can include others with xi:include.",
  },
  "tei-element-unknown": {
    severity: "error",
    wording: "The schema knows no element {element}{meant}.",
    hint: "What can stand here: {expected}.",
  },
  "tei-element-misplaced": {
    severity: "error",
    wording: "{element} cannot stand at this place in {parent}.",
    hint: "What can stand here: {expected}.{see}",
  },
  "tei-element-missing": {
    severity: "error",
    wording: "Something is missing in {parent}{place}: {expected}.",
    hint: "Put it in, or move it here if it stands elsewhere.",
  },
  "tei-attribute-unknown": {
    severity: "error",
    wording: "{element} cannot have the attribute @{attribute}{meant}.",
    hint: "Attributes it can have: {expected}.",
  },
  "tei-attribute-missing": {
    severity: "error",
    wording: "{element} lacks an attribute: {expected}.",
    hint: "Add it to the start tag.",
  },
  "tei-attribute-value": {
    severity: "error",
    wording: "@{attribute} of {element} cannot be “{value}”{meant}.",
    hint: "It can be {expected}.",
  },
  "tei-text-misplaced": {
    severity: "error",
    wording: "No text can stand here in {element}: “{value}”.",
    hint: "What can stand here: {expected}.",
  },
  "tei-text-value": {
    severity: "error",
    wording: "The text of {element} cannot be “{value}”.",
    hint: "It can be {expected}.",
  },
  "tei-id-twice": {
    severity: "error",
    wording: "The id “{value}” is given a second time in this file.",
    hint: "Give each element an id of its own; a pointer could lead to either.",
  },
  "tei-invalid": {
    severity: "error",
    wording: "The TEI does not fit its schema: {problem}.",
    hint: "The schema says what is allowed here.",
  },
  "substitution-incomplete": {
    severity: "error",
    wording: "A substitution holds no {missing}.",
    hint: "A substitution joins what was struck with what replaced it.",
  },
  "gap-unmeasured": {
    severity: "error",
    wording: "A gap says how many but not of what, or the other way round.",
    hint: "Give both quantity and unit.",
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
  "page-failed": {
    severity: "error",
    wording: "{name} cannot be shown: {problem}.",
    hint: "Its pages are left out; the other documents are shown. Mend what is said here, or report it with the file if the file is right.",
  },
  "element-unhandled": {
    severity: "warning",
    wording: "The views do not know the element {name}, found {often}; its text is {fate}.",
    hint: "Nothing is lost in the TEI; an element that stet writes itself, or that TEI has for letters, is shown as what it is.",
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
