import type { PanesListing } from "../model/listing.js"
import { documentViews, type EditionView } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { editionHeader } from "./edition-header.js"
import type { Publishing } from "./publishing.js"
import type { SiteComparison, SiteFile } from "./site.js"

/** So many documents have all their pages in the list; with more, each has those that every document has. */
const mostInFull = 200

/** The page on which two pages of documents stand beside each other; `documents` with the files that were made of each. */
export function panesFile(
  publishing: Publishing,
  editionPages: readonly EditionView[],
  documents: readonly { readonly summary: DocumentSummary; readonly files: readonly SiteFile[] }[],
): readonly SiteFile[] {
  const inFull = documents.length <= mostInFull
  const panes: PanesListing = {
    documents: documents.map(({ summary, files }) => {
      const made = new Set(files.map(({ path }) => path.replace(/^.*\//, "")))
      const stages = inFull ? summary.stages : []
      return {
        name: summary.name,
        title: summary.title,
        language: summary.language,
        pages: [
          ...(inFull ? [...documentViews, "facsimile"] : documentViews)
            .map((view) => (view === "reading" ? "index.html" : `${view}.html`))
            .filter((file) => made.has(file))
            .map((file) => ({ file, stage: "", language: "" })),
          ...stages
            .map(({ file, name, language }) => ({ file, stage: name, language }))
            .filter(({ file }) => made.has(file)),
        ],
      }
    }),
    pairs: (publishing.input.comparisons ?? []).map(pairOf),
  }
  const content = publishing.page("panes", editionHeader(publishing.input.edition), {
    editionPages,
    documentNames: [],
    listing: { root: "", total: documents.length, groups: [], single: false, parts: [], panes },
  })
  return content === "" ? [] : [{ path: "panes.html", content }]
}

const pairOf = ({ a, b, blocks }: SiteComparison) => ({ a, b, blocks: blocks.flat() })
