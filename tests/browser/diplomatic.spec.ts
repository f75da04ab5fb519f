import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "diplomatic", "draft/diplomatic.html")

test("what was struck and what was added can be told apart without colour", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/diplomatic.html"))
  expect(await page.locator("#text del").count()).toBe(4)
  expect(await page.locator("#text ins[data-place=above]").count()).toBe(1)
  const style = (selector: string, property: string, pseudo = "null") =>
    inPage<string>(
      page,
      `getComputedStyle(document.querySelector("#text ${selector}"), ${pseudo}).${property}`,
    )
  expect(await style("del", "textDecorationLine")).toBe("line-through")
  expect(await style("ins", "textDecorationLine")).toBe("underline")
  expect(Number.parseFloat(await style("ins", "top"))).toBeLessThan(0)
  expect(await style("del", "content", "'::before'")).toContain("deleted")
  expect(await style("ins", "content", "'::before'")).toContain("added above the line")
})

test("a screen reader is told of deletions and additions, though the page's text is the source's", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/diplomatic.html"))
  const told = await page.locator("#text").ariaSnapshot()
  expect(told).toContain("deletion")
  expect(told).toContain("insertion")
  expect(await page.locator("#text").textContent()).not.toContain("[deleted")
})
