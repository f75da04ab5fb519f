import { expect, test } from "vitest"
import { wellFormed } from "../../../src/check/well-formed.js"

const read = (text: string) => wellFormed({ name: "a.xml", text }, () => undefined)

test("every start tag has its place, whatever looks like one elsewhere", () => {
  const { value } = read(`<?xml version="1.0"?>\n<!-- <no> -->\n<a b="1>2">\r\n 𝄞<c/><![CDATA[<no>]]></a>`)
  const places = value.map(({ name, span }) => `${name} ${span.start.line}:${span.start.column}`)
  expect(places).toEqual(["a 3:1", "c 4:4"])
})

test("a DOCTYPE is refused before the parser is asked", () => {
  const ask = () => {
    throw new Error("asked")
  }
  const text = "<!-- c -->\n<!DOCTYPE a>\n<a/>"
  const [found] = wellFormed({ name: "a.xml", text }, ask).diagnostics
  expect(found?.code).toBe("doctype-refused")
  expect(found?.span?.start).toEqual({ line: 2, column: 1, offset: 11 })
})

test("a fault keeps its column, in UTF-16 units", () => {
  const fault = { message: "Something is wrong\n", line: 1, column: 6 }
  const [found] = wellFormed({ name: "a.xml", text: "<a>𝄞&</a>" }, () => fault).diagnostics
  expect(found?.span?.start.column).toBe(6)
  expect(found?.message).toBe("The TEI is not well-formed: Something is wrong.")
})
