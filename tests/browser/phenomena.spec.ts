import { expect, test } from "vitest"
import { checkText, editionSchema } from "../checking.js"
import { page as rendered, standingText, textOfDiv } from "../unit/render/pages.js"
import { testPictures, useSampleSite } from "./sample-site.js"
import { sampleTei } from "./site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const open = async (file: string) =>
  (await visit(shared.browser, shared.site.urlOf(`phenomena/${file}`))).page

testPictures(shared, "phenomena-reading", "phenomena/index.html")
testPictures(shared, "phenomena-diplomatic", "phenomena/diplomatic.html")
testPictures(shared, "phenomena-genetic", "phenomena/genetic.html")

test("the letter with every phenomenon fits the schema, and no view meets anything it does not know", async () => {
  const text = sampleTei("phenomena")
  expect(checkText("phenomena.xml", text, await editionSchema())).toEqual([])
  for (const view of ["reading", "diplomatic", "genetic"] as const)
    expect((await rendered(view, text)).diagnostics).toEqual([])
}, 60_000)

test("the diplomatic view has every character of the source, in order", async () => {
  const tei = sampleTei("phenomena")
  const { html } = await rendered("diplomatic", tei)
  expect(textOfDiv(html, "transcription")).toBe(await standingText(tei))
})

test("a deletion across paragraphs strikes all that stands in it, and nothing after it", async () => {
  const page = await open("diplomatic.html")
  const struck = await page.locator("#text del.spanned").allTextContents()
  expect(struck.join("").replace(/\s+/g, " ")).toBe(
    "This whole paragraph was struck, with all that was ever in it.1.and a list tooAnd the beginning of this one.",
  )
  expect(await page.locator("#text ins.spanned").allTextContents()).toEqual([
    "The brother added this overleaf.",
    "And this, to the end.",
  ])
})

test("the reading view has the final text, in the order that the writer wanted", async () => {
  const text = (await (await open("index.html")).locator("#text").textContent()) ?? ""
  const flat = text.replace(/\s+/g, " ")
  expect(flat).toContain(
    "I had to write sooner, but the gale kept us at work. The quay held, and thank God nobody",
  )
  expect(flat).toContain("hurt. the sheds and The cranes are safe.")
  expect(flat).toContain("saved two her-self.")
  expect(flat).toContain("This was left to stand.")
  expect(flat).toContain("The Doctor should show the plan")
  for (const withheld of [
    "whole paragraph",
    "and a list too",
    "beginning of this one",
    "2 1",
    "✓",
    "The harbour",
  ])
    expect(flat).not.toContain(withheld)
})

test("the first state has what was struck later, and nothing that was added", async () => {
  const text = (await (await open("genetic.html")).locator(".state").textContent()) ?? ""
  const flat = text.replace(/\s+/g, " ")
  expect(flat).toContain(
    "I had hoped to write, but the storm kept us busi at work. The quay hold, and thank God",
  )
  expect(flat).toContain("The cranes and the sheds are safe.")
  expect(flat).toContain("We shall ask the Board for help; of that later1. In all")
  expect(flat).not.toContain("overleaf")
})

test("the list of changes says of each what it is, whose hand made it, and when", async () => {
  const page = await open("genetic.html")
  expect(await page.locator(".act").allTextContents()).toEqual([
    "Deletion",
    "Addition",
    "Substitution",
    "False start",
    "Overwriting",
    "Deletion, restored",
    "Tracing again",
    "Transposition",
    "Substitution, apart",
    "Deletion of a passage",
    "Addition",
    "Addition of a passage",
    "Deletion",
    "Addition",
  ])
  const told = await page.locator(".change-list > li").allTextContents()
  expect(told[0]).toContain(
    "hand: Johanna Weiss, who wrote the letter, stage: First writing, in ink; certainty high",
  )
  expect(told[5]).toContain("restored by hand: Her brother")
  expect(told[7]).toContain("The cranes | the sheds → the sheds | The cranes")
  expect(told[8]).toContain("shall ask → have asked")
  expect(await page.locator('#text .change-mark[href="#change-9"]').count()).toBe(2)
})

test("hand and stage of a change stand where styles and scripts find them", async () => {
  const struck = (await open("diplomatic.html")).locator("#text del").first()
  expect(await struck.getAttribute("data-hand")).toBe("#phenomena.hand-weiss")
  expect(await struck.getAttribute("data-stage")).toBe("#phenomena.stage-ink")
  expect(await struck.getAttribute("title")).toContain("Hand: Johanna Weiss, who wrote the letter")
})

test("languages written from right to left run so, and names in Latin letters do not", async () => {
  const page = await open("diplomatic.html")
  const foreign = (lang: string) => page.locator(`#text .foreign[lang="${lang}"]`)
  expect(await foreign("he").getAttribute("dir")).toBe("rtl")
  expect(await foreign("ar").getAttribute("dir")).toBe("rtl")
  expect(await foreign("he-Latn").getAttribute("dir")).toBe(null)
})

test("a name leads to its entry, and only known addresses of authority files are links", async () => {
  const page = await open("index.html")
  await page.locator("#text a.persName").first().click()
  expect(page.url()).toMatch(/#phenomena\.person-brandt$/)
  const links = await inPage<string[]>(
    page,
    "[...document.querySelectorAll('.register .identifiers a')].map(a => a.href)",
  )
  expect(links).toEqual([
    "https://viaf.org/viaf/100000001",
    "https://d-nb.info/gnd/11850553X",
    "https://www.geonames.org/2911298",
    "https://www.wikidata.org/wiki/Q1",
  ])
  expect(await page.locator(".register").textContent()).toContain("javascript:alert(1)")
})

test("the editor's notes stand below; the writer's own in their place, where the page is shown", async () => {
  const diplomatic = await open("diplomatic.html")
  expect(await diplomatic.locator("#text .note.authorial").allTextContents()).toEqual([
    "As Anna saw.",
    "A note of his, between the paragraphs.",
  ])
  await diplomatic.locator("#text .note-ref").click()
  expect(diplomatic.url()).toMatch(/#phenomena\.note-1$/)
  const reading = await open("index.html")
  expect(await reading.locator("#text span.note.authorial").count()).toBe(0)
  expect(await reading.locator(".notes").textContent()).toContain("The writer’s note: As Anna saw.")
})

test("dates say in figures what they mean, also by another calendar", async () => {
  const date = (await open("diplomatic.html")).locator("#text time").first()
  expect(await date.getAttribute("datetime")).toBe("1887-05-03")
  expect(await date.getAttribute("title")).toBe("3 May 1887; Julian calendar: 21 April 1887; certainty high")
})

test("the key explains the signs of the page, and those that were typed", async () => {
  const key = (await open("diplomatic.html")).locator(".key")
  expect(await key.locator("dl").first().textContent()).toContain("struck out, then restored")
  expect(await key.locator("dl.typed dt").allTextContents()).toEqual([
    "~~word~~",
    "{+word+}",
    ":gap{reason=illegible}",
  ])
})
