import { readFileSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { type DrivenBrowser, driveBrowser } from "./driven-browser.js"
import { problemOf } from "./paths.js"

/** The size of a sheet, in inches: width and height. */
export const papers = { a4: [8.27, 11.69], letter: [8.5, 11] } as const satisfies Readonly<
  Record<string, readonly [number, number]>
>
export type Paper = keyof typeof papers

/** How pages are printed. */
export interface Printing {
  /** The program of the browser. */
  readonly browser: string
  /** What made the PDF, as it says of itself: NAME/VERSION. */
  readonly agent: string
  readonly paper: Paper
  /** A script that gives a page the form in which it is printed. The page’s own scripts do not run. */
  readonly script: string
  /** How long the browser may take for an answer, in milliseconds. */
  readonly patience?: number
}

/**
 * Prints pages, files of this machine, to tagged PDFs with an outline, one after the other, and hands them over in the
 * same order. As all PDFs of an edition are too much to hold, they lie in a folder that is removed when `use` ends.
 * Where a page cannot be printed, or `settle` makes nothing of its PDF, `use` is not called.
 */
export async function printPages(
  files: readonly string[],
  printing: Printing,
  settle: (pdf: Uint8Array) => Uint8Array | undefined,
  use: (pdfs: readonly (() => Uint8Array)[]) => Promise<Outcome<boolean>>,
): Promise<Outcome<boolean>> {
  const { browser: program, agent, patience = 60_000 } = printing
  const scratch = await mkdtemp(join(tmpdir(), "stet-print-"))
  const pdfs: (() => Uint8Array)[] = []
  let place = ""
  let browser: DrivenBrowser | undefined
  try {
    browser = await driveBrowser(program, agent, patience)
    const tab = await openTab(browser)
    for (const file of files) {
      place = ` at ${file}`
      const settled = settle(await print(tab, file, printing))
      if (settled === undefined) throw new Error("its PDF has no dates where they should be")
      const path = join(scratch, `${pdfs.length}.pdf`)
      await writeFile(path, settled)
      pdfs.push(() => readFileSync(path))
    }
    return await use(pdfs)
  } catch (error) {
    const problem = problemOf(error)
    return { value: false, diagnostics: [diagnose("browser-failed", { browser: program, place, problem })] }
  } finally {
    await browser?.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function print(tab: Tab, file: string, { paper, script }: Printing): Promise<Uint8Array> {
  await tab.show(pathToFileURL(resolve(file)).href)
  const { exceptionDetails } = await tab.send("Runtime.evaluate", { expression: script })
  if (exceptionDetails !== undefined)
    throw new Error(`its form for print failed, ${saidBy(exceptionDetails)}`)
  const [paperWidth, paperHeight] = papers[paper]
  const { data } = await tab.send("Page.printToPDF", {
    printBackground: true,
    preferCSSPageSize: true,
    paperWidth,
    paperHeight,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return Buffer.from(String(data), "base64")
}

/** What went wrong in a script, in one line. */
function saidBy(details: unknown): string {
  const { text, exception } = details as { text?: string; exception?: { description?: string } }
  return (exception?.description ?? text ?? "").split("\n")[0] ?? ""
}

interface Tab {
  /** Shows a page, and waits until all that it loads is there. @throws Error if there is no such page. */
  show(address: string): Promise<void>
  send(method: string, parameters: Readonly<Record<string, unknown>>): ReturnType<DrivenBrowser["send"]>
}

/** A page that looks as on paper and runs no scripts of its own. */
async function openTab(browser: DrivenBrowser): Promise<Tab> {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" })
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true })
  const send: Tab["send"] = (method, parameters) => browser.send(method, parameters, String(sessionId))
  await send("Page.enable", {})
  await send("Page.setLifecycleEventsEnabled", { enabled: true })
  await send("Emulation.setScriptExecutionDisabled", { value: true })
  await send("Emulation.setEmulatedMedia", { media: "print" })
  return {
    send,
    show: async (address) => {
      const { errorText, loaderId } = await send("Page.navigate", { url: address })
      if (typeof errorText === "string" && errorText !== "")
        throw new Error(`it cannot open it: ${errorText}`)
      await browser.event(
        "Page.lifecycleEvent",
        (event) => event["name"] === "load" && event["loaderId"] === loaderId,
      )
    },
  }
}
