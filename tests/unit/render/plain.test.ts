import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { sampleTei } from "../../browser/site.js"
import { page, teiWith, textOfDiv } from "./pages.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const corpus = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "corpora/schnitzler-briefe")

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== "")
const lettersOf = (text: string) => text.replace(/\s+/gu, "")
const plain = async (view: "reading" | "diplomatic", tei: string) => (await page(`${view}-text`, tei)).html

test("paragraphs are parted by a line, verses stand one below the other, cells by tabs", async () => {
  const tei = teiWith(
    "<p>One &amp;\n two.</p><lg><l>a</l><l>b</l></lg><list><label>1.</label><item>x</item><label>2.</label><item>y</item></list>" +
      "<table><row><cell>p</cell><cell>q</cell></row><row><cell>r</cell><cell>s</cell></row></table>",
  )
  expect(await plain("reading", tei)).toBe("One & two.\n\na\nb\n\n1. x\n2. y\n\np\tq\nr\ts\n")
})

test("the diplomatic text says in brackets what its signs mean", async () => {
  const tei = teiWith(
    '<p>We <del>were</del><add place="above">are</add> <del instant="true">gla</del> <add>very</add> <unclear>glad</unclear> ' +
      '<supplied>to</supplied> <surplus>to</surplus> <gap reason="illegible"/><restore><del>see</del></restore>.</p><pb n="2"/><p>You.</p>',
  )
  expect(await plain("diplomatic", tei)).toBe(
    "We [struck: were][added above the line: are] [false start: gla] [added: very] glad[?] ⟨to⟩ {to} " +
      "[illegible][restored: [struck: see]].\n\n[| 2]\n\nYou.\n",
  )
})

describe("the words of the plain text are those of the reading view", () => {
  const samples = ["draft", "letter", "press-release", "kennedy-draft", "phenomena"].map(
    (name) => [name, sampleTei(name)] as const,
  )
  const letters = existsSync(corpus) ? lettersIn(corpus) : []
  test.each([...samples, ...letters])("%s", async (_, tei) => {
    const shown = textOfDiv((await page("reading", tei)).html, "transcription")
    const text = await plain("reading", tei)
    expect(lettersOf(text)).toBe(lettersOf(shown))
    expect(words(text).length).toBeGreaterThanOrEqual(words(shown).length)
  })
})

function lettersIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .slice(0, 6)
    .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const)
}
