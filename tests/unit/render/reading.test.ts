import { expect, test } from "vitest"
import { sampleTei } from "../../browser/site.js"
import { page, teiWith, textOfDiv } from "./pages.js"

const reading = async (p: string) =>
  textOfDiv((await page("reading", teiWith(`<p xml:id="d.1">${p}</p>`))).html, "transcription")

test.each([
  ["a <del>b</del> c", "a c"],
  ["a<del> b</del> c", "a c"],
  ["a <del>b </del>c", "a c"],
  ["a<del> b </del>c", "a c"],
  ["un<del>der</del>do", "undo"],
  ["a <del>b</del>.", "a."],
  ["a <del>b</del> .", "a."],
  ["a <del>b</del>, c", "a, c"],
  ["mots <del>b</del> ; suite", "mots ; suite"],
  ["a <del>b</del> ... c", "a ... c"],
  ["a <del>b</del> <del>c</del> d", "a d"],
  ["a <del>b</del><del> c </del>d", "a d"],
  ["a <hi>x <del>b</del></hi> c", "a x c"],
  ["a<hi> <del>b</del> x</hi> c", "a x c"],
  ["end. <del>b</del>", "end."],
  ["<del>b</del> start", "start"],
  ["(<del>b </del>c)", "(c)"],
  ["a <subst><add>x</add> <del>y</del></subst>.", "a x."],
  ["a <subst><del>y</del>\n  <add>x</add></subst> b", "a x b"],
  ["a <restore><del>b</del></restore> c", "a b c"],
  ["a <restore><subst><del>b</del><add>x</add></subst></restore> c", "a b c"],
  ['a <del xml:id="d.x">b</del><undo target="#d.x"/> c', "a b c"],
  ["a <choice><sic>teh</sic><corr>the</corr></choice> b", "a the b"],
  ["a<lb/>b", "a b"],
  ["a<lb/>\nb", "a\nb"],
  ["a <add>x <del>y</del></add> b", "a x b"],
])("%s is read as “%s”", async (source, expected) => {
  expect(await reading(source)).toBe(expected)
})

test("a false start goes with its label; a paragraph wholly struck goes with its ¶", async () => {
  const { html } = await page("reading", sampleTei("draft"))
  expect(html.match(/<span class="label"[^>]*>3\.<\/span>/g)).toHaveLength(1)
  const struck = await page("reading", teiWith('<p xml:id="d.1"><del>all</del></p><p xml:id="d.2">kept</p>'))
  expect(struck.html).not.toContain("d.1")
  expect(struck.html).toContain('id="d.2"')
})

test("the page's head says what is not marked, and leads to where it is", async () => {
  const { html } = await page("reading", sampleTei("draft"))
  expect(html).toContain("3 deletions and 1 addition are not marked in this view")
  expect(html).toMatch(/<a href="diplomatic.html">the diplomatic view<\/a>/)
  expect((await page("reading", sampleTei("letter"))).html).not.toContain("not marked")
})

test("a correction says what the transcription has", async () => {
  const { html } = await page("reading", sampleTei("press-release"))
  expect(html).toContain('aria-label="Note 1: the transcription has “HOUSETEXT”"')
})

test("an element no view knows is shown plainly and reported once", async () => {
  const { html, diagnostics } = await page("reading", teiWith("<p>a <zzz>b</zzz> <zzz>c</zzz></p>"))
  expect(html).toContain('<span data-tei="zzz">b</span>')
  expect(diagnostics.map((each) => each.code)).toEqual(["element-unhandled"])
  expect(diagnostics[0]?.message).toContain("zzz")
})

test("front and back are part of the text", async () => {
  const tei = teiWith("<p>b</p>")
    .replace("<body>", "<front><p>f</p></front><body>")
    .replace("</body>", "</body><back><p>k</p></back>")
  for (const view of ["reading", "diplomatic", "genetic"] as const) {
    const { html, diagnostics } = await page(view, tei)
    expect(textOfDiv(html, "transcription")).toBe("fbk")
    expect(diagnostics).toEqual([])
  }
})

test("TEI that is not well-formed is reported, not thrown", async () => {
  const { html, diagnostics } = await page("reading", "<TEI>")
  expect(html).toBe("")
  expect(diagnostics.map((each) => each.code)).toEqual(["tei-not-well-formed"])
})
