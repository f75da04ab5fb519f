import type { CatalogueEntry } from "./entry.js"

const restore =
  "Take citations.json back from git (“git checkout citations.json”); stet writes it, no one else."

/** Problems of the ledger of published ids. */
export const ledger = {
  "citation-unknown": {
    severity: "error",
    wording: "“{citation}” names nothing that this edition has published.{meant}",
    hint: "Give the address or the id as it was cited, in the folder of the edition; what was published stands in citations.json.",
  },
  "ledger-unreadable": {
    severity: "error",
    wording: "The ledger of published ids cannot be read: {problem}.",
    hint: restore,
  },
  "ledger-conflict": {
    severity: "error",
    wording: "git left the ledgers of two branches side by side here.",
    hint: "Run “stet ledger merge BASE OURS THEIRS” on the three versions, which “git show :1:citations.json”, “:2:” and “:3:” give; with stet as its merge driver git does so itself.",
  },
  "ledger-id-twice": {
    severity: "error",
    wording: "The ledger has the id “{id}” twice, and an id stands for one passage only.",
    hint: "Delete the line that was put in later; “git log -p citations.json” shows which one that is.",
  },
  "ledger-astray": {
    severity: "error",
    wording: "The ledger says of “{id}” what cannot be: {problem}.",
    hint: restore,
  },
  "published-id-other": {
    severity: "warning",
    wording: "“{id}” was published in {release} for {was} and stands for {now} here{heir}.{more}",
    hint: "Whoever cited it would find other words. Give what is new an id that nothing had yet, and what was published its old one again; an id that is no longer there says at its address that it has gone.",
  },
  "published-document-other": {
    severity: "warning",
    wording: "“{title}” was published under the name “{name}”, and nothing of it is in this file.",
    hint: "Whoever cited that document would find another one. Give this file another name; at the old address the site then says where the words of that document are. If it was never published, take citations.json back from git.",
  },
  "ledger-irreconcilable": {
    severity: "error",
    wording: "The id “{id}” was published for “{ours}” on one branch and for “{theirs}” on the other.",
    hint: "Both were published; the passage of your own branch keeps the id. Tell those who may have cited the other.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
