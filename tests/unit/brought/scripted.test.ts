import { expect, test } from "vitest"
import { readBroughtFiles } from "../../../src/pipeline/brought.js"

const folder = { bytes: () => undefined, beginning: () => undefined, paths: () => new Set<string>() }
const read = (inside: string, root = "") => {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg" xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:t="http://www.w3.org/1999/XSL/Transform" xmlns:x="http://www.w3.org/1999/xlink"${root}><text><body>\n<p>${inside}</p>\n</body></text></TEI>`
  return readBroughtFiles([{ file: "a.xml", bytes: new TextEncoder().encode(text) }], folder)
}

test.each([
  "<h:script>f()</h:script>",
  '<script xmlns="http://www.w3.org/1999/xhtml">f()</script>',
  "<figure><s:svg><s:script>f()</s:script></s:svg></figure>",
  '<h:img src="x" onerror="f()"/>',
  '<s:svg onload="f()"/>',
  '<h:a href="java&#x9;script:f()">a</h:a>',
  '<s:a x:href=" JavaScript:f()">a</s:a>',
  '<m:math href="javascript:f()"/>',
  '<h:iframe src="x.html"/>',
  '<h:object data="x"/>',
  '<h:link rel="stylesheet" href="x"/>',
  '<h:meta http-equiv="refresh" content="0;url=javascript:f()"/>',
  '<h:form action="x"/>',
  '<s:set attributeName="href" to="javascript:f()"/>',
  "<s:foreignObject/>",
  '<h:unheard-of is="x"/>',
  '<t:element name="script"/>',
])("a file with %s is told at its line and left out", (inside) => {
  const { value, diagnostics } = read(inside)
  expect(value).toEqual([])
  expect(diagnostics).toMatchObject([
    { code: "tei-scripted", severity: "error", span: { file: "a.xml", start: { line: 2 } } },
  ])
})

test("a stylesheet that is a document of TEI at the same time is left out", () => {
  expect(read("", ' t:version="1.0"').diagnostics).toMatchObject([{ code: "tei-scripted" }])
})

test.each([
  "<h:p>words <h:em>and</h:em> <h:a href='https://example.org/'>a link</h:a></h:p>",
  '<figure><s:svg viewBox="0 0 1 1"><s:path d="M0 0"/></s:svg></figure>',
  "<formula><m:math><m:mi>x</m:mi></m:math></formula>",
  '<ref target="javascript:f()" onclick="f()">TEI runs nothing</ref>',
])("%s is harmless", (inside) => {
  const { value, diagnostics } = read(inside)
  expect(value).toHaveLength(1)
  expect(diagnostics).toEqual([])
})
