import type { CatalogueEntry } from "./entry.js"

/** Rules that an edition brings, in Schematron: what they find, and what is wrong with them. */
export const rules = {
  "rule-failed": {
    severity: "error",
    wording: "{problem}.",
    hint: "{advice}",
  },
  "rule-warned": {
    severity: "warning",
    wording: "{problem}.",
    hint: "{advice}",
  },
  "rule-told": {
    severity: "info",
    wording: "{problem}.",
    hint: "{advice}",
  },
  "rule-unworkable": {
    severity: "warning",
    wording: "The rule “{rule}” could not be worked out: {problem}.",
    hint: "Mend the rule in the schema. All other rules were checked.",
  },
  "rule-refused": {
    severity: "warning",
    wording: "A rule was left out: it uses {what}.",
    hint: "A rule may look at nothing but the file that is being checked.",
  },
  "schematron-broken": {
    severity: "error",
    wording: "The rules are wrong here: {problem}.",
    hint: "Mend the schema at this place. What can't be understood is left out; all else is checked.",
  },
  "schematron-binding": {
    severity: "info",
    wording: "These rules are written for {binding}, and are read as XPath 3.1.",
    hint: 'Say queryBinding="xslt2" or queryBinding="xslt3" on the schema, if that is what they mean.',
  },
  "schematron-unsupported": {
    severity: "warning",
    wording: "stet passes over {what}.",
    hint: "Everything else in these rules is checked.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
