import { describe, expect, test } from "vitest"
import {
  emptyLedger,
  type Ledger,
  type PublishedName,
  type PublishedPassage,
} from "../../../src/model/ledger.js"
import { resolve } from "../../../src/pipeline/resolve.js"

const passage = (id: string, text: string, more: Partial<PublishedPassage> = {}): PublishedPassage => ({
  ...{ id, text, document: "letter-12", role: "p", before: "", after: "", release: "1.0.0" },
  ...more,
})
const name = (
  document: string,
  id: string,
  text: string,
  more: Partial<PublishedName> = {},
): PublishedName => ({
  ...{ document, id, text, role: "p", before: "", after: "", release: "1.0.0" },
  ...more,
})
const ledger: Ledger = {
  ...emptyLedger,
  documents: [
    { name: "letter-12", title: "Letter 12", release: "1.0.0", pages: [] },
    { name: "old", title: "Old letter", release: "1.0.0", pages: [], gone: "2.0.0" },
  ],
  passages: [
    passage("letter-12.same", "The boat is in."),
    passage("letter-12.grey", "The blue boat.", { now: { text: "The grey boat." } }),
    passage("letter-12.away", "Dear Ben,", { moved: ["letter-13"] }),
    passage("letter-12.gone", "Rope.", { gone: { release: "1.1.0", reason: "deleted", to: [] } }),
    passage("letter-12.part", "And tar.", {
      gone: { release: "1.1.0", reason: "joined", to: ["letter-12.step"] },
    }),
    passage("letter-12.step", "x", { gone: { release: "1.2.0", reason: "joined", to: ["letter-12.same"] } }),
  ],
  named: [
    name("letter-12", "p1", "The lamp is lit."),
    name("letter-12", "note-1", "A note on the lamp."),
    name("people", "Quill", "Ada Quill"),
    name("letter-12", "n1", "Sails and more.", {
      gone: { release: "1.1.0", to: { document: "letter-12", id: "n2" } },
    }),
    name("letter-12", "n2", "Sails and more.", {
      gone: { release: "1.2.0", to: { document: "letter-13", id: "n3" } },
    }),
    name("letter-13", "n3", "Sails and more."),
  ],
}

test("ids that an editor typed are found by their document's address, and through all that went after them", () => {
  const resolved = (citation: string) => resolve(citation, ledger)
  expect(resolved("https://example.org/letter-12/index.html#p1")).toMatchObject({ status: "same" })
  expect(resolved("tei/letter-12.xml#note-1").address).toBe("letter-12/index.html#tei-note-1")
  expect(resolved("letter-12/index.html#tei-note-1").address).toBe("letter-12/index.html#tei-note-1")
  expect(resolved("letter-12/index.html#n1").told.at(-1)).toContain("letter-13/index.html#n3")
  // A word that is somebody's id is first of all a word.
  expect(resolved("Ada Quill, “Letter 12”, https://example.org/letter-12/index.html.").address).toBe(
    "letter-12/index.html",
  )
  expect(resolved("Ada Quill, https://example.org/letter-12/index.html#p1").address).toBe(
    "letter-12/index.html#p1",
  )
  expect(resolved("letter-12/index.html#:~:text=grey%20boat").address).toBe(
    "letter-12/index.html#letter-12.grey",
  )
  expect(resolved("letter-12/index.html#:~:text=purple").told[1]).toContain("“purple”")
  expect(resolved("letter-12/index.html#nix").told[1]).toContain("“nix”")
  expect(resolved("Quill").address).toBe("people/index.html#Quill")
})

test.each([
  ["letter-12.same", "same"],
  ["https://example.org/letters/letter-12/index.html#letter-12.same", "same"],
  ["Ada Quill, “Letter 12”, https://example.org/letter-12/diplomatic.html#letter-12.same.", "same"],
  ["letter-12.grey", "reworded"],
  ["letter-12.away", "moved"],
  ["letter-12.gone", "withdrawn"],
  ["https://example.org/letter-12/", "same"],
  ["https://example.org/tei/letter-12.xml", "same"],
  ["old/index.html", "withdrawn"],
  ["letter-99", "unknown"],
  ["https://example.org/%E0%A4%A", "unknown"],
  ["", "unknown"],
])("%s is %s", (citation, status) => expect(resolve(citation, ledger).status).toBe(status))

test("what was reworded is told word by word, and whether what was quoted still stands there", () => {
  const { changes, told, address } = resolve("letter-12/index.html#letter-12.grey:~:text=blue%20boat", ledger)
  expect(changes).toEqual([{ was: "blue", now: "grey" }])
  expect(address).toBe("letter-12/index.html#letter-12.grey")
  expect(told).toContain("The words that were quoted no longer stand there.")
  expect(resolve("#letter-12.same:~:text=The-,boat%20is,-in", ledger).told).toContain(
    "The words that were quoted stand there.",
  )
})

test("a passage that moved stands where it is now, and one that was joined leads on through all that went after it", () => {
  expect(resolve("letter-12.away", ledger).address).toBe("letter-13/index.html#letter-12.away")
  expect(resolve("letter-12.part", ledger).told).toEqual([
    "Withdrawn with 1.1.0: its words stand in another passage. It said: “And tar.”",
    "Its page tells of it: letter-12/index.html#letter-12.part.",
    "Its words are at letter-12/index.html#letter-12.same: “The boat is in.”",
  ])
})

describe("words that were quoted", () => {
  const revised: Ledger = {
    ...emptyLedger,
    passages: [
      passage("letter-12.struck", "The boat is blue grey and liessince March in the harbour, A & B."),
      passage("letter-12.reworded", "The old blue boat.", { now: { text: "The blue, no, grey boat." } }),
    ],
  }
  const told = (citation: string) =>
    resolve(citation, revised).told.find((each) => each.startsWith("The words that were quoted"))
  const there = "The words that were quoted stand there."
  const gone = "The words that were quoted no longer stand there."

  test.each([
    ["#letter-12.struck:~:text=boat%20is%20blue%20grey", there],
    // A page that leaves out what was struck, or a note, has these side by side.
    ["#letter-12.struck:~:text=boat%20is%20grey%20and%20lies%20in", there],
    ["#letter-12.struck:~:text=boat%20is%20blue%20and%20lies", there],
    ["see #letter-12.struck:~:text=harbour%2C%20A%20%26%20B%2E.", there],
    ["(#letter-12.struck:~:text=in%20the%20harbour)", there],
    ["#letter-12.struck:~:text=is%20boat", gone],
    ["#letter-12.struck:~:text=the%20arbo%20B", gone],
    ["#letter-12.struck:~:text=boat%20is%20green", gone],
    // They stood side by side, and something has come between them.
    ["#letter-12.reworded:~:text=blue%20boat", gone],
    ["#letter-12.reworded:~:text=old%20boat", gone],
    // Of a beginning and an end nothing is claimed: the end may stand in another passage.
    ["#letter-12.struck:~:text=boat%20is,out", undefined],
  ])("%s: %s", (citation, expected) => expect(told(citation)).toBe(expected))
})
