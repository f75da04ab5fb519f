import { expect, test } from "vitest"
import { documentNames, sampleTei } from "../../browser/site.js"
import { page, teiWith, textOfDiv } from "./pages.js"

/** The cells of a row that holds no table itself. */
const rowsOf = (html: string) =>
  [
    ...html.matchAll(/<tr><td class="final">([\s\S]*?)<\/td><td class="standing">([\s\S]*?)<\/td><\/tr>/g),
  ].map(([, left = "", right = ""]) => [left, right].map((cell) => cell.replace(/<[^>]*>/g, "").trim()))
const words = (text: string) => text.replace(/\s+/g, "")

test("each block has a row, an entry of a list too, and a page break goes with what follows", async () => {
  const { html } = await page(
    "parallel",
    teiWith(`<div><head xml:id="d.0">H</head><p xml:id="d.1">a <del>b</del> c</p><pb n="2"/>
      <list><label>1.</label> <item xml:id="d.2">x</item> <label>2.</label> <item xml:id="d.3"><del>y</del> z</item></list>
      <p xml:id="d.4"><del>gone</del></p><closer><salute xml:id="d.5">Yours</salute></closer></div>`),
  )
  expect(rowsOf(html)).toEqual([
    ["H", "H"],
    ["a c", "a b c"],
    ["", ""],
    ["1. x", "1. x"],
    ["2. z", "2. y z"],
    ["", "gone"],
    ["Yours", "Yours"],
  ])
  // Every id once: on the left, or on the right where nothing is left.
  for (const n of [0, 1, 2, 3, 4, 5]) expect(html.split(`id="d.${n}"`), `d.${n}`).toHaveLength(2)
})

test.each(documentNames)("the columns of %s hold what the two views hold", async (name) => {
  const tei = sampleTei(name)
  const [both, reading, diplomatic] = await Promise.all(
    (["parallel", "reading", "diplomatic"] as const).map(async (view) => (await page(view, tei)).html),
  )
  const columns = (both ?? "").split(/<td class="(?=final|standing)/).slice(1)
  const column = (which: string) =>
    columns
      .filter((cell) => cell.startsWith(which))
      .map((cell) => cell.slice(which.length + 2).replace(/<\/table>(?![\s\S]*<\/table>)[\s\S]*$/, ""))
      .join("")
      .replace(/<[^>]*>/g, "")
  const text = (html = "") => words(textOfDiv(html, "transcription"))
  const plain = (html: string) => words(textOfDiv(`<div class="x">${html}</div>`, "x"))
  expect(plain(column("final"))).toBe(text(reading))
  expect(plain(column("standing"))).toBe(text(diplomatic))
})
