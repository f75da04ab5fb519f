import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { locateSchemas, schemasOf } from "../../../src/brought/association.js"
import { decodeXml } from "../../../src/brought/decode.js"
import { expandIncludes } from "../../../src/brought/include.js"
import { readBrought } from "../../../src/brought/source.js"
import { elementsOf } from "../../../src/xml/elements.js"

/** Everything that is done with a brought file; what comes of it is told, never thrown. */
function readAll(bytes: Uint8Array): readonly string[] {
  const decoded = decodeXml(bytes, "a.xml")
  if (decoded.value === undefined) return decoded.diagnostics.map(({ code }) => code)
  const text = decoded.value
  const read = readBrought(text, "a.xml")
  for (const { span } of read.diagnostics) {
    expect(span?.start.offset).toBeGreaterThanOrEqual(0)
    expect(span?.end.offset).toBeLessThanOrEqual(text.length)
    expect(span?.end.offset).toBeGreaterThanOrEqual(span?.start.offset ?? 0)
  }
  if (read.value === undefined) return read.diagnostics.map(({ code }) => code)
  expect(elementsOf(read.value).length).toBeGreaterThan(0)
  const expanded = expandIncludes("a.xml", read.value, () => read.value)
  const schemas = locateSchemas(schemasOf(read.value, "a.xml"), "a.xml", () => false)
  return [...read.diagnostics, ...expanded.diagnostics, ...schemas.diagnostics].map(({ code }) => code)
}

const markup = fc.constantFrom(
  ...[
    "<",
    ">",
    "</",
    "/>",
    "<a>",
    "</a>",
    "<a",
    "&",
    "&x;",
    "&#1;",
    ";",
    '"',
    "'",
    "=",
    " b='c'",
    "<!--",
    "-->",
  ],
  ...[
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a",
    "[",
    "]",
    "<!ENTITY",
    "%",
    "x",
    "\n",
  ],
  ...[
    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='",
    "xmlns",
    ":",
    "<?xml-model href='",
    "\ud800",
    "𝄞",
  ],
)

test("any bytes are read or told of", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readAll(bytes)))
})

test("any markup is read or told of", () => {
  const text = fc.array(markup, { maxLength: 30 }).map((parts) => parts.join(""))
  const whole = text.map((inside) => `<a xmlns:xi="http://www.w3.org/2001/XInclude">${inside}</a>`)
  fc.assert(
    fc.property(fc.oneof(text, whole), (each) => void readAll(Buffer.from(each))),
    { numRuns: 3000 },
  )
})

describe("two million characters take little time, whatever they are:", () => {
  const many = (part: string) => part.repeat(Math.ceil(2_000_000 / part.length))
  test.each([
    ["elements", `<a>${many("<b c='d'>e</b>")}</a>`],
    ["attributes", `<a ${Array.from({ length: 120_000 }, (_, at) => `b${at}='c'`).join(" ")}/>`],
    ["declarations of namespaces", `<a>${many("<b xmlns:c='d'/>")}</a>`],
    ["comments", `<a>${many("<!-- -->")}</a>`],
    ["ampersands", `<a>${many("&")}</a>`],
    ["references", `<a>${many("&amp;")}</a>`],
    ["a reference without end", `<a>&${many("x")}</a>`],
    ["one name", `<${many("x")}/>`],
    ["blanks in a tag", `<a${many(" ")}/>`],
    ["blanks around an equals sign", `<a b=${many(" ")}/>`],
    ["end tags", `<a>${many("</b>")}`],
    ["quotation marks", `<a b=${many('"')}`],
    ["a value that does not end", `<a b="${many("= '")}`],
    ["an instruction of one word", `<?xml-model ${many("x")}?><a/>`],
    ["instructions", `${many("<?xml-model href='x.rng'?>")}<a/>`],
    ["comments before the root", `${many("<!---->")}<a/>`],
    [
      "words of a place of schemas",
      `<a xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="${many("x ")}"/>`,
    ],
  ])("%s", (_, text) => {
    const bytes = Buffer.from(text)
    const start = performance.now()
    readAll(bytes)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
