import vm from "node:vm"
import MiniSearch from "minisearch"
import { expect, test } from "vitest"
import type { DocumentSummary } from "../../../../src/model/summary.js"
import { searchedDocument, searchFiles } from "../../../../src/publish/search/search-files.js"
import {
  indexOf,
  type SearchCatalogue,
  type SearchedText,
  searchSettings,
} from "../../../../src/search/catalogue.js"
import type { ShortTerm } from "../../../../src/search/shards.js"
import { syntheticSummary } from "../../../../src/tools/synthetic-letters.js"

const letter = (body: string, profile = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><profileDesc>${profile}</profileDesc></teiHeader>
   <text><body><p xml:id="p1">${body}</p></body></text></TEI>`

const summary = (name: string, of: Partial<DocumentSummary> = {}): DocumentSummary => ({
  ...syntheticSummary(0, []),
  ...{ name, title: name, language: "de", date: "", earliest: "", latest: "", kind: "", from: "", to: "" },
  ...{ senders: [], recipients: [], places: [] },
  ...of,
})
const [ada, ben] = ["Ada", "Ben"].map((name) => ({ id: name, name }))
const words = { "language.de": "German" }

const documents = [
  searchedDocument(
    summary("__proto__", {
      title: "An <b>",
      date: "2. Januar",
      earliest: "1880-01-02",
      kind: "Open letter",
      from: "Ada",
      to: "Ben",
      senders: ada ? [ada] : [],
      recipients: ben ? [ben] : [],
      places: [{ id: "ulm", name: "Ulm", role: "written" }],
    }),
    letter(
      "Der <del>blaue</del> Himmel",
      `<langUsage><language ident="x-high">Hoch</language></langUsage>
       <particDesc><listPerson><person><persName>Ada Weir</persName><persName>Adele</persName></person></listPerson></particDesc>`,
    ),
    words,
  ),
  searchedDocument(summary("two", { title: "Zwei" }), letter("Das blaue Meer"), words),
  searchedDocument(summary("broken"), "<TEI><p>", words),
]

/** What a browser has after it has run the files. */
function run(files: ReturnType<typeof searchFiles>): Readonly<Record<string, unknown>> {
  const context = vm.createContext({})
  for (const { content } of files) vm.runInContext(String(content), context)
  return JSON.parse(JSON.stringify(context["stetSearchData"])) as Record<string, unknown>
}

const files = searchFiles(documents)
const data = run(files)
const catalogue = data["documents"] as SearchCatalogue

test("the same documents give the same files", () => {
  expect(searchFiles(documents)).toEqual(files)
  expect(files.map(({ path }) => path)).toEqual([
    "search/documents.js",
    "search/terms/0.js",
    "search/text/__proto__.js",
    "search/text/two.js",
    "search/text/broken.js",
  ])
})

test("the catalogue knows what documents may be chosen by", () => {
  expect(catalogue.names).toEqual(["__proto__", "two", "broken"])
  expect(catalogue.dates).toEqual(["1880-01-02", "", ""])
  expect(catalogue.facets.people).toEqual({ values: ["Ada", "Ben"], of: [[0, 1], [], []] })
  expect(catalogue.facets.places.values).toEqual(["Ulm"])
  expect(catalogue.facets.kinds.values).toEqual(["Open letter"])
  expect(catalogue.facets.languages).toEqual({ values: ["Hoch", "German"], of: [[0], [1], []] })
})

test("MiniSearch reads the index from its shards, and finds as in the index that was made whole", () => {
  const index = MiniSearch.loadJS(indexOf(catalogue, [data["terms/0"] as ShortTerm[]]), searchSettings)
  const find = (term: string, field: string) => index.search(term, { fields: [field] }).map(({ id }) => id)
  expect(find("blaue", "text")).toEqual([1])
  expect(find("blaue", "struck")).toEqual([0])
  expect(find("ulm", "names")).toEqual([0])
  expect(find("adele", "names")).toEqual([0])
  expect(find("zwei", "title")).toEqual([1])
})

test("the text of a document has what a result shows", () => {
  expect(data["text/__proto__"]).toEqual({
    title: "An <b>",
    date: "2. Januar",
    from: "Ada",
    to: "Ben",
    language: "de",
    names: ["Ulm", "Ada Weir", "Adele"],
    passages: [["p1", 0, "Der ", 0, "blaue", 1, " Himmel", 0]],
  } satisfies SearchedText)
})
