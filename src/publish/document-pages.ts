import { hasErrors } from "../diagnostics/diagnostic.js"
import type { EditionView } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { comparedWith } from "./comparison-pages.js"
import type { Surroundings } from "./contexts.js"
import type { Publishing } from "./publishing.js"
import type { SiteDocument, SiteFile } from "./site.js"
import { surveyOf } from "./survey.js"

/** What rendering gives of a document besides the files of its folder; see xslt/views/document.xsl. */
const chapterFile = "chapter.xhtml"

export interface DocumentFiles {
  readonly files: readonly SiteFile[]
  /** Its chapter of the e-book, XHTML. */
  readonly chapter?: string | undefined
}

/**
 * The files of one document: a page for each view, its plain texts, its TEI, and its records. None where it cannot be rendered.
 *
 * What the views do not render of TEI that was brought is told element by element, each occurrence counted once.
 */
export function documentFiles(
  publishing: Publishing,
  document: SiteDocument,
  summary: DocumentSummary,
  { targets, ...surroundings }: Surroundings,
  editionPages: readonly EditionView[],
  titleOf: (name: string) => string,
): DocumentFiles {
  const { renderer, comparisons = [], interchange } = publishing.input
  const before = publishing.diagnostics.length
  const pages = publishing.pages(document.tei, {
    editionPages,
    documentNames: [document.name, ...targets],
    source: charactersOf(document),
    document: {
      name: document.name,
      ...surroundings,
      comparedWith: comparedWith(comparisons, document.name, titleOf),
      hasRecords: interchange !== undefined,
      ...(interchange === undefined ? {} : { citations: interchange.citationsOf(summary) }),
      ...(document.images === undefined ? {} : { images: document.images }),
      ...(document.formerly === undefined ? {} : { formerly: document.formerly }),
    },
  })
  const told = publishing.diagnostics.splice(before)
  const problems =
    document.brought && !hasErrors(told)
      ? [...told.filter(({ code }) => code !== "element-unhandled"), ...surveyOf(document, renderer)]
      : told
  for (const each of problems) publishing.diagnostics.push(each)
  if (hasErrors(problems)) return { files: [] }
  const { [chapterFile]: chapter, ...shown } = pages
  const files = [
    ...Object.entries(shown).map(([file, content]) => ({ path: `${document.name}/${file}`, content })),
    { path: `tei/${document.name}.xml`, content: document.original ?? document.tei },
  ]
  const described = interchange?.documentFiles(summary, files, document.images ?? []) ?? []
  return { files: [...files, ...described], chapter }
}

/** A TEI file as it is published. */
const charactersOf = ({ tei, original, originalText }: SiteDocument) =>
  typeof original === "string" ? original : (originalText ?? tei)
