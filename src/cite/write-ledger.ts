import type {
  Ledger,
  NameLost,
  PresentState,
  PublishedDocument,
  PublishedName,
  PublishedPassage,
} from "../model/ledger.js"

/**
 * The text of citations.json: one line for each document and each passage, so that git can tell what has changed and
 * merge what was added. `read/ledger.ts` reads it.
 */
export function writeLedger({ pages, documents, passages, named }: Ledger): string {
  return `{
  "about": ${JSON.stringify(about)},
  "format": 1,
  "pages": [${lines(pages.map((each) => JSON.stringify(each)))}],
  "documents": [${lines(documents.map(documentLine))}],
  "passages": [${lines(passages.map(passageLine))}],
  "named": [${lines(named.map(namedLine))}]
}
`
}

const about =
  "Every address and every id that this edition has published, and what it stands for. stet build keeps this file; commit it beside the sources."

const lines = (written: readonly string[]) =>
  written.length === 0 ? "" : `\n${written.map((each) => `    ${each}`).join(",\n")}\n  `

const documentLine = ({ name, title, release, pages, gone, taken }: PublishedDocument) =>
  JSON.stringify({ name, title, release, pages, gone, taken })

const presentLine = (now: PresentState | undefined) =>
  now && { role: now.role, text: now.text, before: now.before, after: now.after }

const passageLine = (passage: PublishedPassage) => {
  const { id, document, role, release, text, before, after, moved, now, gone } = passage
  return JSON.stringify({
    ...{ id, document, role, release, text, before, after, moved },
    now: presentLine(now),
    gone: gone && { release: gone.release, reason: gone.reason, to: gone.to },
  })
}

const namedLine = (name: PublishedName) => {
  const { document, id, role, release, text, before, after, now, gone, taken } = name
  return JSON.stringify({
    ...{ document, id, role, release, text, before, after },
    now: presentLine(now),
    gone: lostLine(gone),
    taken: lostLine(taken),
  })
}

const lostLine = (lost: NameLost | undefined) =>
  lost && { release: lost.release, to: lost.to && { document: lost.to.document, id: lost.to.id } }
