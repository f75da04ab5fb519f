import type { CatalogueEntry } from "./entry.js"

/** Problems of what points: at an element, another file, an image, an address. */
export const pointers = {
  "pointer-unresolved": {
    severity: "error",
    wording: "{target} points at nothing in {where}{more}.",
    hint: "{suggestion}",
  },
  "pointer-empty": {
    severity: "warning",
    wording: "@{attribute} of {element} points nowhere: it is “{target}”{more}.",
    hint: "Say where it leads, or leave the attribute out.",
  },
  "pointer-file-missing": {
    severity: "error",
    wording: "@{attribute} of {element} leads to the file “{target}”, which the edition does not have{more}.",
    hint: "{suggestion}",
  },
  "pointer-scheme-undeclared": {
    severity: "error",
    wording: "{target} begins with “{scheme}:”, and nothing says what that stands for{more}.",
    hint: 'Write the whole address, or declare it in the header: <prefixDef ident="{scheme}" matchPattern="(.+)" replacementPattern="https://…/$1"/>.',
  },
  "pointer-mistaken": {
    severity: "error",
    wording: "@{attribute} of {element} leads to {target}, a {found}; it should lead to {expected}{more}.",
    hint: "Give the id of what is meant, or say it with another attribute.",
  },
  "prefix-unusable": {
    severity: "error",
    wording: "The prefix “{scheme}” cannot be used: {problem}.",
    hint: "Until it is mended, pointers with this prefix are not followed.",
  },
  "prefix-unmatched": {
    severity: "error",
    wording: "{target} does not have the form that the header gives for “{scheme}:”{more}.",
    hint: "That is {pattern}. Mend the pointer or the matchPattern of the prefixDef.",
  },
  "chain-broken": {
    severity: "warning",
    wording: "@{attribute} leads to {target}, and {problem}{more}.",
    hint: "Let each part name the one before it with prev and the one after it with next.",
  },
  "image-missing": {
    severity: "error",
    wording: "The edition has no image “{target}”{more}.",
    hint: "{suggestion}",
  },
  "url-refused": {
    severity: "error",
    wording: "The address “{target}” is refused: {problem}{more}.",
    hint: "Addresses can begin with https, http, mailto, ftp, tel, doi, urn, info, tag, geo, ark or news.",
  },
  "id-clash": {
    severity: "warning",
    wording: "The id “{target}” stands for one thing here and for another in {file}{more}.",
    hint: "Begin ids with the name of their file, so that each is the only one in the edition.",
  },
  "hand-mistaken": {
    severity: "error",
    wording: "{target} is named as a hand, and is none of the hands that the header describes{more}.",
    hint: "Give the id of a hand; hands are described under hands in the front matter, in TEI as handNote.",
  },
  "stage-mistaken": {
    severity: "error",
    wording: "{target} is named as a stage, and is none of the stages that the header describes{more}.",
    hint: "Give the id of a stage; stages are described under stages in the front matter, in TEI as change.",
  },
  "span-backwards": {
    severity: "error",
    wording: "What begins here ends before it begins, or ends at nothing that marks an end{more}.",
    hint: "Put the sign for its end after its beginning, and give it the id that the beginning names.",
  },
  "transposition-mistaken": {
    severity: "error",
    wording: "A transposition puts {target} in another place, and that is no passage marked for it{more}.",
    hint: "Mark each passage that is to be read in another order as one.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
