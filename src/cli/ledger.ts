import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js"
import { readBytes, replaceFile } from "../files.js"
import { mergeLedgers, openLedger, type SourceFile, writeLedger } from "../pipeline.js"
import type { Console } from "./console.js"
import { textIn } from "./edition-files.js"

/**
 * `stet ledger merge BASE OURS THEIRS`: git's merge driver for citations.json. The merged ledger takes the place of OURS.
 * Exits with 1 where an id was published for two passages, with the ledger written all the same, or where one of the
 * three cannot be read; then nothing is written.
 */
export async function mergeLedgersCommand(
  console: Console,
  paths: readonly [base: string, ours: string, theirs: string],
): Promise<number> {
  const diagnostics: Diagnostic[] = []
  const files: SourceFile[] = []
  const read = async (file: string) => {
    const { value: bytes, diagnostics: problems } = await readBytes(file)
    diagnostics.push(...problems)
    if (!bytes) return openLedger(undefined).value
    files.push({ file, bytes })
    // Where the branches have no ledger in common, git gives an empty file for it.
    const ledger = openLedger(file === paths[0] && bytes.length === 0 ? undefined : { file, bytes })
    diagnostics.push(...ledger.diagnostics)
    return ledger.value
  }
  const [base, ours, theirs] = [await read(paths[0]), await read(paths[1]), await read(paths[2])]
  const finish = () => console.finish(diagnostics, textIn(files), {}, paths)
  if (hasErrors(diagnostics)) return finish()
  const merged = mergeLedgers(base, ours, theirs)
  const written = await replaceFile(paths[1], writeLedger(merged.value))
  diagnostics.push(...merged.diagnostics, ...written.diagnostics)
  if (written.value) console.say(`${merged.value.passages.length} ids in the merged ledger.`)
  return finish()
}
