import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { isTei } from "../../src/render/census.js"
import { unhandledIn } from "../../src/render/unhandled.js"
import { testStylesheet } from "../browser/site.js"
import { shared } from "../relaxng/shared.js"
import { unfoundWords } from "../search-words.js"
import { page } from "../unit/render/pages.js"

/** TEI documents of each house, and the texts in them that hold a sign; it may only rise. */
const floors: Readonly<Record<string, readonly [documents: number, texts: number]>> = {
  "amp-auden": [15, 5156],
  cmif: [2, 0],
  "frus-kennedy-khrushchev": [2, 108],
  legalkraus: [6, 2754],
  "schnitzler-briefe": [16, 2671],
  "serafin-letters": [3, 798],
  "sga-shelley-godwin": [4, 379],
  "tei-p5-test": [17, 2616],
  "tei-publisher-demo": [5, 5963],
  "transkribus-tei-bv": [2, 67],
  "whitman-mss": [10, 832],
  "whitman-notebooks": [1, 202],
}

/** Houses whose pages show words otherwise than the source: labels glued to what they label, contents of documentation. */
const torn = new Set(["tei-p5-test", "transkribus-tei-bv"])

const folder = join(shared, "corpora")
const absent = !existsSync(folder) && process.env["CI"] === undefined
if (absent) console.warn(`Skipped: no TEI of other houses was rendered, because ${folder} is not there.`)

interface Brought {
  readonly file: string
  readonly house: string
  readonly tei: string
}

/** Every well-formed file whose root is TEI, with the files that it includes. */
function broughtTei(): readonly Brought[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:xml|odd)$/.test(file))
    .sort()
    .flatMap((file) => {
      const tei = withIncluded(join(folder, file))
      return isDocument(tei) ? [{ file, house: file.split("/")[0] ?? "", tei }] : []
    })
}

function withIncluded(path: string): string {
  return readFileSync(path, "utf8").replace(/<xi:include href="([^"]*)"[^>]*\/>/g, (whole, href: string) => {
    const included = join(dirname(path), href)
    return existsSync(included) ? readFileSync(included, "utf8").replace(/<\?[^>]*\?>/g, "") : whole
  })
}

function isDocument(xml: string): boolean {
  let root: string | undefined
  try {
    const parser = new SaxesParser({ xmlns: true })
    parser.on("error", (error) => {
      throw error
    })
    parser.on("opentag", (tag) => {
      root ??= isTei(tag.uri) ? tag.local : ""
    })
    parser.write(xml).close()
  } catch {
    return false
  }
  return root === "TEI" || root === "teiCorpus"
}

interface Text {
  readonly words: string
  readonly within: readonly { readonly name: string; readonly ordinal: number }[]
}

/** The texts below text, sourceDoc and facsimile that hold a sign, by a reader other than the stylesheet's. */
function textsOf(tei: string): readonly Text[] {
  const texts: Text[] = []
  const open: { name: string; ordinal: number }[] = []
  let ordinal = 0
  let words = ""
  const flush = () => {
    const flat = words.replace(/\s+/g, " ").trim()
    const counts = open.some(({ name }) => ["text", "sourceDoc", "facsimile"].includes(name))
    if (flat !== "" && counts) texts.push({ words: flat, within: [...open] })
    words = ""
  }
  const parser = new SaxesParser({ xmlns: true })
  parser.on("opentag", (tag) => {
    flush()
    ordinal += 1
    open.push({ name: tag.local, ordinal })
  })
  parser.on("closetag", () => {
    flush()
    open.pop()
  })
  parser.on("text", (text) => {
    words += text
  })
  parser.on("cdata", (text) => {
    words += text
  })
  parser.on("comment", flush)
  parser.on("processinginstruction", flush)
  parser.write(tei).close()
  return texts
}

/** Coordinates get a comma on the page. */
const withoutCommas = (words: string) => words.replace(/,(?= |$)/g, "")

/** The words on a page, and those that it shows by its styles or when it is pointed at. */
function wordsOn(html: string): string {
  const popups = [...html.matchAll(/ (?:data-label|title)="([^"]*)"/g)].map((match) => match[1]).join(" ")
  return `${html.replace(/<[^>]*>/g, "")} ${popups}`
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (_, hex: string | undefined, decimal: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
}

const replaced = new Set(["corr", "reg", "expan"])

describe("TEI of other houses", () => {
  const brought = absent ? [] : broughtTei()
  const counts = new Map<string, { documents: number; texts: number; withheld: number }>()

  test.each(brought)(
    "$file: every text stands on the diplomatic page, or is told as withheld",
    async ({ file, house, tei }) => {
      const texts = textsOf(tei)
      const withheld = unhandledIn(tei, await testStylesheet()).filter(({ shown }) => shown === "withheld")
      const names = new Set(withheld.map(({ name }) => name))
      for (const view of ["reading", "genetic"] as const) {
        const { html, diagnostics } = await page(view, tei)
        const codes = diagnostics.map(({ code }) => code)
        expect(codes.filter((code) => code !== "element-unhandled")).toEqual([])
        if (view === "reading" && !torn.has(house))
          expect(unfoundWords(html, tei), `${file}: words that no search finds`).toEqual([])
      }
      const { html } = await page("diplomatic", tei)
      const words = withoutCommas(wordsOn(html))
      const vanished = texts.filter(
        (text) =>
          !words.includes(withoutCommas(text.words)) &&
          !text.within.some(({ name }) => names.has(name)) &&
          !(
            text.within.some(({ name }) => name === "choice") &&
            text.within.some(({ name }) => replaced.has(name))
          ),
      )
      expect(vanished.map(({ words, within }) => `${file}: ${within.at(-1)?.name}: ${words}`)).toEqual([])
      const count = counts.get(house) ?? { documents: 0, texts: 0, withheld: 0 }
      count.documents += 1
      count.texts += texts.length
      count.withheld += withheld.reduce((sum, each) => sum + each.count, 0)
      counts.set(house, count)
    },
    300_000,
  )

  test.skipIf(absent)("of each house as much is shown as was before, and nothing is withheld", () => {
    for (const [house, { documents, texts, withheld }] of counts)
      console.info(`${house}: ${documents} documents, ${texts} texts, ${withheld} elements withheld.`)
    for (const [house, [documents, texts]] of Object.entries(floors)) {
      expect(counts.get(house)?.documents ?? 0, house).toBeGreaterThanOrEqual(documents)
      expect(counts.get(house)?.texts ?? 0, house).toBeGreaterThanOrEqual(texts)
    }
    expect([...counts].filter(([, { withheld }]) => withheld > 0)).toEqual([])
  })
})
