import type { CatalogueEntry } from "./entry.js"

/** Mistakes in edition.yaml and in the front matter. */
export const frontMatter = {
  "front-matter-missing": {
    severity: "error",
    wording: "This transcription has no front matter.",
    hint: "Begin the file with a line “---”, the fields title, kind and licence, and a line “---”; or let “stet import” write it.",
  },
  "front-matter-unclosed": {
    severity: "error",
    wording: "The front matter that begins here is not closed.",
    hint: "End it with a line “---”.",
  },
  "field-missing": {
    severity: "error",
    wording: "The field “{field}” is missing.",
    hint: "Add a line “{field}: …”.",
  },
  "field-unknown": {
    severity: "error",
    wording: "“{field}” is not a field stet knows here.",
    hint: "{suggestion}",
  },
  "field-unfit": {
    severity: "error",
    wording: "The value of “{field}” does not fit: {problem}.",
    hint: "Correct the value.",
  },
  "yaml-unreadable": {
    severity: "error",
    wording: "This is not YAML: {problem}.",
    hint: "Mend the line; values with “: ” or “#” in them need quotation marks.",
  },
  "passage-not-found": {
    severity: "error",
    wording: "The passage “{passage}” does not stand in the transcription.",
    hint: "Copy it from the transcription, signs and blanks included.",
  },
  "passage-ambiguous": {
    severity: "error",
    wording: "The passage “{passage}” stands in the transcription {count} times.",
    hint: "Quote more of its surroundings, so that it stands there once.",
  },
  "emendation-crossing": {
    severity: "error",
    wording: "The words “{sic}” cross a mark or an escape.",
    hint: "Quote fewer words in sic, so that no mark stands inside them.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
