import vm from "node:vm"
import MiniSearch from "minisearch"
import { expect, test } from "vitest"
import { searchedDocument, searchFiles } from "../../../../src/publish/search/search-files.js"
import {
  indexOf,
  type SearchCatalogue,
  type SearchedText,
  searchSettings,
} from "../../../../src/search/catalogue.js"
import type { ShortTerm } from "../../../../src/search/shards.js"

const letter = (title: string, body: string, profile = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc>
   <profileDesc>${profile}</profileDesc></teiHeader><text><body><p xml:id="p1">${body}</p></body></text></TEI>`

const documents = [
  searchedDocument(
    "__proto__",
    letter(
      "An &lt;b&gt;",
      "Der <del>blaue</del> Himmel",
      `<textClass><keywords><term>open-letter</term></keywords></textClass><langUsage><language ident="de">Deutsch</language></langUsage>
       <correspDesc><correspAction type="sent"><persName>Ada</persName><placeName>Ulm</placeName><date when="1880-01-02">2. Januar</date></correspAction>
       <correspAction type="received"><persName>Ben</persName></correspAction></correspDesc>`,
    ),
  ),
  searchedDocument("two", letter("Zwei", "Das blaue Meer")),
  searchedDocument("broken", "<TEI><p>"),
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
  expect(catalogue.facets.languages).toEqual({ values: ["Deutsch", "de"], of: [[0], [1], []] })
})

test("MiniSearch reads the index from its shards, and finds as in the index that was made whole", () => {
  const index = MiniSearch.loadJS(indexOf(catalogue, [data["terms/0"] as ShortTerm[]]), searchSettings)
  const find = (term: string, field: string) => index.search(term, { fields: [field] }).map(({ id }) => id)
  expect(find("blaue", "text")).toEqual([1])
  expect(find("blaue", "struck")).toEqual([0])
  expect(find("ulm", "names")).toEqual([0])
  expect(find("zwei", "title")).toEqual([1])
})

test("the text of a document has what a result shows", () => {
  expect(data["text/__proto__"]).toEqual({
    title: "An <b>",
    date: "2. Januar",
    from: "Ada",
    to: "Ben",
    language: "de",
    names: ["Ulm"],
    passages: [["p1", 0, "Der ", 0, "blaue", 1, " Himmel", 0]],
  } satisfies SearchedText)
})
