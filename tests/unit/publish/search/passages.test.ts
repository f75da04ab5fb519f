import { expect, test } from "vitest"
import { passagesOf } from "../../../../src/publish/search/passages.js"
import { type PassageField, termsOf } from "../../../../src/search/passage.js"
import { readTree } from "../../../../src/xml/read-tree.js"

const passages = (body: string) => {
  const root = readTree(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`)
  if (!root) throw new Error("The test's TEI is not well-formed.")
  return passagesOf(root)
}
const terms = (body: string, field: PassageField) =>
  passages(body)
    .flatMap((each) => termsOf(each, field))
    .join(" ")

test.each([
  ["a deletion", "<p>one <del>two</del> three</p>", "one three", "two", ""],
  ["a restored deletion", "<p><restore><del>one</del></restore> two</p>", "one two", "", ""],
  [
    "a restored substitution",
    "<p>Come <restore><subst><del>Sunday</del><add>Friday</add></subst></restore>.</p>",
    "come sunday",
    "sundayfriday friday",
    "friday",
  ],
  ["a restoration in a deletion", "<p>a <del>b <restore>c</restore></del> d</p>", "a d", "b c", ""],
  ["an addition", "<p>one <add>two</add></p>", "one two", "", "two"],
  ["half a word", "<p>gr<del>e</del><add>a</add>y</p>", "gray", "grey e", "gray a"],
  [
    "a substitution over lines",
    "<p><subst>\n<del>old</del>\n<add>new</add>\n</subst>er</p>",
    "newer",
    "older old",
    "newer new",
  ],
  [
    "a deletion over blocks",
    '<p>a <delSpan spanTo="#e"/>b</p><p>c<anchor xml:id="e"/> d</p>',
    "a d",
    "b c",
    "",
  ],
  ["a span that does not end", '<p><delSpan spanTo="#none"/>a</p>', "a", "", ""],
  [
    "an addition over blocks",
    '<p>a <addSpan spanTo="#e"/>b</p><p>c<anchor xml:id="e"/> d</p>',
    "a b c d",
    "",
    "b c",
  ],
  ["a word divided at a line's end", '<p>exam-\n<lb break="no"/>ple</p>', "example", "", ""],
  ["a line's end", "<p>one<lb/>two</p>", "one two", "", ""],
  ["lost letters", '<p>pai<gap reason="illegible"/>e</p>', "pai e", "", ""],
  ["text without a block", "one <seg>two</seg>", "one two", "", ""],
  ["an element of another house", "<sp><speaker>Fool</speaker><l>A line</l></sp>", "fool a line", "", ""],
])("%s", (_, body, final, struck, added) => {
  expect([terms(body, "text"), terms(body, "struck"), terms(body, "added")]).toEqual([final, struck, added])
})

test("the editor's choice is read, the writer's spelling is found as written", () => {
  const body =
    "<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><abbr>Dr</abbr><expan>Doctor</expan></choice></p>"
  expect(terms(body, "text")).toBe("the doctor")
  expect(terms(body, "written")).toBe("teh dr")
})

test("of several readings the first is text, the others are found in the notes", () => {
  const body =
    "<p>a <app><lem>b</lem><rdg>c</rdg></app><note>an editor’s</note><note type='authorial'>own</note></p>"
  expect(terms(body, "text")).toBe("a b own")
  expect(terms(body, "notes")).toBe("c an editors editor")
})

test("a passage leads to its block, and what has no id to the block round it", () => {
  const body = '<div xml:id="d"><p xml:id="p">one<note>two</note></p><p>three</p></div>'
  expect(passages(body).map(({ id, isNote }) => [id, isNote])).toEqual([
    ["p", false],
    ["p", true],
    ["d", false],
  ])
})

test("a block within a block parts the words round it", () => {
  expect(terms("<item>one<list><item>two</item></list>three</item>", "text")).toBe("one two three")
})

test("deep nesting is no trouble", () => {
  expect(terms(`${"<seg>".repeat(900)}deep${"</seg>".repeat(900)}`, "text")).toBe("deep")
})
