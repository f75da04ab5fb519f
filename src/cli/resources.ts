import { compileStylesheet, openCache, packageFile, searchLibrary } from "../files.js"
import type { Resources } from "../pipeline.js"

/** The styles of a site in the order in which they apply: what is general first, print last. */
export const styleOrder = [
  "tokens",
  "base",
  "layout",
  "text",
  "notes",
  "other-houses",
  "reading",
  "diplomatic",
  "genetic",
  "stages",
  "parallel",
  "source",
  "facsimile",
  "index",
  "listing",
  "names",
  "search",
  "options",
  "cite",
  "comparison",
  "witnesses",
  "panes",
  "statement",
  "withdrawn",
  "print",
]

/** The scripts of a site, as src/browser/scripts/ has them; which page runs which is told in publish/scripts.ts. */
export const scriptNames = [
  "choices",
  "keyboard",
  "comparison",
  "facsimile",
  "stages",
  "copy",
  "text-fragment",
  "cite-words",
  "in-pane",
  "panes-list",
  "panes",
  "search-words",
  "search-index",
  "search-facets",
  "search-results",
  "search",
]

/** What the pages of a preview have besides, and no site that is built. */
export const previewAssets = { styles: ["preview"], scripts: ["keep-place", "preview"] } as const

/** What the e-book has in the place of these styles. */
export const bookStyle = "book"

/** What “stet pdf” puts to the styles of a page that it prints. */
export const pdfStyle = "pdf"

/** The files of the package that the stages work with. */
export function resources(version: string): Resources {
  return {
    version,
    schema: () => packageFile("schema/edition.rng"),
    customisation: () => packageFile("schema/edition.odd"),
    compiledSchema: () => packageFile("schema/edition.rng.json"),
    ruleGenerator: () => packageFile("xslt/sch-to-xsl.sef.json"),
    compileStylesheet,
    cache: openCache(),
    rules: () => packageFile("xslt/schematron.sef.json"),
    stylesheet: () => packageFile("xslt/edition.sef.json"),
    words: (language) => packageFile(`src/interface/${language}.json`),
    scripts: () => scriptsNamed(scriptNames),
    styles: () => stylesNamed(styleOrder),
    bookStyle: () => packageFile(`src/browser/styles/${bookStyle}.css`),
  }
}

/** The same for a preview. */
export function previewResources(version: string): Resources {
  return {
    ...resources(version),
    scripts: () => scriptsNamed([...scriptNames, ...previewAssets.scripts]),
    styles: () => stylesNamed([...styleOrder, ...previewAssets.styles]),
  }
}

const scriptsNamed = (names: readonly string[]) =>
  Promise.all([
    ...names.map(async (name) => ({
      name: `${name}.js`,
      content: await packageFile(`dist/browser/scripts/${name}.js`),
    })),
    searchLibrary().then((content) => ({ name: "minisearch.js", content })),
  ])

const stylesNamed = (names: readonly string[]) =>
  Promise.all(
    names.map(async (name) => ({
      name: `${name}.css`,
      content: await packageFile(`src/browser/styles/${name}.css`),
    })),
  )
