import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { lastSeen, type PublishedPassage } from "../../src/model/ledger.js"
import { type Encoded, encodeFile } from "../encoding.js"
import { examplesOf, resultOf } from "../examples/example.js"
import { documentOf, profiles } from "./whole-documents.js"

// Judge: SaxonJS, which runs the XPaths of a header's citeStructures on the very file in which they stand.

interface XPath {
  evaluate(xpath: string, context: unknown, options: object): unknown
}
const saxon = createRequire(import.meta.url)("saxon-js") as {
  readonly XPath: XPath
  getResource(options: object): Promise<unknown>
}
const options = { xpathDefaultNamespace: "http://www.tei-c.org/ns/1.0", resultForm: "array" }

interface Structure {
  readonly match: string
  readonly use: string
  readonly tells: string
}

/** By the only citeStructure of a header: the id of each passage that it selects, in order, and what it tells of it. */
async function citedIn(tei: string): Promise<readonly string[]> {
  const file = await saxon.getResource({ text: tei, type: "xml" })
  const all = (xpath: string) => saxon.XPath.evaluate(xpath, file, options) as readonly string[]
  const structures = all(
    "/TEI/teiHeader/encodingDesc/refsDecl/citeStructure ! serialize(map { 'match': string(@match), 'use': string(@use), 'tells': string(citeData/@use) }, map { 'method': 'json' })",
  ).map((each) => JSON.parse(each) as Structure)
  expect(structures.length).toBe(1)
  return structures
    .flatMap(({ match, use, tells }) => all(`${match} ! concat(${use}, ' ', ${tells})`))
    .toSorted()
}

const idsOf = ({ blocks }: Encoded) => blocks.map(({ proposed, role }) => `${proposed} ${role}`).toSorted()

test.each(profiles)(
  "in random documents of the profile %s, once",
  (profile) =>
    fc.assert(
      fc.asyncProperty(documentOf(profile), async (typed) => {
        const encoded = encodeFile(new TextEncoder().encode(typed), { profile })
        fc.pre(encoded.tei !== undefined)
        expect(await citedIn(encoded.tei ?? "")).toEqual(idsOf(encoded))
      }),
      { numRuns: 60, maxSkipsPerRun: 200 },
    ),
  60_000,
)

const folder = fileURLToPath(new URL("../examples/", import.meta.url))
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"))

test.each(pages)("in the examples of %s, once", async (page) => {
  for (const example of examplesOf(readFileSync(folder + page, "utf8"))) {
    const { whole } = resultOf(example)
    if (whole.tei?.includes("<teiHeader>")) expect(await citedIn(whole.tei)).toEqual(idsOf(whole))
  }
})

describe("in this repository's own edition", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url))
  const { passages } = JSON.parse(readFileSync(`${root}citations.json`, "utf8")) as {
    readonly passages: readonly PublishedPassage[]
  }
  const files = readdirSync(`${root}output/tei`).filter((name) => name.endsWith(".xml"))

  test.each(files)("%s, as the ledger has them", async (file) => {
    const present = passages.filter(
      (each) => each.gone === undefined && `${lastSeen(each).document}.xml` === file,
    )
    expect(await citedIn(readFileSync(`${root}output/tei/${file}`, "utf8"))).toEqual(
      present.map((each) => `${each.id} ${lastSeen(each).role}`).toSorted(),
    )
  })
})
