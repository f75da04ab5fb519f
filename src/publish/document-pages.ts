import { hasErrors } from "../diagnostics/diagnostic.js"
import { type DocumentView, documentViews, type EditionView, type Neighbour } from "../model/page.js"
import type { Publishing } from "./publishing.js"
import type { Renderer, SiteDocument, SiteFile } from "./site.js"
import { surveyOf } from "./survey.js"

/**
 * The files of one document: a page for each view, and its TEI. None where it cannot be rendered.
 *
 * What the views do not render of TEI that was brought is told element by element, each occurrence counted once.
 */
export function documentFiles(
  publishing: Publishing,
  position: number,
  editionPages: readonly EditionView[],
): readonly SiteFile[] {
  const { documents, renderer } = publishing.input
  const document = documents[position]
  if (document === undefined) return []
  const parameters = {
    editionPages,
    document: {
      name: document.name,
      ...neighbour("previous", documents[position - 1], renderer),
      ...neighbour("next", documents[position + 1], renderer),
    },
  }
  const before = publishing.diagnostics.length
  const pages = documentViews.map((view) => ({
    path: `${document.name}/${fileOf(view)}`,
    content: publishing.page(view, document.tei, parameters),
  }))
  const told = publishing.diagnostics.splice(before)
  const problems =
    document.brought && !hasErrors(told)
      ? [...told.filter(({ code }) => code !== "element-unhandled"), ...surveyOf(document, renderer)]
      : told
  for (const each of problems) publishing.diagnostics.push(each)
  if (hasErrors(problems)) return []
  return [...pages, { path: `tei/${document.name}.xml`, content: document.original ?? document.tei }]
}

/** The reading view is a document's front page; the others are named after themselves. */
const fileOf = (view: DocumentView) => (view === "reading" ? "index.html" : `${view}.html`)

function neighbour<Side extends "previous" | "next">(
  side: Side,
  document: SiteDocument | undefined,
  renderer: Renderer,
): { readonly [side in Side]?: Neighbour } {
  if (document === undefined) return {}
  const title = renderer.titleOf(document.tei) ?? document.name
  return { [side]: { name: document.name, title } } as { readonly [side in Side]: Neighbour }
}
