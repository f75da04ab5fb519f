import { describe, expect, test } from "vitest"
import { doc, grammar, judge, told } from "./schemas.js"

const element = (name: string, content = "<empty/>") => `<element name="${name}">${content}</element>`
const letter = doc(
  `${element("title", "<text/>")}${element("date", '<attribute name="when"><data type="date"/></attribute><text/>')}` +
    `<oneOrMore>${element("p", `<optional><attribute name="n"/></optional><mixed><zeroOrMore>${element("hi", "<text/>")}</zeroOrMore></mixed>`)}</oneOrMore>`,
)
const date = '<date when="1824-05-01"/>'

describe("interleave", () => {
  const any = doc(
    `<interleave>${element("a")}${element("b")}<zeroOrMore>${element("c")}</zeroOrMore></interleave>`,
  )

  test("takes its parts in any order", () => {
    for (const content of ["<a/><b/>", "<b/><a/>", "<c/><b/><c/><a/><c/>"])
      expect(judge(any, `<doc>${content}</doc>`), content).toEqual([])
    expect(told(judge(any, "<doc><c/><b/></doc>"))).toEqual(["1:1 element-incomplete a c"])
    expect(judge(any, "<doc><a/><a/><b/></doc>")).toHaveLength(1)
  })

  test("mingles groups, each in its own order", () => {
    const two = doc(
      `<interleave><group>${element("a")}${element("b")}</group><group>${element("c")}${element("d")}</group></interleave>`,
    )
    expect(judge(two, "<doc><a/><c/><d/><b/></doc>")).toEqual([])
    expect(judge(two, "<doc><b/><a/><c/><d/></doc>")).not.toEqual([])
  })
})

describe("one cause gives one message:", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing is wrong", `<title/>${date}<p/>`, []],
    ["an element too many", `<title/>${date}<p/><stray/><p/>`, ["1:43 element-not-allowed p"]],
    ["an element misspelt", `<titel/>${date}<p/>`, ["1:6 element-not-allowed title"]],
    ["an element missing before another", `${date}<p/>`, ["1:6 element-missing title"]],
    ["two missing at the end", "<title/>", ["1:1 element-incomplete date"]],
    ["a wrong value", '<title/><date when="May"/><p/>', ["1:20 attribute-value date"]],
    ["a missing attribute", "<title/><date/><p/>", ["1:14 attribute-missing when"]],
    ["a misspelt attribute", '<title/><date wen="1824-05-01"/><p/>', ["1:20 attribute-not-allowed when"]],
    ["text where none may be", `<title/>${date}text<!-- --> more<p/>`, ["1:39 text-not-allowed p"]],
    [
      "a stray element's own fault is one more",
      `<title/>${date}<p/><hi><x/></hi>`,
      ["1:43 element-not-allowed p", "1:47 element-not-allowed"],
    ],
    [
      "two faults at two places",
      `<title/>${date}<p x=""/><p><y/></p>`,
      ["1:42 attribute-not-allowed n", "1:51 element-not-allowed hi"],
    ],
  ])("%s", (_, content, expected) => {
    expect(told(judge(letter, `<doc>${content}</doc>`))).toEqual(expected)
  })

  test("at its own line and column, whatever ends the lines", () => {
    expect(told(judge(letter, `<doc>\r\n <title/>\r\n ${date}\r\n <p\n  n="1" x="2"/>\r\n</doc>`))).toEqual([
      "5:9 attribute-not-allowed",
    ])
  })

  test("an unknown root is told, and what it holds is judged by its own definition", () => {
    expect(told(judge(letter, "<letter><title/><p/></letter>"))).toEqual(["1:1 element-not-allowed doc"])
    expect(told(judge(letter, "<letter><x><y/><p n='' x=''><hi/></p></x><z/></letter>"))).toEqual([
      "1:1 element-not-allowed doc",
      "1:24 attribute-not-allowed",
    ])
  })
})

describe("alternatives that begin alike", () => {
  const schema = grammar(
    `<start>${element("doc", '<choice><ref name="x"/><ref name="y"/></choice>')}</start>` +
      `<define name="x">${element("a", element("b"))}</define>` +
      `<define name="y">${element("a", `<attribute name="n"/>${element("c")}`)}${element("d")}</define>`,
  )

  test("are decided where they part", () => {
    expect(judge(schema, "<doc><a><b/></a></doc>")).toEqual([])
    expect(judge(schema, '<doc><a n=""><c/></a><d/></doc>')).toEqual([])
    expect(judge(schema, "<doc><a><c/></a><d/></doc>")).not.toEqual([])
    expect(judge(schema, '<doc><a n=""><c/></a></doc>')).toHaveLength(1)
  })
})

describe("limits", () => {
  const deep = grammar(
    '<start><ref name="a"/></start><define name="a"><element name="a"><optional><ref name="a"/></optional></element></define>',
  )
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth)

  test("of depth and size are errors, not crashes", () => {
    expect(judge(deep, nested(1000))).toEqual([])
    expect(told(judge(deep, nested(100_000)))).toEqual(["1:3001 too-deep"])
    expect(told(judge(deep, nested(20), { maxLength: 100 }))).toEqual(["1:1 too-large"])
    expect(judge(deep, `<a>${"<b/>".repeat(50)}</a>`, { maxErrors: 10 })).toHaveLength(10)
  })

  test("end at what is not well-formed, with its place", () => {
    expect(told(judge(deep, "<a>\n<a></b></a>"))).toEqual(["2:4 not-well-formed"])
    expect(judge(deep, "")).toHaveLength(1)
  })

  test("of time hold for a file that is wrong all over", () => {
    const text = `<doc><title/>${date}${"x<p/>y<date/><hi/>".repeat(20_000)}</doc>`
    const start = performance.now()
    expect(judge(letter, text).length).toBeLessThan(5)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test("a document type declaration is refused where that is asked for", () => {
    const declared = '<!DOCTYPE a [<!ENTITY x "y">]><a/>'
    expect(judge(deep, declared)).toEqual([])
    expect(told(judge(deep, declared, { refuseDoctype: true }))).toEqual(["1:1 doctype-refused"])
  })
})

describe("an order that is broken is told once,", () => {
  const division = doc(
    `${element("head", "<text/>")}<oneOrMore>${element("p", `<mixed><zeroOrMore>${element("hi", "<text/>")}</zeroOrMore></mixed>`)}</oneOrMore>` +
      `<optional>${element("closer", "<text/>")}</optional>`,
  )
  test.each<[string, string, readonly string[]]>([
    [
      "at what came too early",
      "<head/><p><hi/></p><closer/><p><hi/></p><p><hi/></p>",
      ["1:25 element-not-allowed p"],
    ],
    ["at what came too late", "<head/><p/><p/><closer/><p/>", ["1:30 element-not-allowed"]],
    ["where it stands, not where it lacks", "<p/><p/><head/>", ["1:6 element-missing head"]],
    [
      "without the paragraph's tags",
      "<head/><p/>words <hi/> and <hi/> words",
      ["1:17 text-not-allowed closer p"],
    ],
  ])("%s", (_, content, expected) => {
    expect(told(judge(division, `<doc>${content}</doc>`))).toEqual(expected)
  })

  test("an element that was moved to another parent is told there", () => {
    const two = doc(
      element("front", element("head", "<text/>")) +
        element("body", `<oneOrMore>${element("p")}</oneOrMore>`),
    )
    expect(told(judge(two, "<doc><front/><body><p/><head/></body></doc>"))).toEqual([
      "1:24 element-not-allowed p",
    ])
  })
})

test("a message says what is wrong and what would be right", () => {
  expect(judge(letter, `<doc><title/>${date}<p/><stray/></doc>`).map(({ message }) => message)).toEqual([
    "<stray> may not stand here; expected: p",
  ])
})
