import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { openLedger, resolve } from "../../src/pipeline.js"
import { settings, transcription } from "../cli/stet.js"
import { faultsOf } from "./axe.js"
import { madeOnce } from "./made-once.js"
import { useSampleSite } from "./sample-site.js"
import { artefact, pathsOfViews } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const run = promisify(execFile)
const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))

const filler = Array.from({ length: 40 }, (_, at) => `Sheet ${at + 1} says nothing of the harbour.`).join(
  "\n\n",
)
const body = `Dear Ben,

The boat is ~~blue~~ <sup>grey</sup> and lies{>>since March<<} in the harbour, well-tarred, A & B.

The boat is in. The boat is out.

${filler}

At last (so Ada’s “brother” says) it sails.
`

let folder = ""
beforeAll(async () => {
  folder = await madeOnce("cited", async (made) => {
    mkdirSync(join(made, "sources"))
    writeFileSync(join(made, "edition.yaml"), `${settings}url: https://example.org/letters\nprofile: stet\n`)
    writeFileSync(join(made, "sources/ada.md"), transcription(body))
    await run(process.execPath, [program, "build"], { cwd: made })
    return made
  })
}, 120_000)

const urlOf = (file: string) => pathToFileURL(join(folder, "output/site/ada", file)).href
const open = (file: string, fragment = "") =>
  visit(shared.browser, urlOf(file) + fragment, { scripts: true, policy: true })
const resolved = (citation: string) => {
  const bytes = readFileSync(join(folder, "citations.json"))
  return resolve(citation, openLedger({ file: "citations.json", bytes }).value)
}

/** Marks from some words of the text to others, as a reader would with the mouse. */
const mark = (page: Page, from: string, to: string, occurrence = 1) =>
  page.evaluate(`(() => {
    const [from, to, occurrence] = ${JSON.stringify([from, to, occurrence])}
    const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    const places = (words) => nodes.flatMap((node) => {
      const found = []
      for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) found.push([node, at])
      return found
    })
    const [first, start] = places(from)[occurrence - 1]
    const [last, end] = places(to).find(([node, at]) =>
      node === first ? at >= start : first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
    getSelection().setBaseAndExtent(first, start, last, end + to.length)
    first.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' })
  })()`)

/** Has what the page copies told to the test: the clipboard is one for all pages of a machine. */
const listen = (page: Page) =>
  page.evaluate(
    "globalThis.copiedWords = ''; navigator.clipboard.writeText = async (words) => { globalThis.copiedWords = words }",
  )
const copied = (page: Page) => inPage<string>(page, "globalThis.copiedWords")

/** What the page's own offer puts on the clipboard. */
async function citedOn(page: Page): Promise<string> {
  await listen(page)
  // What scrolls while it waits to click would scroll the words out of sight.
  await page.locator(".cite-words button").waitFor()
  await page.locator(".cite-words button").click()
  await vi.waitUntil(async () => (await copied(page)) !== "")
  await page.locator(".cite-words .copy-status:has-text('Copied')").waitFor()
  return copied(page)
}

describe("the box", () => {
  test("says how to cite in every style, without a script", async () => {
    const { page } = await visit(shared.browser, shared.site.urlOf("letter/index.html"))
    expect(await page.locator(".cite-styles .styled:visible, .cite button:visible").count()).toBe(0)
    await page.locator(".cite-styles summary").click()
    const told = await inPage<string[]>(
      page,
      "[...document.querySelectorAll('.cite-styles .styled')].map((each) => each.textContent)",
    )
    expect(told).toHaveLength(4)
    const address = "https://example.org/letters/letter/index.html"
    for (const each of told) {
      expect(each).toContain(address)
      expect(each).toContain("Letters of the Thirteenth Day")
    }
    expect(told[0]).toMatch(/^John F\. Kennedy to .*, October 27, 1962, in .*, version 0\.1\.0 \(.*2026\), /)
    expect(told[3]).toMatch(/\(Original work written 1962\)$/)
    expect(await page.locator(".cite button:visible, .cite-words:visible").count()).toBe(0)
    const records = page.locator(".cite-styles .records a")
    expect(await records.allTextContents()).toEqual(["BibTeX", "RIS", "CSL-JSON"])
  })

  test("of each view has the address of that view", async () => {
    for (const { file } of pathsOfViews) {
      const { page, leave } = await visit(shared.browser, shared.site.urlOf(`draft/${file}`))
      const links = await page.locator(".cite .address a").evaluateAll((all) => all.map(String))
      expect(new Set(links), file).toEqual(new Set([`https://example.org/letters/draft/${file}`]))
      await leave()
    }
  })

  test("copies a style as it is shown, and says that it did", async () => {
    const { page, complaints } = await open("index.html")
    await listen(page)
    await page.locator(".cite-styles summary").click()
    await page.getByRole("button", { name: "Copy: MLA 9" }).click()
    await page.locator(".cite .copy-status:has-text('Copied')").waitFor()
    const shown = await page.locator(".cite-styles .styled").nth(2).textContent()
    expect(await copied(page)).toBe(shown)
    expect(shown).toMatch(
      /^Ada Quill\. “.*” Quill’s Letters, edited by Ada Quill, version 1\.0\.0, Harbour Press, /,
    )
    expect(complaints).toEqual([])
  })

  test("opened, has no fault for axe, light and dark, and stays within the narrowest window", async () => {
    for (const [width, scheme] of [
      [1280, "light"],
      [390, "light"],
      [320, "dark"],
    ] as const) {
      const { page, leave } = await visit(shared.browser, urlOf("diplomatic.html"), {
        scripts: true,
        width,
        scheme,
      })
      await page.locator(".cite-styles summary").click()
      await mark(page, "boat is", "harbour")
      await page.locator(".cite-words button").waitFor()
      expect(await faultsOf(page), `${width} ${scheme}`).toEqual([])
      expect(
        await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth"),
      ).toBeLessThanOrEqual(0)
      await page.screenshot({ path: artefact(`cite-words-${width}-${scheme}.png`) })
      await page.locator(".cite").screenshot({ path: artefact(`cite-${width}-${scheme}.png`) })
      await leave()
    }
  }, 60_000)

  test("is one sentence on paper", async () => {
    const { page } = await open("index.html")
    await page.locator(".cite-styles summary").click()
    await mark(page, "boat is", "harbour")
    await page.locator(".cite-words button").waitFor()
    await page.emulateMedia({ media: "print" })
    expect(await page.locator(".cite > :visible").count()).toBe(2)
    expect(await page.locator(".cite-words:visible").count()).toBe(0)
  })
})

describe("words that are marked", () => {
  // The last is whether a browser can be led to the words, which stand on the page before in another state else.
  test.each([
    ["index.html", "boat is", "and lies", 1, "boat is grey and lies"],
    ["index.html", "grey", "A & B", 1, "grey and lies in the harbour, well-tarred, A & B"],
    ["index.html", "oat is", "ou", 3, "boat is out"],
    ["index.html", "Ada", "sails", 1, "Ada’s “brother” says) it sails"],
    ["diplomatic.html", "boat is", "harbour", 1, "boat is blue grey and lies in the harbour"],
    ["genetic.html", "The boat is in", "out", 1, "The boat is in. The boat is out"],
    ["parallel.html", "boat is", "harbour", 1, "boat is grey and lies in the harbour"],
    ["parallel.html", "boat is ", "harbour", 2, "boat is blue grey and lies in the harbour"],
  ])(
    "on %s, from “%s” to “%s”, are cited, and resolved as the same",
    async (file, from, to, occurrence, words) => {
      const { page, complaints } = await open(file)
      await mark(page, from, to, occurrence)
      const cited = await citedOn(page)
      expect(cited).toContain(`“${words}”, Ada Quill, “Ada Quill to Ben Folio”`)
      expect(cited).toMatch(
        new RegExp(`https://example\\.org/letters/ada/${file}#ada\\.[a-z0-9]+(?::~:text=[^ ]*)?\\.$`),
      )
      const { status, told, address } = resolved(cited)
      expect([status, told.filter((each) => each.includes("no longer"))]).toEqual(["same", []])
      expect(address).toMatch(/^ada\/index\.html#ada\./)
      if (cited.includes(":~:")) expect(told).toContain("The words that were quoted stand there.")
      expect(complaints).toEqual([])
    },
  )

  test("have their signs encoded, and what stands about them where they are not the first", async () => {
    const { page } = await open("index.html")
    await mark(page, "grey", "A & B")
    expect(await citedOn(page)).toContain(
      ":~:text=grey%20and%20lies%20in%20the%20harbour%2C%20well%2Dtarred%2C%20A%20%26%20B.",
    )
    await mark(page, "boat is", "boat is", 3)
    expect(await citedOn(page)).toMatch(/:~:text=The-,boat%20is,-out\.$/)
  })

  test("of several paragraphs are told by their beginning and their end", async () => {
    const { page } = await open("index.html")
    await mark(page, "lies", "out")
    const cited = await citedOn(page)
    expect(cited).toMatch(/:~:text=lies%20in%20the%20harbour%2C%20well%2Dtarred,[^,]*boat%20is%20out\.$/)
    expect(resolved(cited).status).toBe("same")
  })

  test("are found by the browser to which the address is given", async () => {
    const { page, leave } = await open("index.html")
    await mark(page, "Ada", "sails")
    const [, fragment = ""] = /(#.*)\.$/.exec(await citedOn(page)) ?? []
    await leave()
    expect(fragment).toContain(":~:text=Ada%E2%80%99s")
    // By the words alone: the passage's own id leads nowhere else.
    const { page: found } = await open("index.html", fragment.replace(/^#[^:]*/, "#"))
    const last = found.locator("#text p").last()
    await vi.waitUntil(() =>
      inPage<boolean>(
        found,
        "scrollY > 500 && [...document.querySelectorAll('#text p')].at(-1).getBoundingClientRect().bottom <= innerHeight",
      ),
    )
    const marked = await last.screenshot({ path: artefact("cite-found.png") })
    const { page: plain } = await open("index.html")
    await plain.locator("#text p").last().scrollIntoViewIfNeeded()
    expect(marked.equals(await plain.locator("#text p").last().screenshot())).toBe(false)
  })

  test("are offered to the keyboard: Tab leads there, Enter copies, Escape takes it away", async () => {
    const { page } = await open("index.html")
    await mark(page, "boat is", "harbour")
    await page.locator(".cite-words button").waitFor()
    await listen(page)
    await page.keyboard.press("Tab")
    expect(await inPage<boolean>(page, "document.activeElement.matches('.cite-words button')")).toBe(true)
    await page.keyboard.press("Enter")
    await page.locator(".cite-words .copy-status:has-text('Copied')").waitFor()
    await page.keyboard.press("Escape")
    expect(await page.locator(".cite-words:visible").count()).toBe(0)
  })

  test("are not offered where nothing or something else is marked, nor on the page of the encoding", async () => {
    const { page } = await open("index.html")
    await page.locator("h1").dblclick()
    await page.waitForTimeout(400)
    expect(await page.locator(".cite-words:visible").count()).toBe(0)
    await page
      .locator("#text p")
      .nth(1)
      .dblclick({ position: { x: 60, y: 12 } })
    await page.locator(".cite-words button").waitFor()
    await page.mouse.click(5, 5)
    await page.locator(".cite-words").waitFor({ state: "hidden" })
    await page.goto(urlOf("source.html"))
    await page.locator("#text").dblclick({ position: { x: 200, y: 40 } })
    await page.waitForTimeout(400)
    expect(await page.locator(".cite-words:visible").count()).toBe(0)
  })
})
