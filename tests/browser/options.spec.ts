import { expect, test } from "vitest"
import { useSampleSite } from "./sample-site.js"
import { artefact } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const open = (path: string, scripts: boolean) =>
  visit(shared.browser, shared.site.urlOf(path), { scripts, scheme: "light" })

const paper = "getComputedStyle(document.documentElement).backgroundColor"
const size = "parseFloat(getComputedStyle(document.querySelector('#text p')).fontSize)"

test("without scripts, the buttons change size, width and colours of the page", async () => {
  const { page } = await open("draft/index.html", false)
  await page.locator(".options summary").click()
  await page.screenshot({ path: artefact("options.png") })
  const [light, standard, width] = [
    await inPage(page, paper),
    await inPage<number>(page, size),
    await page.locator("#text").boundingBox(),
  ]
  await page.getByLabel("dark").check()
  expect(await inPage(page, paper)).not.toBe(light)
  await page.getByLabel("narrow").check()
  expect((await page.locator("#text").boundingBox())?.width).toBeLessThan(width?.width ?? 0)
  await page.getByLabel("very large").check()
  expect(await inPage<number>(page, size)).toBeGreaterThan(standard * 1.4)
  expect(await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
    0,
  )
})

test("a choice holds on the other pages", async () => {
  const { page } = await open("draft/index.html", true)
  await page.locator(".options summary").click()
  await page.getByLabel("dark").check()
  const dark = await inPage(page, paper)
  await page.goto(shared.site.urlOf("index.html"))
  expect(await inPage(page, paper)).toBe(dark)
})

test("deletions and additions are said in words: to the ear only, to the eye too, or not at all", async () => {
  const { page } = await open("draft/diplomatic.html", false)
  const said = (pseudo = "before") =>
    inPage<{ content: string; position: string; width: string }>(
      page,
      `(({ content, position, width }) => ({ content, position, width }))(getComputedStyle(document.querySelector('#text del'), '::${pseudo}'))`,
    )
  expect(await said()).toMatchObject({ position: "absolute", width: "1px" })
  await page.locator(".options summary").click()
  await page.getByLabel("in the text, too").check()
  expect(await said()).toMatchObject({ position: "static" })
  await page.screenshot({ path: artefact("changes-in-words.png"), fullPage: true })
  await page.getByLabel("nowhere").check()
  expect((await said()).content).toBe("none")
  expect((await said("after")).content).toBe("none")
})
