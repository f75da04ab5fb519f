import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import {
  exists,
  findBrowser,
  isFolder,
  listFolders,
  type OutputFile,
  type Paper,
  packageFile,
  printPages,
  readBytes,
  readSource,
  writeAtomically,
} from "../files.js"
import { nearest } from "../model/nearest.js"
import { datedPdf, manifestName } from "../pipeline.js"
import type { Console } from "./console.js"
import { counted } from "./make-site.js"
import { pdfStyle } from "./resources.js"

/** The views that are printed, with the file of each in a document's folder. */
const pages = {
  diplomatic: "diplomatic.html",
  reading: "index.html",
  genetic: "genetic.html",
  parallel: "parallel.html",
} as const
type PdfView = keyof typeof pages
export const pdfViews = Object.keys(pages)

export interface PdfOptions {
  readonly view: PdfView
  readonly paper: Paper
  /** The folder in which `pdf/` is written; the site lies there too, unless another is named. */
  readonly output: string
  readonly site?: string
  readonly chromium?: string
}

/** Where the PDFs are written, beside the site: no address of it, and nothing that a build replaces. */
const pdfFolder = "pdf"

/**
 * `stet pdf [NAME…]`: pages of the site as it was built, printed to tagged PDFs in which struck and added words are said
 * to be so. The same site and browser give the same bytes. What was printed of other documents and views stays, as
 * long as the site has them.
 */
export async function pdfCommand(
  console: Console,
  version: string,
  names: readonly string[],
  { view, paper, output, site = `${output}/site`, chromium }: PdfOptions,
): Promise<number> {
  const diagnostics: Diagnostic[] = []
  const finish = (result: Readonly<Record<string, unknown>> = {}) =>
    console.finish(diagnostics, () => undefined, result)
  const documents = await documentsOf(site)
  if (documents.length === 0) diagnostics.push(diagnose("site-missing", { folder: site }))
  const asked = [...new Set(names.length === 0 ? documents : names)]
  for (const name of documents.length === 0 ? [] : asked)
    if (!documents.includes(name) || !(await exists(`${site}/${name}/${pages[view]}`))) {
      const near = nearest(name, documents, 48)
      const meant = near === undefined || near === name ? "" : ` Did you mean ${near}?`
      diagnostics.push(diagnose("print-unknown", { name, view, meant }))
    }
  if (await exists(`${output}/${manifestName}`))
    diagnostics.push(diagnose("release-frozen", { folder: output }))
  const browser = await findBrowser(chromium)
  if (browser === undefined) diagnostics.push(diagnose("browser-missing", { nothing: nothingAt(chromium) }))
  if (hasErrors(diagnostics) || browser === undefined) return finish()

  console.progress(`Printing ${counted(asked.length)}`)
  const files = asked.map((name) => `${pdfFolder}/${pdfName(name, view)}`)
  const styles = await packageFile(`src/browser/styles/${pdfStyle}.css`)
  const script = await packageFile("dist/browser/scripts/print-form.js")
  const day = await dayOf(site)
  const printed = await printPages(
    asked.map((name) => `${site}/${name}/${pages[view]}`),
    { browser, agent: `stet/${version}`, paper, script: `${script}\ntoPrintForm(${JSON.stringify(styles)})` },
    (pdf) => datedPdf(pdf, day),
    async (pdfs) => {
      const fresh = files.flatMap((path, at) => ({ path, content: pdfs[at] ?? "" }))
      return writeAtomically(output, [...fresh, ...(await staying(output, documents, files))], [pdfFolder])
    },
  )
  diagnostics.push(...printed.diagnostics)
  if (!printed.value) return finish()
  const paths = files.map((path) => `${output}/${path}`)
  console.say(paths.join("\n"))
  return finish({ pdf: paths })
}

const pdfName = (document: string, view: string) => `${document}.${view}.pdf`

/** The documents of a site: the folders that its bibliography has; one that was withdrawn has pages, but is not in it. */
async function documentsOf(site: string): Promise<readonly string[]> {
  if (!(await isFolder(site))) return []
  const records = await dataOf<readonly { readonly id?: unknown }[]>(site, "bibliography.csl.json")
  const listed = new Set(Array.isArray(records) ? records.map(({ id }) => id) : [])
  return (await listFolders(site)).filter((name) => listed.has(name))
}

/** PDFs from before of what the site still has, but for those that are printed anew. */
async function staying(
  output: string,
  documents: readonly string[],
  anew: readonly string[],
): Promise<readonly OutputFile[]> {
  const kept = []
  for (const name of documents)
    for (const view of pdfViews) {
      const path = `${pdfFolder}/${pdfName(name, view)}`
      if (anew.includes(path) || !(await exists(`${output}/${path}`))) continue
      const { value } = await readBytes(`${output}/${path}`)
      if (value) kept.push({ path, content: value })
    }
  return kept
}

/** The day on which the edition was published, by the site's own description; undefined where it has none. */
async function dayOf(site: string): Promise<string | undefined> {
  const crate = await dataOf<{ readonly "@graph"?: readonly { readonly datePublished?: unknown }[] }>(
    site,
    "ro-crate-metadata.json",
  )
  const said = crate?.["@graph"]?.map((each) => each.datePublished).find((day) => typeof day === "string")
  return /^\d{4}-\d\d-\d\d$/.exec(String(said))?.[0]
}

/** A JSON file of the site; undefined where there is none, or it is none. */
async function dataOf<Data>(site: string, path: string): Promise<Data | undefined> {
  if (!(await exists(`${site}/${path}`))) return undefined
  const { value } = await readSource(site, path)
  try {
    return JSON.parse(new TextDecoder().decode(value)) as Data
  } catch {
    return undefined
  }
}

const nothingAt = (chromium: string | undefined) =>
  chromium === undefined && (process.env["CHROME_PATH"] ?? "") === ""
    ? "There is no Chromium or Chrome"
    : `There is no program ${chromium ?? `${process.env["CHROME_PATH"]} (CHROME_PATH)`}`
