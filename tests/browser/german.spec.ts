import { describe, expect, test } from "vitest"
import { wordsIn } from "../interface.js"
import { faultsOf } from "./axe.js"
import { testPictures, useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite("de")
const english = wordsIn("en")
const german = wordsIn("de")

testPictures(shared, "german-index", "index.html")
testPictures(shared, "german-reading", "phenomena/index.html")
testPictures(shared, "german-diplomatic", "phenomena/diplomatic.html")
testPictures(shared, "german-genetic", "phenomena/genetic.html")

/** What a page says outside of what is marked as another language, and every attribute that is read out or shown. */
const said = `(() => {
  const units = []
  const foreign = (node) => node.closest('[lang]').lang.split('-')[0] !== 'de'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!foreign(node.parentElement) && !node.parentElement.closest('.identifier')) units.push(node.data)
  for (const element of document.querySelectorAll('[title], [aria-label], [data-label]'))
    for (const name of ['title', 'aria-label', 'data-label'])
      if (element.hasAttribute(name)) units.push(element.getAttribute(name))
  return units.map((each) => each.replace(/\\s+/g, ' ').trim()).filter((each) => each !== '')
})()`

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

interface Phrase {
  readonly key: string
  readonly finds: (unit: string) => boolean
}

/** What is German, though it may be English too: “Status”, “Name”. */
const inGerman = new Set(Object.values(german).flatMap((each) => [each.trim(), capitalised(each.trim())]))

/** The English phrases that have other words in German, each with a way to find it. */
const phrases: readonly Phrase[] = Object.entries(english).flatMap(([key, phrase]) => {
  const forms = [phrase.trim(), capitalised(phrase.trim())].filter((form) => !inGerman.has(form))
  return forms.map((form) => ({ key, finds: finderOf(form) }))
})

/** A sentence is found wherever it stands; a word or two only where it is all that is said between two stops. */
function finderOf(phrase: string): (unit: string) => boolean {
  const pattern = phrase
    .split(/\{[a-z-]+\}/)
    .map(escaped)
    .join(".+?")
  if (/\{/.test(phrase)) {
    const whole = new RegExp(`^${pattern}$`)
    const [first = "", ...others] = phrase.split(/\{[a-z-]+\}/)
    const longest = [first, ...others].sort((a, b) => b.length - a.length)[0] ?? ""
    // “{a} to {b}” could be said of anything: dates and enumerations are looked at by themselves, below.
    return (unit) =>
      (/\p{L}{3}/u.test(first) && whole.test(unit)) ||
      (/\p{L}+ \p{L}+/u.test(longest) && unit.includes(longest))
  }
  if (/\p{L}+[ ,;:]+\p{L}+[ ,;:]+\p{L}+/u.test(phrase)) return (unit) => unit.includes(phrase)
  return (unit) => unit.split(/[;:,·()[\]→|„“]|\.(?!\S)| – /).some((part) => part.trim() === phrase)
}

test("the finder finds English on a page, and no German", () => {
  const found = (unit: string) => phrases.filter(({ finds }) => finds(unit)).map(({ key }) => key)
  expect(found("Note 3: the gale")).toContain("note-sign")
  expect(found("[3 characters illegible: water]")).toEqual(expect.arrayContaining(["agent.water"]))
  expect(found("Added above the line; hand: Ada")).toContain("placed.above")
  expect(found("See it in the text")).toContain("change-see-text")
  for (const phrase of Object.values(german).filter((each) => !each.includes("{")))
    expect(found(phrase), phrase).toEqual([])
})

/** Every kind of page; two documents have all that the others have. */
const germanPages = () => shared.site.pages.filter((path) => !/^(?:press-release|kennedy-draft)\//.test(path))

/** What is asked of every page. */
interface Look {
  readonly said: readonly string[]
  readonly language: string | null
  /** The language of each title and text. */
  readonly ofTitles: readonly string[]
  /** By how many pixels the page is wider than a window of 320. */
  readonly excess: number
}

/** All pages, each loaded once for all that is asked of it. */
async function lookAtAll(): Promise<ReadonlyMap<string, Look>> {
  const looks = new Map<string, Look>()
  const titles =
    "h1#title, #text, .state, .masthead .edition-title a, .colophon [lang], .citation cite, .index h1 [lang], th.title a"
  for (const path of germanPages()) {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf(path))
    const look = {
      said: await inPage<string[]>(page, said),
      language: await page.locator("body").getAttribute("lang"),
      ofTitles: await inPage<string[]>(
        page,
        `[...document.querySelectorAll('${titles}')].map((each) => each.closest('[lang]').lang)`,
      ),
    }
    await page.setViewportSize({ width: 320, height: 900 })
    const excess = await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth")
    looks.set(path, { ...look, excess })
    await leave()
  }
  return looks
}
let looked: Promise<ReadonlyMap<string, Look>> | undefined
const looks = () => {
  looked ??= lookAtAll()
  return looked
}

describe("the sample site in German", () => {
  test("no page says anything in English but what it quotes", async () => {
    expect((await looks()).size).toBe(germanPages().length)
    for (const [path, look] of await looks()) {
      // What a hand or a stage is called is the editor's word.
      const units = look.said
        .map((unit) => unit.replace(/(Hand|Textstufe): [^;\]]*/g, "$1"))
        // One letter is a key of the keyboard, the same in all languages.
        .filter((unit) => /\p{L}{2}/u.test(unit))
      expect(units.length, path).toBeGreaterThan(15)
      const found = units.flatMap((unit) =>
        phrases.filter(({ finds }) => finds(unit)).map(({ key }) => `${key}: ${unit}`),
      )
      expect([...new Set(found)], path).toEqual([])
    }
  }, 300_000)

  test("pages are in German, titles and texts in their own language", async () => {
    for (const [path, { language, ofTitles }] of await looks()) {
      expect(language, path).toBe("de")
      expect(ofTitles.length, path).toBeGreaterThan(1)
      // An encoding is in no language.
      expect(
        [...new Set(ofTitles)].filter((each) => each !== "zxx"),
        path,
      ).toEqual(["en"])
    }
  }, 300_000)

  test("no page scrolls sideways at 320 pixels, though German words are long", async () => {
    for (const [path, { excess }] of await looks()) expect(excess, path).toBeLessThanOrEqual(0)
  }, 300_000)

  test("those who hear the page hear German signs", async () => {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf("phenomena/diplomatic.html"))
    const content = (selector: string) =>
      inPage<string>(page, `getComputedStyle(document.querySelector('${selector}'), '::before').content`)
    expect(await content("#text del")).toBe('"[gestrichen: "')
    expect(await content("#text ins[data-place=above]")).toContain("über der Zeile eingefügt")
    expect(await content("#text .note.authorial:not([data-n])")).toBe('"Anmerkung: "')
    await leave()
  })

  test("dates, enumerations and quotation marks are German", async () => {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf("index.html"))
    expect(await page.locator(".editors").textContent()).toBe("Herausgegeben von Ada Editor und Ben Reader")
    expect(await page.locator(".version").textContent()).toBe("Version 0.1.0, 24. November 2026")
    const rows = await page.locator("tbody tr").allTextContents()
    expect(rows.join(" ")).toContain("27. Oktober 1962")
    expect(rows.join(" ")).toContain("Presseerklärung")
    await page.goto(shared.site.urlOf("letter/index.html"))
    expect(await page.locator(".citation").textContent()).toMatch(/„Letter to the Chairman.*“, in: Letters/)
    expect(await page.locator(".views").textContent()).toBe(
      "LesefassungUmschriftTextgeneseNebeneinanderTEINeben einer anderen Ansicht",
    )
    await leave()
  })

  test("axe finds no fault in any page", async () => {
    for (const path of germanPages()) {
      const { page, leave } = await visit(shared.browser, shared.site.urlOf(path), { scripts: true })
      expect(await faultsOf(page), path).toEqual([])
      await leave()
    }
  }, 300_000)
})
