import { describe, expect, test } from "vitest"
import { placeTei } from "../../../src/check/tei-document.js"
import { openXsd } from "../../../src/check/xsd.js"

const tei = "http://www.tei-c.org/ns/1.0"
const schemaOf = (inside: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${tei}" xmlns="${tei}" elementFormDefault="qualified">\n${inside}\n</xs:schema>`

const letter =
  schemaOf(`<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
<xs:element name="TEI"><xs:complexType><xs:sequence>
 <xs:element name="head" type="xs:string"/>
 <xs:element name="p" maxOccurs="2"><xs:complexType mixed="true"><xs:sequence><xs:element name="date" minOccurs="0" type="xs:date"/></xs:sequence>
  <xs:attribute name="rend"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="bold"/><xs:enumeration value="italic"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>
</xs:sequence><xs:attribute ref="xml:id" use="required"/><xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element>`)

const open = async (text: string, files: Readonly<Record<string, string>> = {}) => {
  const asked: string[] = []
  const load = (path: string) => {
    asked.push(path)
    return files[path]
  }
  return { ...(await openXsd(text, { uri: "schema/letter.xsd", load })), asked }
}

const check = async (body: string, text = letter) => {
  const { value, diagnostics } = await open(text)
  expect(diagnostics).toEqual([])
  const document = placeTei({ name: "a.xml", text: body })
  const found = value?.check(document) ?? []
  value?.close()
  return found.map(({ code, message, hint, span }) => ({
    code,
    message,
    hint,
    at: body.slice(span?.start.offset, span?.end.offset),
    line: span?.start.line,
  }))
}

describe("what does not fit an XSD is told at its tag, attribute or text:", () => {
  const head = "<head>x</head>\n"
  const start = `<TEI xmlns="${tei}" xml:id="a">\n`
  test.each([
    ["nothing", `${start}${head}<p>x<date>1962-10-27</date></p></TEI>`, []],
    [
      "an element that is misplaced",
      `${start}<p/>${head}</TEI>`,
      [["tei-element-misplaced", 2, "<p/>", "<p> cannot stand at this place in <TEI>."]],
    ],
    [
      "an element that nobody knows",
      `${start}${head}<p/>\n<q/></TEI>`,
      [["tei-element-unknown", 4, "<q/>", "The schema knows no element <q>."]],
    ],
    [
      "an element that is missing",
      `${start}${head}</TEI>`,
      [["tei-element-missing", 1, start.trim(), "Something is missing in <TEI>: <p>."]],
    ],
    [
      "an attribute that is unknown",
      `${start}${head}<p rent="bold"/></TEI>`,
      [["tei-attribute-unknown", 3, 'rent="bold"', "<p> cannot have the attribute @rent."]],
    ],
    [
      "an attribute that is missing",
      `<TEI xmlns="${tei}">${head}<p/></TEI>`,
      [["tei-attribute-missing", 1, `<TEI xmlns="${tei}">`, "<TEI> lacks an attribute: @xml:id."]],
    ],
    [
      "a value of an attribute",
      `${start}${head}<p rend="bald"/></TEI>`,
      [["tei-attribute-value", 3, 'rend="bald"', "@rend of <p> cannot be “bald”."]],
    ],
    [
      "a value of another type",
      `<TEI xmlns="${tei}" xml:id="a" n="one">${head}<p/></TEI>`,
      [["tei-attribute-value", 1, 'n="one"', "@n of <TEI> cannot be “one”."]],
    ],
    [
      "text that is misplaced",
      `${start}<!-- x -->${head}<p/>\n words </TEI>`,
      [["tei-text-misplaced", 4, "words", "No text can stand here in <TEI>: “words”."]],
    ],
    [
      "text of another type",
      `${start}${head}<p/><p>x\n<date>soon</date></p></TEI>`,
      [["tei-text-value", 4, "soon", "The text of <date> cannot be “soon”."]],
    ],
    [
      "a prefix",
      `<t:TEI xmlns:t="${tei}" xml:id="a"><t:head/>\n<t:p/><t:p/><t:p>x</t:p></t:TEI>`,
      [["tei-element-misplaced", 2, "<t:p>", "<t:p> cannot stand at this place in <t:TEI>."]],
    ],
    [
      "another root",
      `<text xmlns="${tei}"/>`,
      [["tei-element-unknown", 1, `<text xmlns="${tei}"/>`, "The schema knows no element <text>."]],
    ],
  ])("%s", async (_, body, expected) => {
    const found = await check(body)
    expect(found.map(({ code, line, at, message }) => [code, line, at, message])).toEqual(expected)
  })

  test("with what would be right", async () => {
    const [misplaced] = await check(`${start}<p/>${head}</TEI>`)
    expect(misplaced?.hint).toBe("What can stand here: <head>.")
    const [value] = await check(`${start}${head}<p rend="bald"/></TEI>`)
    expect(value?.hint).toBe("It can be “bold” or “italic”.")
  })
})

test("what has no wording of ours is told in libxml2's own words", async () => {
  const key = `<xs:unique name="places"><xs:selector xpath="t:p"/><xs:field xpath="@n"/></xs:unique>`
  const unique = schemaOf(
    `<xs:element name="TEI"><xs:complexType><xs:sequence><xs:element name="p" maxOccurs="2"><xs:complexType><xs:attribute name="n"/></xs:complexType></xs:element></xs:sequence></xs:complexType>${key}</xs:element>`,
  ).replace("<xs:schema", `<xs:schema xmlns:t="${tei}"`)
  const [only, ...more] = await check(`<TEI xmlns="${tei}"><p n="1"/>\n<p n="1"/></TEI>`, unique)
  expect(more).toEqual([])
  expect([only?.code, only?.line, only?.at]).toEqual(["tei-invalid", 2, '<p n="1"/>'])
  expect(only?.message).toContain("places")
})

test("the encoding that the first line declares, and a DOCTYPE, change no place", async () => {
  const body = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE TEI SYSTEM "file:///etc/passwd">\n<TEI xmlns="${tei}" xml:id="ä"><head>ä</head>\n𝄞</TEI>`
  const found = await check(body)
  expect(found.map(({ code, at }) => [code, at.slice(0, 4)])).toEqual([
    ["tei-text-misplaced", "𝄞"],
    ["tei-element-missing", "<TEI"],
  ])
})

test("what it includes and imports comes from the injected load, by paths of the edition", async () => {
  const text = schemaOf(`<xs:include schemaLocation="../parts/p%20q.xsd"/><xs:element name="TEI" type="p"/>`)
  const files = {
    "parts/p q.xsd": schemaOf(`<xs:include schemaLocation="ä.xsd"/>`),
    "parts/ä.xsd": schemaOf(`<xs:simpleType name="p"><xs:restriction base="xs:integer"/></xs:simpleType>`),
  }
  const { value, diagnostics, asked } = await open(text, files)
  expect(diagnostics).toEqual([])
  expect(asked).toEqual(["parts/p q.xsd", "parts/ä.xsd"])
  const found = value?.check(placeTei({ name: "a.xml", text: `<TEI xmlns="${tei}">x</TEI>` }))
  expect(found?.map(({ code }) => code)).toEqual(["tei-text-value"])
  value?.close()
})

test.each([
  "file:///etc/passwd",
  "http://localhost/a.xsd",
  "../../outside.xsd",
  "/etc/passwd",
  "missing.xsd",
])("%s is not opened, and the schema is broken where it names it", async (address) => {
  const { value, diagnostics, asked } = await open(
    schemaOf(`<!-- -->\n<xs:include schemaLocation="${address}"/>`),
  )
  expect(value).toBeUndefined()
  expect(
    diagnostics.map(({ code, span }) => `${code} ${span?.file} ${span?.start.line}:${span?.start.column}`),
  ).toEqual(["schema-broken schema/letter.xsd 3:1"])
  expect(asked).toEqual(address === "missing.xsd" ? ["schema/missing.xsd"] : [])
})

describe("a schema that is wrong is told at its line", () => {
  const told = async (text: string, files = {}) => {
    const { value, diagnostics } = await open(text, files)
    expect(value).toBeUndefined()
    return diagnostics.map(
      ({ code, span }) => `${code} ${span?.file} ${span?.start.line}:${span?.start.column}`,
    )
  }
  test("where it names what is not declared", async () => {
    const text = schemaOf(`\n <xs:element name="TEI" type="p"/>`)
    expect(await told(text)).toEqual(["schema-broken schema/letter.xsd 3:2"])
  })
  test("where it is no schema", async () => {
    expect(await told(schemaOf(`<xs:elemend name="TEI"/>`))).toEqual(["schema-broken schema/letter.xsd 2:1"])
    expect(await told("<TEI/>")).toEqual(["schema-broken schema/letter.xsd 1:1"])
  })
  test("where it is not well-formed, or would declare entities", async () => {
    expect(await told("<a>\n</b>")).toEqual(["schema-broken schema/letter.xsd 2:1"])
    const canary = `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<x>&x;</x>`
    expect(await told(canary)).toEqual(["schema-broken schema/letter.xsd 1:1"])
  })
  test("in the file that it includes", async () => {
    const text = schemaOf(`<xs:include schemaLocation="b.xsd"/>`)
    expect(await told(text, { "schema/b.xsd": "<a>\n<b></a>" })).toEqual(["schema-broken schema/b.xsd 2:4"])
    const inner = schemaOf(`<xs:element name="TEI" type="p"/>`)
    expect(await told(text, { "schema/b.xsd": inner })).toEqual(["schema-broken schema/b.xsd 2:1"])
  })
})

test("many problems are told to a limit", async () => {
  const body = `<TEI xmlns="${tei}">${"<p n='x'/>\n".repeat(2000)}</TEI>`
  const p = '<xs:element name="p" maxOccurs="unbounded"><xs:complexType/></xs:element>'
  const many = schemaOf(
    `<xs:element name="TEI"><xs:complexType><xs:sequence>${p}</xs:sequence></xs:complexType></xs:element>`,
  )
  const found = await check(body, many)
  expect(found).toHaveLength(500)
  expect(found.at(-1)).toMatchObject({ code: "tei-attribute-unknown", line: 500 })
})

test("a long list of what could stand there is cut", async () => {
  const names = Array.from({ length: 20 }, (_, at) => `<xs:element name="e${at}"/>`).join("")
  const choice = schemaOf(
    `<xs:element name="TEI"><xs:complexType><xs:choice>${names}</xs:choice></xs:complexType></xs:element>`,
  )
  const [found] = await check(`<TEI xmlns="${tei}"><e/></TEI>`, choice)
  expect(found?.hint).toBe("What can stand here: <e0>, <e1>, <e2>, <e3>, <e4>, <e5> or another.")
})
