import type { CatalogueEntry } from "./entry.js"

/** Problems of TEI files that an edition brings along: their encoding, what they include, their schemas. */
export const brought = {
  "encoding-unknown": {
    severity: "error",
    wording: "This file is in the encoding “{encoding}”, which stet cannot read.",
    hint: "Save it as UTF-8 in your editor (often “Save with encoding”), and declare UTF-8 in its first line.",
  },
  "encoding-contradicted": {
    severity: "warning",
    wording: "This file says that it is {declared}, and it is {actual}; it was read as {actual}.",
    hint: "Write the right encoding in its first line, or leave it out where it is UTF-8.",
  },
  "encoding-guessed": {
    severity: "warning",
    wording:
      "This file says that it is {encoding}, and holds {count} bytes that have no letter there, the first of them {byte}; it was read as windows-1252.",
    hint: 'Write encoding="windows-1252" in its first line, or save it as UTF-8.',
  },
  "bytes-mistaken": {
    severity: "error",
    wording: "This file says that it is {encoding}, and what stands here is no character of it.",
    hint: "Write the right encoding in the first line, or save the file as UTF-8 in your editor.",
  },
  "direction-control": {
    severity: "warning",
    wording:
      "An invisible direction control, {codepoint}, stands here, one of {count}; it can make a line read otherwise than it is.",
    hint: "Delete it, or say the direction by an attribute or a style.",
  },
  "doctype-ignored": {
    severity: "info",
    wording: "This file has a document type declaration, of which nothing is read.",
    hint: "Values that its DTD would supply are not there. Delete the declaration if the file does not need it.",
  },
  "tei-scripted": {
    severity: "error",
    wording: "A browser that opens this file would run what stands here: {what}.",
    hint: "Delete it. The file is published as it stands, and is left out of the edition until then.",
  },
  "include-missing": {
    severity: "error",
    wording: "{name} is to be included here, and the edition has no such file.",
    hint: "Check the spelling; the name counts from the folder of the file that includes it.",
  },
  "include-part-missing": {
    severity: "error",
    wording: "{pointer} is to be included here from {name}, and is not there.",
    hint: "Give the xml:id of an element of that file, or its place as in element(/1/2).",
  },
  "include-refused": {
    severity: "error",
    wording: "{name} is to be included here, and {problem}.",
    hint: "stet reads nothing from the network and nothing outside the edition's folder. Keep a copy inside it.",
  },
  "include-cycle": {
    severity: "error",
    wording: "{name} is to be included here, and is being included already.",
    hint: "A file cannot hold itself, directly or through another.",
  },
  "include-too-much": {
    severity: "error",
    wording: "What is to be included here is too much: {problem}.",
    hint: "See whether a file includes another many times over.",
  },
  "include-broken": {
    severity: "error",
    wording: "This inclusion cannot be understood: {problem}.",
    hint: 'Write it as <xi:include href="FILE"/>, with an xi:fallback in it if the file may be missing.',
  },
  "schema-missing": {
    severity: "warning",
    wording: "This file is to fit {name}, and the edition has no such file.",
    hint: "Put the schema there, or name one under schema in edition.yaml.",
  },
  "schema-remote": {
    severity: "warning",
    wording: "This file is to fit {name}, and stet reads nothing from the network.",
    hint: "Keep a copy of the schema in the edition's folder, and name it under schema in edition.yaml.",
  },
  "schema-unread": {
    severity: "info",
    wording: "This file is to fit {name}, which is {kind}; stet does not check that.",
    hint: "Name a schema in RELAX NG, Schematron or XML Schema.",
  },
  "schema-unknown": {
    severity: "info",
    wording:
      "This file names no schema; only that it is XML and that its pointers lead somewhere is checked.",
    hint: "Name a schema under schema in edition.yaml.",
  },
  "schema-broken": {
    severity: "error",
    wording: "The schema is wrong: {problem}.",
    hint: "Until it is mended, nothing is checked against it.",
  },
  "tei-foreign": {
    severity: "warning",
    wording: "This is no TEI but {what}; it is left out.",
    hint: "Keep it outside the folder of the sources, or turn it into TEI first.",
  },
  "namespace-missing": {
    severity: "warning",
    wording: "This looks like TEI, and is in no namespace; it is left out.",
    hint: 'Write xmlns="http://www.tei-c.org/ns/1.0" in the tag of its outermost element.',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
