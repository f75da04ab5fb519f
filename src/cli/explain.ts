import { type Code, catalogue } from "../diagnostics/catalogue.js"
import { packageFile } from "../files.js"
import type { Console } from "./console.js"

/** An example of the manual that shows a problem. */
interface Explanation {
  readonly page: string
  readonly prose: string
  readonly typed: string
  readonly place?: string
}

// What is filled in where the problem is told; here it stands for anything.
const blanked = (text: string) => text.replace(/\{\w+\}/g, "…")

/** `stet explain CODE`: what a problem means, what to do, and an example; exit code 2 for a code there isn't. */
export async function explainCommand(console: Console, code: string | undefined): Promise<number> {
  if (code === undefined) {
    for (const each of Object.keys(catalogue)) console.say(each)
    return console.finish([], () => undefined, { codes: Object.keys(catalogue) })
  }
  const name = code.replace(/^\[|\]$/g, "")
  const entry = Object.hasOwn(catalogue, name) ? catalogue[name as Code] : undefined
  if (!entry) {
    process.stderr.write(`stet knows no problem “${code}”; “stet explain” lists them all.\n`)
    return 2
  }
  const examples = JSON.parse(await packageFile("dist/cli/explanations.json")) as Readonly<
    Record<string, Explanation>
  >
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined
  const hint = blanked(entry.hint)
  const lines = [
    `${name} (${entry.severity})`,
    blanked(entry.wording),
    ...(["", "…"].includes(hint) ? [] : [`→ ${hint}`]),
  ]
  if (example) {
    const typed = example.typed.trimEnd().replace(/^/gm, "    ")
    const [line, column] = example.place?.split(":") ?? []
    lines.push(line === undefined ? "For example:" : `For example, in line ${line}, column ${column}:`, typed)
    if (example.prose !== "") lines.push(example.prose)
    lines.push(`The manual's page: tests/examples/${example.page}`)
  }
  console.say(lines.join("\n\n"))
  return console.finish([], () => undefined, { code: name, ...entry, ...(example ? { example } : {}) })
}
