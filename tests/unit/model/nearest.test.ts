import { expect, test } from "vitest"
import { nearest } from "../../../src/model/nearest.js"

const fields = ["title", "kind", "sender", "recipient", "licence"]

test.each([
  ["titel", "title"],
  ["tittle", "title"],
  ["Sender", "sender"],
  ["license", "licence"],
  ["recipent", "recipient"],
  ["colour", undefined],
  ["kin", "kind"],
  ["kite", undefined],
  ["", undefined],
])("the field nearest to “%s” is %s", (typed, field) => expect(nearest(typed, fields)).toBe(field))
