import { expect, test } from "vitest"
import { readSchema, validate } from "../../src/relaxng/index.js"
import { doc, faultsOf, grammar, judge } from "./schemas.js"

const start = '<start><ref name="a"/></start>'
const a = '<define name="a"><element name="a"><empty/></element></define>'

test.each<[string, string, string, number]>([
  ["not well-formed", doc("\n<text>"), "schema-not-well-formed", 2],
  ["no RELAX NG", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>", "schema-syntax", 1],
  ["an unknown element", doc("\n<txt/>"), "schema-syntax", 2],
  ["an undefined name", grammar(`${a}<start>\n<ref name="b"/></start>`), "schema-reference", 2],
  ["no start", grammar(a), "schema-reference", 1],
  ["defined twice", grammar(`${start}${a}\n${a}`), "schema-reference", 2],
  ["a loop", grammar(`${start}<define name="a">\n<ref name="a"/></define>`), "schema-reference", 2],
  ["an unknown datatype", doc('\n<data type="day"/>'), "schema-datatype", 2],
  [
    "an attribute in an attribute",
    doc('<attribute name="x">\n<attribute name="y"/></attribute>'),
    "schema-restriction",
    2,
  ],
  ["a file that is not there", doc('\n<externalRef href="b.rng"/>'), "schema-reference", 2],
  ["too deep", "<group xmlns='http://relaxng.org/ns/structure/1.0'>".repeat(2000), "schema-too-deep", 1],
])("a schema is refused at its line: %s", (_, text, code, line) => {
  expect(faultsOf(text)[0]).toMatchObject({ code, line, file: "test:/main.rng" })
})

test("a fault is told in the file that has it", () => {
  const main = grammar('<include href="parts/b.rng"/>')
  const faults = faultsOf(main, { "parts/b.rng": grammar(`${start}\n<define name="a"><list/></define>`) })
  expect(faults).toMatchObject([{ file: "test:/parts/b.rng", line: 2 }])
})

test("definitions of an included file are replaced", () => {
  const files: Readonly<Record<string, string>> = { "test:/b.rng": grammar(`${start}${a}`) }
  const main = grammar(
    '<include href="b.rng"><define name="a"><element name="z"><empty/></element></define></include>',
  )
  const { schema, errors } = readSchema(main, { uri: "test:/main.rng", load: (uri) => files[uri] })
  expect(errors).toEqual([])
  if (schema === undefined) return
  expect(validate(schema, "<z/>")).toEqual([])
  expect(validate(schema, "<a/>")).toHaveLength(1)
})

test("a chain of thousands of references is refused, not a crash", () => {
  const define = (_: unknown, index: number) =>
    `<define name="d${index}"><ref name="d${index + 1}"/></define>`
  const chain = Array.from({ length: 20_000 }, define).join("")
  const text = grammar(
    `<start><ref name="d0"/></start>${chain}<define name="d20000"><element name="a"><empty/></element></define>`,
  )
  expect(faultsOf(text).map(({ code }) => code)).toEqual(["schema-too-deep"])
})

test("long sequences and deep nesting are no danger to the stack", () => {
  const parts = Array.from({ length: 20_000 }, (_, index) => `<element name="e${index}"><empty/></element>`)
  const content = parts.map((_, index) => `<e${index}/>`)
  expect(judge(doc(parts.join("")), `<doc>${content.join("")}</doc>`)).toEqual([])
  const nested = (depth: number, inner: string) =>
    "<oneOrMore><choice><empty/>".repeat(depth) + inner + "</choice></oneOrMore>".repeat(depth)
  const define = (_: unknown, index: number) =>
    `<define name="d${index}">${nested(1, `<ref name="d${index + 1}"/>`)}</define>`
  const last = `<define name="d300">${nested(490, a.replace(/<.?define.*?>/g, ""))}</define>`
  const chain = Array.from({ length: 300 }, define).join("")
  const whole = grammar(`<start><element name="doc"><ref name="d0"/></element></start>${chain}${last}`)
  expect(judge(whole, "<doc><a/><a/></doc>")).toEqual([])
})
