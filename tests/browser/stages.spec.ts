import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const open = async (path: string, scripts = false) =>
  (await visit(shared.browser, shared.site.urlOf(path), { scripts, policy: true })).page

testPictures(shared, "stages", "phenomena/stage-pencil.html")

test("a document with stages has a page for each; one without has none", () => {
  expect(shared.site.pages.filter((path) => path.includes("/stage-")).sort()).toEqual([
    "kennedy-draft/stage-first.html",
    "kennedy-draft/stage-revised.html",
    "phenomena/stage-first.html",
    "phenomena/stage-pencil.html",
    "phenomena/stage-rest.html",
  ])
})

test("without scripts, links lead from the genetic view through all stages", async () => {
  const page = await open("phenomena/genetic.html")
  await page.locator(".stage-pages a").first().click()
  const seen: string[] = []
  for (;;) {
    seen.push((await page.locator("#standing").textContent()) ?? "")
    expect(await page.locator(".stage-pages [aria-current=page]").count()).toBe(1)
    if ((await page.locator(".stage-after").count()) === 0) break
    await page.locator(".stage-after").click()
  }
  expect(seen).toEqual([
    "Stage 1 of 3 First writing, in ink",
    "Stage 2 of 3 Revision in pencil",
    "Stage 3 of 3 Changes that are assigned to no stage",
  ])
  expect(await page.locator("input[type=range]").count()).toBe(0)
})

test("the page of a stage has the text as it stood then, with the stage's own acts marked and said", async () => {
  const page = await open("phenomena/stage-pencil.html")
  const text = ((await page.locator("#text").textContent()) ?? "").replace(/\s+/g, " ")
  expect(text).toContain(
    "I had to write sooner, but the storm kept us at work. The quay hold, and thank God nobody",
  )
  expect(text).toContain("the sheds and The cranes are safe.")
  expect(text).not.toContain("hoped")
  expect(text).not.toContain("gale")
  expect(await page.locator("#text ins").allTextContents()).toEqual([
    "sooner",
    "The brother added this overleaf.",
    "And this, to the end.",
  ])
  expect(await page.locator("#text del").count()).toBe(0)
  const said = (selector: string) =>
    inPage<string>(page, `getComputedStyle(document.querySelector("${selector}"), "::before").content`)
  expect(await said("#text ins")).toContain("added above")
  expect(await said("#text .moved")).toContain("put in another order")
})

test("the slider leads by the arrow keys from stage to stage, and says which", async () => {
  const page = await open("phenomena/genetic.html", true)
  const slider = page.locator(".stage-slider input")
  expect(await slider.getAttribute("aria-valuetext")).toBe("Changes that are assigned to no stage")
  await slider.focus()
  await page.keyboard.press("ArrowLeft")
  await page.waitForURL(/stage-pencil\.html$/)
  const stage = async () => [
    await inPage<string>(page, "document.activeElement.getAttribute('aria-valuetext')"),
    await page.locator(".stage-slider output").textContent(),
  ]
  expect(await stage()).toEqual(["Revision in pencil", "Revision in pencil"])
  await page.keyboard.press("ArrowLeft")
  await page.waitForURL(/stage-first\.html$/)
  expect(await stage()).toEqual(["First writing, in ink", "First writing, in ink"])
  await page.keyboard.press("End")
  await page.waitForURL(/stage-rest\.html$/)
  // From stage to stage one page takes the place of the other.
  await page.goBack()
  await page.waitForURL(/genetic\.html$/)
})

test("the reader stays at the same paragraph", async () => {
  const page = await open("phenomena/stage-first.html", true)
  await inPage(page, "document.getElementById('phenomena.b20').scrollIntoView({ behavior: 'instant' })")
  const top = () =>
    inPage<number>(page, "document.getElementById('phenomena.b20').getBoundingClientRect().top")
  const before = await top()
  // As a reader's software moves it, which need not scroll to it.
  await inPage(
    page,
    "{ const slider = document.querySelector('.stage-slider input'); slider.value = '3'; slider.dispatchEvent(new Event('change')) }",
  )
  await page.waitForURL(/stage-rest\.html$/)
  await page.waitForLoadState()
  expect(Math.abs((await top()) - before)).toBeLessThan(2)
})
