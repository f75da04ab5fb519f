import { expect, test } from "vitest"
import { diagnose } from "../../../src/diagnostics/diagnostic.js"
import type { PageParameters } from "../../../src/model/page.js"
import { remembering } from "../../../src/render/remembering.js"
import type { Renderer } from "../../../src/render/renderer.js"

const parameters: PageParameters = {
  edition: {
    title: "Letters",
    editors: ["Ada Quill"],
    version: "1",
    date: "2026-11-24",
    licence: "CC0",
    licenceUrl: "https://example.org/cc0",
    baseUrl: "https://example.org/",
    interface: "en",
    words: { "page-index": "Documents", "page-names": "Names" },
  },
  documentNames: ["a", "b"],
  document: { name: "a", next: { name: "b", title: "B" } },
  editionPages: ["index"],
  styles: ["base.css"],
  scripts: { reading: ["choices.js"] },
}

/** A renderer whose every answer is its own, so that an old one is recognised. */
function counting() {
  const calls: string[] = []
  const call = (name: string) => `${name} ${calls.push(name)}`
  const renderer: Renderer = {
    renderView: (view) => ({ value: call(view), diagnostics: [] }),
    renderDocument: () => ({ value: { "index.html": call("document") }, diagnostics: [] }),
    summaryOf: () => ({
      value: undefined,
      diagnostics: [diagnose("page-failed", { name: call("summary"), problem: "none" })],
    }),
    unhandledIn: () => [{ name: call("unhandled"), count: 1, firstOrdinal: 1, shown: "plainly" }],
  }
  return { calls, ...remembering(renderer) }
}

const summaryOf = (renderer: Renderer, tei: string) => renderer.summaryOf("a", tei, parameters)

test("what was rendered is not rendered again, be it asked for in equal values that are not the same", () => {
  const { renderer, calls } = counting()
  const first = renderer.renderView("reading", "<TEI/>", parameters)
  expect(renderer.renderView("reading", ["<TEI", "/>"].join(""), structuredClone(parameters))).toBe(first)
  expect(summaryOf(renderer, "<TEI/>")).toBe(summaryOf(renderer, "<TEI/>"))
  expect(renderer.unhandledIn("<TEI/>")).toBe(renderer.unhandledIn("<TEI/>"))
  expect(renderer.renderDocument("<TEI/>", parameters)).toBe(renderer.renderDocument("<TEI/>", parameters))
  expect(calls).toEqual(["reading", "summary", "unhandled", "document"])
})

/** All that lies within a value, as ways to make the value another one. */
function changesOf(value: unknown): readonly ((copy: unknown) => unknown)[] {
  if (typeof value !== "object" || value === null) return [() => "another", () => undefined]
  const entries = Object.entries(value)
  const within = entries.flatMap(([key, inner]) =>
    changesOf(inner).map((change) => (copy: unknown) => {
      const changed = { ...(copy as Record<string, unknown>), [key]: change(inner) }
      return Array.isArray(value) ? Object.values(changed) : changed
    }),
  )
  return Array.isArray(value)
    ? [...within, () => [...value, "one more"], () => [...value].reverse().concat("x"), () => value.slice(1)]
    : [...within, (copy) => ({ ...(copy as object), further: "field" })]
}

test("nothing of a question can change without a new answer: view, TEI, and every value of the parameters", () => {
  const { renderer, calls } = counting()
  const changes = changesOf(parameters)
  expect(changes.length).toBeGreaterThan(40)
  renderer.renderView("reading", "<TEI/>", parameters)
  for (const change of changes) {
    renderer.renderView("reading", "<TEI/>", change(structuredClone(parameters)) as PageParameters)
    renderer.renderView("reading", "<TEI/>", parameters)
  }
  expect(calls).toHaveLength(1 + changes.length)
  renderer.renderView("genetic", "<TEI/>", parameters)
  renderer.renderView("reading", "<TEI />", parameters)
  expect(calls).toHaveLength(3 + changes.length)
  expect(summaryOf(renderer, "<TEI/>")).not.toEqual(summaryOf(renderer, "<TEI />"))
})

test("what nobody asks for any more is forgotten, and nothing else", () => {
  const { renderer, forgetUnused, calls } = counting()
  renderer.renderView("reading", "old", parameters)
  renderer.renderView("reading", "kept", parameters)
  forgetUnused()
  renderer.renderView("reading", "kept", parameters)
  forgetUnused()
  renderer.renderView("reading", "kept", parameters)
  expect(calls).toHaveLength(2)
  renderer.renderView("reading", "old", parameters)
  expect(calls).toHaveLength(3)
})
