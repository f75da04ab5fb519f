import type { PanesListing } from "../model/listing.js"
import { documentViews, type EditionView } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { editionHeader } from "./edition-header.js"
import { panesData, panesDataPath } from "./panes-data.js"
import type { Publishing } from "./publishing.js"
import type { SiteComparison, SiteFile } from "./site.js"

/** So many documents are a list to look through; with more, scripts read them from a file, and the page leads to the lists. */
const mostInPage = 200

/** The files by which a document's views are known, in the order of the views. */
const viewFiles = [...documentViews, "facsimile"].map((view) =>
  view === "reading" ? "index.html" : `${view}.html`,
)

/** The page on which two pages of documents stand beside each other; `documents` with the files that were made of each. */
export function panesFile(
  publishing: Publishing,
  editionPages: readonly EditionView[],
  documents: readonly { readonly summary: DocumentSummary; readonly files: readonly SiteFile[] }[],
): readonly SiteFile[] {
  const inPage = documents.length <= mostInPage
  const all = {
    documents: documents.map(({ summary, files }) => {
      const made = new Set(files.map(({ path }) => path.replace(/^.*\//, "")))
      return {
        name: summary.name,
        title: summary.title,
        language: summary.language,
        pages: [
          ...viewFiles.map((file) => ({ file, stage: "", language: "" })),
          ...summary.stages.map(({ file, name, language }) => ({ file, stage: name, language })),
        ].filter(({ file }) => made.has(file)),
      }
    }),
    pairs: (publishing.input.comparisons ?? []).map(pairOf),
  }
  const panes: PanesListing = inPage
    ? { ...all, data: "", files: [] }
    : { documents: [], pairs: [], data: panesDataPath, files: viewFiles }
  const content = publishing.page("panes", editionHeader(publishing.input.edition), {
    editionPages,
    documentNames: [],
    listing: { root: "", total: documents.length, groups: [], single: false, parts: [], panes },
  })
  if (content === "") return []
  return [{ path: "panes.html", content }, ...(inPage ? [] : panesData(all, viewFiles))]
}

const pairOf = ({ a, b, blocks }: SiteComparison) => ({ a, b, blocks: blocks.flat() })
