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
  const url = site.urlOf("index.html")
  for (const [name, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["320", 320, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page } = await visit(browser, url, { width, scheme })
    await page.screenshot({ path: artefact(`index-${name}.png`), fullPage: true })
    await page.context().close()
  }
  const { page } = await visit(browser, url, { scheme: "dark" })
  await page.pdf({ path: artefact("index.pdf"), format: "A4", preferCSSPageSize: true })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: artefact("index-print.png"), fullPage: true })
  expect(await inPage<string>(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe(
    "rgb(255, 255, 255)",
  )
  expect(await page.locator(".views:visible, .skip:visible, .permalink:visible").count()).toBe(0)
}, 60_000)

test("the table lists every document in the edition's order, with its changes", async () => {
  const { page } = await visit(browser, site.urlOf("index.html"))
  const rows = page.locator("tbody tr")
  expect(await rows.count()).toBe(4)
  expect(await rows.nth(2).textContent()).toContain("John F. Kennedy → Nikita Khrushchev")
  expect(await rows.locator(".count").allTextContents()).toEqual(["0", "0", "3", "2"])
  await rows.nth(2).getByRole("link", { name: "Diplomatic view" }).click()
  expect(page.url()).toBe(site.urlOf("draft/diplomatic.html"))
})
