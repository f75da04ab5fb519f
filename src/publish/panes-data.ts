import type { PanesListing } from "../model/listing.js"
import type { PanesData, PanesDocument, PanesStage } from "../model/panes.js"
import type { SiteFile } from "./site.js"

export const panesDataPath = "assets/panes/documents.js"

/**
 * The documents of a large edition for the two panes, as scripts, since pages from a disk can fetch nothing else: all
 * documents in one, and of each two that are compared the paragraphs, which are read when both are shown.
 */
export function panesData(
  { documents, pairs }: Pick<PanesListing, "documents" | "pairs">,
  files: readonly string[],
): readonly SiteFile[] {
  const data: PanesData = {
    files,
    documents: documents.map(({ name, title, language, pages }): PanesDocument => {
      const has = new Set(pages.filter(({ stage }) => stage === "").map(({ file }) => file))
      const lacks = files.flatMap((file, number) => (has.has(file) ? [] : [number]))
      const stages = pages.flatMap(({ file, stage, language }): readonly PanesStage[] =>
        stage === "" ? [] : [[file, stage, language]],
      )
      if (stages.length > 0) return [name, title, language, lacks, stages]
      return lacks.length > 0 ? [name, title, language, lacks] : [name, title, language]
    }),
    pairs: pairs.map(({ a, b }) => [a, b]),
  }
  return [
    dataFile(panesDataPath, "documents", data),
    ...pairs.map(({ a, b, blocks }) => dataFile(`assets/panes/${a}/${b}.js`, `${a}/${b}`, blocks)),
  ]
}

const dataFile = (path: string, name: string, data: unknown): SiteFile => ({
  path,
  content: `(globalThis.stetPanesData??={})[${JSON.stringify(name)}]=${JSON.stringify(data)}\n`,
})
