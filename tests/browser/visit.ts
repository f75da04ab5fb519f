import type { Browser, Page } from "playwright-core"
import { onTestFinished } from "vitest"

export interface Visit {
  readonly page: Page
  /** What the browser complained of, and every request that left the site. */
  readonly complaints: readonly string[]
  /** Gives the page back before the test ends, for the next visit. */
  leave(): Promise<void>
}

interface Surroundings {
  readonly width?: number
  readonly scheme?: "light" | "dark"
  readonly scripts?: boolean
  /** Whether the page's own policy holds though scripts run. */
  readonly policy?: boolean
}

/** A page of the browser that is used for one visit after the other. */
interface Seat {
  readonly page: Page
  /** Where complaints of the present visit go. */
  complaints: string[] | undefined
}

/** Seats that nobody has now. To open one takes longer than a whole visit. */
const free = new WeakMap<Browser, Map<string, Seat[]>>()

/**
 * Opens a page from the disk, as if nobody had been there before; with scripts switched off, as a careful reader
 * may have them. To be called within a test: the page is given back when the test ends.
 */
export async function visit(
  browser: Browser,
  url: string,
  { width = 1280, scheme = "light", scripts = false, policy = false }: Surroundings = {},
): Promise<Visit> {
  const seats = seatsOf(browser, `${scripts} ${policy}`)
  const seat = seats.pop() ?? (await openSeat(browser, scripts, policy))
  const { page } = seat
  const complaints: string[] = []
  let isLeft = false
  const leave = async () => {
    if (isLeft) return
    isLeft = true
    seat.complaints = undefined
    if (await isCleared(page, scripts)) seats.push(seat)
    else await page.context().close()
  }
  onTestFinished(leave)
  if (page.viewportSize()?.width !== width || page.viewportSize()?.height !== height)
    await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: scheme, media: null })
  seat.complaints = complaints
  await page.goto(url)
  return { page, complaints, leave }
}

const height = 900

function seatsOf(browser: Browser, kind: string): Seat[] {
  const ofBrowser = free.get(browser) ?? new Map<string, Seat[]>()
  free.set(browser, ofBrowser)
  const seats = ofBrowser.get(kind) ?? []
  ofBrowser.set(kind, seats)
  return seats
}

async function openSeat(browser: Browser, scripts: boolean, policy: boolean): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: 1280, height },
    javaScriptEnabled: scripts,
    // The page's own policy would forbid the checker's script; it is judged with scripts off.
    bypassCSP: scripts && !policy,
  })
  const page = await context.newPage()
  const seat: Seat = { page, complaints: undefined }
  page.on("console", (message) => seat.complaints?.push(message.text()))
  page.on("pageerror", (error) => seat.complaints?.push(error.message))
  page.on("requestfailed", (request) => seat.complaints?.push(`failed: ${request.url()}`))
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) seat.complaints?.push(`left the site: ${request.url()}`)
  })
  return seat
}

/** Takes away what a visit leaves behind: what was stored, where the mouse stands; says whether that worked. */
async function isCleared(page: Page, scripts: boolean): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length > 1) return false
  try {
    page.removeAllListeners("dialog")
    if (scripts) await page.evaluate("localStorage.clear(), sessionStorage.clear()")
    await page.mouse.move(0, 0)
    await page.goto("about:blank")
    return true
  } catch {
    return false
  }
}

/** The value of an expression in the page; typed by the caller, since tests know no DOM types. */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T
}
