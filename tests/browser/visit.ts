import type { Browser, Page } from "playwright-core"

export interface Visit {
  readonly page: Page
  /** What the browser complained of, and every request that left the site. */
  readonly complaints: readonly string[]
}

interface Surroundings {
  readonly width?: number
  readonly scheme?: "light" | "dark"
  readonly scripts?: boolean
  /** Whether the page's own policy holds though scripts run. */
  readonly policy?: boolean
}

/** Opens a page from the disk; with scripts switched off, as a careful reader may have them. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, scheme = "light", scripts = false, policy = false }: Surroundings = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    // The page's own policy would forbid the checker's script; it is judged with scripts off.
    bypassCSP: scripts && !policy,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("console", (message) => complaints.push(message.text()))
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`))
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) complaints.push(`left the site: ${request.url()}`)
  })
  await page.goto(url)
  return { page, complaints }
}

/** The value of an expression in the page; typed by the caller, since tests know no DOM types. */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T
}
