import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { bookStyle, pdfStyle, previewAssets, styleOrder } from "../../src/cli/resources.js"
import { documentViews, editionViews } from "../../src/model/page.js"
import { useSampleSite } from "./sample-site.js"
import { documentNames, stylesInFolder } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

test("the site has every page of the edition, two comparisons, every view of every document, five stages, and a withdrawn document", () => {
  expect(shared.site.pages).toHaveLength(
    editionViews.length + 2 + documentViews.length * documentNames.length + 5 + 1,
  )
  expect([...stylesInFolder()].sort()).toEqual(
    [...styleOrder, ...previewAssets.styles, bookStyle, pdfStyle].sort(),
  )
})

test("every page opens from the disk without scripts, complaints or requests elsewhere", async () => {
  for (const path of shared.site.pages) {
    const { page, complaints, leave } = await visit(shared.browser, shared.site.urlOf(path))
    expect(complaints, path).toEqual([])
    expect(await page.title(), path).not.toBe("")
    expect(await page.locator("script:not([src]), [style], [onclick]").count(), path).toBe(0)
    const face = await inPage<string>(page, "getComputedStyle(document.body).fontFamily")
    expect(face, path).toContain("Palatino")
    // And the one with the words of the pages.
    expect(await inPage<number>(page, "document.styleSheets.length"), path).toBe(
      1 + styleOrder.length + (await page.locator("link[href$='beside.css']").count()),
    )
    await leave()
  }
}, 300_000)

test("no page scrolls sideways, down to 320 pixels", async () => {
  for (const path of shared.site.pages) {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf(path))
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const excess = await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")
      expect(excess, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
    await leave()
  }
}, 300_000)

test("every link within the site leads to a file and an id that are there", async () => {
  const missing: string[] = []
  const ids = new Map<string, ReadonlySet<string>>()
  const linksOf = new Map<string, readonly string[]>()
  const { page } = await visit(shared.browser, shared.site.urlOf("index.html"))
  for (const path of shared.site.pages) {
    await page.goto(shared.site.urlOf(path))
    const all = await inPage<string[]>(page, "[...document.querySelectorAll('[id]')].map(e => e.id)")
    ids.set(shared.site.urlOf(path), new Set(all))
    expect(new Set(all).size, `ids of ${path} are unique`).toBe(all.length)
    linksOf.set(path, await inPage<string[]>(page, "[...document.links].map(e => e.href)"))
  }
  for (const [path, links] of linksOf) {
    for (const link of links.filter((each) => each.startsWith("file:"))) {
      const [file = "", id = ""] = link.split("#")
      if (!file.endsWith(".html") && existsSync(fileURLToPath(file))) continue
      // What the two panes show stands behind the sign as well.
      const pane = /\/panes\.html#left=([^&]+)$/.exec(link)?.[1]
      if (pane !== undefined && shared.site.pages.includes(decodeURIComponent(pane))) continue
      const known = ids.get(file)
      if (known === undefined || (id !== "" && !known.has(decodeURIComponent(id)))) {
        missing.push(`${path}: ${link}`)
      }
    }
  }
  expect(missing).toEqual([])
}, 300_000)
