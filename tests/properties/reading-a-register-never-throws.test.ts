import fc from "fast-check"
import { expect, test } from "vitest"
import { readRegisters } from "../../src/read/registers.js"

const encoder = new TextEncoder()
const yaml = fc.constantFrom(
  ..."people: |places:|organisations:|\n  - |id: a|name: B|\n    |also: [|]|{|}|born: |1911-02-30|gnd: |118540238|coordinates: |1, 2|&a |*a |!!map |<<: |'|\"|# |: |\\u202e|? |--- |\t".split(
    "|",
  ),
)
const xml = fc.constantFrom(
  ..."<listPerson>|</listPerson>|<person xml:id='a'>|</person>|<persName>|</persName>|<birth when='|'/>|<org |<place>|</place>|<location><geo>|</geo></location>|<idno type='GND'>|</idno>|<!--|-->|<![CDATA[|]]>|<?|?>|<!DOCTYPE|<!|&#x202e;|&#0;|&#xfffffff;|&a;|<|>|'|=|<constructor>|</constructor>|<__proto__/>|xml:id=\"a\"|\r\n|\r|\ufeff|a".split(
    "|",
  ),
)
const typed = (sign: fc.Arbitrary<string>) =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: sign }, fc.string({ unit: "binary", maxLength: 4 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(""))
const entry = typed(xml).map(
  (inside) => `<listPerson><person xml:id="a"><persName>A</persName>${inside}</person></listPerson>`,
)
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  ...[typed(yaml), typed(xml), entry].map((text) => text.map((each) => encoder.encode(each))),
)

test("whatever the bytes of a register, it is read, and every problem has its place in the file", () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom("a.yaml", "a.xml"), (given, file) => {
      const length = new TextDecoder("utf-8", { ignoreBOM: true }).decode(given).length
      const { value, diagnostics } = readRegisters([{ file, bytes: given }])
      value.resolve("a", "person")
      value.resolve("nobody")
      for (const { span } of diagnostics) {
        expect(span?.start.offset).toBeGreaterThanOrEqual(0)
        expect(span?.end.offset).toBeGreaterThanOrEqual(span?.start.offset ?? 0)
        expect(span?.end.offset).toBeLessThanOrEqual(length)
      }
      // The same bytes give the same registers.
      expect(readRegisters([{ file, bytes: given }]).value.entities).toEqual(value.entities)
    }),
    { numRuns: 2000 },
  )
})

test("a register of twenty thousand persons is read in a moment", () => {
  const people = Array.from(
    { length: 20_000 },
    (_, at) => `<person xml:id="p${at}"><persName>P ${at}</persName></person>`,
  )
  const file = { file: "a.xml", bytes: encoder.encode(`<listPerson>${people.join("\n")}</listPerson>`) }
  const { value } = readRegisters([file])
  expect(value.entities).toHaveLength(20_000)
  expect(value.entities.at(-1)?.span.start.line).toBe(20_000)
}, 20_000)
