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
  "index",
  "names",
  "search",
  "print",
]

/** The scripts of a site, as src/browser/scripts/ has them; which page runs which is told in publish/scripts.ts. */
export const scriptNames = [
  "choices",
  "search-words",
  "search-index",
  "search-facets",
  "search-results",
  "search",
]

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
    scripts: () =>
      Promise.all([
        ...scriptNames.map(async (name) => ({
          name: `${name}.js`,
          content: await packageFile(`dist/browser/scripts/${name}.js`),
        })),
        searchLibrary().then((content) => ({ name: "minisearch.js", content })),
      ]),
    styles: () =>
      Promise.all(
        styleOrder.map(async (name) => ({
          name: `${name}.css`,
          content: await packageFile(`src/browser/styles/${name}.css`),
        })),
      ),
  }
}
