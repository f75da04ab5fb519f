import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { readBytes, replaceFile } from "../files.js"
import { startOfFile } from "../model/source-span.js"
import { formatFile, openSettings, type SourceFile } from "../pipeline.js"
import type { Console } from "./console.js"
import { readEditionFiles, textIn } from "./edition-files.js"

/**
 * `stet format`: types transcriptions in normal form, as the edition in this folder types; all of them
 * where no file is named. With `check` it writes nothing and lists what it would change.
 */
export async function formatCommand(
  console: Console,
  names: readonly string[],
  check: boolean,
): Promise<number> {
  const edition = await readEditionFiles(".")
  const diagnostics: Diagnostic[] = [...edition.diagnostics]
  if (!edition.value) return console.finish(diagnostics, () => undefined, {})
  const { settings: settingsFile, registers, profiles } = edition.value
  const settings = openSettings(settingsFile, profiles)
  diagnostics.push(...settings.diagnostics)
  const named: SourceFile[] = []
  for (const name of names) {
    const read = await readBytes(name)
    diagnostics.push(...read.diagnostics)
    if (read.value) named.push({ file: name, bytes: read.value })
  }
  const files = names.length > 0 ? named : edition.value.transcriptions
  const textOfFile = textIn([settingsFile, ...files])
  if (!settings.value || hasErrors(settings.diagnostics)) return console.finish(diagnostics, textOfFile, {})
  const changed: string[] = []
  for (const source of files) {
    const formatted = formatFile(source, settings.value, registers)
    diagnostics.push(...formatted.diagnostics)
    if (formatted.value === undefined || formatted.value === textOfFile(source.file)) continue
    if (check) diagnostics.push(diagnose("format-differs", {}, startOfFile(source.file)))
    else {
      const written = await replaceFile(source.file, formatted.value)
      diagnostics.push(...written.diagnostics)
      if (!written.value) continue
    }
    changed.push(source.file)
    if (!check) console.say(source.file)
  }
  if (!check) console.say(`${changed.length} of ${files.length} transcriptions changed.`)
  return console.finish(diagnostics, textOfFile, { changed })
}
