import { expect, test } from "vitest"
import { sampleTei } from "../../browser/site.js"
import { page, stagePages, teiWith, textOfDiv, withoutStruck } from "./pages.js"

const change = (id: string, words = id, more = "") => `<change xml:id="${id}"${more}>${words}</change>`
const listed = (...changes: readonly string[]) =>
  `<creation><listChange ordered="true">${changes.join("")}</listChange></creation>`
const threeStages = listed(
  change("d.first", "The first writing."),
  change("d.stage-evening", "Ada's corrections, in ink", ' when="1911-05-03"'),
  change("d.stage-pencil", "Ben's corrections, in pencil"),
)

/** What stands on the page of each stage, struck words in brackets, added ones between plus signs, restored ones between equals signs. */
async function stagesOf(tei: string): Promise<Readonly<Record<string, string>>> {
  const pages = await stagePages(tei)
  const signed = (html: string) =>
    html
      .replace(/<del\b[^>]*>/g, "[")
      .replace(/<\/del>/g, "]")
      .replace(/<\/?ins\b[^>]*>/g, "+")
      .replace(/<span class="restore"[^>]*>([^<]*)<\/span>/g, "=$1=")
      .replace(/<span class="moved"[^>]*>/g, "→<span>")
  return Object.fromEntries(
    [...pages].map(([file, html]) => [file, textOfDiv(signed(html), "transcription")]),
  )
}

test.each([
  [
    "a word struck in one stage and words added in the next",
    'The sum is <del change="#d.stage-evening">very</del> large, <add change="#d.stage-pencil">I fear,</add> now.',
    ["The sum is very large, now.", "The sum is [very] large, now.", "The sum is large, +I fear,+ now."],
  ],
  [
    "a substitution, whose parts belong to its stage",
    '<subst change="#d.stage-pencil"><del>Tom</del><add>Mr Reed</add></subst> knows.',
    ["Tom knows.", "Tom knows.", "[Tom]+Mr Reed+ knows."],
  ],
  [
    "a word added in one stage and struck in the next",
    'by <add change="#d.stage-evening">far <del change="#d.stage-pencil">too</del></add> much',
    ["by much", "by +far too+ much", "by far [too] much"],
  ],
  [
    "a false start, given up in the act of writing",
    'I <del instant="true">w</del>am <add change="#d.stage-evening">so <del instant="true">gl</del>sorry</add>',
    ["I [w]am", "I am +so [gl]sorry+", "I am so sorry"],
  ],
  [
    "a deletion that a later stage takes back",
    'I am <restore change="#d.stage-pencil"><del change="#d.stage-evening">very</del></restore> glad',
    ["I am very glad", "I am [very] glad", "I am =very= glad"],
  ],
  [
    "a substitution that a later stage takes back",
    'Come on <restore change="#d.stage-pencil"><subst change="#d.stage-evening"><del change="#d.stage-evening">Sunday</del><add change="#d.stage-evening">Friday</add></subst></restore>.',
    ["Come on Sunday.", "Come on [Sunday]+Friday+.", "Come on =Sunday=[Friday]."],
  ],
  [
    "an act that is undone by name",
    'I am <del xml:id="d.x" change="#d.stage-evening">very</del><undo target="#d.x" change="#d.stage-pencil"/> glad',
    ["I am very glad", "I am [very] glad", "I am =very= glad"],
  ],
  [
    "parts that stand apart, joined",
    'We <del xml:id="d.a">shall</del> go; <add xml:id="d.b">may</add><substJoin target="#d.a #d.b" change="#d.stage-evening"/>',
    ["We shall go;", "We [shall] go; +may+", "We go; may"],
  ],
  [
    "a passage of several paragraphs",
    'a</p><delSpan spanTo="#d.e" change="#d.stage-evening"/><p>b</p><p>c<anchor xml:id="d.e"/> d',
    ["abc d", "a[b][c] d", "ad"],
  ],
  [
    "a paragraph that was written in a stage",
    'a</p><p change="#d.stage-evening">b <del change="#d.stage-pencil">c</del> d',
    ["a", "a+b ++c++ d+", "ab [c] d"],
  ],
  [
    "passages put in another order",
    'We went <seg type="transposed" xml:id="d.s1" change="#d.stage-evening">to Lewes</seg> <seg type="transposed" xml:id="d.s2">on Monday</seg>.',
    ["We went to Lewes on Monday.", "We went →on Monday →to Lewes.", "We went on Monday to Lewes."],
    '<listTranspose><transpose><ptr target="#d.s2"/><ptr target="#d.s1"/></transpose></listTranspose>',
  ],
])("%s, stage by stage", async (_, source, expected, more = "") => {
  const tei = teiWith(`<p>${source}</p>`, threeStages + more)
  expect(await stagesOf(tei)).toEqual({
    "stage-first.html": expected[0],
    "stage-evening.html": expected[1],
    "stage-pencil.html": expected[2],
  })
  // The last of them is what is read.
  const last = [...(await stagePages(tei)).values()].at(-1) ?? ""
  const inks = (text: string) => text.replace(/\s/g, "")
  expect(inks(textOfDiv(withoutStruck(last), "transcription"))).toBe(
    inks(textOfDiv((await page("reading", tei)).html, "transcription")),
  )
})

test("acts that belong to no stage come last, by whatever name", async () => {
  const words = 'a <del change="#s1">b</del> <del change="#s2">c</del> <del>d</del>'
  expect(
    Object.entries(await stagesOf(teiWith(`<p>${words}</p>`, listed(change("s1"), change("s2"))))),
  ).toEqual([
    ["stage-first.html", "a [b] c d"],
    ["stage-s2.html", "a [c] d"],
    ["stage-rest.html", "a [d]"],
  ])
  const own = listed(change("s1"), change("d.revised"), change("s2"))
  expect(Object.keys(await stagesOf(teiWith(`<p>${words}</p>`, own)))).toEqual([
    "stage-first.html",
    "stage-revised.html",
    "stage-s2.html",
  ])
})

test("a single stage that changed something has a first writing before it; one that changed nothing has not", async () => {
  const single = (act: string) => stagesOf(teiWith(`<p>a ${act}</p>`, listed(change("s1", "In pencil"))))
  expect(await single('<add change="#s1">b</add>')).toEqual({
    "stage-first.html": "a",
    "stage-s1.html": "a +b+",
  })
  expect(await single("b")).toEqual({})
})

test("where no stages are listed, the numbers of acts make them; and nothing else does", async () => {
  const numbered = teiWith('<p>a <del seq="2">b</del> <add seq="1">c</add> <add>d</add></p>')
  expect(Object.entries(await stagesOf(numbered))).toEqual([
    ["stage-first.html", "a b"],
    ["stage-seq-1.html", "a b +c+"],
    ["stage-seq-2.html", "a [b] c"],
    ["stage-rest.html", "a c +d+"],
  ])
  expect(await stagesOf(teiWith("<p>a <del>b</del> <add>c</add></p>"))).toEqual({})
  expect(await stagesOf(sampleTei("letter"))).toEqual({})
})

test("changes of the file are no stages of the writing", async () => {
  const tei = teiWith('<p>a <del change="#c2">b</del></p>', "").replace(
    "</teiHeader>",
    `<revisionDesc><listChange>${change("c1")}${change("c2")}</listChange></revisionDesc></teiHeader>`,
  )
  expect(await stagesOf(tei)).toEqual({})
})

test("an address comes from the change's id, is safe, and no two are the same", async () => {
  const long = "x".repeat(300)
  const ids = [
    "d.first",
    "d.stage-first",
    "Ärger",
    "aerger",
    "A.b",
    "a-b",
    "поправки",
    "rest",
    long,
    "d.e/../f".replaceAll("/", "·"),
  ]
  const files = [...(await stagePages(teiWith("<p>a</p>", listed(...ids.map((id) => change(id)))))).keys()]
  expect(files).toHaveLength(ids.length)
  expect(new Set(files).size).toBe(files.length)
  for (const file of files) expect(file).toMatch(/^stage-[a-z0-9_-]{1,80}\.html$/)
  expect(files[0]).toBe("stage-first.html")
  expect(files.slice(2, 4)).toEqual(["stage-a-rger.html", "stage-aerger.html"])
  // What stands before a stage has no part in its address.
  const fewer = [
    ...(await stagePages(teiWith("<p>a</p>", listed(change("d.first"), change("aerger"))))).keys(),
  ]
  expect(fewer).toEqual(["stage-first.html", "stage-aerger.html"])
})

test("a page says which stage it is, of how many, when and by whom, and leads to the others", async () => {
  const html = (await stagePages(sampleTei("phenomena"))).get("stage-pencil.html") ?? ""
  expect(html).toContain(
    "<title>Letter about the harbour works (stage 2 of 3: Revision in pencil) · E</title>",
  )
  expect(html).toMatch(
    /<h2 id="standing"><span class="stage-number">Stage 2 of 3<\/span> <span class="stage-name">Revision in pencil</,
  )
  expect(html).toContain("June 1887; hand: Her brother")
  expect(html).toContain("2 additions and passages put in another order")
  expect(html).toContain(
    '<a href="stage-first.html" class="stage-before">Before it: First writing, in ink</a>',
  )
  expect(html).toContain('<a href="stage-rest.html" class="stage-after">')
  expect(html).toContain('<a href="genetic.html" aria-current="true">')
  const rest = (await stagePages(sampleTei("phenomena"))).get("stage-rest.html") ?? ""
  expect(rest).toContain("is not recorded; it stands where the encoding lists it")
})

test("the genetic view leads to the stages, if there are some", async () => {
  const { html } = await page("genetic", sampleTei("phenomena"))
  expect([...html.matchAll(/<a href="(stage-[^"]+)"/g)].map(([, file]) => file)).toEqual([
    "stage-first.html",
    "stage-pencil.html",
    "stage-rest.html",
  ])
  expect((await page("genetic", sampleTei("letter"))).html).not.toContain("stage-pages")
})
