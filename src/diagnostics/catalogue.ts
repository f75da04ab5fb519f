export type Severity = "error" | "warning" | "info"

export interface CatalogueEntry {
  readonly severity: Severity
  readonly wording: string
  readonly hint: string
}

const entries = {
  "file-not-found": {
    severity: "error",
    wording: "There is no file {name}.",
    hint: "Check the spelling and the folder you are in.",
  },
  "file-not-utf8": {
    severity: "error",
    wording: "This file is not UTF-8: byte {byte} at position {position} begins no character.",
    hint: "Save it as UTF-8 in your editor (often “Save with encoding”).",
  },
  "file-empty": {
    severity: "error",
    wording: "This file holds no text.",
    hint: "Type the transcription below the front matter, or delete the file.",
  },
  "file-too-large": {
    severity: "error",
    wording: "This file has {size} bytes; a transcription has {limit} at most.",
    hint: "Split it into one file per document.",
  },
  "file-unreadable": {
    severity: "error",
    wording: "{name} cannot be read: {problem}.",
    hint: "Name a file, and see that you may read it.",
  },
  "file-exists": {
    severity: "error",
    wording: "{name} is there already, and stet does not overwrite what you may have written.",
    hint: "Move it away, or choose another folder.",
  },
  "file-unwritable": {
    severity: "error",
    wording: "{name} cannot be written: {problem}.",
    hint: "See that there is room on the disk and that you may write there. What was published before is kept.",
  },
  "build-locked": {
    severity: "error",
    wording: "Another build is writing to {folder}.",
    hint: "Wait until it has ended. If none is running, delete {lock}.",
  },
  "path-outside": {
    severity: "error",
    wording: "{name} leads out of the edition's folder.",
    hint: "Keep every file of the edition inside its folder, and name it without “..”, “/” or a link to elsewhere.",
  },
  "name-unusable": {
    severity: "error",
    wording: "“{name}” cannot be the name of a document.",
    hint: "Use ASCII letters, digits, “-” and “_”, beginning with a letter, 48 at most; not a name that Windows keeps for itself, and not tei, schema, assets or index, which the site has.",
  },
  "name-clash": {
    severity: "error",
    wording: "{name} and {other} would get the same address.",
    hint: "Rename one of them; capital and small letters count as the same.",
  },
  "character-forbidden": {
    severity: "error",
    wording: "The control character {codepoint} cannot stand in XML.",
    hint: "Delete it, or type what it stands for.",
  },
  "bidi-control": {
    severity: "error",
    wording:
      "An invisible direction control, {codepoint}, stands here; it can make a line read otherwise than it is.",
    hint: "Delete it.",
  },
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
  "mark-empty": {
    severity: "warning",
    wording: "{mark} encloses nothing.",
    hint: "Type the words it marks, or take it out.",
  },
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
  "reference-unresolved": {
    severity: "error",
    wording: "“{target}” is no {what} of this edition.",
    hint: "Known: {known}.",
  },
  "edition-missing": {
    severity: "error",
    wording: "There is no edition.yaml in {folder}.",
    hint: "Go to the edition's folder, or make one with “stet init”.",
  },
  "edition-empty": {
    severity: "error",
    wording: "There is no transcription in {folder}.",
    hint: "Put one there, or let “stet import FILE” propose some.",
  },
  "text-not-conserved": {
    severity: "error",
    wording: "The TEI would not hold the source's text: it has {got} where the source has {expected}.",
    hint: "This is a fault in stet; nothing was written. Please report it with this line.",
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
    hint: "Adjacency is no proof. edition.yaml decides with conventions.substitution: neighbouring, or marked to claim only what is typed {~~old~>new~~}.",
  },
  "assumed-false-start": {
    severity: "info",
    wording: "Taken for a false start: the point {label} is broken off and begun again.",
    hint: "edition.yaml decides with conventions.falseStart: repeated-label or marked.",
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
} as const satisfies Record<string, CatalogueEntry>

/** A permanent name of a problem, `subject-condition`. */
export type Code = keyof typeof entries

/** Every problem stet can report: severity, wording in the editor's words, and what to do. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = entries
