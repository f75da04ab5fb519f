import fc from "fast-check"
import { expect, test } from "vitest"
import { agreement } from "../../../src/collate/agreement.js"
import { type Collation, collate, differencesOf } from "../../../src/collate/collation.js"
import type { Token, Witness } from "../../../src/collate/witness.js"
import { body, twoWitnesses, witness } from "./witnesses.js"

const all = ({ blocks }: Witness) => blocks.flatMap((each) => each.tokens)
const inResult = ({ passages }: Collation, side: "a" | "b") =>
  passages.flatMap((passage) => passage.parts.flatMap((part) => part[side]))
const inTextOrder = (tokens: readonly Token[]) => [...tokens].sort((one, other) => one.from - other.from)

test("a text does not differ from itself", () => {
  fc.assert(
    fc.property(body, (blocks) => {
      const collation = collate(witness("a", blocks.join("")), witness("b", blocks.join("")))
      expect(differencesOf(collation)).toEqual([])
      expect(agreement(collation).whole.share).toBe(1)
      expect(collation.struck).toEqual([])
    }),
  )
})

test("every word of each witness stands in exactly one place of the result", () => {
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      const collation = collate(a, b)
      expect(inTextOrder(inResult(collation, "a"))).toEqual(all(a))
      expect(inTextOrder(inResult(collation, "b"))).toEqual(all(b))
    }),
  )
})

test("the passages stand in the order of the first witness", () => {
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      expect(inResult(collate(a, b), "a")).toEqual(all(a))
    }),
  )
})

test("the witnesses the other way round give the mirrored result", () => {
  const facts = (collation: Collation, [one, other]: readonly ["a" | "b", "a" | "b"]) =>
    differencesOf(collation)
      .map((each) =>
        JSON.stringify([
          each.kind,
          each[one].map((token) => token.from),
          each[other].map((token) => token.from),
        ]),
      )
      .sort()
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      const [there, back] = [collate(a, b), collate(b, a)]
      expect(facts(back, ["b", "a"])).toEqual(facts(there, ["a", "b"]))
      expect(
        back.struck.map(({ struckIn, deletion }) => [struckIn === "a" ? "b" : "a", deletion.from]).sort(),
      ).toEqual(there.struck.map(({ struckIn, deletion }) => [struckIn, deletion.from]).sort())
    }),
  )
})

test("where both agree they have the same words, and nowhere else is a side of one word the same", () => {
  const spelled = (tokens: readonly Token[]) => tokens.map((token) => token.text.normalize("NFC")).join(" ")
  fc.assert(
    fc.property(twoWitnesses, ([a, b]) => {
      for (const { parts } of collate(a, b).passages)
        for (const part of parts) {
          if (part.kind === "agreement") expect(spelled(part.a)).toBe(spelled(part.b))
          else expect(spelled(part.a)).not.toBe(spelled(part.b))
        }
    }),
  )
})
