import type { Browser } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import type { InterfaceLanguage } from "../../src/model/page.js"
import { openChromium } from "./chromium.js"
import { artefact, type WrittenSite, writeSampleSite } from "./site.js"
import { inPage, visit } from "./visit.js"

/** What the tests of one file share; filled before the first of them runs. */
export interface SampleSite {
  readonly browser: Browser
  readonly site: WrittenSite
}

/** Has Chromium and the published samples ready before the tests of a file. */
export function useSampleSite(language?: InterfaceLanguage): SampleSite {
  const opened: { browser?: Browser; site?: WrittenSite } = {}
  beforeAll(async () => {
    opened.browser = await openChromium()
    opened.site = await writeSampleSite(language)
  }, 300_000)
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The sample site is there only while tests run.")
    return value
  }
  return {
    get browser() {
      return ready(opened.browser)
    },
    get site() {
      return ready(opened.site)
    },
  }
}

/** A test that takes pictures of a page under a name: wide, phone, narrow, dark, and on paper. */
export function testPictures(shared: SampleSite, name: string, path: string): void {
  test(`pictures of the ${name} page: wide, phone, dark, and on paper`, async () => {
    const { page } = await visit(shared.browser, shared.site.urlOf(path))
    for (const [suffix, width, colorScheme] of [
      ["1280", 1280, "light"],
      ["390", 390, "light"],
      ["320", 320, "light"],
      ["dark", 1280, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: artefact(`${name}-${suffix}.png`), fullPage: true })
    }
    await page.pdf({ path: artefact(`${name}.pdf`), format: "A4", preferCSSPageSize: true })
    await page.emulateMedia({ media: "print" })
    await page.screenshot({ path: artefact(`${name}-print.png`), fullPage: true })
    expect(await inPage<string>(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    )
    expect(await page.locator(".views:visible, .skip:visible, .permalink:visible").count()).toBe(0)
  }, 60_000)
}
