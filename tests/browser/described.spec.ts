import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { useSampleSite } from "./sample-site.js"
import { inPage, visit } from "./visit.js"

const shared = useSampleSite()
const textOf = (path: string) => readFileSync(join(shared.site.folder, path), "utf8")

interface Head {
  readonly metas: readonly (readonly [name: string, content: string])[]
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
  readonly scripts: number
}

/** What a program that reads the head of a page finds there. */
async function headOf(path: string): Promise<Head & { readonly complaints: readonly string[] }> {
  const { page, complaints } = await visit(shared.browser, shared.site.urlOf(path), {
    scripts: true,
    policy: true,
  })
  const head = await inPage<Head>(
    page,
    `({
      metas: [...document.querySelectorAll("head meta[name]")].map((each) => [each.name, each.content]),
      links: [...document.querySelectorAll("head link[rel]")].map((each) => ({ rel: each.rel, href: each.getAttribute("href"), type: each.type })),
      scripts: document.querySelectorAll("head script:not([src])").length,
    })`,
  )
  await page.context().close()
  return { ...head, complaints }
}
const valuesOf = ({ metas }: Head, name: string) =>
  metas.filter(([each]) => each === name).map(([, content]) => content)
const hrefsOf = ({ links }: Head, rel: string) =>
  links.filter((each) => each.rel === rel).map(({ href }) => href)

test("a page is described by a file, not by a script, which its policy forbids", async () => {
  const { scripts, complaints } = await headOf("letter/index.html")
  expect(complaints).toEqual([])
  expect(scripts).toBe(0)
  expect(JSON.parse(textOf("letter/letter.jsonld"))).toMatchObject({
    "@context": "https://schema.org",
    "@id": "https://example.org/letters/letter/index.html",
    "@type": "Message",
    name: "Letter to the Chairman, 27 October 1962",
    dateSent: "1962-10-27",
  })
}, 60_000)

// Zotero's translator “Embedded Metadata” asks its RDF translator for the kind of item. That takes z:itemType, then the
// types of bib, prism, eprints and og, and then the first DC.type, if it is a kind of Zotero's; only without any of them is
// a page with citation_title an article of a journal. COinS in a page would go before all of it.
test.each([
  ["letter", "letter"],
  ["draft", "manuscript"],
  ["press-release", "document"],
])(
  "Zotero takes the page of the %s for a %s, in each view",
  async (name, kind) => {
    for (const view of ["index", "diplomatic", "genetic", "parallel", "source"]) {
      const head = await headOf(`${name}/${view}.html`)
      expect(valuesOf(head, "DC.type")).toEqual([kind])
      expect(
        head.metas.filter(([each]) =>
          /^(?:z[.:_](?:item)?type$|bib[.:_]type|bibo|prism|eprints?|og)/i.test(each),
        ),
      ).toEqual([])
      expect(textOf(`${name}/${view}.html`)).not.toMatch(/class="[^"]*\bZ3988\b/)
      expect(valuesOf(head, "citation_title")).toEqual(valuesOf(head, "DC.title"))
      expect(valuesOf(head, "citation_title")).toHaveLength(1)
    }
  },
  60_000,
)

// Zotero takes the creators of DC.creator, bib.contributors and z.recipients, of which only a letter has any, but forgets
// them where there is a citation_author or citation_editor; and fields of its own from z., after all others.
test("Zotero takes who wrote a letter, to whom, and where it is kept; its editors are not its authors", async () => {
  const head = await headOf("letter/index.html")
  expect(head.metas.filter(([each]) => /^citation_(?:authors?|editors?)$/.test(each))).toEqual([])
  expect(valuesOf(head, "DC.creator")).toEqual(["John F. Kennedy"])
  expect(valuesOf(head, "z.recipients")).toEqual(["Nikita Khrushchev"])
  expect(valuesOf(head, "bib.contributors")).toEqual(valuesOf(head, "DC.contributor"))
  expect(valuesOf(head, "z.letterType")).toEqual(["letter"])
  expect(valuesOf(head, "z.archive")).toEqual(["John F. Kennedy Presidential Library, Boston"])
  expect(valuesOf(head, "z.archiveLocation")).toEqual(["President’s Office Files, JFKPOF-115-001"])
  const draft = await headOf("draft/index.html")
  expect(valuesOf(draft, "z.recipients")).toEqual([])
  expect(valuesOf(draft, "z.manuscriptType")).toEqual(["draft"])
}, 60_000)

test("one tag for each author, so that no reader parts two of them at a comma", async () => {
  const head = await headOf("letter/index.html")
  expect(valuesOf(head, "citation_date")).toEqual(["1962/10/27"])
  expect(valuesOf(head, "DC.date")).toEqual(["1962-10-27"])
  expect(valuesOf(head, "citation_public_url")).toEqual(["https://example.org/letters/letter/index.html"])
  expect(head.metas.filter(([, content]) => content.trim() === "")).toEqual([])
})

// The FAIR Signposting profile, level 1 for a landing page, and level 2 by its linkset.
test("signposts lead to what is there, and the linkset says the same and more", async () => {
  const head = await headOf("letter/index.html")
  expect(hrefsOf(head, "cite-as")).toEqual(["https://example.org/letters/letter/index.html"])
  expect(hrefsOf(head, "type")).toEqual(["https://schema.org/Message"])
  expect(hrefsOf(head, "license")).toHaveLength(1)
  expect(hrefsOf(head, "linkset")).toEqual(["linkset.json"])
  const files = [...hrefsOf(head, "describedby"), ...hrefsOf(head, "item"), ...hrefsOf(head, "collection")]
  expect(files).toHaveLength(8)
  for (const file of files) expect(textOf(join("letter", file)).length).toBeGreaterThan(50)
  for (const each of head.links.filter(({ rel }) => ["describedby", "item"].includes(rel)))
    expect(each.type).not.toBe("")

  const { linkset } = JSON.parse(textOf("letter/linkset.json")) as {
    readonly linkset: readonly Readonly<
      Record<string, readonly { readonly href: string; readonly type?: string }[]>
    >[]
  }
  const [page, ...others] = linkset
  for (const rel of ["cite-as", "type", "license"])
    expect(
      page?.[rel]?.map(({ href }) => href),
      rel,
    ).toEqual(hrefsOf(head, rel))
  const root = "https://example.org/letters/letter/"
  for (const rel of ["describedby", "item", "collection"])
    expect(page?.[rel]?.map(({ href, type }) => [href, type]).sort(), rel).toEqual(
      head.links
        .filter((each) => each.rel === rel)
        .map(({ href, type }) => [new URL(href, root).href, type])
        .sort(),
    )
  // Level 2: what the files cannot say of themselves.
  expect(others).toHaveLength(7)
  for (const { describes = [], collection = [] } of others)
    expect([...describes, ...collection]).toEqual([{ href: `${root}index.html`, type: "text/html" }])
})

test("other views of a document lead to nothing of this", async () => {
  const { links } = await headOf("letter/diplomatic.html")
  expect(links.filter(({ rel }) => ["cite-as", "item", "linkset"].includes(rel))).toEqual([])
})
