import { expect, test } from "vitest"
import { collate } from "../../../src/collate/collation.js"
import { describeCollation, type Places } from "../../../src/collate/report.js"
import type { Witness } from "../../../src/collate/witness.js"
import { paragraphs } from "./witnesses.js"

const boat = "The boat is in the harbour and nobody has seen her crew."
const flour = "Send two barrels of flour by the morning train to Whitby."
const sister = "My sister keeps her bed, though the doctor calls it nothing."

const places = ({ file }: Witness): Places => ({ file, at: (offset) => `@${offset}` })
const describeBoth = (a: Witness, b: Witness) =>
  describeCollation(collate(a, b), places(a), places(b)).replace(/@\d+/g, "@")

test("a collation is told passage by passage, with both wordings and their places", () => {
  const a = paragraphs("a", boat, `${flour} <del>Write soon.</del>`, sister)
  const b = paragraphs("b", sister, boat.replace("nobody has", "no one has ever"), `${flour} Write soon.`)
  expect(describeBoth(a, b)).toBe(`A  a (a.xml)
B  b (b.xml)

A paragraph 1 (@) — B paragraph 2 (@)
  other words: A “nobody” (@) — B “no one” (@)
  only in B: “ever” (@), after “has”

A paragraph 2 (@) — B paragraph 3 (@)
  only in B: “Write soon.” (@), after “to Whitby.”

A paragraph 3 (@) — B paragraph 1 (@), moved

Struck out in one, standing in the other
  A strikes out “Write soon.” (@); B has it in part of paragraph 3 (@)

Agreement
   84 %  A paragraph 1 — B paragraph 2: 11 agree of 12 in A and 14 in B
   91 %  A paragraph 2 — B paragraph 3: 11 agree of 11 in A and 13 in B
  100 %  A paragraph 3 — B paragraph 1, moved: 11 agree of 11 in A and 11 in B
   91 %  of all words: 33 agree of 34 in A and 38 in B`)
})

test("where nothing differs, that is said; a word added in its own witness is told as its own affair", () => {
  expect(describeBoth(paragraphs("a", boat), paragraphs("b", boat))).toContain("The witnesses do not differ.")
  expect(describeBoth(paragraphs("a", `${boat} <add>Adieu.</add>`), paragraphs("b", boat))).toContain(
    "only in A: “Adieu.” (@, added in A itself)",
  )
})
