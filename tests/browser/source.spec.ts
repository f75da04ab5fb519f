import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { sampleTei } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "source", "phenomena/source.html")

test("the page holds the file and no more, and a copied line has no number", async () => {
  const { page } = await visit(shared.browser, `${shared.site.urlOf("draft/source.html")}#L3`)
  expect(await inPage<string>(page, "document.querySelector('.source').textContent")).toBe(sampleTei("draft"))
  const copied = await inPage<string>(
    page,
    "(getSelection().selectAllChildren(document.querySelector('.source')), getSelection().toString())",
  )
  expect(copied.trim()).toBe(sampleTei("draft").trim())
  expect(await inPage<string>(page, "document.querySelector(':target').dataset.n")).toBe("3")
})

test("one goes from a passage to its line, and from its id to the text", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/source.html"))
  await page.locator(".passages summary").click()
  await page.locator(".passages a").first().click()
  const id = await inPage<string>(page, "document.querySelector(':target').id")
  await page.locator(`a[id="${id}"]`).click()
  expect(page.url()).toMatch(new RegExp(`draft/index\\.html#${id}$`))
  expect(await inPage<string>(page, "document.querySelector(':target').id")).toBe(id)
})
