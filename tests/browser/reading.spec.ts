import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "reading", "draft/index.html")

test("the final text stands there without marks of change", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/index.html"))
  const text = page.locator("#text")
  expect(await text.locator("del, ins").count()).toBe(0)
  expect(await text.textContent()).toContain(
    "being used against the territory of any nation of the western hemisphere.",
  )
  expect(await text.textContent()).not.toContain("sovereignty of the United States")
  expect(await page.locator(".notice").textContent()).toContain("3 deletions and 1 addition are not marked")
})

test("every block has an address of its own", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/index.html"))
  await page.locator(".permalink").first().click()
  expect(page.url()).toMatch(/#draft\.\d+$/)
})

test("one goes from document to document", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("letter/index.html"))
  await page.getByRole("link", { name: "Next document" }).click()
  expect(await page.locator("h1").textContent()).toBe("Draft of the letter to the Chairman")
  await page.getByRole("link", { name: "Previous document" }).click()
  expect(await page.locator("h1").textContent()).toBe("Letter to the Chairman, 27 October 1962")
})
