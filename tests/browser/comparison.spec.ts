import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const path = "letter/with-draft.html"

testPictures(shared, "comparison", path)

test("from a document to the page that compares it, and from there to both documents", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/index.html"))
  await page.locator(".compared-with a").click()
  expect(page.url()).toBe(shared.site.urlOf(path))
  const heads = await page.locator(".column-head a").evaluateAll((links) => links.map((link) => String(link)))
  expect(heads).toEqual([shared.site.urlOf("letter/index.html"), shared.site.urlOf("draft/index.html")])
  expect(await page.locator('[href="with-draft.xml"]').count()).toBe(1)
})

test("each column has all the words of its document’s reading view, in order, and none twice", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf(path))
  const column = (side: string) =>
    inPage<string>(
      page,
      `[...document.querySelectorAll(".side.${side} .witness-text")].map((text) => {
        const copy = text.cloneNode(true)
        for (const struck of copy.querySelectorAll("del")) struck.remove()
        return copy.textContent
      }).join(" ")`,
    )
  const columns = [await column("a"), await column("b")]
  const texts: string[] = []
  for (const name of ["letter", "draft"]) {
    await page.goto(shared.site.urlOf(`${name}/index.html`))
    // The signs printed between two sections are no words.
    await page.evaluate("for (const sign of document.querySelectorAll('.milestone')) sign.remove()")
    texts.push((await page.locator(".transcription").textContent()) ?? "")
  }
  const plain = (text: string | undefined) => text?.replace(/\s+/g, "")
  expect(columns.map(plain)).toEqual(texts.map(plain))
})

test("no difference is called an addition or a deletion, and a writer’s own can be put out of sight", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf(path))
  expect(await page.locator(".side.a :is(del, ins)").count()).toBe(0)
  expect(await page.locator(":is(.difference-mark, .difference):is(del, ins)").count()).toBe(0)
  const struck = page.getByText("sovereignty of the United States")
  expect(await struck.isVisible()).toBe(true)
  await page.locator("#own-changes").uncheck()
  expect(await struck.isVisible()).toBe(false)
  await page.locator("#only-different").check()
  expect(await page.locator(".passage.same:visible").count()).toBe(0)
})

test("what is moved leads from one place to the other, both ways", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf(path))
  const moved = page.locator(".passage.moved")
  expect(await moved.count()).toBe(2)
  const [here, there] = [await moved.nth(0).getAttribute("id"), await moved.nth(1).getAttribute("id")]
  expect(await moved.nth(0).locator(".elsewhere a").getAttribute("href")).toBe(`#${there}`)
  expect(await moved.nth(1).locator(".elsewhere a").getAttribute("href")).toBe(`#${here}`)
})

test("without scripts a number leads to the other side and says what stands there", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf(path))
  expect(await page.locator(".steps").isVisible()).toBe(false)
  const mark = page.locator(".side.b .difference-mark.words").first()
  const n = await mark.getAttribute("data-n")
  const partner = page.locator(`.side.a .difference[data-n="${n}"]`)
  expect(await mark.getAttribute("aria-label")).toContain(`Difference ${n}. Letter: “`)
  expect(await mark.getAttribute("aria-label")).toContain((await partner.first().textContent()) ?? "?")
  await mark.click()
  expect(page.url()).toMatch(new RegExp(`#a-${n}$`))
})

test("by keyboard one steps from difference to difference, and its partner lights up", async () => {
  const { page, complaints } = await visit(shared.browser, shared.site.urlOf(path), { scripts: true })
  await page.getByRole("button", { name: "Next difference" }).press("Enter")
  expect(await inPage<string>(page, "document.activeElement.dataset.n")).toBe("1")
  expect(await page.locator('.lit.difference-mark[data-n="1"]').count()).toBe(2)
  await page.keyboard.press("j")
  expect(await inPage<string>(page, "document.activeElement.dataset.n")).toBe("2")
  await page.keyboard.press("k")
  await page.keyboard.press("k")
  const all = await page.locator(".side.a .difference-mark").count()
  expect(await inPage<string>(page, "document.activeElement.dataset.n")).toBe(String(all))
  expect(await page.locator(".steps output").textContent()).toBe(`${all} of ${all}`)
  expect(complaints).toEqual([])
})

test("differences of form are passed over where they are not marked", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf(path), { scripts: true })
  await page.locator("#slight").uncheck()
  expect(await page.locator(".difference-mark.slight:visible").count()).toBe(0)
  await page.getByRole("button", { name: "Previous difference" }).press("Enter")
  expect(await inPage<boolean>(page, "document.activeElement.matches('.slight')")).toBe(false)
})
