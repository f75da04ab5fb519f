import fc from "fast-check"
import { expect, test } from "vitest"
import { documentNames, sampleTei } from "../../browser/site.js"
import { page, standingText, teiWith, textOfDiv } from "./pages.js"

test.each(documentNames)("the diplomatic view of %s holds the source's text and no more", async (name) => {
  const tei = sampleTei(name)
  const { html } = await page("diplomatic", tei)
  expect(textOfDiv(html, "transcription")).toBe(await standingText(tei))
})

test("a list keeps its labels, its blanks and what stands between its items", async () => {
  const tei = teiWith(
    `<list xml:id="d.l"> <head>H</head> <label>1.</label>\n <item>a <list><item>b</item> <item>c</item></list> d</item>\n<pb n="2"/> <item>e</item> </list> `,
  )
  const { html } = await page("diplomatic", tei)
  expect(textOfDiv(html, "transcription")).toBe(await standingText(tei))
})

const words = fc.constantFrom("a", "word", " ", "\n", "  ", "two words", ".", "&amp;", "é", "“x”", "\u00a0")
const { inline } = fc.letrec<{ inline: string }>((tie) => {
  const inside = fc.array(tie("inline"), { maxLength: 4 }).map((parts) => parts.join(""))
  const wrapped = (open: string, close: string) => inside.map((content) => `<${open}>${content}</${close}>`)
  return {
    inline: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      words,
      fc.constantFrom(
        "<lb/>",
        '<gap reason="lost"/>',
        '<pb n="3"/>',
        '<milestone unit="x" n="* *"/>',
        '<handShift new="#h"/>',
        '<delSpan spanTo="#end" rend="strikethrough"/>',
        '<addSpan spanTo="#end"/>',
        '<damageSpan spanTo="#nowhere"/>',
        "<figure><figDesc>a ship</figDesc></figure>",
        '<ref type="note" target="#n1">1</ref>',
        "<!-- c -->",
      ),
      wrapped("del", "del"),
      wrapped('add place="above"', "add"),
      wrapped('hi rend="bold"', "hi"),
      wrapped("unclear", "unclear"),
      wrapped("note", "note"),
      wrapped("restore", "restore"),
      wrapped("wholly-unknown", "wholly-unknown"),
      wrapped('note type="authorial"', "note"),
      wrapped('persName ref="#x"', "persName"),
      wrapped('seg type="transposed" n="1"', "seg"),
      wrapped('metamark function="used"', "metamark"),
      wrapped('foreign xml:lang="he"', "foreign"),
      wrapped('date when="1900-01-02"', "date"),
      wrapped('ref target="#x"', "ref"),
      wrapped("damage", "damage"),
      wrapped("stamp", "stamp"),
      fc.tuple(inside, words, inside).map(([a, b, c]) => `<subst><del>${a}</del>${b}<add>${c}</add></subst>`),
      fc.tuple(inside, inside).map(([a, b]) => `<choice><sic>${a}</sic> <corr>${b}</corr></choice>`),
    ),
  }
})

test("whatever is nested in a paragraph, its text is kept to the last blank", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(inline, { maxLength: 8 }), async (parts) => {
      const tei = teiWith(`\n<p xml:id="d.1">${parts.join("")}</p>\n<ab>x <anchor xml:id="end"/>y</ab>`)
      const { html } = await page("diplomatic", tei)
      expect(textOfDiv(html, "transcription")).toBe(await standingText(tei))
    }),
    { numRuns: 150 },
  )
})
