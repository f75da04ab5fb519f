import { expect, test } from "vitest"
import { sampleTei } from "../../browser/site.js"
import { page, teiWith, textOfDiv } from "./pages.js"

test.each([
  ["a <add>x</add> b", "a b"],
  ["a <subst><add>x</add> <del>y</del></subst>.", "a y."],
  ["a <del>b</del> c", "a b c"],
  ["a<add>x</add>b", "ab"],
  ["a <choice><sic>teh</sic><corr>the</corr></choice> <del>b</del>", "a teh b"],
])("the first state of %s is “%s”", async (source, expected) => {
  const { html } = await page("genetic", teiWith(`<p xml:id="d.1">${source}<del/></p>`))
  expect(textOfDiv(html, "state")).toBe(expected)
})

test("each change has a number, an anchor, a place and its hand", async () => {
  const { html } = await page("genetic", sampleTei("draft"))
  expect([...html.matchAll(/<li id="(change-\d+)"/g)].map((match) => match[1])).toEqual([
    "change-1",
    "change-2",
    "change-3",
  ])
  expect([...html.matchAll(/<span class="act">([^<]*)</g)].map((match) => match[1])).toEqual([
    "Substitution",
    "False start",
    "Deletion",
  ])
  for (const n of [1, 2, 3]) expect(html).toContain(`id="place-${n}" href="#change-${n}"`)
  expect(html).toContain('<del data-rend="unmarked">3. You would</del>')
  expect(html).toContain("no hand or stage is recorded")
})

test("hands and stages are given in the header's words", async () => {
  const { html } = await page("genetic", sampleTei("kennedy-draft"))
  expect(html).toContain('stage: <a href="#kennedy-draft.revised">Changes</a>')
})

test("a document without changes says so in one sentence", async () => {
  const { html } = await page("genetic", sampleTei("letter"))
  expect(html).toContain("No change is recorded in this document")
  expect(html).not.toContain("First state")
})
