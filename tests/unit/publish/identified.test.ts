import { expect, test } from "vitest"
import { identified } from "../../../src/publish/identified.js"
import { summary } from "./summaries.js"

const by = (id: string, name: string) => summary("a", { senders: [{ id, name }] })
const ids = (...summaries: readonly ReturnType<typeof by>[]) =>
  identified(summaries).map(({ senders }) => senders[0]?.id)

test("who is only named is the one of that name whom another document identifies", () => {
  expect(ids(by("name-Ada", "Ada"), by("person-ada", "Ada"), by("name-Ben", "Ben"))).toEqual([
    "person-ada",
    "person-ada",
    "name-Ben",
  ])
})

test("of two who bear the name, neither", () => {
  expect(ids(by("name-Ada", "Ada"), by("person-1", "Ada"), by("person-2", "Ada"))[0]).toBe("name-Ada")
})
