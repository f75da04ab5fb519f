import { expect, test } from "vitest"
import { doctypeIn, withoutDoctype } from "../../../src/xml/doctype.js"
import { elementsOf } from "../../../src/xml/elements.js"

test("every element has its places, whatever looks like one elsewhere", () => {
  const text = `<?xml version="1.0"?>\n<!-- <no> -->\n<a b="1>2">\r\n 𝄞<c/><![CDATA[<no>]]><d>x</d></a>`
  const found = elementsOf(text).map(({ name, from, end, index, parent }) => [
    name,
    text.slice(from, end),
    index,
    parent?.name,
  ])
  expect(found.slice(1)).toEqual([
    ["c", "<c/>", 1, "a"],
    ["d", "<d>x</d>", 2, "a"],
  ])
  expect(found[0]?.[1]).toBe(text.slice(text.indexOf("<a")))
})

test("names are resolved as their declarations hold", () => {
  const [a, b, c] = elementsOf(`<a xmlns="u" xmlns:p="v"><p:b xmlns=""><c p:d="&lt;&#65;\n"/></p:b></a>`)
  expect([a?.namespace, b?.namespace, b?.local, c?.namespace]).toEqual(["u", "v", "b", ""])
  expect(c?.attributes.map(({ name, value }) => [name, value])).toEqual([["p:d", "<A "]])
  expect([...(c?.namespaces.all().keys() ?? [])]).toEqual(["xml", "", "p"])
})

test("a DOCTYPE gives way to blanks, and everything else keeps its place", () => {
  const text = `<?xml version="1.0"?>\r\n<!DOCTYPE TEI PUBLIC "a>b" 'c' [\r\n<!ELEMENT p (#PCDATA)>\r\n]><TEI/>`
  const doctype = doctypeIn(text)
  expect(doctype).toMatchObject({ name: "TEI", closed: true, entity: undefined })
  const plain = withoutDoctype(text)
  expect(plain).toHaveLength(text.length)
  expect(plain.replace(/ {2,}/g, " ")).toBe(`<?xml version="1.0"?>\r\n \r\n \r\n <TEI/>`)
  expect(plain.indexOf("<TEI/>")).toBe(text.indexOf("<TEI/>"))
})
