import { expect, test } from "vitest"
import { foreignIn, kindOf } from "../../../src/brought/kind.js"
import { startOfFile } from "../../../src/model/source-span.js"

const tei = "http://www.tei-c.org/ns/1.0"

test.each([
  ["TEI", tei, "tei", undefined],
  ["teiCorpus", tei, "tei", undefined],
  ["surface", tei, "tei-part", undefined],
  [
    "TEI",
    "",
    "tei-without-namespace",
    "namespace-missing: This looks like TEI, and is in no namespace; it is left out.",
  ],
  ["TEI.2", "", "tei-p4", "tei-foreign: This is no TEI but TEI P4, the form before 2007; it is left out."],
  [
    "html",
    "http://www.w3.org/1999/xhtml",
    "foreign",
    "tei-foreign: This is no TEI but HTML; it is left out.",
  ],
  [
    "PcGts",
    "http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15",
    "foreign",
    "tei-foreign: This is no TEI but PAGE, the form in which Transkribus and OCR tools keep pages; it is left out.",
  ],
  [
    "TEI",
    "http://www.whitmanarchive.org/namespace",
    "foreign",
    "tei-foreign: This is no TEI but XML of another kind, “<TEI>” in the namespace http://www.whitmanarchive.org/namespace; it is left out.",
  ],
  [
    "constructor",
    "",
    "foreign",
    "tei-foreign: This is no TEI but XML of another kind, with “<constructor>” outermost; it is left out.",
  ],
])("<%s> in the namespace “%s” is %s", (local, namespace, kind, told) => {
  expect(kindOf({ local, namespace })).toBe(kind)
  const found = foreignIn({ local, namespace }, startOfFile("a.xml"))
  expect(found && `${found.code}: ${found.message}`).toBe(told)
})
