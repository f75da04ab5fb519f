import { expect, test } from "vitest"
import { openSourceText } from "../../../src/model/source-text.js"
import { readFrontMatter } from "../../../src/read/front-matter.js"
import { placesOf } from "../../encoding.js"

const fields = "title: T\nkind: letter\nsender: A\nrecipient: B\nlicence: none\n"
const found = (yaml: string) =>
  placesOf(readFrontMatter(openSourceText("a.md", `---\n${yaml}---\nDear B,\n`)).diagnostics)

test("what is needed is enough", () => expect(found(fields)).toEqual([]))

test("a kind that is not given is missing, one that there is not does not fit", () => {
  expect(found(fields.replace("kind: letter\n", ""))).toEqual(["2:1 field-missing"])
  expect(found(fields.replace("letter", "leter"))).toEqual(["3:7 field-unfit"])
})

test("a draft that is said to have been sent is told at its status", () =>
  expect(found(`${fields.replace("letter", "draft")}status: sent\n`)).toEqual(["7:9 draft-sent"]))

test("an id that two entries have is told at the second", () => {
  const stages =
    "stages:\n  - { id: a, description: A }\n  - { id: b, description: B }\n  - { id: a, description: C }\n"
  expect(found(fields + stages)).toEqual(["10:11 field-unfit"])
})
