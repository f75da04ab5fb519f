import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { keepNames } from "../../../src/cite/keep-names.js"
import { mergeLedgers } from "../../../src/cite/merge.js"
import { emptyLedger, type NamedPlace } from "../../../src/model/ledger.js"

const place = (id: string, text: string, more: Partial<NamedPlace> = {}): NamedPlace => ({
  ...{ document: "a", id, role: "p", text, before: "", after: "" },
  ...more,
})
const boat = "My brother has bought a boat and is upon the lake."
const roses = "In the garden the roses are out, more than ever."
const told = (...places: readonly NamedPlace[]) => keepNames([], places, "1.0.0").named
const fates = (before: readonly NamedPlace[], after: readonly NamedPlace[]) => {
  const { named, taken } = keepNames(told(...before), after, "1.1.0")
  return {
    taken: taken.map((each) => [each.published.id, each.heir?.id]),
    gone: named.flatMap((each) => (each.gone ? [[each.id, each.gone.to?.id]] : [])),
  }
}

describe("a published name", () => {
  test("stays where its words are corrected, and where it has none", () => {
    expect(
      fates(
        [place("p1", boat), place("pb1", "")],
        [place("p1", boat.replace("lake", "sea")), place("pb1", "")],
      ),
    ).toEqual({
      taken: [],
      gone: [],
    })
  })
  test("has gone where it is no more, and leads to what has its words", () =>
    expect(fates([place("p1", boat), place("p2", roses)], [place("x", boat)])).toEqual({
      taken: [],
      gone: [
        ["p1", "x"],
        ["p2", undefined],
      ],
    }))
  test("that stands for other words is told, and the ledger keeps what it stood for", () => {
    const before = told(place("p1", boat))
    const { named, taken } = keepNames(before, [place("p1", roses)], "1.1.0")
    const [first] = before
    expect([named, taken.length]).toEqual([[{ ...first, taken: { release: "1.1.0" } }], 1])
    expect(keepNames(named, [place("p1", boat)], "1.2.0").named).toEqual(before)
  })
  test("that had gone is not given to anything else without a word", () => {
    const gone = keepNames(told(place("p1", boat)), [], "1.1.0").named
    expect(keepNames(gone, [place("p1", roses)], "1.2.0").taken).toHaveLength(1)
    expect(keepNames(gone, [place("p1", boat)], "1.2.0").named).toEqual(told(place("p1", boat)))
  })
  test("of a note stays where the note is written anew, and that of a hand where it is told better", () => {
    const note = { role: "note", before: "the boat", after: "and the lake" }
    expect(fates([place("n", boat, note)], [place("n", roses, note)]).taken).toEqual([])
    expect(
      fates(
        [place("h", "a typist", { role: "handNote" })],
        [place("h", "Evelyn Lincoln", { role: "handNote" })],
      ).taken,
    ).toEqual([])
  })
  test("of somebody is told where the words of two are exchanged", () => {
    const [wien, neapel] = [place("a", "Wien", { role: "place" }), place("b", "Neapel", { role: "place" })]
    expect(
      fates(
        [wien, neapel],
        [
          { ...wien, text: "Neapel" },
          { ...neapel, text: "Wien" },
        ],
      ).taken,
    ).toEqual([
      ["a", "b"],
      ["b", "a"],
    ])
    const first = place("a.first", "The first writing.", { role: "change" })
    expect(fates([first], [{ ...first, document: "b", id: "b.first" }]).gone).toEqual([
      ["a.first", undefined],
    ])
  })
  test("is of its document: what two documents number alike are two", () => {
    const other = { document: "b" }
    expect(
      fates([place("p1", boat), place("p1", roses, other)], [place("p1", boat), place("p1", roses, other)]),
    ).toEqual({ taken: [], gone: [] })
  })
})

const someWords = fc.constantFrom(
  "",
  "ink",
  "the boat",
  boat,
  roses,
  `${boat} ${roses}`,
  "Of the paper we had spoken in March.",
)
const somePlaces = fc.uniqueArray(
  fc.record({
    document: fc.constantFrom("a", "b"),
    id: fc.constantFrom("p1", "p2", "p3", "n1"),
    role: fc.constantFrom("p", "note", "pb"),
    text: someWords,
    before: fc.constantFrom("", "before"),
    after: fc.constantFrom("", "after"),
  }),
  { selector: (each) => `${each.document} ${each.id}` },
)

test("no published name is ever lost or its first words changed, and an edition asked again says the same", () =>
  fc.assert(
    fc.property(fc.array(somePlaces, { minLength: 1, maxLength: 5 }), (editions) => {
      let named = keepNames([], [], "1.0.0").named
      editions.forEach((places, at) => {
        const release = `1.${at}.0`
        const kept = keepNames(named, places, release)
        const now = new Map(kept.named.map((each) => [`${each.document} ${each.id}`, each]))
        for (const each of named) {
          const { role, text, before, after, release: first } = each
          expect(now.get(`${each.document} ${each.id}`)).toMatchObject({
            role,
            text,
            before,
            after,
            release: first,
          })
        }
        expect(now.size).toBe(kept.named.length)
        // Whatever has gone has no place, whatever has a place stands or is told.
        const present = new Set(places.map((each) => `${each.document} ${each.id}`))
        const told = new Set(kept.taken.map(({ place }) => `${place.document} ${place.id}`))
        for (const [key, each] of now)
          if (!told.has(key)) expect(each.gone === undefined).toBe(present.has(key))
        expect(keepNames(kept.named, places, release)).toEqual(kept)
        named = kept.named
      })
    }),
  ))

test("two branches' names are all in the merged ledger", () =>
  fc.assert(
    fc.property(somePlaces, somePlaces, somePlaces, (base, ours, theirs) => {
      const first = keepNames([], base, "1.0.0").named
      const ledger = (places: readonly NamedPlace[]) => ({
        ...emptyLedger,
        named: keepNames(first, places, "1.1.0").named,
      })
      const [one, two] = [ledger(ours), ledger(theirs)]
      const { value, diagnostics } = mergeLedgers({ ...emptyLedger, named: first }, one, two)
      const keys = (some: readonly NamedPlace[]) => some.map((each) => `${each.document} ${each.id}`)
      expect(new Set(keys(value.named))).toEqual(new Set([...keys(one.named), ...keys(two.named)]))
      const clashes = one.named.filter((each) => {
        const other = two.named.find((that) => that.document === each.document && that.id === each.id)
        return other !== undefined && (other.text !== each.text || other.role !== each.role)
      })
      expect(diagnostics).toHaveLength(clashes.length)
    }),
  ))
