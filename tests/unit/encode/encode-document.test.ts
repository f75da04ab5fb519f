import { expect, test } from "vitest"
import { encodeDocument } from "../../../src/encode/encode-document.js"
import type { Document, FrontMatter } from "../../../src/model/edition.js"
import { openSourceText } from "../../../src/model/source-text.js"
import { readTranscription } from "../../../src/read/transcription.js"
import { codesOf, encodeFile, frontMatterOf, settingsWith } from "../../encoding.js"

const settings = settingsWith()

function documentOf(body: string, more: Partial<FrontMatter> = {}): Document {
  const frontMatter = { ...frontMatterOf(), ...more }
  const transcription = readTranscription(openSourceText("a.md", body), 0, frontMatter, settings).value
  return {
    name: "a",
    file: "a.md",
    frontMatter,
    transcription,
    entities: [],
    correspondents: new Map(),
    images: [],
    fieldSpans: new Map(),
  }
}
const encode = (document: Document) => encodeDocument(document, { settings, documents: [document] }, "0.0.0")
const actions = (more: Partial<FrontMatter>) =>
  Array.from(
    encode(documentOf("a", more)).value.text.matchAll(/<correspAction type="(\w+)"/g),
    (match) => match[1],
  )

test("a character that would be lost is an error", () => {
  const document = documentOf("a ~~b~~")
  const transcription = { ...document.transcription, markup: [] }
  expect(codesOf(encode({ ...document, transcription }))).toEqual(["text-not-conserved"])
})

test.each([
  ["letter", "unknown", ["composed", "addressed"]],
  ["letter", "unsent", ["composed", "addressed"]],
  ["letter", "published", ["published", "addressed"]],
  ["draft", "sent", ["composed", "addressed"]],
  ["press-release", "unknown", ["published", "addressed"]],
] as const)("a %s that is %s was %j", (kind, status, types) =>
  expect(actions({ kind, status })).toEqual(types),
)

test("the reviser's hand is named by every revision", () => {
  const hands = [{ id: "clerk", name: "A clerk", role: "revisions" as const }]
  const { text } = encode(documentOf("a ~~b~~ c", { hands })).value
  expect(text).toContain('<handNote xml:id="a.hand-clerk" scope="minor">A clerk</handNote>')
  expect(text).toContain('hand="#a.hand-clerk"')
})

test("each element knows the place it came from", () => {
  const { text, places } = encode(documentOf("One.\n\nTwo <u>three</u>.\n")).value
  const line = text.split("\n").findIndex((each) => each.includes("<hi")) + 1
  const place = places.find(
    (each) => each.line === line && each.origin.start.line === 3 && each.origin.start.column === 5,
  )
  expect(text.split("\n")[line - 1]?.slice((place?.column ?? 1) - 1)).toMatch(/^<hi /)
})

test.each([
  ["[[quill|She]]", []],
  ["[[nobody|She]]", ["entity-unknown"]],
  ["~~she~~{hand=nobody}", ["hand-undeclared"]],
  ["~~she~~{#a}", ["id-twice"]],
])("what the editor puts into a correction, as %s, is looked up as elsewhere", (corr, codes) => {
  const head = "title: A\nkind: letter\nsender: B\nrecipient: C\nlicence: unknown"
  const file = `---\n${head}\n---\n\nI ~~and~~{#a} :sic[Shee]{corr="${corr}"} went.\n`
  const register = "people:\n  - { id: quill, name: Ada Quill }\n"
  const { tei, diagnostics } = encodeFile(new TextEncoder().encode(file), { register })
  expect(diagnostics.map((each) => each.code)).toEqual(codes)
  if (codes.length === 0) expect(tei).toContain('<persName ref="#letter.person-quill">She</persName></corr>')
})

test("what stet declares is English in a document of another language", () => {
  const declared = (language: string) =>
    /<editorialDecl[^>]*>/.exec(encode(documentOf("a", { language })).value.text)?.[0]
  expect(declared("de-AT")).toBe('<editorialDecl xml:lang="en">')
  expect(declared("en-GB")).toBe("<editorialDecl>")
})
