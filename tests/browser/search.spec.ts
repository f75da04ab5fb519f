import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { testPictures, useSampleSite } from "./sample-site.js"
import { artefact } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

testPictures(shared, "search", "search.html")

/** The search page as a reader has it: with scripts, and with the page's own policy. */
async function openSearch(hash = "", width = 1280, url = shared.site.urlOf("search.html")) {
  const visited = await visit(shared.browser, `${url}${hash}`, {
    scripts: true,
    policy: true,
    width,
  })
  await settled(visited.page)
  return visited
}

/** Waits for what an expression asks; Playwright's own waiting is refused by the page's policy. */
async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => inPage<boolean>(page, expression), { timeout: 10_000 }).toBe(true)
}

/** Waits until the search has said what it found. */
const settled = (page: Page) => until(page, "document.querySelector('#search-status').textContent !== ''")

async function searchFor(page: Page, typed: string): Promise<string> {
  await inPage(page, "document.querySelector('#search-status').textContent = ''")
  await page.locator("#search-words").fill(typed)
  await page.locator("#search-words").press("Enter")
  await settled(page)
  return (await page.locator("#search-status").textContent()) ?? ""
}

const titles = (page: Page) => page.locator(".result h3").allTextContents()

test("words are found from the disk, with hits in context, and lead to their passages", async () => {
  const { page, complaints } = await openSearch()
  expect(await page.locator("#search-status").textContent()).toContain("Type words")
  expect(await searchFor(page, "CUBA weapons")).toBe("3 documents found")
  const hit = page.locator(".hit").first()
  expect(await hit.locator("mark").allTextContents()).toContain("Cuba")
  expect(await hit.textContent()).toContain("missile bases in Cuba")
  await hit.locator("a").click()
  await page.waitForURL(/index\.html#/)
  expect(await page.locator(":target").textContent()).toContain("Cuba")
  expect(complaints).toEqual([])
}, 60_000)

test("struck words are found as such, and lead to the diplomatic view, where they stand", async () => {
  const { page, complaints } = await openSearch()
  expect(await searchFor(page, "text:sovereignty")).toBe("Nothing found")
  expect(await searchFor(page, "struck:sovereignty")).toBe("2 documents found")
  expect(await page.locator(".hit.struck del mark").first().textContent()).toBe("sovereignty")
  await page.locator("#search-in").selectOption("added")
  expect(await searchFor(page, "territory")).toBe("2 documents found")
  await page.locator("#search-in").selectOption("struck")
  expect(await searchFor(page, "sovereignty")).toBe("2 documents found")
  await page.locator(".hit a").first().click()
  await page.waitForURL(/diplomatic\.html#/)
  expect(await page.locator(":target del").first().textContent()).toContain("sovereignty")
  expect(complaints).toEqual([])
}, 60_000)

test("beginnings, phrases, accents, and words to be left out", async () => {
  const { page, complaints } = await openSearch()
  expect(await searchFor(page, "sovereig*")).toBe("2 documents found")
  expect(await searchFor(page, '"offensive missile bases"')).toBe("3 documents found")
  expect(await searchFor(page, '"missile offensive bases"')).toBe("Nothing found")
  expect(await searchFor(page, "Cüba")).toBe("3 documents found")
  expect(await searchFor(page, "cuba -press")).toBe("2 documents found")
  expect(await searchFor(page, "khrushchev")).toContain("documents found")
  expect(complaints).toEqual([])
}, 60_000)

test("a search is narrowed by facets, kept in the address, and the way back leads to the one before", async () => {
  const { page, complaints, leave } = await openSearch("#q=cuba")
  expect(await titles(page)).toHaveLength(3)
  const draft = page.getByRole("checkbox", { name: "Draft" })
  await draft.check()
  await until(page, "document.querySelectorAll('.result').length === 1")
  expect(await titles(page)).toEqual(["Draft of the letter to the Chairman"])
  expect(new URL(page.url()).hash).toBe("#q=cuba&kinds=Draft")
  await page.goBack()
  await until(page, "document.querySelectorAll('.result').length === 3")
  expect(await draft.isChecked()).toBe(false)
  await page.getByLabel("to", { exact: true }).fill("1900")
  await page.getByLabel("to", { exact: true }).press("Enter")
  await until(page, "document.querySelectorAll('.result').length === 0")
  await page.getByRole("button", { name: "Remove these limits" }).click()
  await until(page, "document.querySelectorAll('.result').length === 3")
  await leave()
  const linked = await openSearch("#q=cuba&kinds=Draft")
  expect(await titles(linked.page)).toHaveLength(1)
  expect([...complaints, ...linked.complaints]).toEqual([])
}, 60_000)

test("whatever the address says, the page shows it as text", async () => {
  const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
  const hash = new URLSearchParams({ q: attack, kinds: attack, in: attack, from: attack }).toString()
  const { page, complaints } = await openSearch(`#${hash}`)
  expect(await page.locator("main img, main script").count()).toBe(0)
  expect(await page.locator(".facets").textContent()).toContain("<img src=x")
  expect(complaints).toEqual([])
}, 60_000)

test("whatever a title, a name or a text says, it is shown as text", async () => {
  const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script> javascript:alert(1)'
  const folder = mkdtempSync(join(tmpdir(), "stet-hostile-"))
  cpSync(shared.site.folder, folder, { recursive: true })
  const file = join(folder, "search/text/letter.js")
  const before = readFileSync(file, "utf8")
  try {
    const data = JSON.parse(before.slice(before.indexOf("]=") + 2)) as Record<string, unknown>
    const hostile = {
      ...data,
      title: attack,
      date: attack,
      from: attack,
      to: attack,
      names: [`Cuba ${attack}`],
      passages: [[attack, 0, "Cuba ", 0, attack, 1]],
    }
    writeFileSync(file, `${before.slice(0, before.indexOf("]=") + 2)}${JSON.stringify(hostile)}\n`)
    const { page, complaints, leave } = await openSearch(
      "#q=cuba&kinds=Letter",
      1280,
      pathToFileURL(join(folder, "search.html")).href,
    )
    expect(await titles(page)).toEqual([attack])
    expect(await page.locator(".hit del").textContent()).toBe(attack)
    expect(await page.locator("main img, main script").count()).toBe(0)
    const links = await inPage<string[]>(
      page,
      "[...document.querySelectorAll('.result a')].map(a => a.protocol)",
    )
    expect(new Set(links)).toEqual(new Set(["file:"]))
    expect(complaints).toEqual([])
    await leave()
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 60_000)

test("the keyboard alone is enough", async () => {
  const { page } = await openSearch()
  await page.locator("#search-words").focus()
  await page.keyboard.type("cuba")
  await page.keyboard.press("Enter")
  await until(page, "document.querySelectorAll('.result').length === 3")
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("Tab")
    if (await inPage<boolean>(page, "document.activeElement.dataset.value === 'Letter'")) break
  }
  await page.keyboard.press("Space")
  await until(page, "document.querySelectorAll('.result').length === 1")
  expect(await inPage<string>(page, "document.activeElement.dataset.value")).toBe("Letter")
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("Tab")
    if (await inPage<boolean>(page, "document.activeElement.matches('.result a')")) break
  }
  await page.keyboard.press("Enter")
  await page.waitForURL(/letter\/index\.html/)
}, 60_000)

test("words that go on are suggested while they are typed", async () => {
  const { page } = await openSearch()
  await page.locator("#search-words").pressSequentially("struck:sov")
  await until(page, "document.querySelectorAll('#search-suggestions option').length > 0")
  const values = await inPage<string[]>(page, "[...document.querySelectorAll('option')].map(o => o.value)")
  expect(values).toContain("struck:sovereignty")
}, 60_000)

test("on a phone what was found comes before what it is narrowed by is opened, and nothing scrolls sideways", async () => {
  const { page } = await openSearch("#q=cuba", 320)
  expect(await inPage<boolean>(page, "document.querySelector('.facets').open")).toBe(false)
  expect(await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
    0,
  )
  await page.locator(".facets summary").click()
  expect(await page.getByRole("checkbox", { name: "Draft" }).isVisible()).toBe(true)
  expect(await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
    0,
  )
}, 60_000)

test("pictures of what is found: wide, phone, dark", async () => {
  for (const [suffix, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const url = `${shared.site.urlOf("search.html")}#q=sovereignty+cuba`
    const { page, leave } = await visit(shared.browser, url, { scripts: true, policy: true, width, scheme })
    await settled(page)
    await page.screenshot({ path: artefact(`search-found-${suffix}.png`), fullPage: true })
    // Of the two words one is struck: the passage leads to where both are to be seen.
    expect(await page.locator(".hit a").first().getAttribute("href")).toMatch(/^draft\/diplomatic\.html#/)
    expect(await page.locator(".hit a").nth(1).getAttribute("href")).toMatch(/^draft\/index\.html#/)
    await leave()
  }
}, 60_000)

test("without scripts the page says where everything is to be found", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("search.html"))
  expect(await page.locator("#search-words").isVisible()).toBe(false)
  await page.locator("main").getByRole("link", { name: "Documents" }).click()
  expect(page.url()).toBe(shared.site.urlOf("index.html"))
})
