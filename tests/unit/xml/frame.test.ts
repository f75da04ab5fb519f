import { expect, test } from "vitest"
import { writeFrame } from "../../../src/xml/frame.js"
import { element, text } from "../../../src/xml/tree.js"

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

test("members stand as they are at the end of the root", () => {
  const root = element("teiCorpus", { xmlns: "urn:a" }, [element("head", {}, [text("a & b")])])
  expect(writeFrame(root, ["<TEI>&amp;$&</TEI>", "<TEI/>"])).toBe(
    `${declaration}<teiCorpus xmlns="urn:a"><head>a &amp; b</head><TEI>&amp;$&</TEI>\n<TEI/></teiCorpus>\n`,
  )
})

test("a root that holds nothing else holds its members", () =>
  expect(writeFrame(element("list"), ["<item/>"])).toBe(`${declaration}<list><item/></list>\n`))

test("without members the root is written as it is", () =>
  expect(writeFrame(element("list", { n: '"1" &amp;' }))).toBe(
    `${declaration}<list n="&quot;1&quot; &amp;amp;"/>\n`,
  ))
