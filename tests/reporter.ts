import type { Reporter, TestCase, TestModule } from "vitest/node"

/** How a run ended. A file or suite that broke outside its tests counts as one failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

/** The line that a run ends with, for people and machines alike. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  const left = skipped.length === 0 ? "" : `, ${skipped.length} skipped`
  return `${passed} passed, ${failed} failed${left}`
}

export function tallyOf(modules: readonly TestModule[], unhandledErrors: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const broken = groups.filter((group) => group.errors().length > 0).length
  const count = (state: string) => tests.filter((each) => each.result().state === state).length
  const failed = count("failed") + count("pending") + broken + unhandledErrors
  return {
    passed: count("passed"),
    failed: tests.length === 0 ? Math.max(failed, 1) : failed,
    skipped: tests.filter((each) => each.result().state === "skipped").map(nameWithReason),
  }
}

function nameWithReason(test: TestCase): string {
  const result = test.result()
  const note = result.state === "skipped" ? result.note : undefined
  return `${test.module.relativeModuleId} > ${test.fullName}: ${note ?? "no reason given"}`
}

/** Prints the tally when the process ends, so that nothing comes after it. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = tallyOf(modules, unhandledErrors.length)
    process.once("exit", () => {
      for (const each of tally.skipped) process.stdout.write(`skipped: ${each}\n`)
      process.stdout.write(`${lineOf(tally)}\n`)
    })
  }
}
