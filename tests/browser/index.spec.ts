import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "index", "index.html")

test("the table lists every document in the edition's order, with its changes", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  const rows = page.locator("tbody tr")
  expect(await rows.count()).toBe(5)
  expect(await rows.nth(2).textContent()).toContain("John F. Kennedy → Nikita Khrushchev")
  expect(await rows.locator(".count").allTextContents()).toEqual(["0", "0", "3", "2", "14"])
  await rows.nth(2).getByRole("link", { name: "Diplomatic view" }).click()
  expect(page.url()).toBe(shared.site.urlOf("draft/diplomatic.html"))
})
