import { mkdir, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test } from "vitest"
import { makeSite } from "../../src/cli/make-site.js"
import { previewResources, resources } from "../../src/cli/resources.js"
import { openPreview, openShelf, type Preview, renderEdition, type SchemaShelf } from "../../src/pipeline.js"
import { sampleTei } from "../browser/site.js"
import { type Desk, front, openDesk, settings, transcription } from "../cli/stet.js"

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clear())

const tools = previewResources("1")
const openTools = async () => ({ preview: await openPreview(tools), shelf: await openShelf(tools) })

/** The pages and all other files of the site, or the codes of the errors that keep it from being made. */
async function siteBy({ preview, shelf }: { readonly preview: Preview; readonly shelf: SchemaShelf }) {
  const made = await makeSite([desk.folder], {
    resources: tools,
    shelf: async () => shelf,
    render: (checked) =>
      preview.render(
        checked,
        () => {},
        async () => {},
      ),
    progress: () => {},
  })
  const files = made.site && Object.fromEntries(made.site.map(({ path, content }) => [path, textOf(content)]))
  return { files, diagnostics: made.diagnostics }
}

/** The site that `stet build` would write. */
async function builtSite() {
  const made = await makeSite([desk.folder], {
    resources: resources("1"),
    shelf: () => openShelf(resources("1")),
    render: (checked) => renderEdition(checked, resources("1")),
    progress: () => {},
  })
  return made.site && Object.fromEntries(made.site.map(({ path, content }) => [path, textOf(content)]))
}

const textOf = (content: string | Uint8Array) => Buffer.from(content).toString("latin1")

/** What a preview has besides, taken away. */
function withoutPreview(files: Readonly<Record<string, string>> | undefined) {
  const isOfPreview = (path: string) => /^assets\/(?:preview|keep-place)\./.test(path)
  return (
    files &&
    Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => !isOfPreview(path))
        .map(([path, text]) => [
          path,
          text
            .replace("; connect-src 'self'", "")
            .replace(/<link rel="stylesheet" href="[^"]*preview\.css">/, "")
            .replace(/<script defer src="[^"]*keep-place\.js"><\/script>/, "")
            .replace(/<script defer src="[^"]*preview\.js"[^>]*><\/script>/, ""),
        ]),
    )
  )
}

const at = (path: string) => join(desk.folder, path)
const put = async (path: string, text: string) => {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(path), text)
}
const remove = (path: string) => rm(at(path), { force: true })
const move = (from: string, to: string) => rename(at(from), at(to)).catch(() => undefined)

/** What an editor does, one step each; some leave the edition with errors. */
const edits: Readonly<Record<string, () => Promise<unknown>>> = {
  "words changed": () => put("sources/a.md", transcription("one ~~two~~ <sup>three</sup>\n")),
  "words changed again": () => put("sources/a.md", transcription("one two [three?]\n\nfour\n")),
  "a mark left open": () => put("sources/a.md", transcription("one ~~two\n")),
  "a title changed": () =>
    put("sources/b.md", `---\n${front.replace("Ada Quill to", "A. Q. to")}---\nsecond\n`),
  "a date given": () => put("sources/b.md", transcription("second\n", "date: 1911-03-04\n")),
  "front matter broken": () => put("sources/b.md", "---\ntitle: [\n---\nsecond\n"),
  "a document deleted": () => remove("sources/b.md"),
  "a document added": () => put("sources/c.md", transcription("third\n")),
  "a document renamed": () => move("sources/c.md", "sources/d.md"),
  "a document renamed back": () => move("sources/d.md", "sources/c.md"),
  "TEI brought": () => put("sources/brought.xml", sampleTei("letter")),
  "brought TEI changed": () => put("sources/brought.xml", sampleTei("letter").replace("<p ", "<p n='1' ")),
  "brought TEI taken away": () => remove("sources/brought.xml"),
  "a register": () =>
    put("sources/registers/persons.yaml", "persons:\n  - id: folio\n    name: Ben Folio\n    wikidata: Q1\n"),
  "another entry": () =>
    put("sources/registers/persons.yaml", "persons:\n  - id: folio\n    name: Ben Folio\n    birth: 1870\n"),
  "no register": () => remove("sources/registers/persons.yaml"),
  "a title of the edition": () => put("edition.yaml", settings.replace("Quill's", "Ada Quill's")),
  "the edition in German": () => put("edition.yaml", settings.replace("language: en", "language: de")),
  "another order": () => put("edition.yaml", `${settings}order: [b, a]\n`),
  "edition.yaml broken": () => put("edition.yaml", "title: [\n"),
  "edition.yaml as it was": () => put("edition.yaml", settings),
}

async function begin() {
  await rm(at("sources"), { recursive: true, force: true })
  await put("edition.yaml", settings)
  await put("sources/a.md", transcription("one two three\n"))
  await put("sources/b.md", transcription("second\n"))
}

/** A day's work: everything happens once, and what is broken is mended. */
const day = [
  "words changed",
  "a mark left open",
  "words changed again",
  "front matter broken",
  "a title changed",
  "a register",
  "another entry",
  "a document added",
  "a document renamed",
  "TEI brought",
  "brought TEI changed",
  "another order",
  "the edition in German",
  "edition.yaml broken",
  "a title of the edition",
  "a date given",
  "a document deleted",
  "no register",
  "a document renamed back",
  "brought TEI taken away",
  "edition.yaml as it was",
]

test("a preview after any edits is what a fresh one shows, byte for byte, and what a build writes but for its own means", async () => {
  const names = Object.keys(edits)
  expect([...day].sort()).toEqual([...names].sort())
  const sequences = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      await begin()
      const kept = await openTools()
      await siteBy(kept)
      for (const name of sequence) {
        await edits[name]?.()
        await siteBy(kept)
      }
      const after = await siteBy(kept)
      expect(after).toEqual(await siteBy(await openTools()))
      expect(withoutPreview(after.files)).toEqual(await builtSite())
      if (sequence.length >= day.length) expect(Object.keys(after.files ?? {})).toContain("c/genetic.html")
    }),
    { numRuns: 5, examples: [[day], [day.slice(0, 7)], [day.slice(0, 13)]] },
  )
}, 600_000)
