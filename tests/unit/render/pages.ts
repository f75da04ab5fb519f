import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js"
import type { PageParameters, View } from "../../../src/model/page.js"
import { stylesheetParameters } from "../../../src/render/page-parameters.js"
import { renderView } from "../../../src/render/render-view.js"
import { testStylesheet } from "../../browser/site.js"
import { inEnglish } from "../../interface.js"

/** A TEI document with this in its body, and this in the profileDesc of its header. */
export function teiWith(body: string, profile = ""): string {
  const said = profile === "" ? "" : `<profileDesc>${profile}</profileDesc>`
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>${said}</teiHeader><text><body>${body}</body></text></TEI>`
}

export async function page(
  view: View,
  tei: string,
  more: Partial<PageParameters> = {},
): Promise<{ html: string; diagnostics: readonly Diagnostic[] }> {
  const outcome = renderView(view, tei, { ...parameters, ...more }, await testStylesheet())
  return { html: outcome.value, diagnostics: outcome.diagnostics }
}

const parameters: PageParameters = {
  edition: { title: "E", editors: [], version: "1", licence: "", ...inEnglish },
  documentNames: ["d", "other"],
  document: { name: "d" },
  styles: [],
  scripts: {},
  editionPages: ["index", "names"],
}

/** The pages of the stages of writing, by their files, in the order of the stages. */
export async function stagePages(tei: string): Promise<ReadonlyMap<string, string>> {
  const { saxon, internal } = await testStylesheet()
  const { principalResult } = saxon.transform(
    {
      stylesheetInternal: internal,
      sourceNode: saxon.getPlatform().parseXmlFromString(tei),
      initialMode: "Q{urn:x-stet:view}stages",
      stylesheetParams: stylesheetParameters(parameters),
      destination: "raw",
      deliverMessage: () => {},
    },
    "sync",
  )
  const pages = principalResult as Readonly<Record<string, string>>
  const [first = ""] = Object.values(pages)
  const listed = first.match(/<nav class="stage-pages"[\s\S]*?<\/nav>/)?.[0] ?? ""
  return new Map([...listed.matchAll(/<a href="([^"]+)"/g)].map(([, file = ""]) => [file, pages[file] ?? ""]))
}

/** A page without the words that it marks as struck out. */
export function withoutStruck(html: string): string {
  const less = html.replace(/<del\b[^>]*>(?:(?!<del\b)[\s\S])*?<\/del>/g, "")
  return less === html ? html : withoutStruck(less)
}

/** The text of the first div of a class, as a browser's textContent has it. */
export function textOfDiv(html: string, className: string): string {
  const start = html.search(new RegExp(`<div class="${className}"`))
  if (start < 0) throw new Error(`no div.${className} in ${html}`)
  let depth = 0
  for (const tag of html.slice(start).matchAll(/<(\/?)div\b[^>]*>/g)) {
    depth += tag[1] === "/" ? -1 : 1
    if (depth === 0) return textOf(html.slice(start, start + tag.index))
  }
  throw new Error("a div is not closed")
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
}

/** What the diplomatic view must hold: the body's text without the editor's words, and milestones' signs. */
export async function standingText(tei: string): Promise<string> {
  const { saxon } = await testStylesheet()
  const text = saxon.XPath.evaluate(
    `string-join(/TEI/text/body//(text() | milestone/@n)
      [not(ancestor::corr or ancestor::reg or ancestor::expan or ancestor::figDesc
        or ancestor::note[not(@type = 'authorial')])])`,
    saxon.getPlatform().parseXmlFromString(tei),
    { xpathDefaultNamespace: "http://www.tei-c.org/ns/1.0" },
  )
  return String(text)
}
