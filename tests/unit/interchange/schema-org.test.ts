import { expect, test } from "vitest"
import { schemaOrg } from "../../../src/interchange/schema-org.js"
import { allSummaries, recordsOf } from "./letters.js"
import { typeProblems } from "./typed.js"

const records = recordsOf(await allSummaries())

test("every document is what schema.org's own types allow (schema-dts)", () => {
  // The last is wrong, so that it is seen that the types were asked.
  const wrong = { "@context": "https://schema.org", "@type": "Message", sentBy: "A" }
  const problems = typeProblems(
    'import type { CreativeWork, Manuscript, Message, WithContext } from "schema-dts"',
    "WithContext<Message | Manuscript | CreativeWork>",
    [...records.map(schemaOrg), wrong],
  )
  expect(problems.map(({ value }) => value)).toEqual([records.length])
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
