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
  const url = site.urlOf("draft/diplomatic.html")
  for (const [name, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["320", 320, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page } = await visit(browser, url, { width, scheme })
    await page.screenshot({ path: artefact(`diplomatic-${name}.png`), fullPage: true })
    await page.context().close()
  }
  const { page } = await visit(browser, url, { scheme: "dark" })
  await page.pdf({ path: artefact("diplomatic.pdf"), format: "A4", preferCSSPageSize: true })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: artefact("diplomatic-print.png"), fullPage: true })
  expect(await inPage<string>(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe(
    "rgb(255, 255, 255)",
  )
  expect(await page.locator(".views:visible, .skip:visible, .permalink:visible").count()).toBe(0)
}, 60_000)

test("what was struck and what was added can be told apart without colour", async () => {
  const { page } = await visit(browser, site.urlOf("draft/diplomatic.html"))
  expect(await page.locator("#text del").count()).toBe(4)
  expect(await page.locator("#text ins[data-place=above]").count()).toBe(1)
  const style = (selector: string, property: string, pseudo = "null") =>
    inPage<string>(
      page,
      `getComputedStyle(document.querySelector("#text ${selector}"), ${pseudo}).${property}`,
    )
  expect(await style("del", "textDecorationLine")).toBe("line-through")
  expect(await style("ins", "textDecorationLine")).toBe("underline")
  expect(Number.parseFloat(await style("ins", "top"))).toBeLessThan(0)
  expect(await style("del", "content", "'::before'")).toContain("deleted")
  expect(await style("ins", "content", "'::before'")).toContain("added above the line")
})

test("a screen reader is told of deletions and additions, though the page's text is the source's", async () => {
  const { page } = await visit(browser, site.urlOf("draft/diplomatic.html"))
  const told = await page.locator("#text").ariaSnapshot()
  expect(told).toContain("deletion")
  expect(told).toContain("insertion")
  expect(await page.locator("#text").textContent()).not.toContain("[deleted")
})
