import type { Browser } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { comparisonsOf } from "../../src/pipeline/comparison.js"
import { publishSite } from "../../src/publish/publish-site.js"
import { rendererOf } from "../../src/render/renderer.js"
import { wordsIn } from "../interface.js"
import { faultsOf } from "./axe.js"
import { openChromium } from "./chromium.js"
import { artefact, sampleTei, siteAssets, siteOnce, testStylesheet, type WrittenSite } from "./site.js"
import { inPage, visit } from "./visit.js"

// An edition of more documents than a list on one page has: three that can be read, and 200 of which only the name matters.

const readable = ["draft", "letter", "phenomena"]
const letter = (number: number) => ({
  name: `n${number}`,
  tei: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt><title>Brief ${number}</title></titleStmt></fileDesc></teiHeader><text><body><p>a</p></body></text></TEI>`,
})
let browser: Browser
let site: WrittenSite

beforeAll(async () => {
  browser = await openChromium()
  site = await siteOnce("many", async () => {
    const documents = [
      ...readable.map((name) => ({ name, tei: sampleTei(name) })),
      ...Array.from({ length: 200 }, (_, number) => letter(number)),
    ]
    const renderer = rendererOf(await testStylesheet())
    const { value } = await publishSite({
      edition: {
        ...{ title: "Letters", editors: ["Ada Editor"], version: "0.1.0", language: "en", licence: "CC0" },
        ...{ interface: "en", words: wordsIn("en") },
      },
      documents,
      comparisons: comparisonsOf(documents.slice(0, readable.length)),
      ...siteAssets(),
      renderer: {
        ...renderer,
        renderDocument: (tei, parameters) =>
          readable.includes(parameters.document?.name ?? "")
            ? renderer.renderDocument(tei, parameters)
            : { value: { "index.html": "<!DOCTYPE html><html><title>x</title></html>" }, diagnostics: [] },
      },
    })
    return value
  })
}, 300_000)

const open = async (hash: string, surroundings: { scripts?: boolean; width?: number } = {}) => {
  const { scripts = true, ...rest } = surroundings
  const visited = await visit(browser, `${site.urlOf("panes.html")}${hash}`, {
    ...rest,
    scripts,
    policy: true,
  })
  if (scripts) await visited.page.waitForSelector("iframe[data-pane=right][src]")
  return visited
}
const sourceOf = (side: string) => `document.querySelector("iframe[data-pane=${side}]").getAttribute("src")`

test("the page does not grow with the edition, and leads without scripts to the pages that have all documents", async () => {
  const { page } = await open("", { scripts: false })
  expect((await page.content()).length).toBeLessThan(20_000)
  const listed = await inPage<string[]>(
    page,
    "[...document.querySelectorAll('.pane-pages a')].map((link) => link.getAttribute('href'))",
  )
  expect(listed).toContain("index.html")
  for (const path of listed) expect(site.pages).toContain(path)
  expect(await page.locator("main.panes :is(select, iframe, input):visible").count()).toBe(0)
  await page.screenshot({ path: artefact("panes-of-many-without-scripts.png"), fullPage: true })
})

test("with scripts every document can be chosen, in the views and stages that it has, from the disk", async () => {
  const { page, complaints } = await open("#left=draft/diplomatic.html&right=n199/index.html")
  expect(await inPage(page, sourceOf("left"))).toBe("draft/diplomatic.html")
  expect(await inPage(page, sourceOf("right"))).toBe("n199/index.html")
  const options = (side: string, name: string) =>
    page.locator(`fieldset[data-pane=${side}] .pane-${name} option`)
  expect(await options("left", "document").count()).toBe(203)
  expect(await options("right", "document").last().textContent()).toBe("Brief 199")
  expect(await options("right", "document").last().getAttribute("lang")).toBe("de")
  const views = await inPage<string[]>(
    page,
    "[...document.querySelectorAll('fieldset[data-pane=left] .pane-view option')].map(({ value }) => value)",
  )
  const own = site.pages.filter((path) => path.startsWith("draft/") && !path.includes("/with-"))
  expect(views.toSorted()).toEqual(own.toSorted())
  const names = await options("left", "view").allTextContents()
  expect(names.filter((each) => each === "" || each.includes("{") || each.includes(".html"))).toEqual([])
  await page.locator("fieldset[data-pane=right] .pane-document").selectOption("letter")
  await page.waitForURL(/#left=draft\/diplomatic\.html&right=letter\/index\.html$/)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: artefact(`panes-of-many-${width}.png`), fullPage: true })
  }
  expect(complaints.filter((each) => !each.startsWith("failed: file:"))).toEqual([])
  expect(await faultsOf(page)).toEqual([])
})

test("an address that is not of the edition is not loaded", async () => {
  const { page } = await open(`#left=${encodeURIComponent("../other/index.html")}&right=n1/facsimile.html`)
  expect(site.pages).toContain(await inPage(page, sourceOf("left")))
  expect(await page.locator(".panes-refused").isVisible()).toBe(true)
})

test("two witnesses scroll together by passages that are read when both are shown", async () => {
  const { page } = await open("#left=draft/index.html&right=letter/index.html")
  for (const side of ["left", "right"]) {
    const frame = await (await page.waitForSelector(`iframe[data-pane=${side}][src]`)).contentFrame()
    await frame?.waitForSelector(".in-pane")
  }
  const frameOf = (side: string) =>
    page.frames().find((each) => each.url().includes(side === "left" ? "/draft/" : "/letter/"))
  await expect.poll(() => inPage(page, "Object.keys(globalThis.stetPanesData).length")).toBe(2)
  const pair = await inPage<string[]>(
    page,
    "Object.entries(globalThis.stetPanesData).find(([name]) => name !== 'documents')[1]",
  )
  const middle = Math.floor(pair.length / 4) * 2
  const [one = "", other = ""] = pair.slice(middle, middle + 2)
  const [draft, letter] = one.startsWith("draft.") ? [one, other] : [other, one]
  const top = (side: string, id: string) =>
    frameOf(side)?.evaluate<number>(
      `document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`,
    )
  await frameOf("left")?.evaluate(
    `document.getElementById(${JSON.stringify(draft)}).scrollIntoView({ behavior: "instant" })`,
  )
  await expect.poll(async () => Math.abs((await top("right", letter)) ?? 999)).toBeLessThan(4)
})
