import { expect, test } from "vitest"
import { readWitness } from "../../../src/collate/read-witness.js"
import { wordingOf } from "../../../src/collate/witness.js"
import { witness } from "./witnesses.js"

const read = (body: string) => {
  const { blocks } = witness("a", body)
  return blocks.map(({ name, tokens }) => `${name}: ${wordingOf(tokens)}`)
}

test.each([
  ["a deletion", "<p>The <del>ship</del> boat</p>", ["p: The boat"]],
  ["an addition", '<p>The <add place="above">old</add> boat</p>', ["p: The old boat"]],
  ["a substitution within a word", "<p>th<subst><del>a</del>\n<add>e</add></subst>n</p>", ["p: then"]],
  ["a restored deletion", "<p>The <restore><del>old</del></restore> boat</p>", ["p: The old boat"]],
  [
    "a restored substitution",
    "<p>Come <restore><subst><del>Sunday</del><add>Friday</add></subst></restore>.</p>",
    ["p: Come Sunday."],
  ],
  ["words restored in a deletion", "<p><del>a b <restore>c</restore></del> d</p>", ["p: c d"]],
  ["an addition in a deletion", "<p>a <del>b <add>c</add></del> d</p>", ["p: a d"]],
  [
    "a deletion over borders",
    '<p>a <delSpan spanTo="#e"/>b</p><p>c <anchor xml:id="e"/>d</p>',
    ["p: a", "p: d"],
  ],
  ["a correction", "<p>The <choice><corr>boat</corr><sic>baot</sic></choice></p>", ["p: The baot"]],
  ["a regularisation", "<p><choice><orig>olde</orig> <reg>old</reg></choice> boat</p>", ["p: olde boat"]],
  ["an abbreviation", "<p><choice><abbr>Mr.</abbr><expan>Mister</expan></choice> B</p>", ["p: Mr. B"]],
  [
    "two readings of one place",
    "<p><choice><unclear>boat</unclear><unclear>coat</unclear></choice></p>",
    ["p: boat"],
  ],
  ["an apparatus", "<p><app><rdg>x</rdg><lem>y</lem></app></p>", ["p: y"]],
  [
    "words supplied",
    '<p>a <supplied reason="illegible">b</supplied> <supplied reason="omitted">c</supplied></p>',
    ["p: a b"],
  ],
  ["a gap", '<p>a <gap unit="word"/> b</p>', ["p: a […] b"]],
  [
    "an editor's note",
    '<p>a<note type="editorial" place="foot">n</note> b<note resp="#ed">m</note></p>',
    ["p: a b"],
  ],
  ["a writer's note", '<p>a<note place="margin">n</note> b</p>', ["p: a b", "note: n"]],
  ["what stands beside the text", "<fw>Page 2</fw><p>a<figure><figDesc>F</figDesc></figure></p>", ["p: a"]],
  ["a register", "<p>a</p><listPerson><person><persName>Ada</persName></person></listPerson>", ["p: a"]],
  ["an opener's parts", "<opener><seg>Wien</seg><seg>3 May</seg></opener>", ["opener: Wien 3 May"]],
  ["a line's end", "<p>one<lb/>two</p>", ["p: one two"]],
  ["a word over two lines", '<p>arrange-\n<lb break="no"/>ment</p>', ["p: arrangement"]],
  [
    "references, CDATA and comments",
    "<p>a &amp; b&#x21; <!-- c --><![CDATA[<d>]]><?e f?></p>",
    ["p: a & b! <d>"],
  ],
  ["verse", "<lg><l>one</l><l>two</l></lg>", ["l: one", "l: two"]],
  ["a point with its number", "<list><label>1)</label> <item>one</item></list>", ["item: 1) one"]],
  ["a list in a paragraph", "<p>a <list><item>b</item></list> c</p>", ["p: a c", "item: b"]],
  ["text without a block", "<div>a</div><p>b</p>", ["text: a", "p: b"]],
])("%s is read as finally meant", (_, body, blocks) => {
  expect(read(body)).toEqual(blocks)
})

test("tokens know their places, and whether they are added; what is struck stands apart", () => {
  const { text, blocks } = witness(
    "a",
    '<p xml:id="p">The <add>old</add> <del>new</del> boat &amp; crew</p><p>x</p>',
  )
  const [block, other] = blocks
  expect(block?.tokens.map(({ from, to }) => text.slice(from, to))).toEqual([
    "The",
    "old",
    "boat",
    "&amp;",
    "crew",
  ])
  expect(block?.tokens.filter((token) => token.isAdded).map((token) => token.text)).toEqual(["old"])
  expect(block?.deletions.map(({ before, tokens }) => [before, wordingOf(tokens)])).toEqual([[2, "new"]])
  expect([block?.fragment, other?.fragment]).toEqual(["p", "xpath(/*[1]/*[2]/*[1]/*[2])"])
})

test("a false start leaves no text, and its words are told as struck", () => {
  const { blocks } = witness(
    "a",
    "<list><label><del>3.</del></label><item><del>You would</del></item></list>",
  )
  expect(
    blocks.map(({ tokens, deletions }) => [tokens.length, deletions.map((each) => wordingOf(each.tokens))]),
  ).toEqual([[0, ["3.", "You would"]]])
})

test("pages without a text are read by their zones, and what is no text gives none", () => {
  const pages =
    "<TEI><sourceDoc><surface><zone><line>one</line><line>two</line></zone></surface></sourceDoc></TEI>"
  expect(readWitness("a", "a.xml", pages).blocks.map(({ tokens }) => wordingOf(tokens))).toEqual(["one two"])
  expect(readWitness("a", "a.xml", "<TEI><teiHeader>x</teiHeader></TEI>").blocks).toEqual([])
})
