import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { collate } from "../../../src/collate/collation.js"
import { collationTei } from "../../../src/collate/collation-tei.js"
import { elementsOf } from "../../../src/xml/elements.js"
import { flawIn } from "../../../src/xml/well-formed.js"
import { sharedFile } from "../../relaxng/shared.js"
import { paragraphs, witness } from "./witnesses.js"

const folder = mkdtempSync(join(tmpdir(), "stet-collation-"))
afterAll(() => rmSync(folder, { recursive: true }))

const boat = "The boat is in the harbour and nobody has seen her crew."
const flour = "Send two barrels of flour by the morning train to Whitby."
const some = collate(
  paragraphs(
    "a",
    boat,
    `${flour} <del>I look forward to your reply.</del>`,
    "One &lt; two <gap/> three four.",
  ),
  paragraphs(
    "b",
    `${flour} I look forward to your reply.`,
    boat.replace("crew", "captain"),
    "One &lt; two or three four.",
  ),
)

test("each difference is an entry attached by its two ends, with a reading of each witness", () => {
  const tei = collationTei(some)
  expect(flawIn(tei)).toBeUndefined()
  expect(tei).toContain('<witness xml:id="wit-a" corresp="a.xml">a</witness>')
  expect(tei).toContain(
    '<app type="words" from="a.xml#a.p1" to="a.xml#a.p1" loc="word 12">' +
      '<rdg wit="#wit-a" source="a.xml#a.p1">crew</rdg><rdg wit="#wit-b" source="b.xml#b.p2">captain</rdg></app>',
  )
  expect(tei).toContain(
    '<rdg wit="#wit-a" type="struck" source="a.xml#a.p2"><del>I look forward to your reply.</del></rdg>',
  )
  expect(tei).toContain(
    '<rdg wit="#wit-a" source="a.xml#a.p3"><gap/></rdg><rdg wit="#wit-b" source="b.xml#b.p3">or</rdg>',
  )
  expect(tei).toMatch(/<app type="moved"/)
  expect(tei).not.toMatch(/<(?:add|lem)\b/)
})

test("what only one witness has points at that one, and a place without words at the word before", () => {
  const tei = collationTei(
    collate(paragraphs("a", boat), paragraphs("b", boat.replace("the harbour", "the old harbour"), flour)),
  )
  expect(tei).toContain(
    'loc="after word 5"><rdg wit="#wit-a" source="a.xml#a.p1"/><rdg wit="#wit-b" source="b.xml#b.p1">old</rdg>',
  )
  expect(tei).toContain(
    `<app type="absent" from="b.xml#b.p2" to="b.xml#b.p2" loc="words 1-11"><rdg wit="#wit-a"/><rdg wit="#wit-b" source="b.xml#b.p2">${flour}</rdg>`,
  )
})

const rng = sharedFile("schemas/tei_all-4.12.0.rng")
const cannot = rng === undefined || spawnSync("jing", []).error !== undefined

test.skipIf(cannot)(
  "it is valid by tei_all, be there differences or none, ids or none",
  { timeout: 60_000 },
  () => {
    const same = collate(paragraphs("a", boat), paragraphs("a", boat))
    const without = collate(witness("1 a", `<p>${boat}</p>`), witness("ü&b", `<p>${flour}</p>`))
    const paths = [some, same, without].map((collation, index) => {
      const path = join(folder, `${index}.xml`)
      writeFileSync(path, collationTei(collation))
      return path
    })
    expect(spawnSync("jing", [rng ?? "", ...paths], { encoding: "utf8" }).stdout).toBe("")
  },
)

test("its pointers lead to what is there", () => {
  const elements = elementsOf(collationTei(some))
  const ids = elements.flatMap((each) =>
    each.attributes.filter(({ name }) => name === "xml:id").map(({ value }) => `#${value}`),
  )
  const sigla = elements.flatMap((each) =>
    each.attributes.filter(({ name }) => name === "wit").map(({ value }) => value),
  )
  expect(sigla.length).toBeGreaterThan(0)
  expect(sigla.filter((siglum) => !ids.includes(siglum))).toEqual([])
})
