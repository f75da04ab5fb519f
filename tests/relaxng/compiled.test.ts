import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { openCompiled, readSchema, type Schema, serialiseSchema, validate } from "../../src/relaxng/index.js"
import { grammar } from "./schemas.js"
import { shared, sharedFile } from "./shared.js"
import { readSuite } from "./suite.js"

const again = (schema: Schema): Schema => {
  const opened = openCompiled(serialiseSchema(schema))
  if (opened === undefined) throw new Error("the compiled form is not known again")
  return opened
}
const rng = sharedFile("schemas/tei_all-4.12.0.rng")
const suite = sharedFile("schemas/relaxng-spectest.xml")

describe("the compiled form of a schema", () => {
  test.skipIf(suite === undefined)("judges Clark's suite as the schema does", () => {
    let documents = 0
    for (const { schema: text, resources, valid, invalid, number } of readSuite(
      readFileSync(suite ?? "", "utf8"),
    )) {
      const load = (uri: string) => resources.get(decodeURI(uri.replace("suite:/", "")))
      const { schema } = readSchema(text, { uri: "suite:/schema.rng", load })
      if (schema === undefined) continue
      const opened = again(schema)
      for (const document of [...valid, ...invalid]) {
        expect(validate(opened, document), `case ${number}`).toEqual(validate(schema, document))
        documents++
      }
    }
    expect(documents).toBeGreaterThan(500)
  })

  test.skipIf(rng === undefined)("finds the same with tei_all, and says the same of elements", () => {
    const { schema } = readSchema(readFileSync(rng ?? "", "utf8"))
    if (schema === undefined) throw new Error("tei_all is broken")
    const opened = again(schema)
    const tei = "http://www.tei-c.org/ns/1.0"
    expect(opened.describe(tei, "del")).toMatch(/^\(deletion\) contains a letter, .*\[3\.5\.3\. Additions/)
    for (const { namespace, local } of schema.elementNames())
      expect(opened.describe(namespace, local), local).toEqual(schema.describe(namespace, local))
    expect(opened.describe(tei, "nothing")).toBeUndefined()
    const folder = `${shared}/corpora/whitman-mss`
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".xml"))) {
      const text = readFileSync(`${folder}/${file}`, "utf8").replace(/<(\/?)del\b/g, "<$1delt")
      expect(validate(opened, text), file).toEqual(validate(schema, text))
    }
    expect(again(opened).describe(tei, "add")).toEqual(schema.describe(tei, "add"))
  })

  test("is refused where it is broken or of another version", () => {
    const { schema } = readSchema(grammar('<start><element name="a"><empty/></element></start>'))
    const text = schema === undefined ? "" : serialiseSchema(schema)
    expect(openCompiled(text)).toBeDefined()
    for (let at = 0; at < text.length; at++) {
      expect(openCompiled(text.slice(0, at)), `cut at ${at}`).toBeUndefined()
      expect(openCompiled(`${text.slice(0, at)}~${text.slice(at + 1)}`), `changed at ${at}`).toBeUndefined()
    }
    expect(openCompiled("")).toBeUndefined()
  })
})

test("a schema tells which files it was read from", () => {
  const files = new Map([["test:/b.rng", grammar('<start><element name="a"><empty/></element></start>')]])
  const outcome = readSchema(grammar('<include href="b.rng"/>'), {
    uri: "test:/a.rng",
    load: (uri) => files.get(uri),
  })
  expect(outcome.files).toEqual(["test:/a.rng", "test:/b.rng"])
})
