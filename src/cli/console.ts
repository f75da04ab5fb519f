import type { Diagnostic } from "../diagnostics/diagnostic.js"
import { hasErrors } from "../diagnostics/diagnostic.js"
import { printDiagnostic, summarise } from "../diagnostics/print.js"

/** How a command speaks: to a person at a terminal, to a pipe, or to a program. */
export interface Console {
  /** What is being done now: one changing line on a terminal, a line each in a pipe. */
  progress(text: string): void
  /** A result, on standard output. */
  say(text: string): void
  /** Problems with their lines; exit code 1 if there is an error among them. */
  finish(
    diagnostics: readonly Diagnostic[],
    textOfFile: (file: string) => string | undefined,
    result: Readonly<Record<string, unknown>>,
  ): number
}

const severityOrder = { error: 0, warning: 1, info: 2 } as const

/** With `json`, standard output gets one JSON object and nothing else. */
export function openConsole(json: boolean): Console {
  const terminal = process.stderr.isTTY === true && !json
  const clear = () => {
    if (terminal) process.stderr.write("\r\u001b[K")
  }
  return {
    progress: (text) => {
      if (json) return
      if (terminal) process.stderr.write(`\r\u001b[K${text} …`)
      else process.stderr.write(`${text}\n`)
    },
    say: (text) => {
      clear()
      if (!json) process.stdout.write(`${text}\n`)
    },
    finish: (diagnostics, textOfFile, result) => {
      clear()
      const exitCode = hasErrors(diagnostics) ? 1 : 0
      if (json) {
        process.stdout.write(`${JSON.stringify({ ...result, exitCode, diagnostics }, null, 2)}\n`)
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
