import { expect, test } from "vitest"
import type { TestModule } from "vitest/node"
import { lineOf, tallyOf } from "../reporter.js"

/** As much of vitest's module as the tally asks for. */
function moduleOf(states: readonly string[], broken = false): TestModule {
  const tests = states.map((state, at) => ({
    fullName: `test ${at}`,
    module: { relativeModuleId: "a.test.ts" },
    result: () => ({ state, note: state === "skipped" ? "no browser" : undefined }),
  }))
  const made = {
    errors: () => (broken ? [new Error("broken")] : []),
    children: { allTests: () => tests, allSuites: () => [] },
  }
  return made as unknown as TestModule
}

test("counts what passed and failed", () => {
  expect(lineOf(tallyOf([moduleOf(["passed", "failed"]), moduleOf(["passed"])], 0))).toBe(
    "2 passed, 1 failed",
  )
})

test("names what was skipped, and why", () => {
  const tally = tallyOf([moduleOf(["passed", "skipped"])], 0)
  expect(tally.skipped).toEqual(["a.test.ts > test 1: no browser"])
  expect(lineOf(tally)).toBe("1 passed, 0 failed, 1 skipped")
})

test("counts as failures a broken file, an error outside tests, and a run without tests", () => {
  expect(lineOf(tallyOf([moduleOf(["passed"]), moduleOf([], true)], 1))).toBe("1 passed, 2 failed")
  expect(lineOf(tallyOf([], 0))).toBe("0 passed, 1 failed")
})
