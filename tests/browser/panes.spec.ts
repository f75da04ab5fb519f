import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { artefact, documentNames } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const open = async (
  hash: string,
  { width = 1280, scripts = true, scheme = "light" as "light" | "dark" } = {},
) => {
  const visited = await visit(shared.browser, `${shared.site.urlOf("panes.html")}${hash}`, {
    width,
    scripts,
    scheme,
    policy: true,
  })
  if (scripts) for (const side of ["left", "right"] as const) await loaded(visited.page, side)
  return visited
}

/** The page that stands in a pane, when it is there. */
async function loaded(page: Page, side: "left" | "right") {
  const frame = await (await page.waitForSelector(`iframe[data-pane=${side}][src]`)).contentFrame()
  if (frame === null) throw new Error(`nothing stands in the ${side} pane`)
  await frame.waitForSelector(".in-pane")
  return frame
}
const pathOf = (url: string) => url.split("/").slice(-2).join("/").replace(/#.*/, "")
/** Where a block stands in a pane, from its upper edge. */
const topIn = async (page: Page, side: "left" | "right", id: string) =>
  (await (
    await loaded(page, side)
  ).evaluate(`document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`)) as number
/** Scrolls a pane until a block is at its upper edge, as a reader would. */
const bring = async (page: Page, side: "left" | "right", id: string) =>
  (await loaded(page, side)).evaluate(
    `document.getElementById(${JSON.stringify(id)}).scrollIntoView({ behavior: "instant" })`,
  )

testPictures(shared, "panes", "panes.html")

test("pictures of two open panes: wide, phone, dark", async () => {
  for (const [suffix, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page } = await open("#left=draft/diplomatic.html&right=letter/index.html", { width, scheme })
    await page.screenshot({ path: artefact(`panes-open-${suffix}.png`), fullPage: true })
    expect(await page.locator("iframe:visible").count()).toBe(2)
  }
})

test("without scripts, the page leads to every view of every document", async () => {
  const { page } = await open("", { scripts: false })
  expect(await page.locator("main.panes :is(select, iframe, input):visible").count()).toBe(0)
  const listed = await inPage<string[]>(
    page,
    "[...document.querySelectorAll('.pane-pages a')].map((link) => link.getAttribute('href'))",
  )
  const own = shared.site.pages.filter((path) =>
    documentNames.some((name) => path.startsWith(`${name}/`) && !path.includes("/with-")),
  )
  expect(own.length).toBeGreaterThan(25)
  expect([...listed].sort()).toEqual([...own].sort())
})

test("the address says what the panes show, and says so of what the reader chooses", async () => {
  const { page, complaints } = await open("#left=draft/diplomatic.html&right=letter/index.html")
  expect(pathOf((await loaded(page, "left")).url())).toBe("draft/diplomatic.html")
  expect(pathOf((await loaded(page, "right")).url())).toBe("letter/index.html")
  const field = (side: string, name: string) => page.locator(`fieldset[data-pane=${side}] .pane-${name}`)
  expect(await field("left", "document").inputValue()).toBe("draft")
  await field("right", "document").selectOption("press-release")
  await page.waitForURL(/#left=draft\/diplomatic\.html&right=press-release\/index\.html$/)
  await field("right", "view").selectOption({ label: "TEI" })
  await page.waitForURL(/right=press-release\/source\.html$/)
  await page.waitForFunction(() => true)
  expect(await page.locator("iframe[data-pane=right]").getAttribute("title")).toMatch(/: TEI$/)
  // A reader who follows a link in a pane finds it in the address as well.
  await (await loaded(page, "left")).locator(".views a", { hasText: "Genetic" }).click()
  await page.waitForURL(/#left=draft\/genetic\.html&right=press-release\/source\.html$/)
  // What a pane was still loading when it was led elsewhere is broken off.
  expect(complaints.filter((each) => !each.startsWith("failed: file:"))).toEqual([])
})

test.each([
  "https://example.org/",
  "//example.org/",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "../other/index.html",
  "draft/../../other/index.html",
  "draft/none.html",
  "panes.html",
  "__proto__",
])("an address that is not of the edition is not loaded: %s", async (address) => {
  const { page, complaints } = await open(`#left=${encodeURIComponent(address)}&right=letter/index.html`)
  expect(shared.site.pages).toContain(pathOf((await loaded(page, "left")).url()))
  expect(await page.locator(".panes-refused").isVisible()).toBe(true)
  expect(complaints).toEqual([])
})

test("two views of a document scroll together, paragraph by paragraph, whichever is scrolled", async () => {
  const { page } = await open("#left=phenomena/index.html&right=phenomena/diplomatic.html")
  for (const [side, other, id] of [
    ["left", "right", "phenomena.b19"],
    ["right", "left", "phenomena.b14"],
    ["left", "right", "phenomena.b5"],
  ] as const) {
    await bring(page, side, id)
    await expect.poll(() => topIn(page, other, id).then(Math.abs)).toBeLessThan(4)
    expect(Math.abs(await topIn(page, side, id))).toBeLessThan(4)
  }
  await page.locator("#choice-together").uncheck()
  const before = await topIn(page, "right", "phenomena.b14")
  await bring(page, "left", "phenomena.b14")
  await page.waitForTimeout(300)
  expect(await topIn(page, "right", "phenomena.b14")).toBe(before)
  await page.locator("#choice-together").check()
  await expect.poll(() => topIn(page, "right", "phenomena.b14").then(Math.abs)).toBeLessThan(4)
})

test("two witnesses scroll together by the passages that belong together, though moved", async () => {
  const { page } = await open("#left=draft/index.html&right=letter/index.html")
  const pairs = (
    await inPage<string>(
      page,
      "document.querySelector('.pane-pair[data-left=letter][data-right=draft], .pane-pair[data-left=draft][data-right=letter]').value",
    )
  ).split(" ")
  expect(pairs.length).toBeGreaterThan(10)
  const inDraft = (id: string) => id.startsWith("draft.")
  const middle = Math.floor(pairs.length / 4) * 2
  const [one = "", other = ""] = pairs.slice(middle, middle + 2)
  const [draft, letter] = inDraft(one) ? [one, other] : [other, one]
  await bring(page, "left", draft)
  await expect.poll(() => topIn(page, "right", letter).then(Math.abs)).toBeLessThan(4)
})

test("the TEI stays beside the text", async () => {
  const { page } = await open("#left=phenomena/diplomatic.html&right=phenomena/source.html")
  await bring(page, "left", "phenomena.b19")
  const link = async () =>
    (await (
      await loaded(page, "right")
    ).evaluate("document.getElementById('phenomena.b19').getBoundingClientRect().top")) as number
  await expect.poll(() => link().then(Math.abs)).toBeLessThan(4)
})

test("by keyboard, one chooses, goes into a pane and moves both", async () => {
  const { page } = await open("#left=phenomena/index.html&right=phenomena/diplomatic.html")
  await page.locator("fieldset[data-pane=left] .pane-document").focus()
  await page.keyboard.press("Tab")
  expect(await inPage<string>(page, "document.activeElement.className")).toBe("pane-view")
  await (await loaded(page, "left")).locator(".skip").first().focus()
  await page.keyboard.press("End")
  const right = await loaded(page, "right")
  await expect
    .poll(() => right.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2"))
    .toBe(true)
})

test("messages of others, and of other shapes, move nothing", async () => {
  const { page, complaints } = await open("#left=phenomena/index.html&right=phenomena/diplomatic.html")
  const right = await loaded(page, "right")
  await bring(page, "left", "phenomena.b14")
  await expect.poll(() => topIn(page, "right", "phenomena.b14").then(Math.abs)).toBeLessThan(4)
  const before = await right.evaluate("scrollY")
  // From the page itself, which is no pane; and to the pane from itself.
  await inPage(page, 'window.postMessage({ stet: "place", blocks: [], part: 0 }, "*")')
  await right.evaluate('window.postMessage({ stet: "go", blocks: [], part: 0 }, "*")')
  for (const message of [
    "null",
    "1",
    "{ stet: 'go' }",
    "{ stet: 'go', blocks: 'x', part: 0 }",
    "{ stet: 'go', blocks: [], part: 7 }",
    "{ stet: 'go', blocks: [[{}]], part: NaN }",
  ])
    await inPage(
      page,
      `document.querySelector("iframe[data-pane=right]").contentWindow.postMessage(${message}, "*")`,
    )
  // A page in a pane cannot bring another page about.
  await right.evaluate('parent.postMessage({ stet: "here", page: "https://example.org/" }, "*")')
  await page.waitForTimeout(300)
  expect(await right.evaluate("scrollY")).toBe(before)
  expect(page.url()).not.toContain("example.org")
  expect(complaints).toEqual([])
})

test("on a phone the panes stand one above the other, and nothing scrolls sideways", async () => {
  for (const width of [320, 390]) {
    const { page } = await open("#left=draft/diplomatic.html&right=letter/index.html", { width })
    const [upper, lower] = [
      await page.locator("iframe").first().boundingBox(),
      await page.locator("iframe").last().boundingBox(),
    ]
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThanOrEqual(lower?.y ?? 0)
    expect(
      await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth"),
    ).toBeLessThanOrEqual(0)
    for (const side of ["left", "right"] as const)
      expect(
        await (await loaded(page, side)).evaluate("document.documentElement.scrollWidth - innerWidth"),
      ).toBeLessThanOrEqual(0)
  }
})

test("each page of a document leads here, and no other page may hold pages", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("phenomena/stage-pencil.html"))
  expect(await page.locator(".to-panes a").getAttribute("href")).toBe(
    "../panes.html#left=phenomena/stage-pencil.html",
  )
  const policy = () =>
    inPage<string>(page, "document.querySelector('meta[http-equiv]').content.includes('frame-src')")
  for (const path of shared.site.pages) {
    await page.goto(shared.site.urlOf(path))
    expect(await policy(), path).toBe(path === "panes.html")
  }
})
