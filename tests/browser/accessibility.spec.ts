import { expect, test } from "vitest"
import { faultsOf } from "./axe.js"
import { useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

// A page is loaded once: which colours it has is asked anew of the page that stands there.
test("axe finds no fault in any page, light and dark, and in the narrowest window", async () => {
  for (const width of [1280, 320]) {
    const pages =
      width === 320 ? shared.site.pages.filter((path) => /^(draft|index)/.test(path)) : shared.site.pages
    for (const path of pages) {
      const { page, leave } = await visit(shared.browser, shared.site.urlOf(path), { width, scripts: true })
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faultsOf(page), `${path} at ${width}, ${colorScheme}`).toEqual([])
      }
      await leave()
    }
  }
}, 300_000)

test("a reader who tabs comes first to the skip link, and sees it", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/index.html"), { scripts: true })
  await page.keyboard.press("Tab")
  expect(await inPage<string>(page, "document.activeElement.className")).toBe("skip")
  expect((await page.locator(".skip").boundingBox())?.y).toBeGreaterThanOrEqual(0)
})
