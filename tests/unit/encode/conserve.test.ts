import { expect, test } from "vitest"
import { firstLoss, sourceTextIn } from "../../../src/encode/conserve.js"

const tei = (body: string) =>
  `<TEI><teiHeader><title>A head</title></teiHeader><standOff>Ada</standOff><text><body>${body}</body></text></TEI>`

test.each([
  ["the text of elements in elements", "<p>a <hi>b <del>c</del></hi></p>\n", "a b c\n"],
  ["the signs of a separator", 'a<milestone unit="section" n="* * *"/>b', "a* * *b"],
  ["references resolved", "a &amp;amp; b&#xD;\n]]&gt;", "a &amp; b\r\n]]>"],
  ["no correction", "<choice><sic>hte</sic><corr>the <hi>one</hi></corr></choice> end", "hte end"],
  ["no regularised form", "<choice><orig>ye</orig><reg>the</reg></choice>", "ye"],
  ["no expansion beside an abbreviation", "<choice><abbr>Mr</abbr><expan>Mister</expan></choice>", "Mr"],
  ["no description of a figure", "<figure><figDesc>A ship</figDesc></figure>a", "a"],
  ["no comment on the text", 'a<note type="textConst">So typed.</note>', "a"],
  ["notes that stand in the source", 'a<note type="editorial">b</note>', "ab"],
])("the source's text: %s", (_, body, text) => expect(sourceTextIn(tei(body))).toBe(text))

test("of a file that is not well-formed, the text before the fault", () =>
  expect(sourceTextIn(tei("a<p>b</q>c"))).toBe("ab"))

test("a file without a body has no text", () => expect(sourceTextIn("<TEI/>")).toBe(""))

const transcription = { blocks: [], body: "a ~~b~~ c", bodyStart: 5 }
const markup = [
  { start: 7, end: 9 },
  { start: 10, end: 12 },
]

test("what stands between the marks is conserved", () =>
  expect(firstLoss({ ...transcription, markup }, tei("a <del>b</del> c"))).toBeUndefined())

test("a loss is shown from where it begins", () =>
  expect(firstLoss({ ...transcription, markup }, tei("a <del/> c"))).toEqual({
    expected: '"b c"',
    got: '" c"',
  }))
