import type { EditionView, WithdrawnPage, Words } from "../model/page.js"
import { editionHeader } from "./edition-header.js"
import type { Publishing } from "./publishing.js"
import type { SiteFile } from "./site.js"

/**
 * Something at each address that was ever published and that the site would have no more: for documents that were taken
 * out, pages that say where their words are now; for their texts the same in plain words, and for their TEI a TEI
 * file. `made` are the files that the site has.
 */
export function withdrawnFiles(
  publishing: Publishing,
  editionPages: readonly EditionView[],
  made: readonly SiteFile[],
): readonly SiteFile[] {
  const { edition, withdrawn = [], published = [] } = publishing.input
  if (withdrawn.length + published.length === 0) return []
  const taken = new Set(made.map(({ path }) => path))
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
    return pages
      .filter((path) => !taken.has(path))
      .map((path) => {
        taken.add(path)
        if (path.endsWith(".xml")) return { path, content: tei }
        if (path.endsWith(".txt")) return { path, content: inPlainWords(told, edition.words) }
        page ??= pageOf({ ...told, root: "../" }, name)
        return { path, content: page }
      })
  })
  const ofEdition = published
    .filter((path) => path.endsWith(".html") && !taken.has(path))
    .map((path) => {
      const root = "../".repeat(path.split("/").length - 1)
      return { path, content: pageOf({ title: "", release: "", heirs: [], formerly: [], root }) }
    })
  return [...ofDocuments, ...ofEdition]
}

function inPlainWords({ title, release, heirs }: Omit<WithdrawnPage, "root">, words: Words): string {
  const say = (key: string, values: Readonly<Record<string, string>>) =>
    (words[key] ?? key).replace(/\{([a-z-]+)\}/g, (_, name: string) => values[name] ?? "")
  const quoted = say("quoted", { words: title })
  return [
    say("withdrawn-title", { title: quoted }),
    ...(heirs.length > 0
      ? [say("withdrawn-heirs", { documents: heirs.map((each) => each.title).join(", ") })]
      : []),
    say("withdrawn-text", { version: release, index: words["withdrawn-index"] ?? "" }),
    "",
  ].join("\n")
}
