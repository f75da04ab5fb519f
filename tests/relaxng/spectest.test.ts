import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readSchema, validate } from "../../src/relaxng/index.js"
import { sharedFile } from "./shared.js"
import { readSuite, type SuiteCase } from "./suite.js"

/** Cases that are judged otherwise here than in the suite, each with the reason. */
const exceptions: Readonly<Record<number, string>> = {}

const file = sharedFile("schemas/relaxng-spectest.xml")
const cases = file === undefined ? [] : readSuite(readFileSync(file, "utf8"))

/** Assertions of a case that do not hold. */
function failures({ schema: text, isCorrect, resources, valid, invalid }: SuiteCase): readonly string[] {
  const { schema, errors } = readSchema(text, {
    uri: "suite:/schema.rng",
    load: (uri) => resources.get(decodeURI(uri.replace("suite:/", ""))),
  })
  const told = errors.map(({ line, column, message }) => `${line}:${column} ${message}`)
  if (!isCorrect) return schema === undefined ? [] : ["an incorrect schema passes"]
  if (schema === undefined) return [`a correct schema is refused: ${told.join("; ")}`]
  const judge = (document: string) => validate(schema, document)
  return [
    ...valid.flatMap((document) => judge(document).map(({ message }) => `${document}: ${message}`)),
    ...invalid.filter((document) => judge(document).length === 0).map((document) => `${document} passes`),
  ]
}

describe.runIf(file !== undefined)("James Clark's suite for RELAX NG", () => {
  test("is read as a whole", () => {
    const assertions = cases.map(
      ({ valid, invalid, isCorrect }) => valid.length + invalid.length + (isCorrect ? 0 : 1),
    )
    expect([cases.length, assertions.reduce((sum, each) => sum + each, 0)]).toEqual([385, 793])
  })

  test.each(cases.filter(({ number }) => !(number in exceptions)))(
    "case $number, section $section",
    (each) => {
      expect(failures(each), `line ${each.line} of the suite:\n${each.schema}`).toEqual([])
    },
  )

  test("fails where it is known to", () => {
    const failing = cases.filter((each) => failures(each).length > 0).map(({ number }) => number)
    expect(failing).toEqual(Object.keys(exceptions).map(Number))
  })
})
