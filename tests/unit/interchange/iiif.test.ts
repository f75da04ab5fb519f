import { normalize, serialize, serializeConfigPresentation3 } from "@iiif/parser"
import { describe, expect, test } from "vitest"
import { manifestOf } from "../../../src/interchange/iiif.js"
import { allSummaries, recordsOf } from "./letters.js"
import { typeProblems } from "./typed.js"

// Judges: the types of IIIF Presentation 3 (@iiif/presentation-3), and the parser that viewers use (@iiif/parser).

const [letter] = recordsOf(await allSummaries())
if (letter === undefined) throw new Error("no letter")
const images = [
  { url: "../images/1.jpg", path: "images/ein brief/1.jpg", width: 1200, height: 1600 },
  { url: "../images/2.png", path: "images/2.png", width: 800, height: 600 },
]
const manifest = manifestOf(letter, images) ?? {}

describe("the manifest of a letter", () => {
  test("is of the types of IIIF", () => {
    const wrong = { ...manifest, items: [{ type: "Canvas" }] }
    const problems = typeProblems(
      'import type { Manifest } from "@iiif/presentation-3"',
      "Manifest",
      [manifest, wrong],
      "others too",
    )
    expect([...new Set(problems.map(({ value }) => value))], problems[0]?.message).toEqual([1])
  }, 120_000)

  test("comes through the parser whole", () => {
    const { entities, mapping, resource } = normalize(structuredClone(manifest))
    expect(Object.keys(entities.Canvas)).toHaveLength(2)
    expect(Object.values(mapping).sort()).toEqual(
      expect.arrayContaining(["Annotation", "AnnotationPage", "Canvas", "Manifest"]),
    )
    const again = serialize<object>(
      { entities, mapping, requests: {} },
      resource,
      serializeConfigPresentation3,
    )
    expect(again).toEqual(manifest)
  })

  test("paints each image on a canvas of its size, by a chain of ids that holds", () => {
    const { id, items } = manifest as { id: string; items: readonly Canvas[] }
    expect(id).toBe("https://example.org/letters/known/manifest.json")
    expect(items.map(({ items: [page], width, height }) => [page?.items[0]?.body.id, width, height])).toEqual(
      [
        ["https://example.org/letters/images/ein%20brief/1.jpg", 1200, 1600],
        ["https://example.org/letters/images/2.png", 800, 600],
      ],
    )
    for (const canvas of items)
      for (const page of canvas.items) for (const each of page.items) expect(each.target).toBe(canvas.id)
    const ids = items.flatMap((canvas) => [
      canvas.id,
      ...canvas.items.flatMap((page) => [page.id, ...page.items.map((each) => each.id)]),
    ])
    expect(new Set(ids).size).toBe(6)
  })

  test("says the day and the rights as IIIF takes them", () =>
    expect(manifest).toMatchObject({
      navDate: "1911-03-04T00:00:00Z",
      rights: "http://creativecommons.org/licenses/by/4.0/",
      label: { de: ["To the bookbinder: {50% off} & more_"] },
    }))

  test("is not there without images, or without addresses", () => {
    expect(manifestOf(letter, [])).toBeUndefined()
    expect(
      manifestOf({ ...letter, address: undefined, edition: { ...letter.edition, url: undefined } }, images),
    ).toBeUndefined()
  })
})

interface Canvas {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly items: readonly {
    readonly id: string
    readonly items: readonly {
      readonly id: string
      readonly target: string
      readonly body: { readonly id: string }
    }[]
  }[]
}
