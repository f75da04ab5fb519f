import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { XmlDocument, XsdValidator } from "libxml2-wasm"
import { describe, expect, test } from "vitest"
import { sitemapFiles } from "../../../src/interchange/sitemap.js"
import { edition } from "./letters.js"

// Judge: the protocol's own schema, as the package “sitemap” has it.

const schema = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve("sitemap/package.json")), "schema/sitemap.xsd"),
  "utf8",
)

function problemsOf(text: string): readonly string[] {
  const grammar = XmlDocument.fromString(schema)
  const validator = XsdValidator.fromDoc(grammar)
  const document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return [String(error)]
  } finally {
    document.dispose()
    validator.dispose()
    grammar.dispose()
  }
}

const listed = (pages: readonly string[]) => sitemapFiles(pages, edition)
const textOf = (pages: readonly string[]) => String(listed(pages)[0]?.content)

describe("the sitemap", () => {
  const text = textOf(["index.html", "dates/1911.html", "ötzi & co/index.html"])

  test("is valid by the protocol's schema", () => expect(problemsOf(text)).toEqual([]))

  test("is judged by a schema that finds a mistake", () =>
    expect(problemsOf(text.replace("<loc>https://example.org/letters/index.html</loc>", ""))).toHaveLength(1))

  test("gives each page its full address, and the day of the edition", () => {
    expect(text).toContain("<loc>https://example.org/letters/%C3%B6tzi%20%26%20co/index.html</loc>")
    expect(text.match(/<lastmod>2026-11-24<\/lastmod>/g)).toHaveLength(3)
  })

  test("of more pages than the protocol allows in a file is parted", () => {
    const files = listed(Array.from({ length: 50_001 }, (_, index) => `l${index}/index.html`))
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    expect(String(files[0]?.content)).toContain("<loc>https://example.org/letters/sitemap-2.xml</loc>")
    expect(problemsOf(String(files[2]?.content))).toEqual([])
  })

  test("is not there where nobody knows the addresses", () =>
    expect(sitemapFiles(["index.html"], { ...edition, url: undefined })).toEqual([]))
})
