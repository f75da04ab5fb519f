import type { CatalogueEntry } from "./entry.js"

/** Mistakes in what parts a letter: containers, tables, notes, what opens and closes it. */
export const blocks = {
  "container-unclosed": {
    severity: "error",
    wording: ":::{name} is opened here and not closed.",
    hint: "End it with a line “:::”.",
  },
  "container-unopened": {
    severity: "error",
    wording: "This line closes a container, but none is open.",
    hint: "Open it with a line such as “:::quote”, or take the line out.",
  },
  "section-inside": {
    severity: "error",
    wording: "::{name} begins a part of the document and cannot stand inside :::{container}.",
    hint: "Close the container first.",
  },
  "role-out-of-place": {
    severity: "warning",
    wording: "The {role} stands where TEI has no {role}; it is encoded as a paragraph.",
    hint: "What opens a letter stands before its prose, what closes it after.",
  },
  "row-uneven": {
    severity: "warning",
    wording: "This row has {cells} cells; the first row of the table has {expected}.",
    hint: "Type an empty cell, | |, where nothing stands on the page.",
  },
  "notes-twice": {
    severity: "error",
    wording: "Two notes have the label {label}.",
    hint: "Give each note a label of its own.",
  },
  "container-worded": {
    severity: "error",
    wording: "Words stand on the line that opens :::{name}.",
    hint: "Put them on lines of their own, between “:::{name}” and “:::”.",
  },
  "row-unclosed": {
    severity: "warning",
    wording: "This line begins like a row of the table above, but no bar ends it.",
    hint: "End it with |, or put a blank line before it.",
  },
  "note-unplaced": {
    severity: "error",
    wording: "No place in the text refers to the note [^{label}].",
    hint: "Type [^{label}] where the note belongs.",
  },
  "note-missing": {
    severity: "error",
    wording: "There is no note for [^{label}].",
    hint: "Type it as a paragraph of its own, [^{label}]: …; or type \\[^{label}] if the characters stand on the page.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
