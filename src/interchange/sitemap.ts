import { addressIn, type EditionRecord } from "../model/bibliographic-record.js"
import { serialise } from "../xml/serialise.js"
import { element, indented, text } from "../xml/tree.js"
import type { InterchangeFile } from "./file.js"

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
/** What the protocol allows in one file. */
const mostPages = 50_000

/**
 * The pages for search engines, by the protocol of sitemaps.org: those of the whole edition, and of each document its
 * reading view. More than 50,000 are parted, and sitemap.xml lists the parts. None where the edition does not know
 * where it will stand.
 */
export function sitemapFiles(pages: readonly string[], edition: EditionRecord): readonly InterchangeFile[] {
  if (edition.url === undefined) return []
  const part = (some: readonly string[]) => listed("urlset", "url", some, edition)
  if (pages.length <= mostPages) return [{ path: "sitemap.xml", content: part(pages) }]
  const parts = Array.from({ length: Math.ceil(pages.length / mostPages) }, (_, index) => ({
    path: `sitemap-${index + 1}.xml`,
    content: part(pages.slice(index * mostPages, (index + 1) * mostPages)),
  }))
  const all = listed(
    "sitemapindex",
    "sitemap",
    parts.map(({ path }) => path),
    edition,
  )
  return [{ path: "sitemap.xml", content: all }, ...parts]
}

function listed(list: string, member: string, paths: readonly string[], edition: EditionRecord): string {
  const said = (name: string, words: string | undefined) =>
    words === undefined ? undefined : element(name, {}, [text(words)])
  const members = paths.map((path) =>
    element(member, {}, [said("loc", addressIn(edition, path)), said("lastmod", edition.date)]),
  )
  return serialise(indented(element(list, { xmlns: namespace }, members))).text
}
