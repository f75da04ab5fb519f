import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "correspondents", "correspondents.html")

test("everyone who wrote or received stands once, with the documents", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.getByRole("link", { name: "Correspondents", exact: true }).click()
  expect(page.url()).toBe(shared.site.urlOf("correspondents.html"))
  expect(await page.locator("main h2").allTextContents()).toEqual([
    "Johanna Weiss",
    "John F. Kennedy",
    "Karl Brandt",
    "Nikita Khrushchev",
  ])
  await page.locator("main th a").first().click()
  expect(await page.locator("article.document").count()).toBe(1)
})
