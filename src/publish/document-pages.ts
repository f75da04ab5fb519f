import { hasErrors } from "../diagnostics/diagnostic.js"
import { type DocumentView, documentViews, type EditionView } from "../model/page.js"
import { comparedWith } from "./comparison-pages.js"
import type { Surroundings } from "./contexts.js"
import { textsOf } from "./downloads.js"
import type { Publishing } from "./publishing.js"
import type { SiteDocument, SiteFile } from "./site.js"
import { surveyOf } from "./survey.js"

/**
 * The files of one document: a page for each view, its plain texts, and its TEI. None where it cannot be rendered.
 *
 * What the views do not render of TEI that was brought is told element by element, each occurrence counted once.
 */
export function documentFiles(
  publishing: Publishing,
  document: SiteDocument,
  { targets, ...surroundings }: Surroundings,
  editionPages: readonly EditionView[],
  titleOf: (name: string) => string,
): readonly SiteFile[] {
  const { renderer } = publishing.input
  const parameters = {
    editionPages,
    documentNames: [document.name, ...targets],
    document: {
      name: document.name,
      ...surroundings,
      comparedWith: comparedWith(publishing.input.comparisons ?? [], document.name, titleOf),
      ...(document.images === undefined ? {} : { images: document.images }),
    },
  }
  const before = publishing.diagnostics.length
  const pages: SiteFile[] = []
  for (const view of viewsOf(document)) {
    const given = view === "source" ? { ...parameters, source: charactersOf(document) } : parameters
    pages.push({
      path: `${document.name}/${fileOf(view)}`,
      content: publishing.page(view, document.tei, given),
    })
    // Where one view cannot be made none is shown, so the others need not be tried.
    if (hasErrors(publishing.diagnostics.slice(before))) break
  }
  const texts = textsOf(publishing, document)
  const told = publishing.diagnostics.splice(before)
  const problems =
    document.brought && !hasErrors(told)
      ? [...told.filter(({ code }) => code !== "element-unhandled"), ...surveyOf(document, renderer)]
      : told
  for (const each of problems) publishing.diagnostics.push(each)
  if (hasErrors(problems)) return []
  return [
    ...pages,
    ...texts,
    { path: `tei/${document.name}.xml`, content: document.original ?? document.tei },
  ]
}

/** A TEI file as it is published. */
const charactersOf = ({ tei, original, originalText }: SiteDocument) =>
  typeof original === "string" ? original : (originalText ?? tei)

/** A document without images has no page of its facsimile, and its pages do not speak of one. */
const viewsOf = ({ images = [] }: SiteDocument): readonly DocumentView[] =>
  images.length > 0 ? [...documentViews, "facsimile"] : documentViews

/** The reading view is a document's front page; the others are named after themselves. */
const fileOf = (view: DocumentView) => (view === "reading" ? "index.html" : `${view}.html`)
