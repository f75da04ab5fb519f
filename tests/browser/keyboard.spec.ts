import { expect, test } from "vitest"
import { useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const open = async (path: string) =>
  (await visit(shared.browser, shared.site.urlOf(path), { scripts: true })).page

test("single keys do nothing until the reader switches them on", async () => {
  const page = await open("draft/diplomatic.html")
  const url = page.url()
  for (const key of ["n", "p", "v", "j"]) await page.keyboard.press(key)
  expect(page.url()).toBe(url)
  expect(await inPage<string>(page, "document.activeElement.tagName")).toBe("BODY")
})

test("switched on, they lead to documents, views, changes and notes, and say what they do", async () => {
  const page = await open("draft/diplomatic.html")
  await page.locator(".options summary").click()
  await page.locator("#choice-keys").check()
  await page.locator(".options summary").click()
  await page.keyboard.press("j")
  expect(await inPage<string>(page, "document.activeElement.tagName")).toMatch(/^(?:DEL|INS)$/)
  const first = await inPage<string>(page, "document.activeElement.textContent")
  await page.keyboard.press("j")
  await page.keyboard.press("k")
  expect(await inPage<string>(page, "document.activeElement.textContent")).toBe(first)
  await page.keyboard.press("Control+n").catch(() => undefined)
  await page.keyboard.press("v")
  await page.waitForURL(/genetic\.html$/)
  await page.keyboard.press("p")
  await page.waitForURL(/letter\/index\.html$/)
  await page.keyboard.press("n")
  await page.waitForURL(/draft\/index\.html$/)
  await page.keyboard.press("?")
  expect(await page.locator(".shortcuts").isVisible()).toBe(true)
  expect(await inPage<string>(page, "document.activeElement.className")).toBe("shortcuts")
})

test("every control can be reached with the tabulator, and is seen to have the focus", async () => {
  const page = await open("draft/diplomatic.html")
  const all = await inPage<number>(
    page,
    "[...document.querySelectorAll('a[href], summary')].filter((each) => each.checkVisibility()).length",
  )
  const seen = new Set<string>()
  for (let step = 0; step < all + 5; step++) {
    await page.keyboard.press("Tab")
    seen.add(
      await inPage<string>(
        page,
        "(document.activeElement.closest('a, summary')?.matches('a, summary') ? [...document.querySelectorAll('a[href], summary')].indexOf(document.activeElement) : -1) + ''",
      ),
    )
    const outline = await inPage<string>(page, "getComputedStyle(document.activeElement).outlineStyle")
    if (step < all) expect(outline).not.toBe("none")
  }
  seen.delete("-1")
  expect(seen.size).toBe(all)
}, 60_000)
