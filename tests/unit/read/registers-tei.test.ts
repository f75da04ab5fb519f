import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { readTeiRegister } from "../../../src/read/registers-tei.js"
import { placesOf } from "../../encoding.js"

const read = (typed: string) => readTeiRegister(openSourceText("sources/registers/all.xml", typed))
const problems = (typed: string) => placesOf(read(typed).diagnostics)
const person = (inside: string) =>
  `<listPerson>\n<person xml:id="a"><persName>A</persName>\n${inside}</person>\n</listPerson>`

test("persons, places and organisations are read, wherever in the file", () => {
  const { value, diagnostics } = read(`<?xml version="1.0"?>
<!-- <person xml:id="commented"/> -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="quill">
        <persName><surname>Quill</surname> <forename>Ada</forename></persName>
        <persName type="variant">Miss &amp; Quill</persName>
        <birth when="1861-02-03"/><death><date notBefore="1911" notAfter="1912">about 1911</date></death>
        <idno type="GND">118540238</idno>
        <idno type="URL" subtype="wikidata">http://www.wikidata.org/entity/Q5879</idno>
        <idno type="URI">https://viaf.org/viaf/24602065/</idno>
        <note>A   printer.</note>
      </person>
    </listPerson>
    <listPlace>
      <place xml:id="vienna"><placeName>Vienna</placeName>
        <location type="coords"><country>Austria</country><geo>48,2083 16,3731</geo></location>
        <idno type="GeoNames">2761369</idno>
      </place>
    </listPlace>
    <listOrg><org xml:id="press" from="1880" to="1911-06"><orgName>Harbour Press</orgName></org></listOrg>
  </standOff>
</TEI>`)
  expect(diagnostics).toEqual([])
  expect(value?.map(({ span: _, ...rest }) => rest)).toEqual([
    {
      kind: "person",
      id: "quill",
      name: "Ada Quill",
      also: ["Miss & Quill"],
      description: "A printer.",
      born: { when: "1861-02-03" },
      died: { notBefore: "1911", notAfter: "1912" },
      identifiers: [
        { authority: "GND", address: "https://d-nb.info/gnd/118540238" },
        { authority: "Wikidata", address: "https://www.wikidata.org/entity/Q5879" },
        { authority: "VIAF", address: "https://viaf.org/viaf/24602065" },
      ],
    },
    {
      kind: "place",
      id: "vienna",
      name: "Vienna",
      also: [],
      country: "Austria",
      coordinates: { latitude: "48.2083", longitude: "16.3731" },
      identifiers: [{ authority: "GeoNames", address: "https://www.geonames.org/2761369" }],
    },
    {
      kind: "organisation",
      id: "press",
      name: "Harbour Press",
      also: [],
      identifiers: [],
      founded: "1880",
      dissolved: "1911-06",
    },
  ])
  expect(value?.map(({ span }) => `${span.start.line}:${span.start.column}`)).toEqual([
    "6:7",
    "17:7",
    "22:14",
  ])
})

test("a prefix, CDATA, apostrophes and signs inside values do not shift the places", () => {
  const { value } = read(
    `<t:listPerson xmlns:t="http://www.tei-c.org/ns/1.0" n='a "b" >'><!-- <x> --><?x <y>?>\r\n<t:head><![CDATA[<z>]]></t:head>\r\n  <t:person xml:id='a'><t:persName>A</t:persName></t:person></t:listPerson>`,
  )
  expect(value?.map(({ name, span }) => `${name} ${span.start.line}:${span.start.column}`)).toEqual(["A 3:3"])
})

test.each([["48.2083 16.3731"], ["48.2083, 16.3731"], ["48.2083,16.3731"], ["48,2083 16,3731"]])(
  "coordinates may be written “%s”",
  (geo) => {
    const typed = `<listPlace><place xml:id="a"><placeName>A</placeName><location><placeName>B</placeName><geo>1 2</geo></location><location><geo>${geo}</geo></location></place></listPlace>`
    expect(read(typed).value).toMatchObject([{ coordinates: { latitude: "48.2083", longitude: "16.3731" } }])
  },
)

test("a name's parts are put as one says them, and an address is no name", () => {
  const names = (inside: string) => {
    const found = read(`<listPerson><person xml:id="a">${inside}</person></listPerson>`).value?.[0]
    return [found?.name, ...(found?.also ?? [])]
  }
  expect(
    names(
      "<persName><surname>Goethe</surname>, <forename>Johann</forename><forename>W.</forename><nameLink>von</nameLink></persName>",
    ),
  ).toEqual(["Johann W. von Goethe"])
  expect(names("<persName>The <surname>Quill</surname>, elder</persName>")).toEqual(["The Quill, elder"])
  expect(
    names("<persName>A</persName><persName>http://a.example</persName><persName> A </persName>"),
  ).toEqual(["A"])
})

test.each([
  ["<idno type='GND'>118540239</idno>", "3:1 field-unfit"],
  ["<idno type='URL'>https://d-nb.info/gnd/118540239</idno>", "3:1 field-unfit"],
  ["<birth when='3 May 1861'/>", "3:1 field-unfit"],
  ["<death>\n <date when='1861-02-30'/></death>", "4:2 field-unfit"],
  ["<birth when='1900'/><death when='1899'/>", "2:1 field-unfit"],
  ["<note>a&#x202e;b</note>", "2:1 bidi-control"],
  ["<note>a", "3:8 tei-not-well-formed"],
])("“%s” in a person: %s", (inside, problem) => expect(problems(person(inside))).toEqual([problem]))

test.each([
  ["<listPerson>\n <person><persName>A</persName></person></listPerson>", "2:2 entry-incomplete"],
  ["<listPerson>\n <person xml:id='a'/></listPerson>", "2:2 entry-incomplete"],
  ["<listPerson>\n <person xml:id='é'><persName>A</persName></person></listPerson>", "2:2 field-unfit"],
  ["<listOrg><org xml:id='a' from='1900' to='1890'><orgName>A</orgName></org></listOrg>", "1:10 field-unfit"],
  ["<listOrg><org xml:id='a' from='soon'><orgName>A</orgName></org></listOrg>", "1:10 field-unfit"],
  [
    "<listPlace><place xml:id='a'><placeName>A</placeName><location><geo>here</geo></location></place></listPlace>",
    "1:64 field-unfit",
  ],
  ["\n<!DOCTYPE TEI [<!ENTITY a 'b'>]>\n<TEI/>", "2:1 doctype-refused"],
  ["people:\n", "1:1 tei-not-well-formed"],
  ["<a>\n<b></a>", "2:4 tei-not-well-formed"],
])("%j: %s", (typed, problem) => expect(problems(typed)).toEqual([problem]))

test("what a register says beyond what stet takes over is named once", () => {
  const { value, diagnostics } = read(
    person(
      "<sex value='1'/><birth when='1900'><settlement>B</settlement></birth><idno type='URL' subtype='pmb'>1</idno>",
    ),
  )
  expect(value).toHaveLength(1)
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "register-part-unread: Not taken over from this register: birth/settlement, idno of other authorities, sex.",
  ])
})

test("where an event took place is no entry", () =>
  expect(
    read(
      "<listEvent><event><listPlace><place><placeName>A</placeName></place></listPlace></event></listEvent>",
    ).value,
  ).toEqual([]))

test("a file without lists has no entries", () => expect(read("<TEI><text/></TEI>").value).toEqual([]))
