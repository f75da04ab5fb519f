import type { AdditionPlace } from "../model/transcription.js"

/** What a pair of signs in the transcription means. */
export type Meaning =
  | { readonly kind: "deletion" }
  | { readonly kind: "addition"; readonly place: AdditionPlace }
  | { readonly kind: "highlight"; readonly rend: "italic" | "bold" | "underline" }
  | { readonly kind: "note" }
  | { readonly kind: "substitution" }

export interface Mark {
  readonly open: string
  readonly close: string
  readonly meaning: Meaning
  /** Signs that are ordinary characters where they are not paired, as in Markdown. */
  readonly lenient: boolean
}

const mark = (open: string, close: string, meaning: Meaning, lenient = false): Mark => ({
  open,
  close,
  meaning,
  lenient,
})

/** The signs of the transcription language; longer ones stand before those they begin with. */
export const marks: readonly Mark[] = [
  mark("{~~", "~~}", { kind: "substitution" }),
  mark("{++", "++}", { kind: "addition", place: "inline" }),
  mark("{--", "--}", { kind: "deletion" }),
  mark("{>>", "<<}", { kind: "note" }),
  mark("~~", "~~", { kind: "deletion" }),
  mark("**", "**", { kind: "highlight", rend: "bold" }, true),
  mark("*", "*", { kind: "highlight", rend: "italic" }, true),
  mark("<sup>", "</sup>", { kind: "addition", place: "above" }),
  mark("<sub>", "</sub>", { kind: "addition", place: "below" }),
  mark("<add>", "</add>", { kind: "addition", place: "inline" }),
  mark("<ins>", "</ins>", { kind: "addition", place: "inline" }),
  mark("<del>", "</del>", { kind: "deletion" }),
  mark("<s>", "</s>", { kind: "deletion" }),
  mark("<u>", "</u>", { kind: "highlight", rend: "underline" }),
]

/** Between what was struck and what replaced it, in `{~~old~>new~~}`. */
export const replacementSign = "~>"

/** How deep marks may nest. */
export const depthLimit = 128
