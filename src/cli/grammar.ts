import { grammarOf } from "../pipeline.js"
import type { Console } from "./console.js"
import { loadRules } from "./edition-files.js"

/** `stet grammar`: a TextMate grammar of the signs of the edition in this folder, otherwise of stet's own. */
export async function grammarCommand(console: Console): Promise<number> {
  const rules = await loadRules(".")
  if (!rules.value) return console.finish(rules.diagnostics, () => undefined, {})
  const grammar = grammarOf(rules.value.profile)
  console.say(JSON.stringify(grammar, null, 2))
  return console.finish([], () => undefined, { grammar })
}
