import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "genetic", "draft/genetic.html")

test("one goes from a change to its place and back", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/genetic.html"))
  expect(await page.locator(".change-list > li").count()).toBe(3)
  await page.locator("#change-2 .see a").first().click()
  expect(page.url()).toMatch(/#place-2$/)
  await page.locator("#place-2").click()
  expect(page.url()).toMatch(/#change-2$/)
})

test("a letter without changes says so", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("letter/genetic.html"))
  expect(await page.locator(".notice").textContent()).toContain("No change is recorded")
  expect(await page.locator(".change-list").count()).toBe(0)
})
