import type { Ledger, PublishedDocument, PublishedPassage } from "../model/ledger.js"

/**
 * The text of citations.json: one line for each document and each passage, so that git can tell what has changed and
 * merge what was added. `read/ledger.ts` reads it.
 */
export function writeLedger({ pages, documents, passages }: Ledger): string {
  return `{
  "about": ${JSON.stringify(about)},
  "format": 1,
  "pages": [${lines(pages.map((each) => JSON.stringify(each)))}],
  "documents": [${lines(documents.map(documentLine))}],
  "passages": [${lines(passages.map(passageLine))}]
}
`
}

const about =
  "Every address and every id that this edition has published, and what it stands for. stet build keeps this file; commit it beside the sources."

const lines = (written: readonly string[]) =>
  written.length === 0 ? "" : `\n${written.map((each) => `    ${each}`).join(",\n")}\n  `

const documentLine = ({ name, title, release, pages, gone }: PublishedDocument) =>
  JSON.stringify({ name, title, release, pages, gone })

const passageLine = (passage: PublishedPassage) => {
  const { id, document, role, release, text, before, after, moved, now, gone } = passage
  return JSON.stringify({
    ...{ id, document, role, release, text, before, after, moved },
    now: now && { role: now.role, text: now.text, before: now.before, after: now.after },
    gone: gone && { release: gone.release, reason: gone.reason, to: gone.to },
  })
}
