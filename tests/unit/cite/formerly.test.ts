import { expect, test } from "vitest"
import { formerlyIn } from "../../../src/cite/formerly.js"
import { recordPages } from "../../../src/cite/record-pages.js"
import {
  emptyLedger,
  type Ledger,
  type PublishedPassage,
  type Withdrawal,
} from "../../../src/model/ledger.js"

const passage = (id: string, more: Partial<PublishedPassage> = {}): PublishedPassage => ({
  ...{ id, document: "a", role: "p", text: `Words of ${id}.`, before: "", after: "", release: "1.0.0" },
  ...more,
})
const gone = (reason: Withdrawal["reason"], ...to: readonly string[]) => ({
  gone: { release: "1.1.0", reason, to },
})
const ledger = (...passages: readonly PublishedPassage[]): Ledger => ({
  pages: [],
  documents: ["a", "b"].map((name) => ({ name, title: `Letter ${name}`, release: "1.0.0", pages: [] })),
  passages,
  named: [],
})
const fatesIn = (name: string, ...passages: readonly PublishedPassage[]) =>
  formerlyIn(ledger(...passages))
    .passagesOf(name)
    .map(({ id, fate, places }) => [id, fate, ...places.map((each) => each.id)])

test("what went leads on through all that went after it", () =>
  expect(
    fatesIn(
      "a",
      passage("a.1", gone("joined", "a.2")),
      passage("a.2", gone("rewritten", "a.3")),
      passage("a.3"),
    ),
  ).toEqual([
    ["a.1", "joined", "a.3"],
    ["a.2", "rewritten", "a.3"],
  ]))

test("ledgers that were merged may lead in a circle, which has no end", () =>
  expect(
    fatesIn("a", passage("a.1", gone("joined", "a.2")), passage("a.2", gone("joined", "a.1"))).map(
      ([, fate]) => fate,
    ),
  ).toEqual(["deleted", "deleted"]))

test("a passage is told of in each document in which it stood", () => {
  const moved = passage("a.1", { moved: ["b", "c"] })
  expect([fatesIn("a", moved), fatesIn("b", moved), fatesIn("c", moved)]).toEqual([
    [["a.1", "moved", "a.1"]],
    [["a.1", "moved", "a.1"]],
    [],
  ])
})

test("that the same words stand elsewhere is told where a passage was taken out", () =>
  expect(fatesIn("a", passage("a.1", gone("deleted", "b.1")), passage("b.1", { document: "b" }))).toEqual([
    ["a.1", "repeated", "b.1"],
  ]))

test("long passages are known again by their beginning", () => {
  const text = "The binding has come back this morning, and I am not content with it at all."
  const [former] = formerlyIn(ledger(passage("a.1", { text, ...gone("deleted") }))).passagesOf("a")
  expect(former?.words).toBe("The binding has come back this morning, and I am not …")
})

test("addresses of pages, images, texts, TEI and records are recorded once and for all, those of styles and scripts not", () => {
  const once = recordPages(ledger(), [
    "a/index.html",
    "index.html",
    "tei/a.xml",
    "assets/a.css",
    "a/a.reading.txt",
    "a/a.bib",
    "assets/a.png",
    "cmif.xml",
  ])
  const again = recordPages(once, [
    "a/genetic.html",
    "dates/1911.html",
    "schema/edition.rng",
    "images/a/1.png",
  ])
  expect(again.pages).toEqual(["dates/1911.html", "images/a/1.png", "index.html"])
  expect(again.documents[0]?.pages).toEqual([
    "a/a.bib",
    "a/a.reading.txt",
    "a/genetic.html",
    "a/index.html",
    "tei/a.xml",
  ])
  expect(recordPages(emptyLedger, ["x/index.html"]).pages).toEqual(["x/index.html"])
})

test("a document that was taken out has heirs only if most of its text is in them", () => {
  const withdrawn = (...passages: readonly PublishedPassage[]) => {
    const [a, ...others] = ledger(...passages).documents
    const documents = [...(a ? [{ ...a, gone: "1.1.0" }] : []), ...others]
    return formerlyIn({ ...ledger(...passages), documents }).documents.map((each) => each.heirs)
  }
  const [one, other] = [passage("a.1", { moved: ["b"] }), passage("a.2", gone("deleted"))]
  expect(withdrawn(one, passage("a.3", { moved: ["b"] }), other)).toEqual([
    [{ name: "b", title: "Letter b" }],
  ])
  expect(withdrawn(one, other, passage("a.3", gone("deleted")))).toEqual([[]])
})
