import { expect, test } from "vitest"
import { page, teiWith } from "./pages.js"

const rects = (html: string) =>
  [
    ...html.matchAll(/<rect class="(\w+)" x="([\d.]+)" width="([\d.]+)" height="([\d.]+)" y="([\d.]+)">/g),
  ].map(([, what, ...numbers]) => [what, ...numbers.map(Number)] as const)

test("a column is as wide as its passage is long, and filled by what was struck and added", async () => {
  // Ten signs, of which five are struck and one is added; then ten that nobody touched.
  const { html } = await page(
    "genetic",
    teiWith(
      `<p xml:id="d.a"><del>12345</del>678<add>9</add>0</p><p xml:id="d.b">1234567890</p><p xml:id="d.c">  </p>`,
    ),
  )
  // 1,000 wide and 80 high; of two columns each has its least room of 6, a gap of 2, and half of what is left.
  expect(rects(html)).toEqual([
    ["all", 0, 498, 80, 0],
    ["struck", 0, 498, 40, 0],
    ["added", 0, 498, 8, 72],
    ["all", 500, 498, 80, 0],
  ])
  expect(html.match(/<tbody>.*?<\/tbody>/s)?.[0]).toBe(
    '<tbody><tr><th scope="row"><a href="#d.a">paragraph 1</a></th><td class="count">10</td><td class="count">5</td><td class="count">1</td></tr></tbody>',
  )
})

test("what was struck over several passages fills the columns of all, and notes of the editor none", async () => {
  const { html } = await page(
    "genetic",
    teiWith(
      `<p xml:id="d.a">12345<delSpan spanTo="#end"/>67890<note type="editorial">a note</note></p><p xml:id="d.b">1234567890</p><p xml:id="d.c"><anchor xml:id="end"/>x</p>`,
    ),
  )
  expect(
    rects(html)
      .filter(([what]) => what === "struck")
      .map(([, , , height]) => height),
  ).toEqual([40, 80])
})

test.each([
  ["a single passage", `<p xml:id="d.a"><del>a</del> b</p>`],
  ["a text that nobody touched", `<p xml:id="d.a">a</p><p xml:id="d.b">b</p>`],
])("%s has no picture", async (_, body) => {
  expect((await page("genetic", teiWith(body))).html).not.toContain("<svg")
})
