import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readSchema, type Schema, validate } from "../../src/relaxng/index.js"
import { dice, elementsOf, faults } from "./faults.js"
import { shared, sharedFile } from "./shared.js"

const rng = sharedFile("schemas/tei_all-4.12.0.rng")
const isAbsent = rng === undefined || sharedFile("corpora") === undefined
const perKind = 150
const longest = 60_000

/** Documents of all houses that are valid, at most four of each. */
function validDocuments(schema: Schema): readonly string[] {
  const houses = readdirSync(`${shared}/corpora`, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  )
  return houses.flatMap(({ name }) =>
    readdirSync(`${shared}/corpora/${name}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".xml"))
      .sort()
      .map((file) => readFileSync(`${shared}/corpora/${name}/${file}`, "utf8"))
      .filter((text) => text.length < longest && !text.includes("<!DOCTYPE"))
      .filter((text) => validate(schema, text).length === 0)
      .slice(0, 4),
  )
}

test.skipIf(isAbsent)(
  "one cause gives one error, in the letters of real editions",
  { timeout: 300_000 },
  () => {
    const { schema } = readSchema(readFileSync(rng ?? "", "utf8"))
    if (schema === undefined) throw new Error("tei_all is broken")
    const documents = validDocuments(schema).map((text) => ({ text, elements: elementsOf(text) }))
    expect(documents.length).toBeGreaterThan(5)
    let invalid = 0
    let single = 0
    const figures: string[] = []
    for (const [kind, spoil] of Object.entries(faults)) {
      const roll = dice(kind.length)
      let ones = 0
      let some = 0
      for (let attempt = 0; attempt < perKind; attempt++) {
        const { text, elements } = documents[attempt % documents.length] ?? { text: "", elements: [] }
        const element = elements[roll(elements.length)]
        const spoilt = element && spoil(text, element, elements, roll)
        if (spoilt === undefined) continue
        const errors = validate(schema, spoilt)
        if (errors.length === 0) continue
        some++
        if (errors.length === 1) ones++
        else if (process.env["STET_SHOW"] !== undefined)
          console.log(
            kind,
            element?.name,
            element?.parent?.name,
            errors
              .slice(0, 4)
              .map((each) => [`${each.line}:${each.column}`, each.message.slice(0, 150), each.parent]),
          )
      }
      figures.push(`${kind}: ${ones} of ${some}`)
      invalid += some
      single += ones
    }
    const share = single / invalid
    console.log(
      `one error for one cause: ${(share * 100).toFixed(1)} % of ${invalid}\n  ${figures.join("\n  ")}`,
    )
    expect(invalid).toBeGreaterThan(600)
    expect(share).toBeGreaterThanOrEqual(0.97)
  },
)
