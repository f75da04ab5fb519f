import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { readYamlRegister } from "../../../src/read/registers-yaml.js"
import { placesOf } from "../../encoding.js"

const read = (typed: string) => readYamlRegister(openSourceText("sources/registers/all.yaml", typed))
const person = (line = "") => `people:\n  - id: quill\n    name: Ada Quill\n    ${line}\n`

test("people, places and organisations are read with everything that may be said of them", () => {
  const { value, diagnostics } = read(`people:
  - id: quill
    name: Ada Quill
    also: [Miss Quill, "Quill, Ada"]
    born: 1861-02-03
    died: { notBefore: 1911-05, notAfter: 1912 }
    description: A printer.
    viaf: 24602065
    gnd: 118540238
    wikidata: Q5879
places:
  - { id: vienna, name: Vienna, country: Austria, coordinates: [48.2083, 16.3731], geonames: 2761369 }
organisations:
  - { id: press, name: Harbour Press, founded: 1880, dissolved: 1911-06 }
`)
  expect(diagnostics).toEqual([])
  expect(value?.map(({ span: _, ...rest }) => rest)).toEqual([
    {
      kind: "person",
      id: "quill",
      name: "Ada Quill",
      also: ["Miss Quill", "Quill, Ada"],
      description: "A printer.",
      born: { when: "1861-02-03" },
      died: { notBefore: "1911-05", notAfter: "1912" },
      identifiers: [
        { authority: "VIAF", address: "https://viaf.org/viaf/24602065" },
        { authority: "GND", address: "https://d-nb.info/gnd/118540238" },
        { authority: "Wikidata", address: "https://www.wikidata.org/entity/Q5879" },
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
    "2:9",
    "12:11",
    "14:11",
  ])
})

test.each([
  ["viaf: 9189148562896613870001", "https://viaf.org/viaf/9189148562896613870001"],
  ["viaf: http://viaf.org/viaf/24602065/", "https://viaf.org/viaf/24602065"],
  ["viaf: https://www.viaf.org/viaf/24602065#Goethe", "https://viaf.org/viaf/24602065"],
  ["gnd: 4066009-6", "https://d-nb.info/gnd/4066009-6"],
  ["gnd: 37748-X", "https://d-nb.info/gnd/37748-X"],
  ["gnd: 1014997828", "https://d-nb.info/gnd/1014997828"],
  ["gnd: (DE-588)118540238", "https://d-nb.info/gnd/118540238"],
  ["gnd: http://d-nb.info/gnd/118540238/about/lds", "https://d-nb.info/gnd/118540238"],
  ["wikidata: q5879", "https://www.wikidata.org/entity/Q5879"],
  ["wikidata: https://www.wikidata.org/wiki/Q5879", "https://www.wikidata.org/entity/Q5879"],
  ["wikidata: http://www.wikidata.org/entity/Q5879", "https://www.wikidata.org/entity/Q5879"],
])("“%s” is %s", (line, address) =>
  expect(read(person(line)).value?.[0]?.identifiers.map((each) => each.address)).toEqual([address]),
)

test.each(["2761369", "https://www.geonames.org/2761369/vienna.html", "http://sws.geonames.org/2761369/"])(
  "“%s” is a GeoNames number",
  (typed) =>
    expect(read(`places: [{ id: a, name: A, geonames: "${typed}" }]`).value?.[0]?.identifiers).toEqual([
      { authority: "GeoNames", address: "https://www.geonames.org/2761369" },
    ]),
)

test.each([
  ["viaf: Q5879", "4:11"],
  ["viaf: 0123", "4:11"],
  ["gnd: 118540239", "4:10"],
  ["gnd: 4066009-5", "4:10"],
  ["gnd: 40660096", "4:10"],
  ["gnd: https://viaf.org/viaf/24602065", "4:10"],
  ["wikidata: P31", "4:15"],
  ["wikidata: [Q1, Q2]", "4:15"],
  ["born: 3 May 1861", "4:11"],
  ["born: 1861-02-30", "4:11"],
  ["born: {}", "4:11"],
  ["{ born: 1861, died: 1860 }", "4:5"],
  ["also: Miss Quill", "4:11"],
  ["also: [Miss Quill, '']", "4:24"],
  ["description: [a]", "4:18"],
])("“%s” does not fit, at %s", (line, place) => {
  const typed = line.startsWith("{")
    ? `people:\n  - id: quill\n    name: Ada Quill\n    born: 1861\n    died: 1860\n`
    : person(line)
  const found = line.startsWith("{") ? "5:11" : place
  expect(placesOf(read(typed).diagnostics)).toEqual([`${found} field-unfit`])
})

test.each([
  ["places: [{ id: a, name: A, coordinates: [91, 0] }]", "1:42"],
  ["places: [{ id: a, name: A, coordinates: [10] }]", "1:41"],
  ['places: [{ id: a, name: A, coordinates: "10, 20" }]', "1:41"],
  ["people: Ada", "1:9"],
  ["people: [Ada]", "1:10"],
  ["- id: a", "1:1"],
  ["people: [{ id: 1a, name: A }]", "1:16"],
  ["people: [{ id: a, name: '' }]", "1:25"],
  ["organisations: [{ id: a, name: A, founded: 1900, dissolved: 1899-12-31 }]", "1:61"],
])("“%s” does not fit, at %s", (typed, place) =>
  expect(placesOf(read(typed).diagnostics)).toEqual([`${place} field-unfit`]),
)

test("what is required is asked for at the entry", () => {
  const { diagnostics } = read("people:\n  - name: Ada\n  - id: b\n")
  expect(placesOf(diagnostics)).toEqual(["2:5 field-missing", "3:5 field-missing"])
  expect(diagnostics[0]?.message).toBe("The field “id” is missing.")
})

test("a field that is not known suggests one that is known there", () => {
  const hints = (typed: string) => read(typed).diagnostics.map(({ code, hint }) => `${code}: ${hint}`)
  expect(hints(person("dyed: 1911"))).toEqual([
    "field-unknown: Did you mean “died”? Otherwise take the line out.",
  ])
  expect(hints("persons: []")).toEqual([
    "field-unknown: Take the line out; known are people, places, organisations.",
  ])
  expect(hints("place: []")).toEqual(["field-unknown: Did you mean “places”? Otherwise take the line out."])
  expect(hints(person("born: { before: 1861 }"))[0]).toBe(
    "field-unknown: Take the line out; known are notBefore, notAfter.",
  )
  // A place is not born.
  expect(hints("places: [{ id: a, name: A, born: 1900 }]")[0]).toMatch(/known are id, name, also/)
})

test("what is not YAML is said at its line", () =>
  expect(placesOf(read("people:\n  - id: a: b\n").diagnostics)).toEqual(["2:9 yaml-unreadable"]))

test.each([
  ["\\u202e", "bidi-control"],
  ["\\u0001", "character-forbidden"],
  ["\\ud800", "character-forbidden"],
])("the character behind the escape %s is refused", (typed, code) =>
  expect(placesOf(read(`people: [{ id: a, name: "A${typed}B" }]`).diagnostics)).toEqual([`1:25 ${code}`]),
)

test("a list without entries is a list", () => expect(read("people:\nplaces: []\n").value).toEqual([]))
