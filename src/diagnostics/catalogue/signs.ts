import type { CatalogueEntry } from "./entry.js"

/** Mistakes in the signs and directives within a line. */
export const signs = {
  "mark-unclosed": {
    severity: "error",
    wording: "{mark} is opened here and not closed in this paragraph.",
    hint: "Close it with {closer} before the paragraph ends, or type \\{mark} if the signs stand on the page.",
  },
  "mark-unopened": {
    severity: "error",
    wording: "{mark} closes something that was not opened.",
    hint: "Open it with {opener}, or type \\{mark} if the signs stand on the page.",
  },
  "mark-crossed": {
    severity: "error",
    wording: "{mark} closes here while {inner}, opened inside it, is still open.",
    hint: "Close {inner} first.",
  },
  "mark-too-deep": {
    severity: "error",
    wording: "Marks are nested more than {limit} deep here.",
    hint: "Take out some of the marks; probably one of them is opened again and again.",
  },
  "separator-missing": {
    severity: "error",
    wording: "Between {mark} and {closer} nothing parts the two halves.",
    hint: "Type {separator} between them, as in {mark}old{separator}new{closer}; what was only struck has another sign.",
  },
  "attribute-unknown": {
    severity: "error",
    wording: "{mark} takes no “{attribute}”.",
    hint: "{suggestion}",
  },
  "attribute-unfit": {
    severity: "error",
    wording: "“{value}” does not fit {attribute}: {problem}.",
    hint: "Correct it, or leave it out.",
  },
  "attribute-missing": {
    severity: "error",
    wording: "{mark} lacks “{attribute}”.",
    hint: "Add it in braces: {{attribute}={how}}.",
  },
  "attributes-unreadable": {
    severity: "error",
    wording: "What is said here of {name} cannot be read.",
    hint: 'Write each as key=value or #name; several words stand in straight quotation marks: {cert=low note="two words"}. Type \\{ if the brace stands on the page.',
  },
  "content-unwanted": {
    severity: "error",
    wording: "{mark} stands for something without words, but words stand in it.",
    hint: "Take the words out. What can still be read is :unclear[…] or :damage[…]; a number goes into braces, as :page{n=2}.",
  },
  "extent-halved": {
    severity: "error",
    wording: "{mark} says how many but not of what, or the other way round.",
    hint: "Give both, as quantity=3 unit=chars, at-least=2 at-most=4 unit=words or extent=unknown unit=lines; or neither.",
  },
  "directive-unknown": {
    severity: "error",
    wording: "{name} is no directive here.",
    hint: "{suggestion}",
  },
  "directive-alone": {
    severity: "error",
    wording: "::{name} has a paragraph to itself.",
    hint: "Type its words in brackets, ::{name}[…], with a blank line before and after it.",
  },
  "tag-unknown": {
    severity: "warning",
    wording: "{tag} is no sign of the profile {profile}; its characters stand in the text.",
    hint: "{suggestion} Or type \\< if the characters stand on the page.",
  },
  "sign-left": {
    severity: "warning",
    wording: "“{sign}” is left in the text, though the profile {profile} uses it as a sign.",
    hint: "{suggestion}",
  },
  "sign-twice": {
    severity: "error",
    wording: "The sign {sign} has two meanings in this profile.",
    hint: "Keep one of them, or tell them apart with at: word and at: after-word.",
  },
  "superscript-likely": {
    severity: "info",
    wording:
      "“{text}” is taken for an addition above the line, but reads like the raised letters of an abbreviation or a number.",
    hint: "Raised letters are typed :superscript[{letters}]; an addition stays as it is.",
  },
  "mark-empty": {
    severity: "warning",
    wording: "{mark} encloses nothing.",
    hint: "Type the words it marks, or take it out.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
