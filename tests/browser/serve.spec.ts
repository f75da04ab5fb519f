import { readFileSync } from "node:fs"
import { rename, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { patience, type Serving, serve } from "../cli/preview.js"
import { type Desk, openDesk, settings, transcription } from "../cli/stet.js"
import { openChromium } from "./chromium.js"
import { artefact } from "./site.js"
import { inPage } from "./visit.js"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const paragraph = (number: number) =>
  `Paragraph ${number}: ${"the binding has come back and I am not content with it, since leather was promised. ".repeat(6)}`
const letter = (...first: readonly string[]) =>
  transcription(
    `${[...first, ...Array.from({ length: 30 }, (_, at) => paragraph(at))].join("\n\n")}\n\nA ~~struck~~ <sup>word</sup>.\n`,
  )

let desk: Desk
let browser: Browser
let serving: Serving
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/a.md", letter("First words."))
  await desk.write("sources/b.md", transcription("Another letter.\n"))
  browser = await openChromium()
  serving = await serve(desk.folder)
  await serving.built(1)
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => complaints.push(message.text()))
}, 300_000)
afterAll(async () => {
  await page?.context().close()
  await serving?.end()
  await desk?.clear()
})

async function put(path: string, text: string) {
  await writeFile(join(desk.folder, ".put"), text)
  await rename(join(desk.folder, ".put"), join(desk.folder, path))
}
const url = (path: string) => new URL(path, serving.address).href
/** Waits until an expression in the page gives this. */
const becomes = (expression: string, value: unknown) =>
  vi.waitFor(async () => expect(await inPage(page, expression)).toEqual(value), patience)
const textOfPanel = "document.querySelector('.preview-problems')?.textContent ?? ''"
const shows = (part: string) => becomes(`(${textOfPanel}).includes(${JSON.stringify(part)})`, true)

/** How far below the window's top edge the paragraph with these words stands. */
const topOf = (words: string) =>
  inPage<number>(
    page,
    `[...document.querySelectorAll('.transcription p')].find(e => e.textContent.includes(${JSON.stringify(words)})).getBoundingClientRect().top`,
  )
/** Waits for the page to be loaded anew, and to be at rest. */
async function loadedAnew(change: () => Promise<unknown>) {
  await page.evaluate("window.old = true")
  await change()
  await becomes("window.old === undefined && document.readyState", "complete")
  await page.waitForTimeout(150)
}

test("a page that has changed is loaded anew, and its reader is where he was", async () => {
  await page.goto(url("/a/genetic.html"))
  await inPage(page, "document.querySelectorAll('details').forEach(e => { e.open = true })")
  await loadedAnew(() => put("sources/a.md", letter("First words.", "And more of them.")))
  await page.goto(url("/a/index.html"))
  await inPage(
    page,
    "document.querySelectorAll('.transcription p')[16].scrollIntoView({ behavior: 'instant' })",
  )
  await inPage(page, "scrollBy({ top: 37, behavior: 'instant' })")
  const link = "document.querySelector('.views a[href=\"diplomatic.html\"]')"
  await inPage(page, `${link}.focus({ preventScroll: true })`)
  const before = { top: await topOf("Paragraph 15:"), scrollY: await inPage<number>(page, "scrollY") }
  expect(before.scrollY).toBeGreaterThan(1000)

  await loadedAnew(() =>
    put("sources/a.md", letter("First words.", "A long new paragraph. ".repeat(60), "And more of them.")),
  )
  expect(Math.abs((await topOf("Paragraph 15:")) - before.top)).toBeLessThanOrEqual(1)
  expect(await inPage<number>(page, "scrollY")).toBeGreaterThan(before.scrollY + 100)
  expect(await inPage(page, `document.activeElement === ${link}`)).toBe(true)
  expect(await inPage(page, "history.scrollRestoration")).toBe("auto")
}, 300_000)

test("the paragraph in which somebody writes stays where it is, though its id is another with every word", async () => {
  await inPage(
    page,
    "document.querySelectorAll('.transcription p')[20].scrollIntoView({ behavior: 'instant' })",
  )
  await page.waitForTimeout(200)
  const before = await topOf("Paragraph 18:")
  const there = await topOf("Paragraph 17:")
  expect(Math.abs(there)).toBeLessThan(500)
  const shortened = letter("First words.", "A long new paragraph. ".repeat(60), "And more of them.")
  await loadedAnew(() => put("sources/a.md", shortened.replace("Paragraph 17:", "Paragraph 17, reworded:")))
  expect(Math.abs((await topOf("Paragraph 18:")) - before)).toBeLessThanOrEqual(30)
}, 300_000)

test("a page that has not changed is left alone", async () => {
  await page.goto(url("/b/index.html"))
  await page.evaluate("window.old = true")
  await serving.built(4)
  await put("sources/a.md", letter("First words, and others."))
  await serving.built(5)
  await page.waitForTimeout(300)
  expect(await inPage(page, "window.old")).toBe(true)
}, 300_000)

test("errors stand over the page, at their line, and go away when they are mended", async () => {
  await page.goto(url("/a/index.html"))
  await put("sources/a.md", letter("First ~~words."))
  await shows("sources/a.md:8:7")
  const said = await inPage<string>(page, textOfPanel)
  expect(said).toContain("One error keeps the edition from being built anew")
  expect(said).toContain("~~ is opened here and not closed in this paragraph.")
  expect(await page.locator(".preview-problems pre").textContent()).toBe("8 | First ~~words.\n  |       ^^")
  expect(await page.locator(".preview-place a").getAttribute("href")).toBe("/a/index.html")
  expect(await inPage(page, "document.querySelector('.preview').getAttribute('aria-live')")).toBe("polite")
  // The last good text is still there.
  expect(await page.locator(".transcription").textContent()).toContain("First words, and others.")
  for (const [name, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.screenshot({ path: artefact(`preview-${name}.png`) })
    const excess = await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")
    expect(excess).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ media: "print" })
  expect(await page.locator(".preview").isVisible()).toBe(false)
  await page.emulateMedia({ media: "screen", colorScheme: "light" })
  await page.setViewportSize({ width: 1280, height: 900 })

  await put("sources/a.md", letter("First words."))
  await becomes("document.querySelector('.preview-problems') === null", true)
  await becomes("document.querySelector('.transcription').textContent.includes('and others')", false)
}, 300_000)

test("the errors can be closed and shown again by the keyboard", async () => {
  await put("sources/a.md", letter("First ~~words."))
  await shows("sources/a.md:8:7")
  await inPage(page, "document.activeElement.blur()")
  await page.keyboard.press("Escape")
  await becomes("document.querySelector('.preview-problems') === null", true)
  // On another page they are still closed; a new error is shown.
  await page.goto(url("/b/index.html"))
  await page.locator(".preview-opener").waitFor()
  expect(await page.locator(".preview-opener").textContent()).toBe("Show errors (1)")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Tab")
  expect(await inPage(page, "document.activeElement.className")).toBe("preview-opener")
  await page.keyboard.press("Enter")
  await shows("sources/a.md:8:7")
  expect(await inPage(page, "document.activeElement.textContent")).toBe("Close")
  await page.keyboard.press("Enter")
  await becomes("document.activeElement.className", "preview-opener")
  await put("sources/a.md", letter("First ~~words.", "Second <sup>words."))
  await shows("2 errors keep the edition from being built anew")
  await put("sources/a.md", letter("First words."))
  await becomes("document.querySelector('.preview-problems, .preview-opener') === null", true)
}, 300_000)

test("what the errors quote is text, whatever it looks like", async () => {
  await put("sources/a.md", letter("<img src=x onerror=window.ran=1> ~~<script>window.ran=1</script>"))
  await shows("<script>")
  expect(await page.locator(".preview-problems :is(img, script)").count()).toBe(0)
  expect(await inPage(page, "window.ran")).toBeUndefined()
  await put("sources/a.md", letter("First words."))
  await becomes("document.querySelector('.preview-problems') === null", true)
}, 300_000)

test("the errors and the pages in the place of others are accessible and valid", async () => {
  await put("sources/a.md", letter("First ~~words."))
  await page.context().close()
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  for (const path of ["/a/index.html", "/nowhere.html"])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(url(path))
      await shows("sources/a.md:8:7")
      await page.evaluate(axe)
      const { violations } = await inPage<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        page,
        "axe.run()",
      )
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map((each) => each.html)])).toEqual([])
    }
  await page.screenshot({ path: artefact("preview-missing.png") })
  expect(await page.title()).toBe("No such page · Quill's letters")
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
    0,
  )
  await page.getByRole("link", { name: "Documents" }).first().click()
  expect(page.url()).toBe(url("/index.html"))
}, 300_000)

test("a page says that the preview has ended, and no page has complained", async () => {
  await page.goto(url("/b/index.html"))
  await shows("sources/a.md:8:7")
  expect(await serving.end()).toBe(0)
  await becomes(
    "document.querySelector('.preview-status')?.textContent",
    "The preview has stopped: start “stet serve” again.",
  )
  expect(complaints).toEqual([])
}, 300_000)
