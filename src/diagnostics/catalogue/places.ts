import type { CatalogueEntry } from "./entry.js"

/** Places of a transcription that refer to each other, to hands and to stages. */
export const places = {
  "id-twice": {
    severity: "error",
    wording: "Two places have the name #{id}.",
    hint: "Give one of them another name.",
  },
  "join-incomplete": {
    severity: "error",
    wording: "join={group} joins no deletion with an addition.",
    hint: "Give the same join to what was struck and to what replaced it.",
  },
  "transposition-incomplete": {
    severity: "error",
    wording: "The transposition {group} needs two passages at least, each with a number of its own.",
    hint: "Number the passages in the order in which they are to be read: {n=1}, {n=2}.",
  },
  "place-unresolved": {
    severity: "error",
    wording: "“{target}” is no {what} of this document.",
    hint: "Known: {known}.",
  },
  "hand-undeclared": {
    severity: "error",
    wording: "The front matter knows no hand “{target}”.",
    hint: "{suggestion} Hands are declared under “hands:” in the front matter.",
  },
  "stage-undeclared": {
    severity: "error",
    wording: "The front matter knows no stage “{target}”.",
    hint: "{suggestion} Stages are declared under “stages:” in the front matter.",
  },
  "hand-idle": {
    severity: "warning",
    wording: "No words follow this change of hand.",
    hint: "Put it before the words that the hand wrote, or take it out.",
  },
  "reference-unresolved": {
    severity: "error",
    wording: "“{target}” is no {what} of this edition.",
    hint: "Known: {known}.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
