import { expect, test } from "vitest"
import { page, teiWith } from "./pages.js"

const contentsOf = (html: string) =>
  [
    ...(html.match(/<details class="contents">.*?<\/details>/s)?.[0] ?? "").matchAll(
      /<a href="([^"]*)">([^<]*)/g,
    ),
  ].map(([, href, words]) => [href, words])

test("a text of several pages has them as links, each to the place where the page begins", async () => {
  const body = `<p xml:id="d.a"><pb n="1r"/>one <pb n="1v"/>two <pb n="2 r"/>three</p>`
  for (const view of ["reading", "diplomatic", "genetic"] as const) {
    const { html } = await page(view, teiWith(body))
    expect(contentsOf(html)).toEqual([
      ["#page-1r", "page 1r"],
      ["#page-1v", "page 1v"],
      ["#page-2-r", "page 2 r"],
    ])
    for (const id of ["page-1r", "page-1v", "page-2-r"])
      expect(html.match(new RegExp(` id="${id}"`, "g"))).toHaveLength(1)
  }
})

test("headings are told in their order, as deep as they stand", async () => {
  const head = (n: number) => `<head xml:id="d.h${n}">Part <hi>${n}</hi></head>`
  const { html } = await page(
    "reading",
    teiWith(`<div>${head(1)}<div>${head(2)}<p>a</p></div></div><div>${head(3)}<p>b</p></div>`),
  )
  expect(contentsOf(html)).toEqual([
    ["#d.h1", "Part 1"],
    ["#d.h2", "Part 2"],
    ["#d.h3", "Part 3"],
  ])
  expect([...html.matchAll(/data-depth="(\d)"/g)].map(([, depth]) => depth)).toEqual(["1", "2", "1"])
})

test("two pages of one number have one address between them", async () => {
  const { html } = await page("reading", teiWith(`<p><pb n="1"/>a<pb n="2"/>b<pb n="1"/>c</p>`))
  expect(html.match(/ id="page-1"/g)).toHaveLength(1)
})

test("a short text has no contents", async () => {
  const { html } = await page("reading", teiWith(`<p><pb n="1"/>a<pb n="2"/>b</p>`))
  expect(contentsOf(html)).toEqual([])
  expect(html).not.toContain('class="contents"')
})
