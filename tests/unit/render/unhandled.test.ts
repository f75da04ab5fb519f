import { expect, test } from "vitest"
import { publishSite, type SiteDocument } from "../../../src/publish/publish-site.js"
import { rendererOf } from "../../../src/render/renderer.js"
import { unhandledIn } from "../../../src/render/unhandled.js"
import { testStylesheet } from "../../browser/site.js"
import { inEnglish } from "../../interface.js"
import { page, teiWith } from "./pages.js"

const reportOf = async (tei: string) => unhandledIn(tei, await testStylesheet())

test("an element no view knows is told once by name: how often, where first, and that its text is shown", async () => {
  const tei = teiWith(
    '<p>a <zzz>b</zzz> <zzz>c</zzz></p><q:r xmlns:q="urn:q">d</q:r><ab><zzz><yyy/>e</zzz> <!-- <zzz/> --></ab>',
  )
  expect(await reportOf(tei)).toEqual([
    { name: "zzz", count: 3, firstOrdinal: 9, shown: "plainly" },
    { name: "q:r", namespace: "urn:q", count: 1, firstOrdinal: 11, shown: "plainly" },
    { name: "yyy", count: 1, firstOrdinal: 14, shown: "plainly" },
  ])
})

test("what stands nowhere on the page is told as withheld, by the outermost element that has no text shown", async () => {
  const tei = teiWith("<p>shown</p><p>and <altGrp><desc><p>hidden</p> too</desc></altGrp> this</p>").replace(
    "<text>",
    "<xenoData><p>data <hi>here</hi></p></xenoData><text>",
  )
  expect(await reportOf(tei)).toEqual([
    { name: "xenoData", count: 1, firstOrdinal: 6, shown: "withheld" },
    { name: "altGrp", count: 1, firstOrdinal: 13, shown: "withheld" },
  ])
})

test("an editor's choice is withheld from no reader: one view has the one, one the other", async () => {
  const tei = teiWith(
    "<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><orig>u</orig><reg>v</reg></choice> <corr>alone</corr> <expan>w<ex>ith</ex></expan> <del>out</del></p>",
  )
  expect(await reportOf(tei)).toEqual([])
  const { html } = await page("diplomatic", tei)
  expect(html).toContain('<span class="corr" title="Corrected by the editor">alone</span>')
})

test("signs for private use in a document disturb no count", async () => {
  expect(await reportOf(teiWith("<p>\u{f0000}\u{100000}\u{f0000}\u{100001} a</p>"))).toEqual([])
})

test("publishing tells it of TEI that was brought, at its place; and gives the file back byte for byte", async () => {
  const original = new Uint8Array([0xef, 0xbb, 0xbf, 0x3c])
  const file = "sources/letter.xml"
  const placeOf = (ordinal: number) => {
    const point = { line: ordinal, column: 1, offset: ordinal }
    return { file, start: point, end: point }
  }
  const documents: readonly SiteDocument[] = [
    { name: "letter", tei: teiWith("<p><zzz>b</zzz></p>"), brought: true, placeOf, original },
    { name: "deep", tei: teiWith("<hi>".repeat(3_000) + "</hi>".repeat(3_000)), brought: true },
    { name: "list", tei: '<list xmlns="http://www.tei-c.org/ns/1.0"/>', brought: true },
    {
      name: "two",
      tei: '\ufeff<?xml version="1.0" encoding="utf-8" standalone="no"?><!DOCTYPE teiCorpus [<!ELEMENT a (b)>]>\n<?x <TEI> ?><!-- <TEI> --><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Both</title></titleStmt></fileDesc></teiHeader><TEI><text><body><p>one</p></body></text></TEI><TEI><text><body><p>other</p></body></text></TEI></teiCorpus><!-- end -->',
      brought: true,
    },
  ]
  const { value: files, diagnostics } = await publishSite({
    edition: { title: "E", editors: [], version: "1", licence: "", ...inEnglish },
    documents,
    styles: [],
    scripts: [],
    renderer: rendererOf(await testStylesheet()),
  })
  expect(diagnostics.map(({ code, span }) => [code, span?.start.line])).toEqual([
    ["page-failed", undefined],
    ["element-unhandled", 9],
    ["page-failed", undefined],
  ])
  expect(diagnostics[2]?.message).toBe("deep cannot be shown: its elements are nested too deeply.")
  expect(diagnostics[0]?.message).toContain("its outermost element is list")
  const content = (path: string) => files.find((each) => each.path === path)?.content
  expect(content("tei/letter.xml")).toBe(original)
  expect(content("tei/two.xml")).toBe(documents[3]?.tei)
  expect(content("deep/index.html")).toBeUndefined()
  expect(content("two/diplomatic.html")).toMatch(/<p class="p">one<\/p>[\s\S]*<p class="p">other<\/p>/)
  const index = content("index.html")
  expect(index).toContain('<a href="letter/index.html" lang="en">T</a>')
  expect(index).toContain('<a href="two/index.html" lang="en">Both</a>')
})
