import { describe, expect, test } from "vitest"
import { nearestOf } from "../../src/relaxng/nearest.js"
import { doc, judge } from "./schemas.js"

const names = ["add", "addSpan", "del", "delSpan", "fileDesc", "hi", "lb", "p", "persName", "teiHeader"]
const near = (written: string) => nearestOf(written, names, (each) => each)

test.each([
  ["dle", ["del"]],
  ["delete", ["del"]],
  ["addition", ["add"]],
  ["fileDescr", ["fileDesc"]],
  ["teiheader", ["teiHeader"]],
  ["TEIHEADER", ["teiHeader"]],
  ["persname", ["persName"]],
  ["l", ["lb"]],
  ["wibble", []],
  ["q", []],
  ["paragraph", []],
])("nearest to %s", (written, expected) => {
  expect(near(written)).toEqual(expected)
})

describe("an error tells", () => {
  const schema = doc(
    '<element name="head"><attribute name="rend"><choice><value>bold</value><value>italic</value></choice></attribute><text/></element>' +
      '<zeroOrMore><element name="p"><optional><attribute name="n"/></optional><text/></element></zeroOrMore>',
  )
  const good = '<head rend="bold">Title</head>'
  const first = (content: string) => {
    const text = `<doc>\n${content}</doc>`
    const errors = judge(schema, text)
    expect(errors).toHaveLength(1)
    const [error] = errors
    if (error === undefined) throw new Error("valid")
    return { ...error, marked: text.slice(error.offset, error.offset + error.length) }
  }

  test("the place of an element's start tag, its parent, and the nearest name", () => {
    expect(first('<haed\n rend="bold">Title</haed>')).toMatchObject({
      code: "element-not-allowed",
      marked: '<haed\n rend="bold">',
      element: "haed",
      parent: "doc",
      isKnown: false,
      nearest: "head",
      needed: ["head"],
      line: 2,
      column: 1,
    })
    expect(first(`${good}<p/><head rend="bold"/>`)).toMatchObject({
      marked: '<head rend="bold"/>',
      isKnown: true,
      nearest: undefined,
      expected: ["p"],
      needed: [],
    })
  })

  test("the place of an attribute with its value, and the nearest name or value", () => {
    expect(first(`${good}<p  m = 'x>y'/>`)).toMatchObject({
      marked: "m = 'x>y'",
      isKnown: false,
      nearest: undefined,
    })
    expect(first(`${good}<p rend="bold"/>`)).toMatchObject({ code: "attribute-not-allowed", isKnown: true })
    expect(first('<head rnd="bold"/>')).toMatchObject({
      marked: 'rnd="bold"',
      nearest: "rend",
      needed: ["rend"],
    })
    expect(first('<head rend="itallic"/>')).toMatchObject({
      code: "attribute-value",
      marked: 'rend="itallic"',
      nearest: "italic",
      expected: ['"bold"', '"italic"'],
    })
    expect(first("<head/>")).toMatchObject({ code: "attribute-missing", marked: "<head/>", needed: ["rend"] })
  })

  test("the place of a text without the blanks around it", () => {
    expect(first(`${good}\n  stray &amp; words\n <p/>`)).toMatchObject({
      code: "text-not-allowed",
      marked: "stray &amp; words",
      text: "stray & words",
      parent: "doc",
    })
  })

  test("what is missing before an element, or at the start tag of what isn't complete", () => {
    expect(first("<p/>")).toMatchObject({
      code: "element-missing",
      marked: "<p/>",
      parent: "doc",
      needed: ["head"],
    })
    expect(first("")).toMatchObject({
      code: "element-incomplete",
      marked: "<doc>",
      element: "doc",
      parent: undefined,
      needed: ["head"],
    })
  })
})
