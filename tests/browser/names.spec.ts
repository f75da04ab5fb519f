import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "names", "names.html")

test("from the index to a name, and to the passage that names it", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.getByRole("link", { name: "Names", exact: true }).click()
  expect(page.url()).toBe(shared.site.urlOf("names.html"))
  const mention = page.locator(".mention").first()
  const target = new URL((await mention.getAttribute("href")) ?? "", page.url())
  await mention.click()
  expect(page.url()).toBe(target.href)
  expect(await page.locator(`[id="${decodeURIComponent(target.hash.slice(1))}"]`).count()).toBe(1)
})
