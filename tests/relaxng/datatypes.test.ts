import { describe, expect, test } from "vitest"
import { toRegExp } from "../../src/relaxng/datatypes/regex.js"
import { xmlSchema } from "../../src/relaxng/datatypes/xml-schema.js"
import { doc, faultsOf, judge } from "./schemas.js"

const context = { namespaceOf: (prefix: string) => ({ tei: "urn:tei" })[prefix] }

function typeOf(name: string, params: Readonly<Record<string, string>> = {}) {
  const made = xmlSchema.make(
    name,
    Object.entries(params).map(([param, value]) => ({ name: param, value })),
  )
  if (typeof made === "string") throw new Error(made)
  return made
}

describe("datatypes of XML Schema", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["boolean", ["true", " 0 "], ["yes", "TRUE", ""]],
    ["decimal", ["1", "-1.50", "+.5", "7."], ["1e3", ".", "", "1,5"]],
    ["integer", ["007", "-3"], ["1.0", ""]],
    ["nonNegativeInteger", ["0", "12"], ["-1"]],
    ["negativeInteger", ["-1"], ["0"]],
    ["byte", ["127", "-128"], ["128"]],
    ["unsignedLong", ["18446744073709551615"], ["18446744073709551616"]],
    ["double", ["1e3", "INF", "-INF", "NaN", ".5"], ["inf", "1e", "0x1"]],
    ["date", ["1824-02-29", "2000-01-01+14:00", "-0044-03-15"], ["1823-02-29", "1824-2-9", "0000-01-01"]],
    ["dateTime", ["1824-05-01T24:00:00", "1824-05-01T10:00:00.5Z"], ["1824-05-01", "1824-05-01T24:00:01"]],
    ["time", ["10:00:00", "23:59:59Z"], ["25:00:00", "10:00"]],
    ["gYear", ["1824", "12024", "-0500"], ["824", "01824"]],
    ["gYearMonth", ["1824-05"], ["1824-13"]],
    ["gMonthDay", ["--02-29"], ["--02-30", "02-29"]],
    ["gMonth", ["--05", "--05--"], ["05"]],
    ["gDay", ["---31"], ["---32"]],
    ["duration", ["P1Y2M3DT4H5M6.7S", "-P1D", "PT1S"], ["P", "P1S", "PT"]],
    ["language", ["de-AT", "en"], ["deutsch-oesterreich", "de_AT"]],
    ["Name", ["a:b", "_x"], ["1a", ""]],
    ["NCName", ["ä.b-c"], ["a:b", "-a"]],
    ["NMTOKENS", ["1 -a", " x\ty "], ["", "a,b"]],
    ["QName", ["tei:p", "p"], ["other:p", "tei:", "a:b:c"]],
    ["hexBinary", ["0aFF", ""], ["0"]],
    ["base64Binary", ["YWI=", "Y W J j"], ["YWI", "Y==="]],
    ["anyURI", ["#a", "http://example.org/ü b", ""], ["#a#b", "%zz"]],
    ["token", ["  any thing "], []],
  ])("%s", (name, right, wrong) => {
    const { allows } = typeOf(name)
    expect(right.filter((text) => !allows(text, context))).toEqual([])
    expect(wrong.filter((text) => allows(text, context))).toEqual([])
  })

  test("compare values, not letters", () => {
    const equal = (name: string, a: string, b: string) => typeOf(name).equal(a, context, b, context)
    expect(equal("decimal", "1.50", "+01.5")).toBe(true)
    expect(equal("boolean", "1", "true")).toBe(true)
    expect(equal("dateTime", "1824-05-01T12:00:00Z", "1824-05-01T14:00:00+02:00")).toBe(true)
    expect(equal("string", "a", " a")).toBe(false)
    expect(equal("token", "a  b", " a b")).toBe(true)
  })

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["decimal", { minInclusive: "-90", maxExclusive: "90" }, "-90.0", "90"],
    ["decimal", { totalDigits: "3", fractionDigits: "1" }, "12.50", "1.25"],
    ["string", { length: "2" }, "😀a", "abc"],
    ["string", { minLength: "1", maxLength: "2" }, "ab", ""],
    ["date", { minInclusive: "1800-01-01" }, "1824-01-01", "1799-12-31"],
    ["duration", { maxInclusive: "P1M" }, "P27D", "P32D"],
    ["token", { pattern: "[^\\p{C}\\p{Z}]+" }, "word", "two words"],
  ])("%s with %o", (name, params, right, wrong) => {
    const { allows } = typeOf(name, params)
    expect([allows(right, context), allows(wrong, context)]).toEqual([true, false])
  })

  test("refuse parameters that mean nothing", () => {
    const faults = (type: string, param: string, value: string) =>
      faultsOf(doc(`<data type="${type}"><param name="${param}">${value}</param></data>`)).map(
        ({ code }) => code,
      )
    expect(faults("boolean", "length", "1")).toEqual(["schema-datatype"])
    expect(faults("string", "minInclusive", "a")).toEqual(["schema-datatype"])
    expect(faults("integer", "maxInclusive", "many")).toEqual(["schema-datatype"])
    expect(faults("token", "enumeration", "a")).toEqual(["schema-datatype"])
    expect(faults("token", "pattern", "(")).toEqual(["schema-datatype"])
    expect(faults("float", "totalDigits", "2")).toEqual(["schema-datatype"])
    expect(faults("float", "maxInclusive", "2")).toEqual([])
  })
})

describe("expressions of XML Schema", () => {
  test.each([
    ["\\i\\c*", "a-1", "1a"],
    ["[a-z-[aeiou]]+", "xyz", "xay"],
    ["[^\\d]", "a", "1"],
    ["[\\w-]+", "a-ß", "a b"],
    ["^a$", "^a$", "a"],
    [".", "x", "\n"],
    ["a{2,3}", "aa", "a"],
    ["\\p{IsGreek}+", "λόγος", "logos"],
    ["[+\\-]?\\d+", "-1", "--1"],
    ["(a|b)?c", "bc", "abc"],
    ["[\\[\\]]", "[", "\\"],
  ])("%s", (pattern, right, wrong) => {
    const expression = toRegExp(pattern)
    if (typeof expression === "string") throw new Error(expression)
    expect([expression.test(right), expression.test(wrong)]).toEqual([true, false])
  })

  test.each(["a**", "(", "a)", "[", "[]", "\\q", "a{x}", "\\p{IsNowhere}", "*"])("refuse %s", (pattern) => {
    expect(typeof toRegExp(pattern)).toBe("string")
  })
})

describe("data in a document", () => {
  test("is told with its value and its datatype", () => {
    const [error] = judge(doc('<data type="date"/>'), "<doc>soon</doc>")
    expect(error).toMatchObject({ code: "text-value", text: "soon", expected: ["date"], line: 1, column: 6 })
  })

  test("may be blank only where the datatype allows it", () => {
    expect(judge(doc('<data type="string"/>'), "<doc/>")).toEqual([])
    expect(judge(doc('<data type="integer"/>'), "<doc> </doc>")).toHaveLength(1)
  })

  test("can be listed and excepted", () => {
    const numbers = doc('<list><oneOrMore><data type="int"/></oneOrMore></list>')
    expect(judge(numbers, "<doc> 1 2\n3 </doc>")).toEqual([])
    expect(judge(numbers, "<doc>1 two</doc>")).toHaveLength(1)
    const notOne = doc('<data type="int"><except><value type="int">1</value></except></data>')
    expect(judge(notOne, "<doc>2</doc>")).toEqual([])
    expect(judge(notOne, "<doc>01</doc>")).toHaveLength(1)
  })

  test("has ids that are unique, and references that lead to them", () => {
    const schema = doc(
      '<zeroOrMore><element name="a"><optional><attribute name="id"><data type="ID"/></attribute></optional>' +
        '<optional><attribute name="to"><data type="IDREFS"/></attribute></optional></element></zeroOrMore>',
    )
    expect(judge(schema, '<doc><a to="x y"/><a id="x"/><a id="y"/></doc>')).toEqual([])
    const wrong = '<doc><a id="x"/><a id="x"/><a to="z"/></doc>'
    expect(judge(schema, wrong).map(({ code, text }) => [code, text])).toEqual([
      ["id-twice", "x"],
      ["idref-unresolved", "z"],
    ])
    expect(judge(schema, wrong, { checkIds: false })).toEqual([])
  })
})
