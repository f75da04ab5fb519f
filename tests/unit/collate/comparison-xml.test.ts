import fc from "fast-check"
import { expect, test } from "vitest"
import { collate } from "../../../src/collate/collation.js"
import { comparisonXml } from "../../../src/collate/comparison-xml.js"
import { declaredPairs } from "../../../src/collate/declared.js"
import { type Witness, wordingOf } from "../../../src/collate/witness.js"
import { resolveReferences } from "../../../src/xml/elements.js"
import { flawIn } from "../../../src/xml/well-formed.js"
import { paragraphs, twoWitnesses, witness } from "./witnesses.js"

const comparison = (a: Witness, b: Witness) => comparisonXml(collate(a, b))

/** What a column shows from top to bottom, without what its witness strikes out; blanks are not compared. */
function columnOf(xml: string, side: "a" | "b"): string {
  const sides = [...xml.matchAll(/<side of="([ab])"[^>]*>([\s\S]*?)<\/side>/g)]
  const words = sides.filter(([, of]) => of === side).map(([, , content = ""]) => content)
  const plain = words.join(" ").replace(/<tei:gap[^>]*\/>/g, "[…]")
  return resolveReferences(withoutStruck(plain).replace(/<[^>]*>/g, "")).replace(/\s+/g, "")
}
/** Deletions may lie in one another. */
function withoutStruck(xml: string): string {
  const inner = /<tei:del\b[^>]*>(?:(?!<tei:del\b)[\s\S])*?<\/tei:del>/g
  const without = xml.replace(inner, "")
  return without === xml ? xml : withoutStruck(without)
}
const meant = ({ blocks }: Witness) =>
  blocks
    .map(({ tokens }) => wordingOf(tokens))
    .join(" ")
    .replace(/\s+/g, "")

test("each column is the text of its witness, from beginning to end", () => {
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      const xml = comparison(a, b)
      expect(flawIn(xml)).toBeUndefined()
      expect(columnOf(xml, "a")).toBe(meant(a))
      expect(columnOf(xml, "b")).toBe(meant(b))
    }),
  )
})

test("each difference has its number on both sides, once", () => {
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      const xml = comparison(a, b)
      const numbers = [...xml.matchAll(/<difference n="(\d+)"/g)].map(([, n]) => n)
      for (const side of ["a", "b"] as const) {
        const sides = [...xml.matchAll(/<side of="([ab])"[^>]*>([\s\S]*?)<\/side>/g)]
        const own = sides.filter(([, of]) => of === side).map(([, , content = ""]) => content)
        const first = [...own.join("").matchAll(/<d n="(\d+)" kind="\w+" first="true"/g)].map(([, n]) => n)
        expect(first.sort()).toEqual([...numbers].sort())
      }
    }),
  )
})

const rowsIn = (xml: string) => [...xml.matchAll(/<row\b[\s\S]*?<\/row>/g)].map(([row]) => row)
const boat = "The boat is in the harbour and nobody has seen her crew."
const flour = "Send two barrels of flour by the morning train to Whitby."
const sister = "My sister keeps her bed, though the doctor calls it nothing."

test("differing words are marked in the witness’s own mark-up", () => {
  const [row] = rowsIn(
    comparison(
      paragraphs("a", 'The <hi rend="italic">old boat</hi> is &amp; was in the harbour.'),
      paragraphs("b", "The new ship is &amp; was in the <add>deep</add> harbour."),
    ),
  )
  expect(row).toContain(
    '<words>The <tei:hi rend="italic"><d n="1" kind="words" first="true">old boat</d></tei:hi> is &amp; was in the<d n="2" kind="absent" first="true"/> harbour.</words>',
  )
  expect(row).toContain(
    '<words>The <d n="1" kind="words" first="true">new ship</d> is &amp; was in the <tei:add><d n="2" kind="absent" first="true">deep</d></tei:add> harbour.</words>',
  )
})

test("words in another order are one difference, marked where each witness has them", () => {
  const [row] = rowsIn(
    comparison(
      paragraphs("a", "That will permit them today, old friend, to work out an arrangement."),
      paragraphs("b", "That will permit them, dear friend, to work out an arrangement today."),
    ),
  )
  expect(row).toContain(
    'them <d n="1" kind="order" first="true">today</d>, <d n="2" kind="words" first="true">old</d>',
  )
  expect(row).toContain('<d n="2" kind="words" first="true">dear</d>')
  expect(row).toContain('arrangement <d n="1" kind="order" first="true">today</d>.')
})

test("what is moved stands in both places, each leading to the other", () => {
  const rows = rowsIn(comparison(paragraphs("a", boat, flour, sister), paragraphs("b", sister, boat, flour)))
  expect(rows.map((row) => /sides="(\w+)" state="(\w+)"/.exec(row)?.slice(1).join(" "))).toEqual([
    "b moved",
    "both same",
    "both same",
    "a moved",
  ])
  expect(rows[0]).toContain('<elsewhere of="a" row="4"/>')
  expect(rows[3]).toContain('<elsewhere of="b" row="1"/>')
})

test("what is struck stays in its own column, and what the other has of it is told", () => {
  const xml = comparison(
    paragraphs("a", `${boat} <del>I look forward to your reply.</del>`, "<del>Only struck</del>"),
    paragraphs("b", `${boat} I look forward to your reply.`),
  )
  expect(rowsIn(xml)[0]).toContain("<tei:del> I look forward to your reply.</tei:del>")
  expect(rowsIn(xml)[1]).toContain('state="wordless"')
  expect(xml).toContain('<struck in="a" row="1" stands="1">I look forward to your reply.</struck>')
  const spanned = comparison(
    witness("a", '<p>One <delSpan spanTo="#e"/>two</p><p>three <anchor xml:id="e"/>four</p>'),
    witness("b", "<p>One</p><p>four</p>"),
  )
  expect(spanned).toContain("<words>One<tei:del> two</tei:del></words>")
  expect(spanned).toContain("<words><tei:del>three </tei:del>four</words>")
})

test("what was struck and restored is text", () => {
  const xml = comparison(
    paragraphs("a", "One <del>two <restore>three</restore></del> four"),
    paragraphs("b", ""),
  )
  expect(xml).toContain("One <tei:del>two </tei:del><tei:restore>three</tei:restore> four")
})

test("the headers of the witnesses are there, whatever their prefix", () => {
  const xml = comparison(paragraphs("a", boat), witness("b", ""))
  expect(xml).toContain(
    '<witness side="a" name="a"><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader></TEI></witness>',
  )
})

test("pairs are those that documents name, each once, in the edition’s order", () => {
  const naming = (name: string, ...naming: readonly string[]) => ({
    name,
    tei: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>${naming.join("")}</fileDesc></teiHeader><text><body><witness corresp="x.xml"/></body></text></TEI>`,
  })
  const pairs = declaredPairs([
    naming("letter", '<witness corresp="draft.xml">the draft</witness>'),
    naming("draft", '<witness corresp="letter.xml">the letter</witness><witness corresp="lost.xml"/>'),
    naming("a b", '<relatedItem target="../tei/draft.xml#text"/><relatedItem target="https://example.org"/>'),
    naming("x", '<correspContext><ref type="prev" target="letter.xml"/></correspContext>'),
    naming("y", '<correspContext><ref type="revisedAs" target="a%20b.xml"/></correspContext>'),
  ])
  expect(pairs).toEqual([
    { a: "letter", b: "draft" },
    { a: "draft", b: "a b" },
    { a: "a b", b: "y" },
  ])
})
