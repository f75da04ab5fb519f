import fc from "fast-check"
import { expect, test } from "vitest"
import { agreement } from "../../../src/collate/agreement.js"
import { type Collation, collate, differencesOf } from "../../../src/collate/collation.js"
import type { Token, Witness } from "../../../src/collate/witness.js"
import { witness } from "./witnesses.js"

const word = fc.oneof(
  fc.constantFrom(
    "the",
    "of",
    "and",
    "boat",
    "harbour",
    "Harbour",
    "letter",
    "letters",
    "Ben",
    "1911",
    "天地",
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(..."abcdeé") }),
)
const marked = fc
  .tuple(word, fc.constantFrom("", "", "", "del", "add", "gap", ",", ".", " --", "”"))
  .map(([text, mark]) => {
    if (mark === "gap") return "<gap/>"
    return mark === "del" || mark === "add" ? `<${mark}>${text}</${mark}>` : `${text}${mark}`
  })
const paragraph = fc.array(marked, { maxLength: 25 }).map((words) => words.join(" "))
const block = fc
  .tuple(fc.constantFrom("p", "p", "l", "salute", "list"), paragraph)
  .map(([name, text]) =>
    name === "list" ? `<list><label>1.</label><item>${text}</item></list>` : `<${name}>${text}</${name}>`,
  )
const body = fc.array(block, { maxLength: 8 })
/** Two witnesses of one text, more or less: what one has is left out, moved, or changed in the other. */
const two = fc
  .tuple(
    body,
    fc.array(fc.tuple(fc.constantFrom("keep", "drop", "move", "new", "join"), block), { maxLength: 8 }),
  )
  .map(([blocks, changes]) => {
    const other = [...blocks]
    changes.forEach(([change, made], at) => {
      if (change === "drop") other.splice(at, 1)
      if (change === "move") other.unshift(...other.splice(at, 1))
      if (change === "new") other.splice(at, 0, made)
      if (change === "join")
        other.splice(
          at,
          2,
          `<p>${other
            .slice(at, at + 2)
            .join(" ")
            .replace(/<\/?(?:p|l|salute|list|label|item)>/g, " ")}</p>`,
        )
    })
    return [witness("a", blocks.join("")), witness("b", other.join(""))] as const
  })

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
    fc.property(two, ([a, b]) => {
      const collation = collate(a, b)
      expect(inTextOrder(inResult(collation, "a"))).toEqual(all(a))
      expect(inTextOrder(inResult(collation, "b"))).toEqual(all(b))
    }),
  )
})

test("the passages stand in the order of the first witness", () => {
  fc.assert(
    fc.property(two, ([a, b]) => {
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
    fc.property(two, ([a, b]) => {
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
    fc.property(two, ([a, b]) => {
      for (const { parts } of collate(a, b).passages)
        for (const part of parts) {
          if (part.kind === "agreement") expect(spelled(part.a)).toBe(spelled(part.b))
          else expect(spelled(part.a)).not.toBe(spelled(part.b))
        }
    }),
  )
})
