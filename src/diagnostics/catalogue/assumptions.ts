import type { CatalogueEntry } from "./entry.js"

/** What stet assumed, so that the editor can say otherwise. */
export const assumptions = {
  "assumed-notation": {
    severity: "info",
    wording: "Taken {sign} for “{meaning}”, {times}: {ambiguous}.",
    hint: "Name the profile in edition.yaml, as profile: {profile}, and it is your convention; a profile of your own says otherwise.",
  },
  "assumed-boundary": {
    severity: "info",
    wording: "Assumed: {what} begins here, because {reason}.",
    hint: "Say otherwise by splitting the file yourself, one document each.",
  },
  "assumed-field": {
    severity: "info",
    wording: "Assumed: {field} of {document} is {value}, because {reason}.",
    hint: "“stet import” writes this into the front matter, where you can correct it.",
  },
  "assumed-open": {
    severity: "info",
    wording: "Left open: {field} of {document}, because {reason}.",
    hint: "“stet import” leaves a line for it in the front matter.",
  },
  "assumed-role": {
    severity: "info",
    wording: "Taken for the {role}, by its wording and place: “{text}”.",
    hint: "Wording that reads otherwise is not taken so; the manual's pages on opener and closer say how.",
  },
  "assumed-substitution": {
    severity: "info",
    wording: "Taken for a substitution: an addition and a deletion that stand side by side in one sentence.",
    hint: "Adjacency is no proof. edition.yaml decides with its profile or conventions.substitution: neighbouring, or marked to claim only what is typed {~~old~>new~~}.",
  },
  "assumed-false-start": {
    severity: "info",
    wording: "Taken for a false start: the point {label} is broken off and begun again.",
    hint: "edition.yaml decides with its profile or conventions.falseStart: repeated-label or marked.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
