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
  const url = site.urlOf("draft/genetic.html")
  for (const [name, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["320", 320, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page } = await visit(browser, url, { width, scheme })
    await page.screenshot({ path: artefact(`genetic-${name}.png`), fullPage: true })
    await page.context().close()
  }
  const { page } = await visit(browser, url, { scheme: "dark" })
  await page.pdf({ path: artefact("genetic.pdf"), format: "A4", preferCSSPageSize: true })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: artefact("genetic-print.png"), fullPage: true })
  expect(await inPage<string>(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe(
    "rgb(255, 255, 255)",
  )
  expect(await page.locator(".views:visible, .skip:visible, .permalink:visible").count()).toBe(0)
}, 60_000)

test("one goes from a change to its place and back", async () => {
  const { page } = await visit(browser, site.urlOf("draft/genetic.html"))
  expect(await page.locator(".change-list > li").count()).toBe(3)
  await page.locator("#change-2 .see a").first().click()
  expect(page.url()).toMatch(/#place-2$/)
  await page.locator("#place-2").click()
  expect(page.url()).toMatch(/#change-2$/)
})

test("a letter without changes says so", async () => {
  const { page } = await visit(browser, site.urlOf("letter/genetic.html"))
  expect(await page.locator(".notice").textContent()).toContain("No change is recorded")
  expect(await page.locator(".change-list").count()).toBe(0)
})
