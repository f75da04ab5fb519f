import type { CatalogueEntry } from "./entry.js"

/** Mistakes in the registers, and names that they do not know. */
export const registers = {
  "registers-absent": {
    severity: "info",
    wording:
      "The edition has no registers; what its names refer to, {count} in this document, is kept as it was typed.",
    hint: "Enter people, places and organisations in sources/registers, and each name is checked against them.",
  },
  "register-empty": {
    severity: "warning",
    wording: "This register holds no entry.",
    hint: "Begin it with a line “people:”, “places:” or “organisations:” and an entry “- id: …” with “name: …” below it, or delete the file.",
  },
  "register-part-unread": {
    severity: "info",
    wording: "Not taken over from this register: {parts}.",
    hint: "stet takes names, dates of birth and death, country and coordinates, notes, and the identifiers of VIAF, GND, Wikidata and GeoNames. The register itself stays as it is.",
  },
  "entry-incomplete": {
    severity: "error",
    wording: "This {element} has no {missing}.",
    hint: "Give it one: {example}.",
  },
  "entity-repeated": {
    severity: "error",
    wording: "The id “{id}” is that of another entry already.",
    hint: "Give this entry another id, or delete one of the two; an id is unique across all registers.",
  },
  "entity-unknown": {
    severity: "error",
    wording: "“{reference}” is {nothing} in the registers.",
    hint: "{suggestion}",
  },
  "entity-ambiguous": {
    severity: "error",
    wording: "“{reference}” is the name of {count} entries in the registers.",
    hint: "Refer to the one you mean by its id: {ids}.",
  },
  "entity-of-other-kind": {
    severity: "error",
    wording: "“{reference}” is {found} in the registers, and {meant} is named here.",
    hint: "Write “:{kind}[…]”, or refer to {meant}.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
