import { expect, test } from "vitest"
import { openEdition } from "./editions.js"

const binding = "The binding has come back this morning, and I am not content with it at all."
const paper = "Of the paper we had spoken in March; it is not the paper that you have now taken for it."
const boat = "My brother has bought a boat, and we shall be upon the lake until the end of August."
const salute = "salute: Dear Mr. Brandt,"
const letter = [salute, binding, paper, "signed: Clara Weil"]

test("what is reworded keeps its id, and the ledger keeps what was first published", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter })
  const reworded = binding.replace("this morning", "on Tuesday evening").replace("content", "pleased")
  const after = edition.build({ a: [salute, reworded, paper, "signed: Clara Weil"] }, "1.1.0")
  expect(after.get(reworded)).toBe(before.get(binding))
  expect(edition.entry(before.get(binding))).toMatchObject({
    text: binding,
    release: "1.0.0",
    now: { text: reworded },
  })
})

test("what is written anew in the same place gets another id", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter })
  const after = edition.build({ a: [salute, boat, paper, "signed: Clara Weil"] }, "1.1.0")
  expect(after.get(boat)).not.toBe(before.get(binding))
  expect(edition.entry(before.get(binding))?.gone).toEqual({ release: "1.1.0", reason: "deleted", to: [] })
})

test("the larger piece of a paragraph that was split keeps the id", () => {
  const edition = openEdition()
  const before = edition.build({ a: [salute, `Thank you. ${binding}`] })
  const after = edition.build({ a: [salute, "Thank you.", binding] })
  expect(after.get(binding)).toBe(before.get(`Thank you. ${binding}`))
  expect(after.get("Thank you.")).not.toBe(before.get(`Thank you. ${binding}`))
})

test("of paragraphs that were joined the longer gives its id, and the other leads there", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter })
  const joined = `${binding} ${paper}`
  const after = edition.build({ a: [salute, joined, "signed: Clara Weil"] }, "1.1.0")
  expect(after.get(joined)).toBe(before.get(paper))
  expect(edition.entry(before.get(binding))?.gone).toEqual({
    release: "1.1.0",
    reason: "joined",
    to: [before.get(paper)],
  })
  expect(edition.build({ a: letter }, "1.2.0")).toEqual(before)
})

test("what moves to another document keeps its id, and the ledger knows where it was", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter, b: [boat] })
  const after = edition.build({ a: [salute, paper, "signed: Clara Weil"], b: [boat, binding] })
  expect(after.get(binding)).toBe(before.get(binding))
  expect(edition.entry(before.get(binding))).toMatchObject({ document: "a", moved: ["b"] })
})

test("a file that is renamed keeps all its ids, salutation and signature too", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter, b: [salute, boat, "signed: Clara Weil-Brandt"] })
  const after = edition.build({ z: letter, b: [salute, boat, "signed: Clara Weil-Brandt"] }, "1.1.0")
  expect([...after]).toEqual([...before])
  expect(edition.ledger().documents).toEqual([
    { name: "a", title: "a", release: "1.0.0", pages: [], gone: "1.1.0" },
    { name: "b", title: "b", release: "1.0.0", pages: [] },
    { name: "z", title: "z", release: "1.1.0", pages: [] },
  ])
})

test("files that exchange their names take their ids along", () => {
  const edition = openEdition()
  const [one, other] = [letter, ["salute: Dear Otto,", boat, "signed: Anna"]]
  const before = edition.build({ a: one, b: other })
  expect([...edition.build({ b: one, a: other })].sort()).toEqual([...before].sort())
})

test("what returns gets its id back", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter })
  edition.build({ a: [salute, paper, "signed: Clara Weil"] }, "1.1.0")
  expect(edition.entry(before.get(binding))?.gone?.reason).toBe("deleted")
  expect(edition.build({ a: letter }, "1.2.0")).toEqual(before)
  expect(edition.entry(before.get(binding))).not.toHaveProperty("gone")
})

test("the salutation of a letter that was taken out does not go to another letter", () => {
  const edition = openEdition()
  const before = edition.build({ a: letter })
  const after = edition.build({ b: [salute, boat, "signed: Otto"] }, "1.1.0")
  expect(after.get(salute)).not.toBe(before.get(salute))
  expect(edition.entry(before.get(salute))?.gone?.release).toBe("1.1.0")
})

test("a letter into which another was put keeps its own salutation", () => {
  const edition = openEdition()
  const before = edition.build({ a: [salute, binding, paper], b: [salute, boat] })
  const ofA = edition
    .ledger()
    .passages.find((each) => each.document === "a" && each.text === "Dear Mr. Brandt,")
  const after = edition.build({ a: [salute, `${binding} ${paper}`, boat] })
  expect(after.get(salute)).toBe(ofA?.id)
  expect(after.get(boat)).toBe(before.get(boat))
})

test("an id that was another's is never given again", () => {
  const edition = openEdition()
  const before = edition.build({ a: ["Yes.", boat] })
  edition.build({ a: [boat] })
  // The same words in a place that has nothing to do with the first: in the same document they would have its id.
  const after = edition.build({ a: [boat], b: ["Yes.", paper] })
  expect(after.get("Yes.")).not.toBe(before.get("Yes."))
  const again = openEdition()
  const first = again.build({ a: ["Yes.", binding] })
  again.build({ b: ["Yes.", binding] })
  expect(again.build({ a: ["Yes.", boat], b: ["Yes.", binding] }).get("Yes.")).toBe(first.get("Yes."))
  expect(again.ledger().passages.map((each) => each.id)).toContain(`${first.get("Yes.")}-2`)
})

test("of two that say the same, the one that stays keeps its own id", () => {
  const edition = openEdition()
  edition.build({ a: ["Yes.", binding, "Yes.", paper] })
  const ids = edition.ledger().passages.map((each) => each.id)
  const after = edition.build({ a: [binding, "Yes.", paper] })
  expect(after.get("Yes.")).toBe(ids[2])
  expect(edition.entry(ids[0])?.gone).toMatchObject({ reason: "deleted" })
})

test("what is reworded again and again goes when next to nothing of the first words is left", () => {
  const edition = openEdition()
  const words = binding.split(" ")
  const first = edition.build({ a: [salute, binding] }).get(binding)
  const last = words.map((_, at) => `other${at}`)
  for (let changed = 3; changed <= words.length; changed += 3)
    edition.build({ a: [salute, [...last.slice(0, changed), ...words.slice(changed)].join(" ")] })
  expect(edition.entry(first)?.gone?.reason).toBe("rewritten")
  expect(edition.entry(first)?.gone?.to).toHaveLength(1)
})

test("words that another document has too have not gone there", () => {
  const edition = openEdition()
  const before = edition.build({ draft: [salute, binding, paper], letter: [binding, boat] })
  const draft = edition.ledger().passages.find((each) => each.document === "draft" && each.text === binding)
  edition.build({ draft: [salute, paper], letter: [binding, boat] })
  expect(edition.entry(draft?.id)?.gone).toMatchObject({ reason: "deleted", to: [before.get(binding)] })
})

test("separators without words are known by what stands beside them", () => {
  const edition = openEdition()
  const before = edition.build({ a: [binding, "milestone: ", paper, "p: x y z", boat] })
  const after = edition.build({ a: [boat, binding, "milestone: ", paper] })
  expect(after.get("milestone: ")).toBe(before.get("milestone: "))
})

test("scripts without blanks are matched sign by sign", () => {
  const edition = openEdition()
  const text = "昨日は大変お世話になりました。厚く御礼申し上げます。"
  const before = edition.build({ a: [text, boat] })
  const reworded = text.replace("昨日", "先日")
  expect(edition.build({ a: [boat, reworded] }).get(reworded)).toBe(before.get(text))
})
