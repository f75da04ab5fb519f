import { expect, test } from "vitest"
import { publishSite } from "../../../src/publish/publish-site.js"
import { rendererOf } from "../../../src/render/renderer.js"
import { testStylesheet } from "../../browser/site.js"
import { inEnglish } from "../../interface.js"

const person = (document: string, id: string, name: string) =>
  `<person xml:id="${document}.person-${id}"><persName>${name}</persName></person>`

const letter = (name: string, standOff: string, correspondence: string, body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${name}"><teiHeader><fileDesc><titleStmt><title>Letter ${name}</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc><profileDesc><correspDesc>${correspondence}</correspDesc></profileDesc></teiHeader>${standOff}<text><body><div>${body}</div></body></text></TEI>`

const a = letter(
  "a",
  `<standOff><listPerson>${person("a", "ada", "Ada Quill")}${person("a", "ben", "Ben Marsh")}</listPerson></standOff>`,
  '<correspAction type="sent"><persName ref="#a.person-ada">Ada Quill</persName></correspAction>',
  '<p xml:id="a.p1">I saw <persName ref="#a.person-ben">our Ben</persName>.</p><p xml:id="a.p2"><del>Not <persName ref="#a.person-ben">B.</persName></del></p>',
)
const b = letter(
  "b",
  `<standOff><listPerson>${person("b", "ben", "Ben Marsh")}</listPerson></standOff>`,
  '<correspAction type="received"><persName ref="#b.person-ben">Ben Marsh</persName></correspAction>',
  '<p xml:id="b.p1">Come soon.</p>',
)

const publish = async (...documents: readonly { readonly name: string; readonly tei: string }[]) => {
  const { value } = await publishSite({
    edition: { title: "T", editors: [], version: "1.0.0", language: "en", licence: "CC0", ...inEnglish },
    documents,
    styles: [],
    scripts: [],
    renderer: rendererOf(await testStylesheet()),
  })
  return new Map(value.map((file) => [file.path, String(file.content)]))
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ")

test("a person stands once, with every letter that names it, and what it was to each", async () => {
  const names = (await publish({ name: "a", tei: a }, { name: "b", tei: b })).get("names.html") ?? ""
  expect(names.match(/class="entry-name">[^<]*/g)).toEqual([
    'class="entry-name">Ada Quill',
    'class="entry-name">Ben Marsh',
  ])
  expect(textOf(names)).toContain("Ada QuillLetter a, sender")
  expect(textOf(names)).toContain("Ben MarshLetter a: our Ben, B.Letter b, recipient")
})

test("each mention leads to its passage, a struck one to the view that shows it", async () => {
  const site = await publish({ name: "a", tei: a }, { name: "b", tei: b })
  const links = [...(site.get("names.html") ?? "").matchAll(/class="mention" href="([^"#]*)#([^"]*)"/g)]
  expect(links.map(([, file, id]) => `${file}#${id}`)).toEqual([
    "a/index.html#a.p1",
    "a/diplomatic.html#a.p2",
  ])
  for (const [, file = "", id] of links) expect(site.get(file)).toContain(`id="${id}"`)
})

test("the index and each register lead there", async () => {
  const site = await publish({ name: "a", tei: a })
  expect(site.get("index.html")).toContain('href="names.html"')
  expect(site.get("a/index.html")).toContain('href="../names.html"')
})

test("an edition without registers has no such page", async () => {
  const site = await publish({ name: "b", tei: b.replace(/<standOff>.*<\/standOff>/, "") })
  expect(site.has("names.html")).toBe(false)
  expect(site.get("index.html")).not.toContain("names.html")
})
