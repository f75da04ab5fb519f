/**
 * `npm run bench:search [LETTERS]`: the search of 10,000 letters. How large the files of its index are, how much of
 * them a query loads, how long the build takes a letter, and how long a reader waits for the first hit on a
 * cold page in Chromium, from the disk; beside a page that loads the whole index at once.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import MiniSearch from "minisearch"
import { type Browser, chromium } from "playwright-core"
import { resources } from "../cli/resources.js"
import { publishSite, type SiteFile } from "../publish/publish-site.js"
import { searchedDocument, searchFiles } from "../publish/search/search-files.js"
import { rendererOf } from "../render/renderer.js"
import { openStylesheet } from "../render/stylesheet.js"
import { indexOf, type SearchCatalogue, searchSettings } from "../search/catalogue.js"
import { type ShortTerm, shardsOf } from "../search/shards.js"
import { median, row } from "./bench-figures.js"
import { syntheticLetter, syntheticSummary, vocabulary } from "./synthetic-letters.js"

const letters = Number(process.argv[2] ?? 10_000)
const rounds = 5
const words = vocabulary(40_000)
/** One word each: of the most frequent, of the middle, of the rare; two words; a beginning; a struck word. */
const queries = [
  words[2],
  words[150],
  words[2500],
  words[9000],
  `${words[40]} ${words[900]}`,
  `${words[3000]?.slice(0, 4)}*`,
  `struck:${words[60]}`,
].map(String)

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stet-bench-search-"))
  try {
    const teis = Array.from({ length: letters }, (_, index) => syntheticLetter(index, words))
    const start = process.cpuUsage()
    const documents = teis.map((tei, index) => searchedDocument(syntheticSummary(index, words), tei, {}))
    const read = process.cpuUsage(start)
    const files = searchFiles(documents)
    const made = process.cpuUsage(start)
    const say = (line = "") => process.stdout.write(`${line}\n`)
    say(`${letters} letters of about 300 words, ${(teis.join("").length / 1e6).toFixed(1)} MB of TEI.`)
    say(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}.`)
    const [reading, all] = [read, made].map(({ user, system }) => (user + system) / 1000 / letters)
    say(
      `Build, CPU time: ${all?.toFixed(2)} ms a letter, of which ${reading?.toFixed(2)} for its passages, the rest for index and files.`,
    )
    say()
    const assets = await siteAround()
    for (const file of [...assets, ...files]) write(folder, file)
    const catalogue = dataOf<SearchCatalogue>(files, "search/documents.js")
    sizes(files, assets)
    const whole = wholeIndex(catalogue, files)
    for (const file of [whole, ...wholePage(assets)]) write(folder, file)
    const size = sizeOf([whole])
    row(44, "one whole MiniSearch index, as its JSON", ...size)
    say()
    const browser = await chromium.launch({
      executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    })
    try {
      await waits(browser, folder, catalogue, files)
    } finally {
      await browser.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The search page and its scripts, as a site has them. */
async function siteAround(): Promise<readonly SiteFile[]> {
  const stet = resources("0")
  const [styles, scripts] = await Promise.all([stet.styles(), stet.scripts()])
  const edition = {
    title: "Letters",
    editors: [],
    version: "1",
    licence: "",
    interface: "en" as const,
    words: JSON.parse(await stet.words("en")) as Record<string, string>,
  }
  const renderer = rendererOf(await openStylesheet(await stet.stylesheet()))
  const document = { name: "letter-0", tei: syntheticLetter(0, words) }
  const site = await publishSite({ edition, documents: [document], styles, scripts, renderer })
  return site.value.filter(({ path }) => path === "search.html" || path.startsWith("assets/"))
}

/** The same index in one file, as MiniSearch writes it. */
function wholeIndex(catalogue: SearchCatalogue, files: readonly SiteFile[]): SiteFile {
  const shards = catalogue.firsts.map((_, number) => dataOf<ShortTerm[]>(files, `search/terms/${number}.js`))
  const index = MiniSearch.loadJS(indexOf(catalogue, shards), searchSettings)
  return {
    path: "search/whole.js",
    content: `globalThis.wholeIndex=${JSON.stringify(JSON.stringify(index))}\n`,
  }
}

/** A page that loads the whole index, searches, and shows the first ten letters as the search page does. */
function wholePage(assets: readonly SiteFile[]): readonly SiteFile[] {
  const page = String(assets.find(({ path }) => path === "search.html")?.content)
  const script = `stetSearchIndex.find = async (clauses, searched) => {
  globalThis.whole ??= MiniSearch.loadJSON(wholeIndex, stetSearch.searchSettings)
  const asked = clauses.map(({ terms, isOpen, field }) => ({ queries: terms, prefix: isOpen, fields: field ? [field] : [...searched] }))
  return whole.search({ combineWith: "AND", queries: asked }).map(({ id }) => id)
}`
  const loaded = page.replace(
    /(<script[^>]* src="assets\/search-index.js"><\/script>)/,
    '<script defer src="search/whole.js"></script>$1<script defer src="assets/whole.js"></script>',
  )
  return [
    { path: "whole.html", content: loaded },
    { path: "assets/whole.js", content: script },
  ]
}

function sizes(files: readonly SiteFile[], assets: readonly SiteFile[]): void {
  const below = (start: string) => files.filter(({ path }) => path.startsWith(start))
  const shards = below("search/terms/")
  row(44, "", "files", "kB", "kB gzip")
  row(44, "what is known of all letters", ...sizeOf(below("search/documents")))
  row(44, "terms", ...sizeOf(shards))
  row(
    44,
    "  the largest of them",
    ...sizeOf([...shards].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 1)),
  )
  row(44, "passages", ...sizeOf(below("search/text/")))
  row(
    44,
    "scripts, MiniSearch among them",
    ...sizeOf(assets.filter(({ path }) => /(search|\/minisearch)[\w-]*\.js$/.test(path))),
  )
}

const lengthOf = ({ content }: SiteFile) => Buffer.byteLength(content)

function sizeOf(files: readonly SiteFile[]): readonly string[] {
  const sum = (of: (file: SiteFile) => number) => files.reduce((total, file) => total + of(file), 0)
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)
  return [
    String(files.length),
    kilobytes(sum(lengthOf)),
    kilobytes(sum(({ content }) => gzipSync(content).length)),
  ]
}

/** From the start of loading the page to the first hit that stands on it, each time in a new browsing context. */
async function waits(
  browser: Browser,
  folder: string,
  catalogue: SearchCatalogue,
  files: readonly SiteFile[],
): Promise<void> {
  row(30, "first hit, ms, cold page", "shards", "kB loaded", "in shards", "whole")
  const all = { shards: [] as number[], whole: [] as number[] }
  for (const query of queries) {
    const term = query.replace(/^\w+:/, "").split(" ")
    const numbers = new Set(
      term.flatMap((each) => shardsOf(fold(each), each.endsWith("*"), catalogue.firsts)),
    )
    const loaded = [...numbers].map((number) => `search/terms/${number}.js`).concat("search/documents.js")
    const bytes = files
      .filter(({ path }) => loaded.includes(path))
      .reduce((sum, file) => sum + lengthOf(file), 0)
    const [shards, whole] = [[] as number[], [] as number[]]
    for (let round = 0; round < rounds; round++) {
      shards.push(await firstHit(browser, join(folder, "search.html"), query))
      whole.push(await firstHit(browser, join(folder, "whole.html"), query))
    }
    all.shards.push(...shards)
    all.whole.push(...whole)
    const figures = [
      String(numbers.size),
      (bytes / 1000).toFixed(0),
      median(shards).toFixed(0),
      median(whole).toFixed(0),
    ]
    row(30, query, ...figures)
  }
  row(30, "median", "", "", median(all.shards).toFixed(0), median(all.whole).toFixed(0))
}

const fold = (typed: string) => typed.replace(/\*$/, "").normalize("NFD").replace(/\p{M}/gu, "")

async function firstHit(browser: Browser, file: string, query: string): Promise<number> {
  const context = await browser.newContext({ bypassCSP: true })
  try {
    const page = await context.newPage()
    await page.addInitScript(`new MutationObserver(() => {
      if (globalThis.firstHit === undefined && document.querySelector(".hit mark")) globalThis.firstHit = performance.now()
    }).observe(document, { childList: true, subtree: true })`)
    await page.goto(`${pathToFileURL(file).href}#${new URLSearchParams({ q: query })}`)
    const handle = await page.waitForFunction("globalThis.firstHit", undefined, { timeout: 120_000 })
    return Number(await handle.jsonValue())
  } finally {
    await context.close()
  }
}

function dataOf<T>(files: readonly SiteFile[], path: string): T {
  const content = String(files.find((file) => file.path === path)?.content)
  return JSON.parse(content.slice(content.indexOf("]=") + 2)) as T
}

function write(folder: string, { path, content }: SiteFile): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

await bench()
