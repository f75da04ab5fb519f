import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { fragmentOf } from "../../../src/model/fragment.js"

test("an id of the TEI has the name on the page that the stylesheet gives it", () => {
  const stylesheet = readFileSync(new URL("../../../xslt/parts/addresses.xsl", import.meta.url), "utf8")
  const [, parts = ""] =
    /f:fragment" as="xs:string">[\s\S]*?matches\(\$id, ([\s\S]*?)\)\) then 'tei-'/.exec(stylesheet) ?? []
  const pattern = Array.from(parts.matchAll(/'([^']*)'/g), ([, part = ""]) => part).join("")
  expect(pattern).toMatch(/^\^\(text\|title.*\)\$$/)
  const ofThePage = new RegExp(pattern)
  const names = pattern.match(/[a-z-]{3,}/g) ?? []
  const ids = [...names, ...names.map((name) => `${name}-1`), "L12", "p1", "letter.note-1", "timeline-title"]
  for (const id of ids) expect(fragmentOf(id), id).toBe(ofThePage.test(id) ? `tei-${id}` : id)
  expect([fragmentOf("note-1"), fragmentOf("text"), fragmentOf("p1")]).toEqual([
    "tei-note-1",
    "tei-text",
    "p1",
  ])
})
