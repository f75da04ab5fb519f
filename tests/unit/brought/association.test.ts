import { expect, test } from "vitest"
import { locateSchemas, schemasOf, withoutSchema } from "../../../src/brought/association.js"

const named = (text: string, file = "sources/a.xml") =>
  schemasOf(text, file).map(({ kind, href, phase, by }) =>
    [by, kind, href, ...(phase ? [phase] : [])].join(" "),
  )

test("xml-model says by schematypens, media type or ending what a schema is", () => {
  const model = (values: string) => named(`<?xml version="1.0"?>\n<?xml-model ${values}?>\n<TEI/>`)[0]
  const rng = 'schematypens="http://relaxng.org/ns/structure/1.0"'
  const sch = 'schematypens="http://purl.oclc.org/dsdl/schematron"'
  expect(model(`href="tei.rng" type="application/xml" ${rng}`)).toBe("xml-model relaxng tei.rng")
  expect(model(`href='tei.rng' ${sch} phase='all'`)).toBe("xml-model schematron tei.rng all")
  expect(model(`href="tei.rnc" type="application/relax-ng-compact-syntax"`)).toBe(
    "xml-model relaxng-compact tei.rnc",
  )
  expect(model(`href="tei.rnc" ${rng}`)).toBe("xml-model relaxng-compact tei.rnc")
  expect(model(`href="tei.xsd" schematypens="http://www.w3.org/2001/XMLSchema"`)).toBe(
    "xml-model xsd tei.xsd",
  )
  expect(model(`href="tei.dtd" type="application/xml-dtd"`)).toBe("xml-model dtd tei.dtd")
  expect(model(`href="tei.nvdl"`)).toBe("xml-model nvdl tei.nvdl")
  expect(model(`href="a&amp;b.rng"`)).toBe("xml-model relaxng a&b.rng")
  expect(model(`href="tei.dsrl" schematypens="http://purl.oclc.org/dsdl/dsrl"`)).toBe(
    "xml-model unknown tei.dsrl",
  )
  expect(model(`type="application/xml"`)).toBeUndefined()
})

test("oxygen's instruction names a grammar and rules", () => {
  const text = `<?oxygen RNGSchema="tei.rng" type="xml"?><?oxygen SCHSchema="a.sch"?><?oxygen RNGSchema="b.rnc" type="compact"?><TEI/>`
  expect(named(text)).toEqual([
    "oxygen relaxng tei.rng",
    "oxygen schematron a.sch",
    "oxygen relaxng-compact b.rnc",
  ])
})

test("the root names XSD by place, each with its namespace and its own span", () => {
  const text = `<TEI xmlns:s="http://www.w3.org/2001/XMLSchema-instance"\n s:schemaLocation="http://www.tei-c.org/ns/1.0 tei.xsd\n  urn:x x.xsd" s:noNamespaceSchemaLocation="y.xsd" schemaLocation="u z.xsd"/>`
  const found = schemasOf(text, "a.xml")
  expect(found.map(({ kind, href, namespace }) => [kind, href, namespace])).toEqual([
    ["xsd", "tei.xsd", "http://www.tei-c.org/ns/1.0"],
    ["xsd", "x.xsd", "urn:x"],
    ["xsd", "y.xsd", ""],
  ])
  expect(found.map(({ span }) => text.slice(span.start.offset, span.end.offset))).toEqual([
    "tei.xsd",
    "x.xsd",
    "y.xsd",
  ])
})

test("a schema that is named twice counts once; order is kept", () => {
  const text = `<?oxygen RNGSchema="../tei.rng" type="xml"?><?xml-model href="./../tei.rng" schematypens="http://relaxng.org/ns/structure/1.0"?><?xml-model href="../tei.rng" schematypens="http://purl.oclc.org/dsdl/schematron"?><TEI/>`
  expect(named(text)).toEqual(["oxygen relaxng ../tei.rng", "xml-model schematron ../tei.rng"])
})

test("what only looks like an instruction, or stands behind the root's tag, names nothing", () => {
  expect(named(`<!-- <?xml-model href="a.rng"?> --><TEI><?xml-model href="b.rng"?></TEI>`)).toEqual([])
})

test("a schema is taken from the edition's folder, or there is a word on it", () => {
  const text = [
    '<?xml-model href="../schema/tei.rng"?>',
    '<?xml-model href="missing.rng"?>',
    '<?xml-model href="https://example.org/tei.rng"?>',
    '<?xml-model href="../../tei.rng"?>',
    '<?xml-model href="tei.dtd"?>',
    "<TEI/>",
  ].join("\n")
  const asked: string[] = []
  const has = (path: string) => asked.push(path) > 0 && path === "schema/tei.rng"
  const { value, diagnostics } = locateSchemas(schemasOf(text, "sources/a.xml"), "sources/a.xml", has)
  expect(value.map(({ path }) => path)).toEqual(["schema/tei.rng"])
  expect(asked).toEqual(["schema/tei.rng", "sources/missing.rng"])
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.start.line}`)).toEqual([
    "schema-missing 2",
    "schema-remote 3",
    "schema-missing 4",
    "schema-unread 5",
  ])
})

test("a file that names none is told what is checked then", () => {
  expect(withoutSchema("a.xml")).toMatchObject({ code: "schema-unknown", severity: "info" })
})
