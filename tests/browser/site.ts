import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { bookStyle, scriptNames, styleOrder } from "../../src/cli/resources.js"
import { searchLibrary } from "../../src/files.js"
import { interchangeOf } from "../../src/interchange/interchange.js"
import { documentViews, type FormerPassage, type InterfaceLanguage } from "../../src/model/page.js"
import { comparisonsOf } from "../../src/pipeline/comparison.js"
import { publishSite, type SiteFile } from "../../src/publish/publish-site.js"
import { rendererOf } from "../../src/render/renderer.js"
import { openStylesheet, type Stylesheet } from "../../src/render/stylesheet.js"
import { wordsIn } from "../interface.js"
import { madeOnce } from "./made-once.js"

const root = new URL("../../", import.meta.url)
const library = await searchLibrary()
const read = (path: string) => readFileSync(new URL(path, root), "utf8")

/** Three real documents, the schema’s specimen of every element of a draft, and a letter with every phenomenon. */
export const documentNames = ["press-release", "letter", "draft", "kennedy-draft", "phenomena"] as const

/** The styles and scripts of a site, as they are built. */
export const siteAssets = () => ({
  styles: styleOrder.map((name) => ({
    name: `${name}.css`,
    content: read(`src/browser/styles/${name}.css`),
  })),
  scripts: [
    ...scriptNames.map((name) => ({
      name: `${name}.js`,
      content: read(`dist/browser/scripts/${name}.js`),
    })),
    { name: "minisearch.js", content: library },
  ],
})

let opened: Promise<Stylesheet> | undefined

export function testStylesheet(): Promise<Stylesheet> {
  opened ??= openStylesheet(read("xslt/edition.sef.json"))
  return opened
}

export function sampleTei(name: string): string {
  return read(name === "kennedy-draft" ? "tests/schema/valid/draft.xml" : `tests/browser/samples/${name}.xml`)
}

/** What these pages hand on of the edition. */
const sampleRecord = {
  title: "Letters of the Thirteenth Day",
  editors: [
    { name: "Ada Editor", role: "editor" },
    { name: "Ben Reader", role: "editor" },
  ],
  publisher: "The stet project",
  version: "0.1.0",
  date: "2026-11-24",
  language: "en",
  licence: {
    name: "Creative Commons Attribution 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  url: "https://example.org/letters",
  statement: "Three witnesses of one letter.",
} as const

const formerly: readonly FormerPassage[] = [
  { id: "telegram.1", words: "Two words that went", fate: "deleted", release: "0.1.0", places: [] },
  {
    ...{ id: "telegram.2", words: "Words that moved", fate: "moved", release: "" },
    places: [{ document: "draft", title: "Draft of the letter", id: "draft.1", words: "Words that moved" }],
  },
]

/** The site of the samples, its pages in one language or the other. */
export async function publishSamples(language: InterfaceLanguage = "en"): Promise<readonly SiteFile[]> {
  const documents = documentNames.map((name) => ({ name, tei: sampleTei(name) }))
  const outcome = await publishSite({
    edition: {
      title: "Letters of the Thirteenth Day",
      editors: ["Ada Editor", "Ben Reader"],
      version: "0.1.0",
      date: "2026-11-24",
      language: "en",
      licence: "Creative Commons Attribution 4.0",
      interface: language,
      words: wordsIn(language),
      licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
      baseUrl: "https://example.org/letters/",
      statement:
        "Three witnesses of one letter: the draft, the letter as it was sent, and the text given to the press.",
      textualStatement: {
        selection: "Three witnesses of one letter.\nNothing else.",
        normalisation: "Nothing is normalised.",
      },
    },
    // A passage that went from the letter, one that went to the draft, and a document that is no more.
    documents: documents.map((each) => (each.name === "letter" ? { ...each, formerly } : each)),
    withdrawn: [
      {
        name: "telegram",
        title: "Telegram to the Chairman",
        release: "0.1.0",
        heirs: [{ name: "letter", title: "Letter to the Chairman, 27 October 1962" }],
        formerly,
        pages: ["telegram/index.html"],
        tei: "<TEI/>",
      },
    ],
    comparisons: comparisonsOf(documents),
    ...siteAssets(),
    renderer: rendererOf(await testStylesheet()),
    interchange: interchangeOf(sampleRecord),
    bookStyle: read(`src/browser/styles/${bookStyle}.css`),
  })
  if (outcome.diagnostics.length > 0) throw new Error(JSON.stringify(outcome.diagnostics))
  return outcome.value
}

export interface WrittenSite {
  readonly folder: string
  /** Paths of all pages: those of the edition, every view of every document, each pair of witnesses. */
  readonly pages: readonly string[]
  urlOf(path: string): string
}

/** The samples, published once for all tests of a run, so that none may change what lies there. */
export const writeSampleSite = (language: InterfaceLanguage = "en"): Promise<WrittenSite> =>
  siteOnce(`samples-${language}`, () => publishSamples(language))

/** A site that is published once in a run, under a name of its own. */
export async function siteOnce(
  name: string,
  publish: () => Promise<readonly SiteFile[]>,
): Promise<WrittenSite> {
  const { folder, pages } = await madeOnce(name, async (folder) => {
    const files = await publish()
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    return { folder, pages: files.map(({ path }) => path).filter((path) => path.endsWith(".html")) }
  })
  return { folder, pages, urlOf: (path) => pathToFileURL(join(folder, path)).href }
}

/** The folder for screenshots, which git ignores. */
export function artefact(name: string): string {
  const folder = new URL("tests/artefacts/", root)
  mkdirSync(folder, { recursive: true })
  return new URL(name, folder).pathname
}

/** The styles that stand in the folder, to see that none is forgotten here. */
export function stylesInFolder(): readonly string[] {
  return readdirSync(new URL("src/browser/styles/", root)).map((name) => name.replace(/\.css$/, ""))
}

export const pathsOfViews = documentViews.map((view) => ({
  view,
  file: view === "reading" ? "index.html" : `${view}.html`,
}))
