import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "dates", "dates.html")

test("the documents stand by year, and the picture says in words what it shows", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  await page.getByRole("link", { name: "Dates", exact: true }).click()
  expect(page.url()).toBe(shared.site.urlOf("dates.html"))
  expect(await page.locator("main h2").allTextContents()).toEqual(["1887", "1962"])
  const picture = page.getByRole("img", { name: "Number of documents by year" })
  expect(await picture.count()).toBe(1)
  expect(await picture.locator("rect").count()).toBeGreaterThan(0)
  expect(await page.locator("main tbody tr").count()).toBe(5)
})
