import type { CatalogueEntry } from "./entry.js"

/** Problems with printing pages to PDF. */
export const printing = {
  "site-missing": {
    severity: "error",
    wording: "There is no site in {folder} to print.",
    hint: "Build the edition first, with “stet build”; or name with “--output” the folder that it was built into.",
  },
  "release-frozen": {
    severity: "error",
    wording: "{folder} is a release, and nothing is ever added to one.",
    hint: "Leave out “--output”; “--site {folder}/site” prints the release into output/pdf.",
  },
  "print-unknown": {
    severity: "error",
    wording: "The site has no {view} view of a document {name}.{meant}",
    hint: "Name documents as their folders in the site are called; without a name all are printed.",
  },
  "browser-missing": {
    severity: "error",
    wording: "{nothing} to print with.",
    hint: "Install Chromium, Chrome or Edge (on Debian or Ubuntu: apt install chromium), or name its program with “--chromium”.",
  },
  "browser-failed": {
    severity: "error",
    wording: "Printing with {browser} failed{place}: {problem}.",
    hint: "See that it runs by itself and is not too old; or name another with “--chromium”. What was printed before is kept.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
