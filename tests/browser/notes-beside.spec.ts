import { expect, test } from "vitest"
import { useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()

interface Place {
  readonly n: string
  readonly top: number
  readonly bottom: number
  readonly left: number
}

const placesOf = (selector: string, number: string) =>
  `[...document.querySelectorAll('${selector}')].map((each) => { const { top, bottom, left } = each.getBoundingClientRect();
    return { n: each.dataset.${number}, top: top + scrollY, bottom: bottom + scrollY, left } })`

test.each(["phenomena/index.html", "phenomena/diplomatic.html", "phenomena/genetic.html"])(
  "on a wide screen each note of %s stands beside the text, at its mark or below the note before it",
  async (path) => {
    for (const width of [1000, 1280, 1600]) {
      const { page, leave } = await visit(shared.browser, shared.site.urlOf(path), { width })
      const marks = await inPage<Place[]>(page, placesOf("#text [data-mark]", "mark"))
      const notes = await inPage<Place[]>(page, placesOf(".notes li", "note"))
      const text = await page.locator("#text").boundingBox()
      expect(notes.length).toBeGreaterThan(2)
      for (const [position, note] of notes.entries()) {
        const mark = marks.find((each) => each.n === note.n)
        const before = notes[position - 1]
        expect(note.left).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0))
        if (before !== undefined) expect(note.top).toBeGreaterThanOrEqual(before.bottom)
        if (mark !== undefined && (before === undefined || before.bottom + 20 < mark.top))
          expect(Math.abs(note.top - mark.top)).toBeLessThan(12)
      }
      await leave()
    }
  },
  60_000,
)

test("no note reaches into what stands below the text", async () => {
  for (const path of shared.site.pages.filter((each) => each.includes("/"))) {
    const { page, leave } = await visit(shared.browser, shared.site.urlOf(path))
    const notes = await inPage<Place[]>(page, placesOf(".annotated .notes li", "note"))
    const below = await inPage<number>(
      page,
      "document.querySelector('.apparatus')?.getBoundingClientRect().top + scrollY",
    )
    for (const note of notes) expect(note.bottom, `${path}, note ${note.n}`).toBeLessThanOrEqual(below)
    await leave()
  }
}, 60_000)

test("on a narrow screen and on paper the notes stand at the foot of the text, and once", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("phenomena/index.html"), { width: 390 })
  const foot = async () => {
    const text = await page.locator("#text").boundingBox()
    return (await inPage<Place[]>(page, placesOf(".notes li", "note"))).every(
      (note) => note.top >= (text?.y ?? 0) + (text?.height ?? 0),
    )
  }
  expect(await foot()).toBe(true)
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await foot()).toBe(false)
  await page.emulateMedia({ media: "print" })
  expect(await foot()).toBe(true)
  expect(await page.getByText("The Harbour Board, not the Board of Trade.").count()).toBe(1)
})

test("one goes from the mark to the note and back, by keyboard", async () => {
  const { page } = await visit(shared.browser, shared.site.urlOf("phenomena/index.html"))
  await page.locator("#text .note-mark").first().focus()
  await page.keyboard.press("Enter")
  expect(page.url()).toMatch(/#note-a$/)
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  expect(page.url()).toMatch(/#mark-a$/)
})
