import { describe, expect, test } from "vitest"
import { roCrateOf } from "../../../src/interchange/ro-crate.js"
import { allSummaries, edition, recordsOf } from "./letters.js"

// Judge: the MUSTs of RO-Crate 1.3. The package “ro-crate” is under the GPL; CONTRIBUTING.md says how it was run.

const records = recordsOf(await allSummaries())
const files = [
  ...records.map(({ name }) => ({ path: `tei/${name}.xml`, content: "" })),
  { path: "known/index.html", content: "" },
  { path: "sitemap.xml", content: "" },
  { path: "cmif.xml", content: "" },
  { path: "downloads/letters 1#.zip", content: "" },
]
interface Entity extends Readonly<Record<string, unknown>> {
  readonly "@id": string
  readonly "@type": string
}
const crate = roCrateOf(records, files, edition) as { "@context": string; "@graph": readonly Entity[] }
const graph = new Map(crate["@graph"].map((each) => [each["@id"], each]))

describe("the crate", () => {
  test("is flat: every entity once, with an id and a type, and every reference to one that is there", () => {
    expect(crate["@context"]).toBe("https://w3id.org/ro/crate/1.3/context")
    expect(graph.size).toBe(crate["@graph"].length)
    for (const entity of crate["@graph"]) {
      expect(entity["@type"]).toMatch(/^[A-Z]/)
      for (const [name, value] of Object.entries(entity))
        for (const each of [value].flat() as readonly (string | Readonly<Record<string, string>>)[]) {
          if (typeof each !== "object") continue
          expect(Object.keys(each), name).toEqual(["@id"])
          if (name !== "conformsTo") expect(graph.has(each["@id"] ?? ""), `${name} ${each["@id"]}`).toBe(true)
        }
    }
  })

  test("has a descriptor of its version, and a root with name, description, one day and a licence", () => {
    expect(graph.get("ro-crate-metadata.json")).toEqual({
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      about: { "@id": "./" },
      conformsTo: { "@id": "https://w3id.org/ro/crate/1.3" },
    })
    expect(graph.get("./")).toMatchObject({
      "@type": "Dataset",
      name: edition.title,
      description: edition.statement,
      datePublished: "2026-11-24",
      license: { "@id": "https://creativecommons.org/licenses/by-sa/4.0/" },
      identifier: "https://doi.org/10.1234/letters.1",
      author: [{ "@id": "https://orcid.org/0000-0002-1825-0097" }, { "@id": "#editor-2" }],
    })
  })

  test("lists the data and not the pages, under addresses, and not itself", () => {
    const parts = graph.get("./")?.["hasPart"] as readonly { readonly "@id": string }[]
    expect(parts.map((each) => each["@id"])).toEqual(
      [
        "cmif.xml",
        "downloads/letters%201%23.zip",
        ...records.map(({ name }) => `tei/${encodeURIComponent(name)}.xml`),
      ].sort(),
    )
    expect(graph.get("tei/known.xml")).toMatchObject({
      name: "To the bookbinder: {50% off} & more_",
      encodingFormat: "application/tei+xml",
      license: { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    })
  })

  test("is not there without a day", () =>
    expect(roCrateOf(records, files, { ...edition, date: undefined })).toBeUndefined())
})
