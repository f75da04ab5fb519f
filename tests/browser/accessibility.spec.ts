import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { expect, test } from "vitest"
import { useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const shared = useSampleSite()

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

test.each(["light", "dark"] as const)(
  "axe finds no fault in any page, %s",
  async (scheme) => {
    for (const width of [1280, 320]) {
      const pages =
        width === 320 ? shared.site.pages.filter((path) => /^(draft|index)/.test(path)) : shared.site.pages
      for (const path of pages) {
        const { page } = await visit(shared.browser, shared.site.urlOf(path), {
          scheme,
          width,
          scripts: true,
        })
        await page.evaluate(axe)
        const faults = await inPage<Violation[]>(
          page,
          "axe.run({ rules: { 'target-size': { enabled: true } } }).then(result => result.violations)",
        )
        const told = faults.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)
        expect(told, `${path} at ${width}`).toEqual([])
        await page.context().close()
      }
    }
  },
  300_000,
)

test("a reader who tabs comes first to the skip link, and sees it", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("draft/index.html"), { scripts: true })
  await page.keyboard.press("Tab")
  expect(await inPage<string>(page, "document.activeElement.className")).toBe("skip")
  expect((await page.locator(".skip").boundingBox())?.y).toBeGreaterThanOrEqual(0)
})
