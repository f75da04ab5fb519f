import type { EditionView, WithdrawnPage, Words } from "../model/page.js"
import { editionHeader } from "./edition-header.js"
import type { Publishing } from "./publishing.js"
import type { SiteFile } from "./site.js"
import { withdrawnImage } from "./withdrawn-images.js"

/**
 * Something at each address that was ever published and that the site would have no more: for documents that were taken
 * out, pages that say where their words are now; for their texts and records the same in plain words, and for their TEI
 * a TEI file. `made` are the files that the site has.
 */
export function withdrawnFiles(
  publishing: Publishing,
  editionPages: readonly EditionView[],
  made: readonly SiteFile[],
): readonly SiteFile[] {
  const { edition, withdrawn = [], published = [], withdrawnTei } = publishing.input
  if (withdrawn.length + published.length === 0) return []
  const images = publishing.input.documents.flatMap((each) => each.images ?? [])
  // Where capitals make no difference, one of two such files would take the other's place.
  const folded = new Set([...made, ...images].map(({ path }) => path.toLowerCase()))
  const taken = new Set<string>()
  const isFree = (path: string) => !taken.has(path) && !folded.has(path.toLowerCase())
  const header = editionHeader(edition)
  // All pages of a document say the same: those in its own folder are made once.
  const pageOf = (withdrawnPage: WithdrawnPage, name?: string) =>
    publishing.page("withdrawn", header, {
      editionPages,
      documentNames: [],
      withdrawn: withdrawnPage,
      ...(name === undefined ? {} : { document: { name } }),
    })
  const ofDocuments = withdrawn.flatMap(({ name, pages, tei, ...told }) => {
    let page: string | undefined
    return pages.filter(isFree).flatMap((path) => {
      taken.add(path)
      if (!path.endsWith(".html")) return fileOf(path, told, tei, edition.words)
      page ??= pageOf({ ...told, root: "../" }, name)
      return { path, content: page }
    })
  })
  const nothing = { title: "", release: "", heirs: [], formerly: [] }
  const ofEdition = published.filter(isFree).flatMap((path) => {
    const root = "../".repeat(path.split("/").length - 1)
    if (path.endsWith(".html")) return { path, content: pageOf({ ...nothing, root }) }
    return fileOf(path, nothing, withdrawnTei?.(path) ?? "", edition.words)
  })
  return [...ofDocuments, ...ofEdition]
}

type Told = Omit<WithdrawnPage, "root">

/** What stands at the address of a file that is no page, in the form that the address promises. */
function fileOf(path: string, told: Told, tei: string, words: Words): readonly SiteFile[] {
  const [title = "", ...lines] = inPlainWords(told, words)
  const text = lines.join(" ")
  switch (path.slice(path.lastIndexOf(".") + 1)) {
    case "xml":
      return [{ path, content: tei }]
    case "txt":
    // What is no entry is a comment in BibTeX.
    case "bib":
      return [{ path, content: `${[title, ...lines].join("\n")}\n` }]
    case "ris":
      return [{ path, content: `TY  - GEN\r\nTI  - ${title}\r\nN1  - ${text}\r\nER  - \r\n` }]
    case "json":
    case "jsonld": {
      const said = path.endsWith(".csl.json")
        ? [{ id: path, type: "document", title, note: text }]
        : path.endsWith("ld")
          ? { "@context": "https://schema.org", "@type": "CreativeWork", name: title, description: text }
          : { title, description: text }
      return [{ path, content: `${JSON.stringify(said, undefined, 2)}\n` }]
    }
    default: {
      const content = withdrawnImage(path.slice(path.lastIndexOf(".") + 1))
      return content === undefined ? [] : [{ path, content }]
    }
  }
}

/** The title of the page that stands there, and what it says. */
function inPlainWords({ title, release, heirs }: Told, words: Words): readonly string[] {
  const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
    (words[key] ?? key).replace(/\{([a-z-]+)\}/g, (_, name: string) => values[name] ?? "")
  const index = words["withdrawn-index"] ?? ""
  if (release === "") return [say("withdrawn-page"), say("withdrawn-page-text", { index })]
  return [
    say("withdrawn-title", { title: say("quoted", { words: title }) }),
    ...(heirs.length > 0
      ? [say("withdrawn-heirs", { documents: heirs.map((each) => each.title).join(", ") })]
      : []),
    say("withdrawn-text", { version: release, index }),
  ]
}
