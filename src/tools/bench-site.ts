/**
 * `npm run bench:site`: how long an edition of so many letters takes to publish, how much memory, and how large its
 * largest page is; sizes as arguments, 100 and 1,000 unless said. Each size is a process of its own. The views of
 * documents take most of the time and the same for every letter: with --summaries they are left out, so that what
 * depends on the edition as a whole can be seen alone.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { scriptNames, styleOrder } from "../cli/resources.js"
import type { Words } from "../model/page.js"
import { publishSite } from "../publish/publish-site.js"
import { rendererOf } from "../render/renderer.js"
import { openStylesheet } from "../render/stylesheet.js"
import { row } from "./bench-figures.js"
import { syntheticLetter } from "./bench-letters.js"

const root = new URL("../../", import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), "utf8")
const [first, ...rest] = process.argv.slice(2)

if (first === "one")
  process.stdout.write(JSON.stringify(await one(Number(rest[0]), rest.includes("--summaries"))))
else bench(process.argv.slice(2))

function bench(words: readonly string[]): void {
  const sizes = words.map(Number).filter((size) => size > 0)
  row(10, "letters", "seconds", "ms each", "MB peak", "files", "MB all", "kB largest", "which")
  for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
    const self = fileURLToPath(import.meta.url)
    const options = words.filter((word) => word.startsWith("--"))
    const { stdout, stderr, status } = spawnSync(process.execPath, [self, "one", String(size), ...options], {
      encoding: "utf8",
    })
    if (status !== 0) throw new Error(stderr)
    row(10, String(size), ...(JSON.parse(stdout) as string[]))
  }
}

/** Publishes an edition of so many letters; the figures of one row. */
async function one(size: number, summariesOnly: boolean): Promise<readonly string[]> {
  const letters = Array.from({ length: size }, (_, number) => syntheticLetter(number))
  const renderer = rendererOf(await openStylesheet(read("xslt/edition.sef.json")))
  const start = performance.now()
  const { value: files, diagnostics } = await publishSite({
    edition: {
      ...{ title: "Letters", editors: ["Nobody"], version: "1.0.0", language: "en", licence: "CC0" },
      ...{ interface: "en", words: JSON.parse(read("src/interface/en.json")) as Words },
    },
    documents: letters,
    styles: styleOrder.map((name) => ({ name: `${name}.css`, content: "" })),
    scripts: scriptNames.map((name) => ({ name: `${name}.js`, content: "" })),
    renderer: summariesOnly
      ? {
          ...renderer,
          renderDocument: () => ({ value: { "index.html": "<html/>" }, diagnostics: [] }),
        }
      : renderer,
  })
  const milliseconds = performance.now() - start
  if (diagnostics.length > 0) throw new Error(diagnostics[0]?.message)
  const sized = files.map(({ path, content }) => ({ path, bytes: content.length }))
  const pages = sized.filter(({ path }) => path.endsWith(".html"))
  const largest = pages.reduce((most, each) => (each.bytes > most.bytes ? each : most), {
    path: "",
    bytes: 0,
  })
  return [
    (milliseconds / 1000).toFixed(1),
    (milliseconds / size).toFixed(1),
    (process.resourceUsage().maxRSS / 1000).toFixed(0),
    String(files.length),
    (sized.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1),
    (largest.bytes / 1000).toFixed(0),
    largest.path,
  ]
}
