import { fileURLToPath } from "node:url"
import ts from "typescript"
import { expect, test } from "vitest"
import { schemaOrg } from "../../../src/interchange/schema-org.js"
import { allSummaries, recordsOf } from "./letters.js"

const records = recordsOf(await allSummaries())

test("every document is what schema.org's own types allow (schema-dts)", () => {
  const file = fileURLToPath(new URL("described.ts", import.meta.url))
  const described = (value: object, index: number) =>
    `export const document${index}: WithContext<Message | Manuscript | CreativeWork> = ${JSON.stringify(value)}`
  const wrong = { "@context": "https://schema.org", "@type": "Message", sentBy: "A" }
  const text = [
    'import type { CreativeWork, Manuscript, Message, WithContext } from "schema-dts"',
    ...[...records.map(schemaOrg), wrong].map(described),
  ].join("\n")
  const options = {
    noEmit: true,
    strict: true,
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version)
  host.fileExists = (name) => name === file || fileExists(name)
  const program = ts.createProgram([file], options, host)
  const problems = ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText }) => ({
    line: text.slice(0, start).split("\n").length,
    message: ts.flattenDiagnosticMessageText(messageText, " "),
  }))
  // The last is wrong, so that it is seen that the types were asked.
  expect(problems.map(({ line }) => line)).toEqual([records.length + 2])
  expect(problems[0]?.message).toContain("sentBy")
}, 120_000)

test("a letter is a message from one to another, kept in an archive", () =>
  expect(schemaOrg(records[0] as (typeof records)[0])).toMatchObject({
    "@id": "https://example.org/letters/known/index.html",
    "@type": "Message",
    sender: [
      {
        "@type": "Person",
        familyName: "Weil",
        sameAs: ["https://www.wikidata.org/entity/Q1", "https://d-nb.info/gnd/118540238"],
      },
    ],
    recipient: [{ "@type": "Organization", name: "Brandt & Sons" }],
    dateSent: "1911-03-04",
    isBasedOn: { "@type": "ArchiveComponent", holdingArchive: { name: "State Archive" } },
    isPartOf: { name: "Letters of 1911 & after" },
  }))

test("a draft was not sent", () => {
  const draft = schemaOrg(records[1] as (typeof records)[0])
  expect(draft).toMatchObject({ "@type": "Manuscript", temporalCoverage: "1911-03-02/1911-03-04" })
  expect(Object.keys(draft)).toEqual(expect.not.arrayContaining(["sender", "recipient", "dateSent"]))
})
