import { describe, expect, test } from "vitest"
import { decodeFile } from "../../../src/pipeline.js"
import {
  codesOf,
  decodeAgain,
  encodeAgain,
  encodeBodyText,
  encodeFile,
  type Rules,
  settingsWith,
} from "../../encoding.js"

const normalForm = (body: string, rules?: Rules) =>
  decodeAgain(encodeBodyText(body, rules).tei ?? "", rules)?.body

test.each([
  ["a <del>b</del> {--c--}", "a ~~b~~ ~~c~~"],
  ["<s>a</s><s>b</s>", "~~a~~{--b--}"],
  ["<del>a <del>b</del></del>", "{--a ~~b~~--}"],
  ["a  \nb", "a\\\nb"],
  ["a {++b++} <ins>c</ins>", "a <add>b</add> <add>c</add>"],
  ["___", "---"],
  ["## A", "# A"],
  ["{~~a~>b~~}", "{~~a~>b~~}"],
  ["~~a~~<sup>b</sup>", "~~a~~<sup>b</sup>"],
  ["{~~a~>b~~}{place=above hand=x}", "{~~a~>b~~}{hand=x place=above}"],
  [":overwriting[a~>b]", ":overwriting[a~>b]"],
  [":gap{quantity=1 unit=words}", "::gap{quantity=1 unit=words}"],
  ["a :gap{quantity=1 unit=words}", "a [1 word illegible]"],
  ["26:highlight[th]{rend=superscript}", "26^th^"],
  [":highlight[x y]{rend=superscript}", ":superscript[x y]"],
  ["[x?]{cert=low}", "<unclear>x</unclear>{cert=low}"],
  ['a :sic[teh]{corr="the *one*" note="so read"}', 'a :sic[teh]{corr="the *one*" note="so read"}'],
  [":[[#|word]]", ":[[#|word]]"],
  ["See[^1]\n\n[^1]:  so", "See[^1]\n\n[^1]: so"],
  ["|a|b|\n|:--|--:|\n|c\\|d||", "| a | b |\n|---|---|\n| c\\|d |  |"],
  [":::deletion{#deletion-1}\na\n:::", ":::deletion\na\n:::"],
])("%j in normal form is %j", (typed, normal) => {
  expect(normalForm(typed)).toBe(normal)
})

// Ordinary prose looks like ordinary prose: no backslash that is not needed.
test.each([
  "It cost 5* and a * b; he said: “so” [sic] (a), 3 < 4 & 5 > 2.",
  "C:\\Users, 1.5 or 1) or no. 7 - or - so_so_so; ~ 40; {a} | b",
  "note: see [1], a^b, <b, #1, --, 10:30, x:y",
  "1962 was\n2 was\n- so",
])("%j stays as it is", (typed) => expect(normalForm(typed)).toBe(typed))

test.each([
  ["1\\. a", "1\\. a"],
  ["a\r\\# b", "a\r\\# b"],
  ["\\~~a\\~~ \\*b\\* \\[c?\\] \\:gap{} \\<sup>", "\\~\\~a\\~\\~ \\*b* \\[c?] \\:gap{} \\<sup>"],
  ["~~a~~\\{b}", "~~a~~\\{b}"],
  [":note[a \\] b]", "{>>a ] b<<}"],
  ["\\::salute[a]", "\\::salute[a]"],
  ["\\| a | b |", "\\| a | b |"],
])("%j keeps its signs apart as %j", (typed, normal) => expect(normalForm(typed)).toBe(normal))

describe("what a paragraph does in the letter", () => {
  test.each([
    ["::salute[Dear Ben,]\n\nSo it is.", "Dear Ben,\n\nSo it is."],
    ["::salute[Ahoy]\n\nSo it is.", "::salute[Ahoy]\n\nSo it is."],
    ["::paragraph[Dear Ben,]\n\nSo it is.", "::paragraph[Dear Ben,]\n\nSo it is."],
    ["Whitby, 3 May 1911\n\nDear Ben,\n\nSo it is.", "Whitby, 3 May 1911\n\nDear Ben,\n\nSo it is."],
    ["So it is.\n\n::paragraph[Yours,]", "So it is.\n\n::paragraph[Yours,]"],
    ["So it is.\n\nYours,\nAda", "So it is.\n\nYours,\nAda"],
  ])("%j is typed %j", (typed, normal) => expect(normalForm(typed)).toBe(normal))
})

test.each([
  ["fromthepage", '<strike>a</strike> <hi rend="it">b</hi>\nc', '<s>a</s> <hi rend="it">b</hi>\nc'],
  ["critic-markup", "{--a--} <u>b</u>", "{--a--} <u>b</u>"],
  ["by-the-people", "[crossed out]a[end crossed out] [?]", undefined],
  ["leiden-plus", "the \\boat/ 〚ship〛 ạ", "the \\boat/ 〚ship〛 ạ"],
])("in the profile %s %j is typed with its own signs", (profile, typed, normal) => {
  const found = normalForm(typed, { profile })
  expect(found?.normalize("NFC")).toBe((normal ?? found)?.normalize("NFC"))
  expect(encodeBodyText(found ?? "", { profile }).tei).toBe(encodeBodyText(typed, { profile }).tei)
})

const everyField = `---
title: "Ada: to Ben, # 1"
kind: letter
sender: "1911"
recipient: 'yes'
date:
  when: 1911-05-03
  notAfter: "1912"
  text: on the 3rd of May
place: Whitby
language: en
country: England
settlement: Whitby
repository: Harbour Archive
collection: Quill papers
shelfmark: MS 1/2
source: "Bought; “as is”\\nin 1950"
extent: 2 leaves
hands:
  - { id: a, name: Ada Quill, medium: black ink, role: text }
  - { id: b, name: "Ben: Folio", role: revisions }
stages:
  - { id: ink, description: "The first: quick" }
  - { id: pencil, description: later, when: 1911-06 }
status: sent
witnesses:
  - { document: draft, relation: "draft: the first" }
transcriber: Carl Inkwell
licence: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/
---
The ~~boat~~{hand=a stage=ink} <sup>is</sup>.
`

test("every field of the front matter comes back", () => {
  const { tei, diagnostics } = encodeFile(new TextEncoder().encode(everyField))
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  const decoded = decodeAgain(tei ?? "")
  expect(decoded?.frontMatter).toMatchObject({
    ...{ title: "Ada: to Ben, # 1", kind: "letter", sender: "1911", recipient: "yes", status: "sent" },
    date: { when: "1911-05-03", notAfter: "1912", text: "on the 3rd of May" },
    ...{ place: "Whitby", language: "en", country: "England", settlement: "Whitby" },
    ...{ repository: "Harbour Archive", collection: "Quill papers", shelfmark: "MS 1/2" },
    ...{ source: "Bought; “as is”\nin 1950", extent: "2 leaves", transcriber: "Carl Inkwell" },
    hands: [
      { id: "a", name: "Ada Quill", medium: "black-ink", role: "text" },
      { id: "b", name: "Ben: Folio", role: "revisions" },
    ],
    stages: [
      { id: "ink", description: "The first: quick" },
      { id: "pencil", description: "later", when: "1911-06" },
    ],
    witnesses: [{ document: "draft", relation: "draft: the first" }],
    licence: "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
  })
  expect(encodeAgain(tei ?? "")).toBe(tei)
})

test("an emendation of the front matter comes back at its place", () => {
  const typed = everyField.replace(
    "transcriber:",
    'emendations: [{ passage: The, sic: The, corr: "**was**", note: so }]\ntranscriber:',
  )
  const { tei } = encodeFile(new TextEncoder().encode(typed))
  const decoded = decodeAgain(tei ?? "")
  expect(decoded?.body).toBe(':sic[The]{corr="**was**" note=so} ~~boat~~{hand=a stage=ink} <sup>is</sup>.\n')
  expect(decoded?.frontMatter?.emendations).toEqual([])
  expect(encodeAgain(tei ?? "")).toBe(tei)
})

describe("what stet does not write", () => {
  const { tei = "" } = encodeFile(new TextEncoder().encode(everyField))
  const problemsOf = (written: string) =>
    decodeFile({ file: "a.xml", bytes: new TextEncoder().encode(written) }, settingsWith())
  const body = tei.split("\n").findIndex((each) => each.includes("<body>")) + 1

  test.each([
    ["an element", "<add", "<num>7</num><add", /<num>/],
    ["an attribute", "<add", '<add facs="#z"', /facs/],
    ["a block", "\n</div>", "\n<lg><head>a</head></lg></div>", /<head>/],
    ["words between blocks", "\n</div>", "so</div>", /so/],
    ["a hand that is none of the document's", "#letter.hand-a", "#other", /hand/],
    [
      "an id that is none of stet's",
      'xml:id="letter.text"><p xml:id="',
      'xml:id="letter.text"><p xml:id="p.',
      /xml:id/,
    ],
  ])("%s is named with its line", (_, sign, by, named) => {
    const { value, diagnostics } = problemsOf(tei.replace(sign, by))
    expect(value).toBeUndefined()
    expect(codesOf({ diagnostics })[0]).toBe("tei-undecodable")
    expect(diagnostics[0]?.message).toMatch(named)
    expect(diagnostics[0]?.span?.start.line).toBeGreaterThanOrEqual(body)
  })

  test("a correction of several lines, which only the front matter holds, is named", () => {
    const typed = everyField.replace(
      "transcriber:",
      'emendations: [{ passage: The, sic: The, corr: "A\\nB" }]\ntranscriber:',
    )
    const { diagnostics } = problemsOf(encodeFile(new TextEncoder().encode(typed)).tei ?? "")
    expect(diagnostics.map((each) => each.message)).toEqual([expect.stringMatching(/line end in <corr>/)])
  })

  test("in the header it is named too", () => {
    const { diagnostics } = problemsOf(tei.replace("</teiHeader>", "<revisionDesc/></teiHeader>"))
    expect(diagnostics[0]?.message).toMatch(/revisionDesc/)
  })

  test("a profile without a sign for something says so", () => {
    const { value, diagnostics } = decodeFile(
      { file: "a.xml", bytes: new TextEncoder().encode(encodeBodyText(":stamp[so]").tei ?? "") },
      settingsWith({ profile: "leiden-plus" }),
    )
    expect([value, codesOf({ diagnostics })]).toEqual([undefined, ["tei-undecodable"]])
    expect(diagnostics[0]?.message).toContain("Leiden+")
  })
})

test.each([
  ["", "tei-not-well-formed"],
  ["<TEI>", "tei-not-well-formed"],
  ["<TEI/>", "tei-undecodable"],
  ["<!DOCTYPE TEI><TEI><text><body/></text></TEI>", "doctype-refused"],
  [`${"<p>".repeat(5000)}`, "tei-undecodable"],
])("%j is refused", (tei, code) => {
  const { value, diagnostics } = decodeFile(
    { file: "a.xml", bytes: new TextEncoder().encode(tei) },
    settingsWith(),
  )
  expect([value, codesOf({ diagnostics })[0]]).toEqual([undefined, code])
})
