import type { PageParameters, SiteImage } from "../model/page.js"

/** Parameters by name; an object becomes a map, and a list within it a sequence. */
export type StylesheetParameters = Readonly<Record<string, string | readonly string[] | object | boolean>>

/** The parameters of a page under the names that xslt/edition.xsl declares. */
export function stylesheetParameters(page: PageParameters): StylesheetParameters {
  const { edition, document } = page
  return {
    "edition-title": edition.title,
    "edition-editors": edition.editors,
    "edition-version": edition.version,
    "edition-date": edition.date ?? "",
    "edition-licence": edition.licence,
    "edition-licence-url": edition.licenceUrl ?? "",
    "edition-language": edition.language ?? "",
    "base-url": edition.baseUrl ?? "",
    "document-name": document?.name ?? "",
    "document-names": page.documentNames,
    "previous-name": document?.previous?.name ?? "",
    "previous-title": document?.previous?.title ?? "",
    "next-name": document?.next?.name ?? "",
    "next-title": document?.next?.title ?? "",
    context: document?.context ?? {},
    listing: page.listing ?? {},
    "compared-titles": (document?.comparedWith ?? []).map(({ title }) => title),
    "compared-files": (document?.comparedWith ?? []).map(({ file }) => file),
    source: page.source ?? "",
    "has-records": document?.hasRecords ?? false,
    citations: { styles: document?.citations ?? [] },
    images: Object.fromEntries((document?.images ?? []).map((each) => [each.url, shown(each)])),
    formerly: { passages: document?.formerly ?? [] },
    withdrawn: page.withdrawn ?? {},
    "edition-pages": page.editionPages,
    interface: edition.interface,
    words: edition.words,
    archive: page.archive ?? "",
    book: page.book ?? "",
    feed: page.feed ?? "",
    styles: page.styles,
    scripts: page.scripts,
  }
}

/** What xslt/parts/facsimile.xsl takes: “width height address”. */
const shown = ({ width, height, path }: SiteImage): string => {
  const steps = path.split("/").map((step) => encodeURIComponent(step).replaceAll("'", "%27"))
  return `${width} ${height} ${steps.join("/")}`
}
