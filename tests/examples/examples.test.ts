import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { encodeAgain, sourceTextIn } from "../encoding.js"
import { type Example, examplesOf, resultOf, written } from "./example.js"

// The examples are the manual of the transcription language and its specification. An example whose
// expectation is missing or different fails. UPDATE_EXAMPLES=1 rewrites the expectations; read the diff.

const folder = fileURLToPath(new URL("./", import.meta.url))
const update = process.env["UPDATE_EXAMPLES"] === "1"
const names = readdirSync(folder).filter((name) => name.endsWith(".md"))

test("there are examples", () => expect(names.length).toBeGreaterThan(15))

describe.each(names)("%s", (name) => {
  const page = readFileSync(folder + name, "utf8")
  const examples = examplesOf(page)
  if (update) writeFileSync(folder + name, written(page))

  test("shows examples", () => expect(examples.length).toBeGreaterThan(0))

  test.each(examples.map((each) => [each.line, each] as const))("line %i", (_, example: Example) => {
    const { tei, diagnostics, whole } = resultOf(example)
    if (!update) expect({ tei: example.tei, diagnostics: example.diagnostics }).toEqual({ tei, diagnostics })
    if (whole.tei === undefined) return
    expect(sourceTextIn(whole.tei)).toBe(whole.unmarked)
    if (tei === undefined || example.frontMatter !== "" || example.whole) return
    const { rules } = example
    const once = encodeAgain(whole.tei, rules)
    expect(once).toBeDefined()
    expect(encodeAgain(once ?? "", rules)).toBe(once)
    expect(resultOf({ ...example, frontMatter: "", again: whole.tei }).tei).toBe(tei)
  })
})
