import type { CatalogueEntry } from "./entry.js"

/** Problems with files, folders, names and characters. */
export const files = {
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
  "port-unusable": {
    severity: "error",
    wording: "The preview cannot use port {port}: {problem}.",
    hint: "End the program that uses it, or name another with “--port”; “--port 0” takes any that is free.",
  },
  "path-outside": {
    severity: "error",
    wording: "{name} leads out of the edition's folder.",
    hint: "Keep every file of the edition inside its folder, and name it without “..”, “/” or a link to elsewhere.",
  },
  "name-unusable": {
    severity: "error",
    wording: "“{name}” cannot be the name of a document.",
    hint: "Use ASCII letters, digits, “-” and “_”, beginning with a letter, 48 at most; not a name that Windows keeps for itself, and not tei, schema, assets, images or index, which the site has.",
  },
  "name-clash": {
    severity: "error",
    wording: "{name} and {other} would get the same address.",
    hint: "Rename one of them; capital and small letters count as the same.",
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
} as const satisfies Readonly<Record<string, CatalogueEntry>>
