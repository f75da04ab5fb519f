import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "witnesses", "witnesses.html")

test("from the index to the witnesses, and to a comparison of two of them", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.locator(".edition-pages").getByRole("link", { name: "Witnesses" }).click()
  expect(page.url()).toBe(shared.site.urlOf("witnesses.html"))
  // Three witnesses of one text; press release and draft do not name each other.
  expect(await page.locator("main table td:has(a)").count()).toBe(2)
  await page.locator("main table td a").first().click()
  expect(page.url()).toBe(shared.site.urlOf("press-release/with-letter.html"))
})
