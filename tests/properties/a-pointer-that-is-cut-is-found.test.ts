import fc from "fast-check"
import { expect, test } from "vitest"
import { checkReferences } from "../../src/check/references/check-references.js"
import { placeTei, type TeiDocument } from "../../src/check/tei-document.js"

interface Pointer {
  readonly from: number
  readonly to: number
  readonly file: number
}

/** An edition whose pointers all lead somewhere: which element of which file each one names. */
const edition = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([files, elements]) =>
    fc.record({
      files: fc.constant(files),
      elements: fc.constant(elements),
      pointers: fc.array(
        fc.record({
          file: fc.nat({ max: files - 1 }),
          from: fc.nat({ max: files - 1 }),
          to: fc.nat({ max: elements - 1 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  )

const idOf = (file: number, element: number) => `f${file}.e${element}`

function texts(files: number, elements: number, pointers: readonly Pointer[]): readonly string[] {
  return Array.from({ length: files }, (_, file) => {
    const marked = Array.from({ length: elements }, (_, at) => `<seg xml:id="${idOf(file, at)}"/>`)
    const pointing = pointers
      .filter((each) => each.from === file)
      .map((each) => {
        const target = `${each.file === file ? "" : `f${each.file}.xml`}#${idOf(each.file, each.to)}`
        return `\n<ref target="${target}"/>`
      })
    return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>${marked.join("")}${pointing.join("")}</text></TEI>`
  })
}

const check = (written: readonly string[]) => {
  const documents = written.map((text, at) => placeTei({ name: `f${at}.xml`, text }))
  const found = checkReferences(documents, new Set(documents.map((each) => each.name)))
  return documents.map((document) => ({ document, found: found.get(document) ?? [] }))
}

const said = ({ document, found }: { document: TeiDocument; found: readonly object[] }) =>
  JSON.stringify([document.name, found])

test("an id that is renamed is missed at every pointer to it, and nowhere else", () => {
  fc.assert(
    fc.property(edition, fc.nat(), ({ files, elements, pointers }, chosen) => {
      const written = texts(files, elements, pointers)
      expect(check(written).flatMap((each) => each.found)).toEqual([])
      const cut = pointers[chosen % pointers.length]
      if (cut === undefined) return
      const id = idOf(cut.file, cut.to)
      const renamed = written.map((text) => text.replace(`xml:id="${id}"`, 'xml:id="renamed"'))
      for (const [file, { document, found }] of check(renamed).entries()) {
        const places = found.flatMap((each) => [each.span, ...each.related.map((other) => other.span)])
        const expected = pointers.filter(
          (each) => each.from === file && each.file === cut.file && each.to === cut.to,
        )
        expect(found.map((each) => each.code)).toEqual(expected.length > 0 ? ["pointer-unresolved"] : [])
        expect(places.length).toBe(Math.min(expected.length, 6))
        for (const span of places)
          expect(document.text.slice(span?.start.offset, span?.end.offset)).toContain(`#${id}"`)
      }
    }),
    { numRuns: 200 },
  )
})

test("a further file changes nothing for those that don't point there", () => {
  fc.assert(
    fc.property(edition, fc.nat(), ({ files, elements, pointers }, chosen) => {
      const written = texts(files, elements, pointers)
      const lost = chosen % files
      const broken = written.map((text, at) => (at === lost ? text.replace(/xml:id="[^"]*"/g, "") : text))
      const before = check(broken).map(said)
      const further = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="new"/><ref target="#new"/></TEI>'
      expect(
        check([...broken, further])
          .map(said)
          .slice(0, files),
      ).toEqual(before)
    }),
    { numRuns: 100 },
  )
})
