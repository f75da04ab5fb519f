import { diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { exists, readBytes } from "../files.js"
import { ledgerFile } from "../model/ledger.js"
import { openLedger, resolve } from "../pipeline.js"
import type { Console } from "./console.js"
import { textIn } from "./edition-files.js"

/** `stet resolve CITATION`: what became of it, by citations.json alone. Exits with 1 where the edition never published it. */
export async function resolveCommand(console: Console, citation: string): Promise<number> {
  const read = (await exists(ledgerFile)) ? await readBytes(ledgerFile) : undefined
  const source = read?.value && { file: ledgerFile, bytes: read.value }
  const ledger = openLedger(source)
  const diagnostics = [...(read?.diagnostics ?? []), ...ledger.diagnostics]
  const finish = (result: Readonly<Record<string, unknown>>) =>
    console.finish(diagnostics, textIn(source ? [source] : []), result)
  if (hasErrors(diagnostics)) return finish({})
  const resolved = resolve(citation, ledger.value)
  if (resolved.status === "unknown") diagnostics.push(diagnose("citation-unknown", { citation, meant: "" }))
  else console.say(resolved.told.join("\n"))
  const { status, address, changes } = resolved
  return finish({ status, address, changes })
}
