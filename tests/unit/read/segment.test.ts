import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { signsOf } from "../../../src/read/notation.js"
import { proposeEdition } from "../../../src/read/proposal.js"
import { segmentDocuments } from "../../../src/read/segment.js"
import { profileNamed } from "../../encoding.js"

const raw = `Whitby, 3 May 1911

Dear Ben,

The boat is in.

(s) Ada Quill

4 May 1911

Dear Ben,

The boat is out.

**DRAFT FOLLOWS**

Dear Ben,

The boat
`
const source = openSourceText("letters.txt", raw)
const { segments, diagnostics } = segmentDocuments(source, signsOf(profileNamed("stet")))
const [first, second, third] = segments

test("three documents stand in the file", () =>
  expect(segments.map((each) => each.name)).toEqual(["letter", "letter-2", "draft"]))

test("the documents are the whole file", () =>
  expect(segments.map((each) => raw.slice(each.start, each.end)).join("")).toBe(raw))

test("a second dateline and salutation begin a second letter", () =>
  expect([second?.boundary.reason, second?.boundary.span?.start.line]).toEqual([
    "a second dateline and salutation begin a second letter",
    9,
  ]))

test("an announcement begins a draft", () =>
  expect([third?.kind, third?.boundary.span?.start.line]).toEqual(["draft", 15]))

test("a signature names the sender, and where it stands", () =>
  expect([first?.findings.sender.value, first?.findings.sender.span?.start.line]).toEqual(["Ada Quill", 7]))

test("who signs a letter to the same person is assumed to have written the others", () =>
  expect([second?.findings.sender.value, third?.findings.sender.value]).toEqual(["Ada Quill", "Ada Quill"]))

test("a salutation names the recipient", () => expect(third?.findings.recipient.value).toBe("Ben"))

test("a date is left open where none stands", () =>
  expect([first, second, third].map((each) => each?.findings.date.value)).toEqual([
    "1911-05-03",
    "1911-05-04",
    undefined,
  ]))

test("all that is assumed is reported", () =>
  expect(new Set(diagnostics.map((each) => each.code))).toEqual(
    new Set(["assumed-boundary", "assumed-field", "assumed-open"]),
  ))

test("a proposal keeps every body character for character", () => {
  const files = proposeEdition(source, "quill", "Letters", profileNamed("stet")).value
  expect(files.map((each) => each.path)).toEqual([
    "edition.yaml",
    "sources/quill-letter.md",
    "sources/quill-letter-2.md",
    "sources/quill-draft.md",
  ])
  const bodies = files.slice(1).map(({ content }) => content.slice(content.indexOf("\n---\n") + 5))
  expect(bodies.join("")).toBe(raw)
})

test("a file without a salutation is one letter", () =>
  expect(
    segmentDocuments(openSourceText("a.txt", "Only a line.\n"), signsOf(profileNamed("stet"))).segments,
  ).toHaveLength(1))
