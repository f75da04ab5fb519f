import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openChromium } from "./chromium.js"
import { artefact, type WrittenSite, writeSampleSite } from "./site.js"
import { inPage, visit } from "./visit.js"

let browser: Browser
let site: WrittenSite
beforeAll(async () => {
  browser = await openChromium()
  site = await writeSampleSite()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  site?.remove()
})

test("pictures of the page: wide, phone, dark, and on paper", async () => {
  const url = site.urlOf("draft/index.html")
  for (const [name, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["320", 320, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page } = await visit(browser, url, { width, scheme })
    await page.screenshot({ path: artefact(`reading-${name}.png`), fullPage: true })
    await page.context().close()
  }
  const { page } = await visit(browser, url, { scheme: "dark" })
  await page.pdf({ path: artefact("reading.pdf"), format: "A4", preferCSSPageSize: true })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: artefact("reading-print.png"), fullPage: true })
  expect(await inPage<string>(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe(
    "rgb(255, 255, 255)",
  )
  expect(await page.locator(".views:visible, .skip:visible, .permalink:visible").count()).toBe(0)
}, 60_000)

test("the final text stands there without marks of change", async () => {
  const { page } = await visit(browser, site.urlOf("draft/index.html"))
  const text = page.locator("#text")
  expect(await text.locator("del, ins").count()).toBe(0)
  expect(await text.textContent()).toContain(
    "being used against the territory of any nation of the western hemisphere.",
  )
  expect(await text.textContent()).not.toContain("sovereignty of the United States")
  expect(await page.locator(".notice").textContent()).toContain("3 deletions and 1 addition are not marked")
})

test("every block has an address of its own", async () => {
  const { page } = await visit(browser, site.urlOf("draft/index.html"))
  await page.locator(".permalink").first().click()
  expect(page.url()).toMatch(/#draft\.\d+$/)
})

test("one goes from document to document", async () => {
  const { page } = await visit(browser, site.urlOf("letter/index.html"))
  await page.getByRole("link", { name: "Next document" }).click()
  expect(await page.locator("h1").textContent()).toBe("Draft of the letter to the Chairman")
  await page.getByRole("link", { name: "Previous document" }).click()
  expect(await page.locator("h1").textContent()).toBe("Letter to the Chairman, 27 October 1962")
})
