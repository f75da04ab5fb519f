import { expect, test } from "vitest"
import { serialise } from "../../../src/xml/serialise.js"
import { element, indented, text, type XmlElement } from "../../../src/xml/tree.js"

const written = (root: XmlElement) =>
  serialise(root)
    .text.replace(/^<\?xml[^>]*>\n/, "")
    .trimEnd()

test.each([
  ["a & b", "a &amp; b"],
  ["&amp;", "&amp;amp;"],
  ["&lt;p>", "&amp;lt;p&gt;"],
  ["]]>", "]]&gt;"],
  ["a\rb\r\n", "a&#xD;b&#xD;\n"],
  ["\u0085\u2028", "\u0085\u2028"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
])("the characters %j are written %j", (characters, xml) =>
  expect(written(element("p", {}, [text(characters)]))).toBe(`<p>${xml}</p>`),
)

test.each([
  ['a "b"', "a &quot;b&quot;"],
  ["a\tb\nc\r", "a&#x9;b&#xA;c&#xD;"],
  ["&amp;<", "&amp;amp;&lt;"],
])("the value %j is written %j", (value, xml) =>
  expect(written(element("p", { n: value }))).toBe(`<p n="${xml}"/>`),
)

test("an element's place is that of its start tag", () => {
  const root = element("a", {}, [
    text("1\r\n22"),
    element("b", { n: "\n" }, [], "b"),
    element("c", {}, [], "c"),
  ])
  const { text: xml, places } = serialise(root)
  const lines = xml.split("\n")
  expect(
    places.map(({ line, column, origin }) => [origin, lines[line - 1]?.slice(column - 1, column + 1)]),
  ).toEqual([
    ["b", "<b"],
    ["c", "<c"],
  ])
})

test("nesting that is deeper than the call stack is written", () => {
  let root = element("a")
  for (let depth = 0; depth < 5_000; depth++) root = element("a", {}, [root])
  expect(written(root)).toHaveLength(5_000 * 7 + 4)
})

test("mixed content is never indented", () => {
  const mixed = element("p", {}, [text("a"), element("b")])
  expect(written(indented(element("d", {}, [mixed])))).toBe("<d>\n  <p>a<b/></p>\n</d>")
})
