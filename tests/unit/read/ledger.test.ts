import { expect, test } from "vitest"
import { writeLedger } from "../../../src/cite/write-ledger.js"
import type { Ledger, PublishedName, PublishedPassage } from "../../../src/model/ledger.js"
import { readLedger } from "../../../src/read/ledger.js"

const passage = (id: string, more: Partial<PublishedPassage> = {}): PublishedPassage => ({
  ...{ id, document: "a", role: "p", text: "The boat is out.", before: "", after: "" },
  release: "1.0.0",
  ...more,
})
const named = (id: string, more: Partial<PublishedName> = {}): PublishedName => ({
  ...{ document: "a", id, role: "note", text: "A note.", before: "", after: "", release: "1.0.0" },
  ...more,
})
const ledger: Ledger = {
  pages: ["index.html"],
  documents: [
    { name: "a", title: "A", release: "1.0.0", pages: ["a/index.html"] },
    { name: "b", title: "B", release: "1.0.0", pages: [], gone: "1.1.0" },
  ],
  passages: [
    passage("a.one", { now: { text: "The boat “is” in.\u2028" }, moved: ["b", "a"] }),
    passage("a.two", { gone: { release: "1.1.0", reason: "joined", to: ["a.one"] } }),
  ],
  named: [named("a.note-1"), named("a.hand-x", { gone: { release: "1.1.0" } })],
}
const text = writeLedger(ledger)
const read = (written: string) => readLedger(new TextEncoder().encode(written), "citations.json")
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length

test("a ledger is read as it was written, with a line for each passage", () => {
  expect(read(text)).toEqual({ value: ledger, diagnostics: [] })
  expect(text.split("\n").filter((line) => /^ {4}\{[^\n]*\},?$/.test(line))).toHaveLength(6)
})

test("one that another program has laid out otherwise is the same ledger", () =>
  expect(read(JSON.stringify(JSON.parse(text), null, 4)).value).toEqual(ledger))

const conflict = text.replace(/( {4}\{"id":"a\.two".*\n)/, "<<<<<<< HEAD\n$1=======\n$1>>>>>>> other\n")
const second = lineOf('{"id":"a.two"')

test.each<readonly [string, string, string, number, string]>([
  ["conflicts of git", conflict, "ledger-conflict", second, "two branches"],
  [
    "an id twice",
    text.replace('"id":"a.two"', '"id":"a.one"').replace('"to":["a.one"]', '"to":[]'),
    "ledger-id-twice",
    second,
    "“a.one”",
  ],
  [
    "a document twice",
    text.replace('"name":"b"', '"name":"a"'),
    "ledger-id-twice",
    lineOf('{"name":"b"'),
    "“a”",
  ],
  [
    "a line that is cut",
    text.replace('"role":"p","release"', '"role":"p,"release"'),
    "ledger-unreadable",
    second - 1,
    "JSON",
  ],
  ["an end that is cut", text.slice(0, -20), "ledger-unreadable", lineOf('"id":"a.hand-x"'), "JSON"],
  [
    "a name twice in a document",
    text.replace('"id":"a.hand-x"', '"id":"a.note-1"'),
    "ledger-id-twice",
    lineOf('"id":"a.hand-x"'),
    "“a.note-1”",
  ],
  [
    "a name of no document",
    text.replace('"document":"a","id":"a.hand-x"', '"document":"c","id":"a.hand-x"'),
    "ledger-astray",
    lineOf('"id":"a.hand-x"'),
    "“c”, which is not among the documents",
  ],
  ["nothing", "", "ledger-unreadable", 1, "JSON"],
  ["something else", "[]", "ledger-astray", 1, "the whole edition"],
  [
    "words that went nowhere",
    text.replace('"to":["a.one"]', '"to":["a.three"]'),
    "ledger-astray",
    second,
    "“a.three”, which was never published",
  ],
  [
    "a document that never was",
    text.replaceAll('"moved":["b"', '"moved":["c"'),
    "ledger-astray",
    second - 1,
    "“c”, which is not among",
  ],
  [
    "an end before the beginning",
    text.replace('"release":"1.1.0","reason"', '"release":"0.9.0","reason"'),
    "ledger-astray",
    second,
    "gone in 0.9.0, before it was published in 1.0.0",
  ],
  [
    "a reason that there is not",
    text.replace('"reason":"joined"', '"reason":"lost"'),
    "ledger-astray",
    second,
    "“gone.reason”",
  ],
  [
    "a field too many",
    text.replace('"id":"a.two",', '"id":"a.two","x":1,'),
    "ledger-astray",
    second,
    "“a.two”",
  ],
  ["another format", text.replace('"format": 1', '"format": 2'), "ledger-astray", 3, "format 1"],
])("%s: told at its line, and nothing is taken", (_, written, code, line, words) => {
  const { value, diagnostics } = read(written)
  expect(diagnostics.map((each) => [each.code, each.span?.start.line])[0]).toEqual([code, line])
  expect(diagnostics[0]?.message).toContain(words)
  expect(value.passages).toEqual([])
})

test("bytes that are no UTF-8 are told", () =>
  expect(readLedger(Uint8Array.of(0x7b, 0xff), "citations.json").diagnostics[0]?.code).toBe("file-not-utf8"))
