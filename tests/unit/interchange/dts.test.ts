import { describe, expect, test } from "vitest"
import { dtsFiles } from "../../../src/interchange/dts.js"
import { allSummaries, edition, recordsOf } from "./letters.js"

// Judge: the tables of the specification (DTS 1.0, Collection, Navigation, Document, Conformance). Its validator is in no
// registry of packages.

const records = recordsOf(await allSummaries())
const tei = records.map(({ name }) => ({ path: `tei/${name}.xml`, content: "<TEI/>" }))
const root = "https://example.org/letters/"
const host = new Map(
  [...dtsFiles(records, edition), ...tei].map(({ path, content }) => [path, String(content)]),
)

/** What a host of files answers to an address: its file, whatever the query, or nothing. */
const answer = (address: string) => {
  const { pathname } = new URL(address)
  return host.get(decodeURIComponent(pathname.slice(new URL(root).pathname.length)))
}
/** RFC 6570, as far as the templates go: {a}, {/a,b}, {?a,b}. */
const expanded = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{([/?]?)([\w,]+)\}/g, (_, operator: string, names: string) => {
    const given = names.split(",").flatMap((name) => {
      const value = values[name]
      return value === undefined ? [] : [[name, encodeURIComponent(value)] as const]
    })
    if (operator === "/") return given.map(([, value]) => `/${value}`).join("")
    if (operator === "?")
      return given.length === 0 ? "" : `?${given.map(([name, value]) => `${name}=${value}`).join("&")}`
    return given.map(([, value]) => value).join("")
  })

interface Item {
  readonly "@id": string
  readonly "@type": string
  readonly title: string
  readonly totalParents: number
  readonly totalChildren: number
  readonly collection: string
  readonly navigation: string
  readonly document: string
  readonly citationTrees?: readonly object[]
  readonly member: readonly Item[]
}
const entry = JSON.parse(answer(`${root}dts/index.json`) ?? "{}") as Record<string, string>
const ask = (template: string, values: Readonly<Record<string, string>> = {}): Item | undefined => {
  const text = answer(expanded(template, values))
  return text === undefined ? undefined : (JSON.parse(text) as Item)
}

test("the entry point names the version and the three endpoints, by templates that have every variable", () => {
  expect(entry).toMatchObject({
    "@context": "https://dtsapi.org/context/v1.0.json",
    "@id": `${root}dts/index.json`,
    "@type": "EntryPoint",
    dtsVersion: "1.0",
  })
  const variables = (name: string) =>
    Array.from((entry[name] ?? "").matchAll(/\w+(?=[,}])/g), ([each]) => each).sort()
  expect(variables("collection")).toEqual(["id", "nav", "page"])
  expect(variables("navigation")).toEqual(["down", "end", "page", "ref", "resource", "start", "tree"])
  expect(variables("document")).toEqual(["end", "mediaType", "ref", "resource", "start", "tree"])
})

describe("the collection endpoint", () => {
  test("begins with the edition, whose one collection has all documents", () => {
    const top = ask(entry["collection"] ?? "")
    expect(top).toMatchObject({
      "@type": "Collection",
      title: edition.title,
      totalParents: 0,
      totalChildren: 1,
    })
    expect(ask(entry["collection"] ?? "", { id: top?.["@id"] ?? "" })).toEqual(top)
    const [all] = top?.member ?? []
    const documents = ask(all?.collection ?? "", { id: all?.["@id"] ?? "" })
    expect(documents?.totalChildren).toBe(records.length)
    expect(documents?.member.map((each) => each["@id"])).toEqual(records.map(({ name }) => name))
  })

  test.each(records.map(({ name }) => name))(
    "knows %s, its parents and its children, by both templates",
    (id) => {
      const resource = ask(entry["collection"] ?? "", { id })
      expect(resource).toMatchObject({
        "@id": id,
        "@type": "Resource",
        totalParents: 1,
        totalChildren: 0,
        member: [],
      })
      for (const name of ["collection", "navigation", "document"] as const)
        expect(typeof resource?.[name]).toBe("string")
      for (const nav of ["children", "parents"]) {
        const there = ask(entry["collection"] ?? "", { id, nav })
        expect(there?.member.map((each) => each["@id"])).toEqual(nav === "parents" ? ["_documents"] : [])
        expect(ask(resource?.collection ?? "", { nav })).toEqual(there)
      }
    },
  )

  test("answers a call for what is not there with nothing", () =>
    expect(ask(entry["collection"] ?? "", { id: "nobody" })).toBeUndefined())
})

describe.each(records.map(({ name }) => name))("of %s", (resource) => {
  test.each(["1", "2", "-1"])(
    "the navigation to the depth %s is empty, for there is no citation tree",
    (down) => {
      const there = ask(entry["navigation"] ?? "", { resource, down })
      expect(there).toMatchObject({
        "@type": "Navigation",
        member: [],
        resource: { "@id": resource, citationTrees: [] },
      })
      const own = ask(entry["collection"] ?? "", { id: resource })
      expect(ask(own?.navigation ?? "", { down })).toEqual(there)
    },
  )

  test("the document is its TEI, and a passage of it is nothing", () => {
    expect(answer(expanded(entry["document"] ?? "", { resource }))).toBe("<TEI/>")
    expect(answer(expanded(entry["document"] ?? "", { resource, mediaType: "application/tei+xml" }))).toBe(
      "<TEI/>",
    )
    for (const values of [{ ref: "1" }, { start: "1", end: "2" }, { tree: "x" }]) {
      expect(answer(expanded(entry["document"] ?? "", { resource, ...values }))).toBeUndefined()
      expect(answer(expanded(entry["navigation"] ?? "", { resource, ...values }))).toBeUndefined()
    }
  })
})

test("nothing of it is there where nobody knows the addresses", () =>
  expect(dtsFiles(records, { ...edition, url: undefined })).toEqual([]))
