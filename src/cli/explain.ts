import { type Code, catalogue } from "../diagnostics/catalogue.js"
import type { Console } from "./console.js"

/** `stet explain CODE`: what a problem means and what to do; exit code 2 for a code there isn't. */
export function explainCommand(console: Console, code: string | undefined): number {
  if (code === undefined) {
    for (const each of Object.keys(catalogue)) console.say(each)
    return console.finish([], () => undefined, { codes: Object.keys(catalogue) })
  }
  const entry = catalogue[code.replace(/^\[|\]$/g, "") as Code]
  if (!entry) {
    process.stderr.write(`stet knows no problem “${code}”; “stet explain” lists them all.\n`)
    return 2
  }
  console.say(`${code} (${entry.severity})\n\n${entry.wording}\n\n→ ${entry.hint}`)
  return console.finish([], () => undefined, { code, ...entry })
}
