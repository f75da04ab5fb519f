import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { wordsIn } from "../../src/search/fold.js"
import { examplesOf, resultOf } from "../examples/example.js"
import { foundIn, unfoundWords } from "../search-words.js"
import { page, teiWith } from "../unit/render/pages.js"

const root = fileURLToPath(new URL("../../", import.meta.url))
const read = (path: string) => readFileSync(join(root, path), "utf8")

const ofExamples = readdirSync(join(root, "tests/examples"))
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) => examplesOf(read(`tests/examples/${name}`)))
  .flatMap((example) => {
    const { tei, whole } = resultOf(example)
    return tei === undefined ? [] : (whole.tei ?? [])
  })

/** Pieces of a paragraph, some of them changed, within and over the borders of words. */
const letters = fc.string({
  unit: fc.constantFrom("a", "b", "é", "ſ", " ", " ", "-", "’", "."),
  minLength: 1,
  maxLength: 8,
})
const { piece } = fc.letrec<{ piece: string; pieces: string }>((tie) => ({
  pieces: fc.array(tie("piece"), { maxLength: 4 }).map((each) => each.join("")),
  piece: fc.oneof(
    { maxDepth: 3 },
    letters,
    ...["del", "add", "restore", "hi", "seg"].map((name) =>
      tie("pieces").map((content) => `<${name}>${content}</${name}>`),
    ),
    fc
      .tuple(tie("pieces"), tie("pieces"))
      .map(([old, now]) => `<subst><del>${old}</del><add>${now}</add></subst>`),
    // Both wordings part words alike.
    letters.map((each) => `x${each}x`).map((sic) => `<choice><sic>${sic}</sic><corr>c${sic}</corr></choice>`),
  ),
}))
const paragraphs = fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 3 })

describe("every word of the reading text is found in the text", () => {
  test("of the manual's examples", async () => {
    const unfound: string[] = []
    for (const tei of ofExamples) unfound.push(...unfoundWords((await page("reading", tei)).html, tei))
    expect(unfound).toEqual([])
    expect(ofExamples.length).toBeGreaterThan(40)
  }, 120_000)

  test("of paragraphs with whatever changes", async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (made) => {
        const tei = teiWith(made.map((pieces) => `<p>${pieces.join("")}</p>`).join(""))
        expect(unfoundWords((await page("reading", tei)).html, tei), tei).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

test("every struck word is found as struck, and an unchanged one is not", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "ü", "Ł"), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.constantFrom("plain", "del", "add")), { minLength: 1 }),
      (made) => {
        const tei = teiWith(
          `<p>${made.map(([text, name]) => (name === "plain" ? text : `<${name}>${text}</${name}>`)).join(" ")}</p>`,
        )
        const terms = (name: string) =>
          made.filter(([, each]) => each === name).map(([text]) => wordsIn(text)[0]?.terms[0] ?? "")
        expect(foundIn(tei, "struck")).toEqual(new Set(terms("del")))
        expect(foundIn(tei, "added")).toEqual(new Set(terms("add")))
        expect(foundIn(tei, "text")).toEqual(new Set([...terms("plain"), ...terms("add")]))
      },
    ),
  )
})
