import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "kinds", "kinds.html")

test("the documents stand by their kind, with the documents", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.getByRole("link", { name: "Kinds", exact: true }).click()
  expect(page.url()).toBe(shared.site.urlOf("kinds.html"))
  expect(await page.locator("main h2").allTextContents()).toEqual(["Draft", "Letter", "Press release"])
  await page.locator("main th a").first().click()
  expect(await page.locator("article.document").count()).toBe(1)
})
