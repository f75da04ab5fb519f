import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { Check } from "../../src/check/check-document.js"
import { encodeDocument } from "../../src/encode/encode-document.js"
import { documentKinds, documentStatuses, type FrontMatter } from "../../src/model/edition.js"
import { openSourceText } from "../../src/model/source-text.js"
import { readTranscription } from "../../src/read/transcription.js"
import { checkText, editionSchema } from "../checking.js"
import { frontMatterOf, settingsWith } from "../encoding.js"
import { examplesOf, resultOf } from "../examples/example.js"
import { knownDocument } from "./documents.js"

const root = fileURLToPath(new URL("../../", import.meta.url))
const read = (path: string) => readFileSync(join(root, path), "utf8")
const settings = settingsWith()

/** Front matter with every optional field there or not there. */
const frontMatter: fc.Arbitrary<FrontMatter> = fc
  .record(
    {
      kind: fc.constantFrom(...documentKinds),
      status: fc.constantFrom(...documentStatuses),
      date: fc.constantFrom(
        { when: "1911-03-04" },
        { notBefore: "1911", notAfter: "1912-02", text: "about 1911" },
      ),
      place: fc.constant("Leipzig"),
      repository: fc.constant("Municipal Archive"),
      shelfmark: fc.constant("Weil 12"),
      source: fc.constant("A copy-book."),
      extent: fc.constant("Two leaves"),
      language: fc.constantFrom("en", "de-AT"),
      transcriber: fc.constant("A. Scribe"),
      licence: fc.constantFrom(
        "unknown",
        "public domain",
        "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
      ),
      hands: fc.constant([
        { id: "weil", name: "Clara Weil", medium: "black ink", role: "revisions" as const },
      ]),
    },
    { requiredKeys: ["kind", "status"] },
  )
  .map((fields) => ({ ...frontMatterOf(), ...fields }))

function encode(typed: string, front: FrontMatter): string {
  const source = openSourceText("letter.md", typed)
  const transcription = readTranscription(source, 0, front, settings).value
  const document = {
    name: "letter",
    file: source.file,
    frontMatter: front,
    transcription,
    entities: [],
    correspondents: new Map(),
    images: [],
    fieldSpans: new Map(),
  }
  return encodeDocument(document, { settings, documents: [document] }, "0.0.0").value.text
}

const pages = readdirSync(join(root, "tests/examples")).filter((name) => name.endsWith(".md"))
const ofExamples = pages.flatMap((page) =>
  examplesOf(read(`tests/examples/${page}`)).flatMap((example) => {
    const { tei, whole } = resultOf(example)
    // Where there is an error no TEI is written.
    return tei === undefined ? [] : (whole.tei ?? [])
  }),
)
const ofEdition = readdirSync(join(root, "output/tei")).map((name) => read(`output/tei/${name}`))

describe("everything encoded", () => {
  let schema: readonly Check[]
  beforeAll(async () => {
    schema = await editionSchema()
  })
  const problems = (text: string) =>
    checkText("letter.xml", text, schema).map(({ code, message }) => `${code}: ${message}`)

  test("of the repository's own edition fits the edition's schema", () => {
    expect(ofEdition).toHaveLength(3)
    expect(ofEdition.flatMap(problems)).toEqual([])
  })

  test("of the manual's examples fits the edition's schema", () => {
    expect(ofExamples.length).toBeGreaterThan(40)
    expect(ofExamples.flatMap(problems)).toEqual([])
  })

  test("of a document of known words and marks, with whatever front matter, fits the edition's schema", () => {
    fc.assert(
      fc.property(knownDocument, frontMatter, ({ typed }, front) => {
        expect(problems(encode(typed, front))).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe("all of TEI 4.12.0, by jing,", () => {
  const tei = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "schemas/tei_all-4.12.0.rng")
  const absent = [
    existsSync(tei) ? "" : `${tei} is not there`,
    spawnSync("jing", []).error ? "jing is not installed" : "",
  ].filter((each) => each !== "")
  if (absent.length > 0)
    console.warn(`Skipped: nothing encoded was compared with all of TEI, because ${absent.join(" and ")}.`)

  test.skipIf(absent.length > 0)(
    "takes the edition, the examples and random documents",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "stet-valid-"))
      try {
        const random = fc.sample(fc.tuple(knownDocument, frontMatter), { numRuns: 60, seed: 1962 })
        const files = [
          ...ofEdition,
          ...ofExamples,
          ...random.map(([{ typed }, front]) => encode(typed, front)),
        ].map((text, index) => {
          const path = join(folder, `${index}.xml`)
          writeFileSync(path, text)
          return path
        })
        const result = spawnSync("jing", [tei, ...files], { encoding: "utf8" })
        expect(result.stdout).toBe("")
        expect(result.status).toBe(0)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    120_000,
  )
})
