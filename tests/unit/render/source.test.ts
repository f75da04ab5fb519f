import { expect, test } from "vitest"
import { sampleTei } from "../../browser/site.js"
import { page, teiWith } from "./pages.js"

const codeOf = (html: string) =>
  /<pre class="source"[^>]*><code>([\s\S]*)<\/code><\/pre>/.exec(html)?.[1] ?? ""
const textOf = (html: string) =>
  codeOf(html)
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
const source = async (tei: string) => (await page("source", tei, { source: tei })).html

test.each(["letter", "draft", "phenomena"])("the TEI of %s is shown sign for sign", async (name) => {
  expect(textOf(await source(sampleTei(name)))).toBe(sampleTei(name))
})

test("each line has its number, inside comments and tags too", async () => {
  const tei = `<?xml version="1.0"?>\n<!-- a\n <b> -->\n${teiWith('<p\n  xml:id="d.1"\n  rend="x > y\n z">a &amp;\n <hi>b</hi></p>')}`
  const html = await source(tei)
  expect(textOf(html)).toBe(tei)
  const numbers = [...codeOf(html).matchAll(/<a class="line" id="L(\d+)"/g)].map(([, n]) => Number(n))
  expect(numbers).toEqual(tei.split("\n").map((_, index) => index + 1))
  for (const n of numbers) {
    const before = codeOf(html).split(`id="L${n}"`)[0] ?? ""
    expect(before.split("\n")).toHaveLength(n)
  }
  expect(codeOf(html)).not.toContain("<b>b</b> --")
})

test("an id leads to its block, and a struck block to where it is shown", async () => {
  const html = await source(
    teiWith('<p xml:id="d.1">kept</p><p xml:id="d.2"><del>gone</del></p><p xml:id="L1">odd</p>'),
  )
  expect(html).toContain('<a id="d.1" href="index.html#d.1">"d.1"</a>')
  expect(html).toContain('<a id="d.2" href="diplomatic.html#d.2">"d.2"</a>')
  // An id that is the page's own name for a line gets another.
  expect(html).toContain('<a id="tei-L1" href="index.html#tei-L1">')
  expect(html).toMatch(/<a href="#d\.1"><span class="number">1<\/span> kept<\/a>/)
})

test("a long file is shown plainly, with all its lines", async () => {
  const tei = teiWith(`<p xml:id="d.1">${`${"word ".repeat(1000)}\n`.repeat(40)}</p>`)
  const html = await source(tei)
  expect(textOf(html)).toBe(tei)
  expect(codeOf(html)).not.toContain("<b>")
  expect(html).toContain("too long to be coloured")
})

test("a document without blocks that have ids is shown all the same", async () => {
  const tei = teiWith("<p>a <zzz>b</zzz></p>")
  expect(textOf(await source(tei))).toBe(tei)
})

test("what looks like a script in the TEI is text", async () => {
  const html = await source(
    teiWith("<p>&lt;script>alert(1)&lt;/script><![CDATA[<img src=x onerror=y>]]></p>"),
  )
  expect(codeOf(html)).not.toMatch(/<(script|img)/)
})
