import { relative } from "node:path"
import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { hasErrors } from "../diagnostics/diagnostic.js"
import { printDiagnostic, summarise } from "../diagnostics/print.js"
import { type Format, reports } from "../diagnostics/report/formats.js"

/** How a command speaks: to a person at a terminal, to a pipe, or to a program. */
export interface Console {
  /** What is being done now: one changing line on a terminal, a line each in a pipe. */
  progress(text: string): void
  /** A result, on standard output. */
  say(text: string): void
  /** What parts one run from the next. */
  part(heading: string): void
  /** Problems with their lines; exit code 1 if there is an error among them. `checked` are all files that were looked at. */
  finish(
    diagnostics: readonly Diagnostic[],
    textOfFile: (file: string) => string | undefined,
    result: Readonly<Record<string, unknown>>,
    checked?: readonly string[],
  ): number
}

const severityOrder = { error: 0, warning: 1, info: 2 } as const

/** In any format but text, standard output gets the report and nothing else. `version` is stet's own. */
export function openConsole(format: Format, version: string): Console {
  const terminal = process.stderr.isTTY === true && format === "text"
  const clear = () => {
    if (terminal) process.stderr.write("\r\u001b[K")
  }
  return {
    progress: (text) => {
      // A program that asks for JSON gets all it wants to know in it.
      if (format === "json") return
      if (terminal) process.stderr.write(`\r\u001b[K${text} …`)
      else process.stderr.write(`${text}\n`)
    },
    say: (text) => {
      clear()
      if (format === "text") process.stdout.write(`${text}\n`)
    },
    part: (heading) => {
      clear()
      process.stderr.write(`\n── ${heading} ${"─".repeat(Math.max(2, 75 - heading.length))}\n`)
    },
    finish: (diagnostics, textOfFile, result, checked = []) => {
      clear()
      const exitCode = hasErrors(diagnostics) ? 1 : 0
      if (format === "json") {
        process.stdout.write(`${JSON.stringify({ ...result, exitCode, diagnostics }, null, 2)}\n`)
        return exitCode
      }
      if (format !== "text") {
        const pathOf = pathFrom(process.env["GITHUB_WORKSPACE"])
        process.stdout.write(reports[format]({ diagnostics, textOfFile, checked, version, pathOf }))
        return exitCode
      }
      // What was assumed comes in the order of the file, what is wrong last, where the eye rests.
      const sorted = [...diagnostics].sort((a, b) => severityOrder[b.severity] - severityOrder[a.severity])
      for (const each of sorted) process.stderr.write(`${printDiagnostic(each, textOfFile)}\n`)
      if (diagnostics.some((each) => each.severity !== "info"))
        process.stderr.write(`${summarise(diagnostics)}\n`)
      return exitCode
    },
  }
}

/** Files as they are called from this folder; in a step of GitHub's, from the root of the repository, where GitHub looks for them. */
function pathFrom(root: string | undefined): (file: string) => string {
  return (file) => {
    const path = root ? relative(root, file) : file
    return (path.startsWith("..") ? file : path).replaceAll("\\", "/")
  }
}
