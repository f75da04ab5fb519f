import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"
import { inPage } from "./visit.js"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/**
 * The faults that axe finds in a page that runs scripts, all of its rules and the size of what is touched, one
 * line each. Only faults are gathered: axe would else describe each element that is right, too.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  if (!(await inPage<boolean>(page, "'axe' in window"))) await page.evaluate(axe)
  const found = await inPage<readonly Violation[]>(
    page,
    `axe.run({
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
      selectors: false,
      elementRef: false
    }).then((result) => result.violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)
}
