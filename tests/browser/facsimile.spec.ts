import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { resources } from "../../src/cli/resources.js"
import {
  checkEdition,
  imageFiles,
  openBrought,
  openEdition,
  openShelf,
  renderEdition,
} from "../../src/pipeline.js"
import { profileFiles } from "../encoding.js"
import { folderOf, png, text } from "../images.js"
import { faultsOf } from "./axe.js"
import { openChromium } from "./chromium.js"
import { checkedByNu } from "./nu-checker.js"
import { artefact } from "./site.js"
import { inPage, visit } from "./visit.js"

const own = resources("0.0.0")

const settings = `title: Quill’s letters
editors: [{ name: Ada Quill, role: editor }]
publisher: Harbour Press
version: "1.0.0"
licence: CC0 1.0
language: en
profile: stet
conventions: { substitution: neighbouring, falseStart: repeated-label }
`
const front = `title: Ada Quill to Ben Folio
kind: letter
sender: Ada Quill
recipient: Ben Folio
licence: unknown
`
const hostile = `images/"><img src=x onerror=alert(1)> '%2e%2e%2f' #?&.png`

const letter = `---
${front}images:
  - file: images/letter-1.jpg
    page: 1
    label: recto
    iiif: https://iiif.example.org/letters/17/info.json
    zones:
      - { id: greeting, box: [60, 90, 480, 80] }
      - { id: rope, points: [[60, 300], [540, 300], [500, 400], [60, 400]] }
  - file: images/letter-2.webp
  - file: images/letter-3.png
    page: 3
---
::salute[Dear Ben,]{zone=greeting}

The boat is in, ~~and~~ {++as++} you said, and brings :page{n=2} nothing but herrings and :segment[old rope]{zone=rope}.

1. Herrings, :page{n=3} salted

2. Rope

Yours truly,

Ada Quill
`
const hostileLetter = `---
${front}images:
  - file: ${JSON.stringify(hostile)}
    label: "<script>alert(1)</script><img src=x onerror=alert(1)>"
    zones:
      - { id: alert, box: [0, 0, 10, 10] }
---
The :segment["><script>alert\\(1)</script>]{zone=alert} boat.
`
const plainLetter = `---\n${front}---\nThe boat :page{n=2} is in.\n`
const brought = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Notebook</title></titleStmt>
<publicationStmt><p>Press</p></publicationStmt><sourceDesc><p>A notebook.</p></sourceDesc></fileDesc></teiHeader>
<facsimile><surface xml:id="s1" ulx="0" uly="0" lrx="60" lry="90"><graphic url="../images/letter-3.png"/><graphic url="https://example.org/1.jpg"/>
<zone xml:id="z1" ulx="6" uly="9" lrx="54" lry="20"/></surface>
<surface xml:id="s2"><graphic url="https://example.org/2.jpg"/></surface></facsimile>
<text><body><div><pb n="1" facs="#s1"/><p facs="#z1">The boat <pb n="2" facs="#s2"/>is</p><p>in.<pb n="3" facs="scans/3.png"/> So.</p></div></body></text></TEI>`
const pages = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Leaves</title></titleStmt>
<publicationStmt><p>Press</p></publicationStmt><sourceDesc><p>Leaves.</p></sourceDesc></fileDesc></teiHeader>
<sourceDoc><surface xml:id="one" ulx="0" uly="0" lrx="600" lry="900"><graphic url="../images/letter-3.png"/>
<zone xml:id="upper" ulx="60" uly="90" lrx="540" lry="200"><line>Herrings</line></zone></surface>
<surface xml:id="two"><graphic url="https://example.org/2.jpg"/><zone><line>Rope</line></zone></surface></sourceDoc></TEI>`

let browser: Browser
let folder: string
let sitePages: readonly string[]
const urlOf = (path: string) => {
  const [file = "", id] = path.split("#")
  return pathToFileURL(join(folder, file)).href + (id === undefined ? "" : `#${id}`)
}
const bytesOf = (words: string) => new TextEncoder().encode(words)

/** An image of 600 by 900 pixels as Chromium writes it. */
async function drawn(type: "image/jpeg" | "image/webp"): Promise<Uint8Array> {
  const page = await browser.newPage()
  const url = await inPage<string>(
    page,
    `(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 900 })
      const pen = canvas.getContext("2d")
      pen.fillStyle = "#e9e2d0"; pen.fillRect(0, 0, 600, 900)
      pen.fillStyle = "#5a5246"
      for (let y = 110; y < 820; y += 45) pen.fillRect(60, y, 480 - (y * 7) % 130, 12)
      return canvas.toDataURL("${type}", 0.8)
    })()`,
  )
  await page.close()
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64")
}

beforeAll(async () => {
  browser = await openChromium()
  const files = {
    "images/letter-1.jpg": await drawn("image/jpeg"),
    "images/letter-2.webp": await drawn("image/webp"),
    "images/letter-3.png": png(600, 900),
    "sources/scans/3.png": png(60, 90),
    [hostile]: png(60, 90),
    "sources/book.xml": text(brought),
    "sources/leaves.xml": text(pages),
  }
  const images = folderOf(files)
  const file = (name: string, words: string) => ({ file: name, bytes: bytesOf(words) })
  const tei = openBrought([file("sources/book.xml", brought), file("sources/leaves.xml", pages)], images)
  const edition = openEdition(
    file("edition.yaml", settings),
    [
      file("sources/ada.md", letter),
      file("sources/hostile.md", hostileLetter),
      file("sources/plain.md", plainLetter),
    ],
    [],
    profileFiles,
    tei.value,
    images,
  )
  if (!edition.value) throw new Error(JSON.stringify(edition.diagnostics))
  const broughtFiles = new Set(["sources/book.xml", "sources/leaves.xml"])
  const opened = { edition: edition.value, brought: tei.value, broughtFiles, folder: images }
  const checked = await checkEdition(opened, own, await openShelf(own))
  const site = await renderEdition(checked.value, own)
  const found = [...edition.diagnostics, ...checked.diagnostics, ...site.diagnostics]
  expect(found.filter((each) => each.severity === "error")).toEqual([])
  folder = mkdtempSync(join(tmpdir(), "stet-facsimile-"))
  for (const { path, content } of [...site.value, ...imageFiles(checked.value.images, images)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === "function" ? content() : content)
  }
  sitePages = site.value.map(({ path }) => path).filter((path) => path.endsWith("facsimile.html"))
}, 300_000)

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test("documents with images have the page, and those without have no word of it", async () => {
  expect(sitePages).toEqual([
    "ada/facsimile.html",
    "book/facsimile.html",
    "hostile/facsimile.html",
    "leaves/facsimile.html",
  ])
  expect(readFileSync(join(folder, "plain/diplomatic.html"), "utf8")).not.toMatch(/facsimile\.html/i)
})

test("each page stands beside its image, without JavaScript, and nothing of the text is lost", async () => {
  const { page, complaints } = await visit(browser, urlOf("ada/facsimile.html"))
  expect(complaints).toEqual([])
  const leaves = page.locator(".leaf")
  expect(await leaves.count()).toBe(3)
  const sides = await inPage<readonly [number, number][]>(
    page,
    `[...document.querySelectorAll(".leaf")].map((leaf) =>
      [".page-image", ".page-text"].map((part) => leaf.querySelector(part).getBoundingClientRect().x))`,
  )
  for (const [image, words] of sides) expect(words).toBeGreaterThan(image + 300)
  const texts = await page.locator(".page-text").allTextContents()
  expect(texts.map((each) => each.replace(/\s+/g, " ").trim())).toEqual([
    "Dear Ben, The boat is in, and as you said, and brings",
    "nothing but herrings and old rope. 1. Herrings,",
    "salted 2. Rope Yours truly, Ada Quill",
  ])
  const tallest = await inPage<number>(
    page,
    "Math.max(...[...document.querySelectorAll('.page-image')].map((each) => each.clientHeight))",
  )
  expect(tallest, "an image fits in the window").toBeLessThanOrEqual(900)
  for (const image of await page.locator(".page-image img").all()) {
    await image.scrollIntoViewIfNeeded()
    const shown = await image.evaluate(async (each) => {
      const picture = each as unknown as { decode(): Promise<void>; naturalWidth: number; width: number }
      await picture.decode()
      return picture.naturalWidth
    })
    expect(shown).toBe(600)
  }
  const alts = await page
    .locator(".page-image img")
    .evaluateAll((all) => all.map((each) => String((each as unknown as { alt: string }).alt)))
  expect(alts).toEqual(["Image of page 1, recto", "Image of page 2", "Image of page 3"])
  await page.goto(urlOf("ada/diplomatic.html"))
  const whole = (await page.locator(".transcription").textContent()) ?? ""
  expect(texts.join("").replace(/\s+/g, "")).toBe(whole.replace(/\s+/g, ""))
})

test("on a phone the image stands above its text, and nothing scrolls sideways", async () => {
  for (const width of [320, 390, 768, 1280])
    for (const path of sitePages) {
      const { page, leave } = await visit(browser, urlOf(path), { width })
      expect(
        await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth"),
        `${path} at ${width}`,
      ).toBeLessThanOrEqual(0)
      if (width === 390 && path.startsWith("ada")) {
        const image = await page.locator(".page-image").first().boundingBox()
        const words = await page.locator(".page-text").first().boundingBox()
        expect(words?.y).toBeGreaterThan((image?.y ?? 0) + (image?.height ?? 0))
      }
      await leave()
    }
})

test("a zone leads to its words and the words to their zone, by links alone", async () => {
  const { page } = await visit(browser, urlOf("ada/facsimile.html"))
  await page.locator("a.shape").nth(1).click()
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#words-ada.zone-rope")
  expect(await page.locator(":target").textContent()).toBe("old rope")
  await page.locator(":target .to-shape").click()
  expect(await inPage<string>(page, "document.querySelector(':target').tagName")).toBe("a")
  const fill = await inPage<string>(page, "getComputedStyle(document.querySelector(':target')).fill")
  const other = await inPage<string>(
    page,
    "getComputedStyle(document.querySelector('a.shape:not(:target)')).fill",
  )
  expect(fill).not.toBe(other)
  await page.locator("a.shape").first().focus()
  await page.keyboard.press("Enter")
  expect(await page.locator(":target").textContent()).toBe("Dear Ben,")
})

test("the marks of pages in other views lead to the image, and the library’s image is a link alone", async () => {
  const { page, complaints } = await visit(browser, urlOf("ada/diplomatic.html"))
  await page.locator("a.pb").nth(1).click()
  expect(page.url()).toBe(urlOf("ada/facsimile.html#ada.image-letter-2"))
  const library = page.locator(".page-image a[rel=external]")
  expect(await library.getAttribute("href")).toBe("https://iiif.example.org/letters/17/info.json")
  expect(await page.locator("a[href='../images/letter-2.webp']").textContent()).toBe("Open the image")
  expect(complaints).toEqual([])
})

test("a reader makes an image larger by buttons, keys and the wheel, and moves it", async () => {
  const { page, complaints } = await visit(browser, urlOf("ada/facsimile.html"), { scripts: true })
  const frame = page.locator(".frame").first()
  const width = async () => (await page.locator(".picture").first().boundingBox())?.width ?? 0
  const whole = await width()
  const room = (await frame.boundingBox())?.width ?? 0
  await page.getByRole("button", { name: "Larger" }).first().click()
  expect(await width()).toBeCloseTo(room * 1.5, 0)
  await frame.focus()
  await page.keyboard.press("+")
  expect(await width()).toBeCloseTo(room * 2, 0)
  const left = () => frame.evaluate((each) => (each as unknown as { scrollLeft: number }).scrollLeft)
  const before = await left()
  await page.keyboard.press("ArrowRight")
  await expect.poll(left).toBeGreaterThan(before)
  const box = await frame.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200]
  const moved = await left()
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 80, y)
  await page.mouse.up()
  expect(await left()).toBeLessThan(moved)
  await page.keyboard.down("Control")
  await page.mouse.wheel(0, -100)
  await page.keyboard.up("Control")
  await expect.poll(width).toBeCloseTo(room * 3, 0)
  await frame.focus()
  await page.keyboard.press("-")
  expect(await width()).toBeCloseTo(room * 2, 0)
  await page.keyboard.press("0")
  expect(await width()).toBeCloseTo(whole, 0)
  expect(await page.getByRole("button", { name: "Smaller" }).first().getAttribute("aria-disabled")).toBe(
    "true",
  )
  expect(complaints).toEqual([])
})

test("two fingers make it larger, too", async () => {
  const { page } = await visit(browser, urlOf("ada/facsimile.html"), { scripts: true, width: 390 })
  const moved = (apart: number) => `(() => {
    const frame = document.querySelector(".frame")
    const { left, top } = frame.getBoundingClientRect()
    const finger = (identifier, x) => new Touch({ identifier, target: frame, clientX: left + x, clientY: top + 50 })
    const touches = [finger(1, 100), finger(2, 100 + ${apart})]
    frame.dispatchEvent(new TouchEvent("touchmove", { touches, cancelable: true, bubbles: true }))
    return frame.dataset.step ?? "0"
  })()`
  expect(await inPage<string>(page, moved(40))).toBe("0")
  expect(await inPage<string>(page, moved(70))).toBe("1")
  expect(await inPage<string>(page, moved(120))).toBe("2")
  expect(await inPage<string>(page, moved(40))).toBe("1")
})

test("pointing at a zone lights its words, and the other way round", async () => {
  const { page } = await visit(browser, urlOf("ada/facsimile.html"), { scripts: true })
  await page.locator("a.shape").first().hover()
  expect(await page.locator("[data-zone][data-lit]").textContent()).toBe("Dear Ben,")
  await page.locator("[data-zone]", { hasText: "old rope" }).hover()
  expect(await page.locator("[data-zone][data-lit]").textContent()).toBe("old rope")
  expect(await page.locator(".shape[data-lit] title").textContent()).toBe("old rope")
})

test("TEI that was brought shows the images that lie in the folder, and links to all others", async () => {
  const { page, complaints } = await visit(browser, urlOf("book/facsimile.html"))
  const sources = await page
    .locator("img")
    .evaluateAll((all) =>
      all.map((each) => (each as unknown as { getAttribute(n: string): string }).getAttribute("src")),
    )
  expect(sources).toEqual(["../images/letter-3.png", "../tei/scans/3.png"])
  const texts = await page.locator(".page-text").allTextContents()
  expect(texts.map((each) => each.trim())).toEqual(["The boat", "isin.", "So."])
  expect(await page.locator(".leaf").nth(1).locator("img").count()).toBe(0)
  expect(await page.locator("a.pb[rel=external]").getAttribute("href")).toBe("https://example.org/2.jpg")
  // Zones count in the measure of their surface, not in pixels.
  expect(await page.locator("svg").first().getAttribute("viewBox")).toBe("0 0 60 90")
  expect(complaints).toEqual([])
  await page.goto(urlOf("leaves/facsimile.html"))
  expect((await page.locator(".leaf").first().locator(".line").allTextContents()).join()).toContain(
    "Herrings",
  )
  await page.locator("a.shape").click()
  expect(await page.locator(":target").textContent()).toContain("Herrings")
})

test("a hostile file name and label run nothing, and the image is shown", async () => {
  const { page, complaints } = await visit(browser, urlOf("hostile/facsimile.html"), { scripts: true })
  const dialogs: string[] = []
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const natural = await page
    .locator(".page-image img")
    .evaluate((each) => (each as unknown as { naturalWidth: number }).naturalWidth)
  expect(natural).toBe(60)
  expect(await page.locator("img").count()).toBe(1)
  expect(await page.locator("script:not([src])").count()).toBe(0)
  expect(await page.locator(".page-name").textContent()).toContain("<script>alert(1)</script>")
  expect([complaints, dialogs]).toEqual([[], []])
})

test("axe finds no fault, light and dark, wide and narrow", async () => {
  for (const path of sitePages)
    for (const width of [1280, 320]) {
      const { page, leave } = await visit(browser, urlOf(path), { width, scripts: true })
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faultsOf(page), `${path} at ${width}, ${colorScheme}`).toEqual([])
      }
      await leave()
    }
}, 120_000)

test("the Nu checker finds nothing", async () => {
  expect(await checkedByNu(folder, sitePages)).toEqual([])
}, 120_000)

test("every id is unique and every link leads somewhere", async () => {
  for (const path of sitePages) {
    const { page, leave } = await visit(browser, urlOf(path))
    const ids = await inPage<string[]>(page, "[...document.querySelectorAll('[id]')].map((each) => each.id)")
    expect(new Set(ids).size, path).toBe(ids.length)
    const fragments = await inPage<string[]>(
      page,
      "[...document.querySelectorAll('a[href*=\"#\"]')].map((each) => each.getAttribute('href'))",
    )
    const here = fragments
      .filter((each) => /^(?:facsimile\.html)?#/.test(each))
      .map((each) => each.split("#")[1])
    expect(
      here.filter((each) => !ids.includes(decodeURIComponent(each ?? ""))),
      path,
    ).toEqual([])
    await leave()
  }
})

test("pictures of the facsimile page: wide, phone, dark, larger, and on paper", async () => {
  for (const [suffix, width, scheme] of [
    ["1280", 1280, "light"],
    ["390", 390, "light"],
    ["dark", 1280, "dark"],
  ] as const) {
    const { page, leave } = await visit(browser, urlOf("ada/facsimile.html"), { width, scheme })
    for (const image of await page.locator("img").all()) await image.scrollIntoViewIfNeeded()
    await page.screenshot({ path: artefact(`facsimile-${suffix}.png`), fullPage: true })
    await leave()
  }
  const { page } = await visit(browser, urlOf("ada/facsimile.html"), { scripts: true })
  await page.getByRole("button", { name: "Larger" }).first().click()
  await page.locator("a.shape").first().hover()
  await page.screenshot({ path: artefact("facsimile-larger.png") })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: artefact("facsimile-print.png"), fullPage: true })
}, 60_000)
