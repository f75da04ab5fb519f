import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "parallel", "draft/parallel.html")

test("a block and its other state stand side by side, on a phone one above the other", async () => {
  for (const [width, beside] of [
    [1280, true],
    [390, false],
  ] as const) {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf("draft/parallel.html"), { width })
    const row = page.locator("tbody > tr").nth(3)
    const left = await row.locator("> .final").boundingBox()
    const right = await row.locator("> .standing").boundingBox()
    if (!left || !right) throw new Error("a row has two cells")
    expect(left.y === right.y).toBe(beside)
    expect(left.x < right.x).toBe(beside)
    await leave()
  }
})
