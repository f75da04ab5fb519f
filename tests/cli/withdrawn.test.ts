import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readImageHeader } from "../../src/read/image-header.js"
import { jpeg, png } from "../images.js"
import { type Desk, front, openDesk, settings } from "./stet.js"

// No address that was published answers with nothing: what was taken out has a page that says where its words are.

const binding = "The binding has come back this morning, and I am not content with it at all."
const paper = "Of the paper we had spoken in March; it is not the paper that you have now taken for it."
const boat = "My brother has bought a boat, and we shall be upon the lake until the end of August."
const roses = "In the garden the roses are out, more of them than in any year since we came here."
const letter = (title: string, ...paragraphs: readonly string[]) =>
  `---\n${front.replace(/title: .*/, `title: ${title}`)}${title === "On the boat" ? "images: [{ file: images/a.png }, { file: images/b.jpg }]\nwitnesses:\n  - { document: binding, relation: another letter }\n" : ""}---\nDear Ben,\n\n${paragraphs.join("\n\n")}\n`
let desk: Desk
let before: Readonly<Record<string, string>>
let after: Readonly<Record<string, string>>

const pathsIn = (site: typeof before) =>
  Object.keys(site)
    .map((path) => path.slice(path.indexOf("/site/") + "/site/".length))
    .filter((path) => /\.(?:html|txt|xml|bib|ris|json|jsonld|png|jpg)$/.test(path))
const page = (path: string) =>
  Object.entries(after).find(([each]) => each.endsWith(`/site/${path}`))?.[1] ?? ""
const build = async () => {
  const { exitCode, stderr } = await desk.stet("build")
  expect([exitCode, stderr.includes(" error: ") ? stderr : ""]).toEqual([0, ""])
  const files = Object.entries(await desk.snapshot("output/site"))
  return Object.fromEntries(files.map(([path, text]) => [path, Buffer.from(text, "latin1").toString()]))
}
const idOf = (words: string) => {
  const tei = Object.entries(before).filter(([path]) => path.includes("/site/tei/"))
  return new RegExp(`<p xml:id="([^"]*)">${words}`).exec(tei.map(([, text]) => text).join("\n"))?.[1] ?? ""
}

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write(
    "sources/binding.md",
    letter("On the binding", binding, paper, "We shall see about it then."),
  )
  await desk.write("sources/boat.md", letter("On the boat", boat, roses))
  await desk.write("images/a.png", png(20, 30))
  await desk.write("images/b.jpg", jpeg(20, 30))
  before = await build()
  await desk.write("edition.yaml", settings.replace("1.0.0", "1.1.0"))
  await desk.remove("sources/boat.md")
  await desk.write("sources/binding.md", letter("On the binding", `${binding} ${paper}`, roses))
  after = await build()
}, 180_000)
afterAll(() => desk.clear())

test("every page, text and TEI file that was published is still there", () => {
  expect(pathsIn(before).filter((path) => !pathsIn(after).includes(path))).toEqual([])
  expect(pathsIn(after).filter((path) => page(path) === "")).toEqual([])
})

test("every id that was published is on the pages that had it", () => {
  const idsIn = (html: string) =>
    Array.from(html.matchAll(/ id="([a-z]+\.[a-z0-9]{7}[^"]*)"/g), ([, id]) => id)
  const lost = pathsIn(before).flatMap((path) => {
    if (!/\/(?:index|diplomatic|genetic)\.html$/.test(path)) return []
    const [then] = Object.entries(before).filter(([each]) => each.endsWith(`/site/${path}`))
    const now = new Set(idsIn(page(path)))
    expect(idsIn(then?.[1] ?? "").length).toBeGreaterThan(1)
    return idsIn(then?.[1] ?? "").filter((id) => !now.has(id))
  })
  expect(lost).toEqual([])
})

test("a page that stayed says what became of the passages that stood on it", () => {
  const html = page("binding/index.html")
  expect(html).toContain("joined with another passage in version 1.1.0")
  expect(html).toMatch(new RegExp(`<li id="${idOf(binding)}">.*?<a href="#${idOf(paper)}"`, "s"))
  expect(html).toMatch(/We shall see about it then\..*?taken out in version 1\.1\.0/s)
})

test("a document that was taken out says when, and leads to where its words are", () => {
  for (const path of ["boat/index.html", "boat/diplomatic.html", "boat/genetic.html"]) {
    expect(page(path)).toContain("“On the boat” is no more in this edition")
    expect(page(path)).toContain("Version 1.1.0 of the edition took it out.")
    expect(page(path)).toMatch(
      new RegExp(`<li id="${idOf(roses)}">.*?<a href="../binding/index.html#${idOf(roses)}"`, "s"),
    )
  }
  expect(page("boat/boat.reading.txt")).toContain("“On the boat” is no more in this edition\n")
  expect(page("tei/boat.xml")).toContain("<title>On the boat</title>")
  expect(page("search.html")).not.toContain("boat")
})

test("what a document's files were is told in the form that their address promises", () => {
  expect(page("boat/boat.bib")).toContain("is no more in this edition")
  expect(page("boat/boat.ris")).toMatch(/^TY {2}- GEN\r\nTI {2}- “On the boat” is no more/)
  expect(JSON.parse(page("boat/boat.csl.json"))).toMatchObject([{ note: expect.stringContaining("1.1.0") }])
  expect(JSON.parse(page("boat/boat.jsonld"))).toMatchObject({ "@type": "CreativeWork" })
  for (const [path, format] of [
    ["a.png", "png"],
    ["b.jpg", "jpeg"],
  ] as const)
    expect(readImageHeader(readFileSync(join(desk.folder, "output/site/images", path)))).toMatchObject({
      header: { mimeType: `image/${format}` },
    })
  // The document is there, and what compared it with another has gone.
  for (const file of ["html", "xml"])
    expect(page(`binding/with-boat.${file}`)).toContain("An earlier version of the edition had a page")
})

test("a withdrawn document's TEI is valid, and is no document of the edition", async () => {
  const { stderr, exitCode } = await desk.stet("check", "output/site/tei")
  expect([exitCode, stderr.includes(" error: ") ? stderr : ""]).toEqual([0, ""])
  expect(Object.keys(await desk.snapshot("output/tei")).some((path) => path.endsWith("boat.xml"))).toBe(false)
}, 60_000)

test("what comes back has its page and its ids again", async () => {
  await desk.write("sources/boat.md", letter("On the boat", boat))
  after = await build()
  expect(page("boat/index.html")).toContain(`id="${idOf(boat)}"`)
  expect(page("boat/index.html")).not.toContain("is no more in this edition")
  // The roses stay where they are.
  expect(page("boat/index.html")).toContain("stands now in")
}, 60_000)
