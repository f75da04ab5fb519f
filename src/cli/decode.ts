import { hasErrors } from "../diagnostics/diagnostic.js"
import { readBytes } from "../files.js"
import { decodeFile } from "../pipeline.js"
import type { Console } from "./console.js"
import { loadRules, textIn } from "./edition-files.js"

/** `stet decode`: a TEI file of stet's as a transcription in normal form, typed as the edition in this folder types. */
export async function decodeCommand(console: Console, file: string): Promise<number> {
  const read = await readBytes(file)
  const rules = await loadRules(".")
  const diagnostics = [...read.diagnostics, ...rules.diagnostics]
  if (!read.value || !rules.value || hasErrors(diagnostics))
    return console.finish(diagnostics, () => undefined, {})
  const source = { file, bytes: read.value }
  const decoded = decodeFile(source, rules.value)
  diagnostics.push(...decoded.diagnostics)
  if (decoded.value) console.say(decoded.value.text.replace(/\n$/, ""))
  return console.finish(
    diagnostics,
    textIn([source]),
    decoded.value ? { transcription: decoded.value.text } : {},
  )
}
