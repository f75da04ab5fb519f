import { expect, test } from "vitest"
import type { EntityKind } from "../../../src/model/register.js"
import { checkEntity } from "../../../src/read/check-entity.js"
import { openRegisters, readRegisters } from "../../../src/read/registers.js"

const file = (name: string, typed: string) => ({
  file: `sources/registers/${name}`,
  bytes: new TextEncoder().encode(typed),
})
const people = file(
  "people.yaml",
  `people:
  - { id: khrushchev, name: Nikita Khrushchev, also: [Nikita  Khrushchyov, "Josefi\u0301ne"] }
  - { id: quill-a, name: Ada Quill, also: [Quill] }
  - { id: quill-b, name: Bea Quill, also: [Quill] }
  - { id: paris-person, name: Paris }
`,
)
const places = file(
  "places.xml",
  `<listPlace><place xml:id="paris"><placeName>Paris</placeName></place><place xml:id="lyon"><placeName>Lyon</placeName></place></listPlace>`,
)
const registers = readRegisters([people, places]).value
const start = { line: 3, column: 5, offset: 20 }
const span = { file: "sources/a.md", start, end: start }
const check = (reference: string, kind?: EntityKind, among = registers) => {
  const { entity, diagnostics } = checkEntity(among, reference, kind, span)
  const said = diagnostics.map((each) => `${each.code}: ${each.message} ${each.hint}`)
  return entity ? [entity.id, ...said] : said
}

test("registers of both kinds of file are one", () => {
  expect(registers.entities.map((each) => each.id)).toEqual([
    "khrushchev",
    "quill-a",
    "quill-b",
    "paris-person",
    "paris",
    "lyon",
  ])
  expect(registers.complete).toBe(true)
})

test.each<readonly [string, EntityKind | undefined, string]>([
  ["khrushchev", "person", "khrushchev"],
  ["khrushchev", undefined, "khrushchev"],
  ["Nikita Khrushchev", undefined, "khrushchev"],
  [" Nikita\u00a0Khrushchyov ", "person", "khrushchev"],
  ["Josef\u00edne", "person", "khrushchev"],
  ["paris", undefined, "paris"],
  ["Paris", "place", "paris"],
  ["Paris", "person", "paris-person"],
])("“%s” as %s is %s", (reference, kind, id) => expect(check(reference, kind)).toEqual([id]))

test("a reference that leads nowhere suggests what was meant", () => {
  expect(check("Krushchev", "person")).toEqual([
    "entity-unknown: “Krushchev” is nobody in the registers. Did you mean “khrushchev”? Otherwise add an entry to sources/registers.",
  ])
  expect(check("Lyons", "place")).toEqual([
    "entity-unknown: “Lyons” is no place in the registers. Did you mean “lyon”? Otherwise add an entry to sources/registers.",
  ])
  expect(check("Quil")).toEqual([
    "entity-unknown: “Quil” is no entry in the registers. Did you mean “quill-a” or “quill-b”? Otherwise add an entry to sources/registers.",
  ])
  expect(check("Harbour Press", "organisation")).toEqual([
    "entity-unknown: “Harbour Press” is no organisation in the registers. Add an entry to sources/registers.",
  ])
  expect(check("anybody", undefined, openRegisters([]))[0]).toMatch(/^entity-unknown: /)
})

test("a name of several entries is ambiguous, at the reference, and the entries are shown", () => {
  expect(check("Quill", "person")).toEqual([
    "entity-ambiguous: “Quill” is the name of 2 entries in the registers. Refer to the one you mean by its id: “quill-a”, “quill-b”.",
  ])
  expect(check("Paris")[0]).toMatch(/^entity-ambiguous: /)
  const [problem] = checkEntity(registers, "Quill", undefined, span).diagnostics
  expect(problem?.span).toEqual(span)
  expect(problem?.related.map((each) => `${each.span.file}:${each.span.start.line}`)).toEqual([
    "sources/registers/people.yaml:3",
    "sources/registers/people.yaml:4",
  ])
})

test("an entry of another kind is not what was meant", () => {
  expect(check("khrushchev", "place")).toEqual([
    "entity-of-other-kind: “khrushchev” is a person in the registers, and a place is named here. Write “:person[…]”, or refer to a place.",
  ])
  expect(check("Lyon", "organisation")[0]).toMatch(/^entity-of-other-kind: .* is a place in the registers/)
})

test("an id is unique across the registers; the second place is reported, with the first", () => {
  const { value, diagnostics } = readRegisters([
    people,
    file("more.xml", '<listOrg>\n<org xml:id="quill-a"><orgName>Q</orgName></org></listOrg>'),
  ])
  expect(value.entities.filter((each) => each.id === "quill-a").map((each) => each.kind)).toEqual(["person"])
  expect(
    diagnostics.map(({ code, span: at, related }) => [
      code,
      `${at?.file}:${at?.start.line}`,
      related.map((each) => `${each.span.file}:${each.span.start.line}:${each.span.start.column}`),
    ]),
  ).toEqual([["entity-repeated", "sources/registers/more.xml:2", ["sources/registers/people.yaml:3:11"]]])
})

test("where a register cannot be read, what is not found is passed over", () => {
  const { value, diagnostics } = readRegisters([people, file("places.yaml", "places: [{ id: lyon }]")])
  expect(diagnostics.map((each) => each.code)).toEqual(["field-missing"])
  expect(value.complete).toBe(false)
  expect(check("lyon", "place", value)).toEqual([])
  expect(check("khrushchev", undefined, value)).toEqual(["khrushchev"])
})

test.each([
  ["a.yaml", ""],
  ["a.yaml", "# nobody yet\n"],
  ["a.yaml", "people:\n"],
  ["a.xml", " \n"],
  ["a.xml", "<listPerson/>"],
])("%s with %j holds no entry", (name, typed) => {
  const { value, diagnostics } = readRegisters([file(name, typed)])
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["register-empty", "warning"]])
  expect(value.complete).toBe(true)
})

test("bytes that are no text are said where they stand", () =>
  expect(
    readRegisters([{ file: "a.yaml", bytes: Buffer.from([0x61, 0xe9]) }]).diagnostics.map(
      (each) => each.code,
    ),
  ).toEqual(["file-not-utf8"]))
