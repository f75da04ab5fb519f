import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "places", "places.html")

test("every place of writing stands once, with the documents", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.getByRole("link", { name: "Places", exact: true }).click()
  expect(page.url()).toBe(shared.site.urlOf("places.html"))
  expect(await page.locator("main h2").allTextContents()).toEqual(["Hamburg", "Washington"])
  await page.locator("main th a").first().click()
  expect(await page.locator("article.document").count()).toBe(1)
})
