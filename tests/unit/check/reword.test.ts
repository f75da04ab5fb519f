import { expect, test } from "vitest"
import { reword } from "../../../src/check/reword.js"

test("a message of the grammar is put in an editor's words", () => {
  expect(reword([{ line: 3, message: "Did not expect element strike there\n" }])).toEqual([
    { line: 3, element: "strike", problem: "<strike> does not belong here" },
  ])
})

test("what only echoes another message is dropped", () => {
  const errors = [
    { line: 3, message: "Did not expect element strike there\n" },
    { line: 2, message: "Element p failed to validate content\n" },
    { line: 1, message: "Extra element text in interleave\n" },
  ]
  expect(reword(errors)).toHaveLength(1)
})

test("an echo is kept where nothing else is said", () => {
  expect(reword([{ line: 2, message: "Element list failed to validate content\n" }])).toEqual([
    {
      line: 2,
      element: "list",
      problem: "what <list> holds is not complete, or not in the order it must have",
    },
  ])
})

test("a line has one message", () => {
  const error = { line: 3, message: "Did not expect element strike there\n" }
  expect(reword([error, error])).toHaveLength(1)
})

test("a message without a wording is shown as it is", () => {
  expect(reword([{ line: 1, message: "Something new.\n" }])[0]?.problem).toBe("Something new")
})
