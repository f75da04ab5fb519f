import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import { documentViews, type Neighbour, type View } from "../model/page.js"
import { corpusOf } from "./corpus.js"
import type { PublishInput, Renderer, SiteDocument, SiteFile } from "./site.js"
import { surveyOf } from "./survey.js"

export type { PublishInput, SiteDocument, SiteFile } from "./site.js"
export { surveyOf } from "./survey.js"

/**
 * The files of an edition's site: the index, the names where there are any, three views and the TEI of every document, the schema, the styles.
 *
 * The same input gives the same files in the same order. A document that cannot be rendered is
 * reported and left out; whether a site with errors is written is for the caller to decide. What the views
 * don't render of TEI that was brought is told element by element, each occurrence counted once.
 */
export async function publishSite(input: PublishInput): Promise<Outcome<readonly SiteFile[]>> {
  const { edition, documents, styles, renderer } = input
  const page = {
    edition,
    documentNames: documents.map((each) => each.name),
    styles: styles.map((each) => each.name),
  }
  const diagnostics: Diagnostic[] = []
  const files: SiteFile[] = []
  const shown: SiteDocument[] = []
  for (const [position, document] of documents.entries()) {
    const parameters = {
      ...page,
      document: {
        name: document.name,
        ...neighbour("previous", documents[position - 1], renderer),
        ...neighbour("next", documents[position + 1], renderer),
      },
    }
    const rendered = documentViews.map((view) => ({
      view,
      ...renderer.renderView(view, document.tei, parameters),
    }))
    const told = rendered.flatMap((each) => each.diagnostics)
    const problems =
      document.brought && !hasErrors(told)
        ? [...told.filter(({ code }) => code !== "element-unhandled"), ...surveyOf(document, renderer)]
        : told
    for (const each of problems) diagnostics.push(each)
    if (hasErrors(problems)) continue
    shown.push(document)
    for (const { view, value } of rendered) {
      files.push({ path: `${document.name}/${fileOf(view)}`, content: value })
    }
    files.push({ path: `tei/${document.name}.xml`, content: document.original ?? document.tei })
  }
  const corpus = corpusOf(edition, shown)
  const ofAll = { ...page, documentNames: shown.map((each) => each.name) }
  const index = renderer.renderView("index", corpus, ofAll)
  for (const each of index.diagnostics) diagnostics.push(each)
  const namesPage: SiteFile[] = []
  // The index leads there where any document has a register.
  if (index.value.includes("names.html")) {
    const names = renderer.renderView("names", corpus, ofAll)
    for (const each of names.diagnostics) diagnostics.push(each)
    namesPage.push({ path: "names.html", content: names.value })
  }
  const assets = styles.map(({ name, content }) => ({ path: `assets/${name}`, content }))
  return {
    value: [
      { path: "index.html", content: index.value },
      ...namesPage,
      ...files,
      ...(input.schemas ?? []),
      ...assets,
    ],
    diagnostics: withoutRepetition(diagnostics),
  }
}

/** The reading view is a document's front page; the others are named after themselves. */
function fileOf(view: View): string {
  return view === "reading" ? "index.html" : `${view}.html`
}

function neighbour<Side extends "previous" | "next">(
  side: Side,
  document: SiteDocument | undefined,
  renderer: Renderer,
): { readonly [side in Side]?: Neighbour } {
  if (document === undefined) return {}
  const title = renderer.titleOf(document.tei) ?? document.name
  return { [side]: { name: document.name, title } } as { readonly [side in Side]: Neighbour }
}

/** The three views of a document see the same problems; each is told once. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) =>
    [code, message, span?.file, span?.start.offset].join(" ")
  return [...new Map(diagnostics.map((each) => [keyOf(each), each])).values()]
}
