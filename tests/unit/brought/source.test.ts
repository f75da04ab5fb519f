import { expect, test } from "vitest"
import { readBrought } from "../../../src/brought/source.js"

const read = (text: string) => {
  const { value, diagnostics } = readBrought(text, "a.xml")
  return {
    value,
    told: diagnostics.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`),
  }
}

test("a DOCTYPE without entities is passed over, with a word on it", () => {
  const text =
    '<?xml version="1.0"?>\n<!DOCTYPE TEI SYSTEM "tei.dtd" [\n<!ATTLIST p a CDATA #IMPLIED>\n]>\n<TEI/>'
  const { value, told } = read(text)
  expect(told).toEqual(["doctype-ignored 2:1"])
  expect(value?.indexOf("<TEI/>")).toBe(text.indexOf("<TEI/>"))
  expect(value).not.toContain("DOCTYPE")
})

test("what its DTD would declare is not there", () => {
  expect(read('<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI>caf&eacute;</TEI>')).toEqual({
    value: undefined,
    told: ["tei-not-well-formed 2:9"],
  })
})

test("a DOCTYPE with entities is refused where it stands, and says which it is about", () => {
  const canary = '<!DOCTYPE TEI [\n<!ENTITY canary SYSTEM "file:///etc/passwd">\n]>\n<TEI>&canary;</TEI>'
  const { value, diagnostics } = readBrought(canary, "a.xml")
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ code }) => code)).toEqual(["doctype-refused"])
  expect(diagnostics[0]?.span?.start).toMatchObject({ line: 1, column: 1 })
  expect(diagnostics[0]?.related[0]?.span.start).toMatchObject({ line: 2, column: 1 })
})

test("a flaw has its line and column, and what it bears on", () => {
  const { diagnostics } = readBrought("<TEI>\n<p>\n</TEI>", "a.xml")
  expect(diagnostics[0]).toMatchObject({
    code: "tei-not-well-formed",
    message: "The TEI is not well-formed: “</TEI>” stands before “<p>” of line 2 is closed.",
    span: { start: { line: 3, column: 1 } },
    related: [{ span: { start: { line: 2, column: 1 } } }],
  })
})

test("too deep is told, never a stack trace", () => {
  expect(read("<a>".repeat(5000)).told).toEqual(["tei-too-deep 1:3001"])
})
